/* What is filled in before a reply is sent. A bar above each reply has a box for each of its blanks; what is typed once
   stands in every blank of that name, on this page and on those opened after it, until the next customer.

   What belongs to the customer is kept for this tab alone and ends with it; what is the sender's own (a placeholder
   with `own`) stays on the device. Nothing leaves it. */
"use strict";
(() => {
  const { fill: words, blanks: known } = window.handbook;
  const EMPTIED = 2000; // milliseconds

  /* ----- What is kept; a browser that keeps nothing still fills the page */
  const stores = { own: () => localStorage, now: () => sessionStorage, ticks: () => sessionStorage };
  const kept = { own: {}, now: {}, ticks: {} };

  function read() {
    for (const [name, store] of Object.entries(stores)) {
      try {
        const found = JSON.parse(store().getItem(`handbook.${name}`));
        if (found && typeof found === "object") kept[name] = found;
      } catch {
        // Not kept, or not ours.
      }
    }
  }

  function keep(name) {
    try {
      stores[name]().setItem(`handbook.${name}`, JSON.stringify(kept[name]));
    } catch {
      // Full, or forbidden: it stays on the page.
    }
  }

  const shelf = name => (known[name]?.own ? "own" : "now");
  const value = name => kept[shelf(name)][name] ?? "";

  function fill(name, text) {
    const all = kept[shelf(name)];
    if (text.trim()) all[name] = text;
    else delete all[name];
    keep(shelf(name));
    show();
  }

  /* ----- The blanks of the page */
  const lines = reply => every(".part", reply);
  const boxOf = part => part.querySelector(".part__if input");
  const every = (selector, within = document) => [...within.querySelectorAll(selector)];
  const named = blank => (blank.dataset.named ??= blank.textContent);
  const namesIn = parts => parts.flatMap(part => every(".part__say .blank[data-blank]", part)).map(each => each.dataset.blank);
  const empty = parts => [...new Set(namesIn(parts))].filter(name => !value(name).trim());

  function show() {
    for (const blank of every(".blank[data-blank]")) {
      const name = named(blank), said = value(blank.dataset.blank).trim();
      const text = said || name;
      if (blank.textContent !== text) blank.textContent = text;
      blank.classList.toggle("blank--filled", Boolean(said));
    }
    for (const box of every(".fills input")) {
      if (box !== document.activeElement || !value(box.name)) box.value = value(box.name);
      box.classList.toggle("fills__empty", !value(box.name).trim());
    }
    for (const bar of every(".fills")) {
      ask(bar);
      const left = every(".fills__box:not([hidden]) .fills__empty", bar).length;
      bar.querySelector(".fills__left").textContent = left ? counted(words.left, left) : words.ready;
      bar.classList.toggle("fills--ready", !left);
    }
    document.dispatchEvent(new Event("fills"));
  }

  /* Only what is about to be copied is asked for: the boxes of its lines, and of a blank that somebody pressed. */
  const pressed = new WeakMap();
  function ask(bar) {
    const needed = new Set([...namesIn(partsOf(bar).filter(isChosen)), ...(pressed.get(bar) ?? [])]);
    for (const each of every(".fills__box", bar)) each.hidden = !needed.has(nameOf(each)) || isSettled(each, bar);
    for (const each of every(".fills__own", bar)) each.hidden = !each.querySelector(".fills__box:not([hidden])");
    bar.hidden = !needed.size;
  }

  const nameOf = each => each.querySelector("input").name;
  // One's own name is there already; pressed in the reply, it can be changed.
  const isSettled = (each, bar) =>
    Boolean(each.closest(".fills__own") && value(nameOf(each)) && !each.contains(document.activeElement)) &&
    !pressed.get(bar)?.includes(nameOf(each));

  function reveal(bar, names) {
    pressed.set(bar, [...(pressed.get(bar) ?? []), ...names]);
    show();
  }

  /* The lines that always belong to a reply, and those ticked. */
  const isChosen = part => boxOf(part)?.checked ?? true;
  const partsOf = bar => (bar.parentElement.matches(".reply") ? lines(bar.parentElement) : [bar.nextElementSibling]);
  const barOf = part => (part.closest(".reply") ?? part.parentElement).querySelector(".fills");

  const counted = ({ one, other }, count) => (count === 1 ? one : other).replace("{}", count);

  /* ----- The bar */
  const made = (name, className, more = {}) => Object.assign(document.createElement(name), { className, ...more });

  function box(name) {
    const label = made("label", "fills__box");
    const input = made("input", "", { name, type: "text", autocomplete: "off", enterKeyHint: "next" });
    label.append(made("span", "", { textContent: known[name].name }), input);
    return label;
  }

  function bar(names) {
    const group = made("div", "fills");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words.title);
    const head = made("div", "fills__head");
    const left = made("span", "fills__left");
    left.setAttribute("role", "status");
    head.append(left, made("button", "fills__next", { type: "button", textContent: words.next }));
    const own = names.filter(name => known[name].own), theirs = names.filter(name => !known[name].own);
    const boxes = made("div", "fills__boxes");
    boxes.append(...theirs.map(box));
    group.append(head, boxes);
    if (own.length) {
      const mine = made("fieldset", "fills__own");
      mine.append(made("legend", "", { textContent: words.own }), ...own.map(box));
      group.append(mine);
    }
    return group;
  }

  function put(place, first) {
    const names = new Set(every(".part__say .blank[data-blank]", place).map(blank => blank.dataset.blank));
    const ours = [...names].filter(name => known[name]);
    if (ours.length) first.before(bar(ours));
  }

  /* ----- Ticks: by reply and line, so that they stay in the other language and after Back */

  function tick() {
    for (const reply of every(".reply[data-reply]")) {
      const ticked = kept.ticks[reply.dataset.reply] ?? [];
      lines(reply).forEach((part, at) => {
        if (boxOf(part)) boxOf(part).checked = ticked.includes(at);
      });
    }
  }

  function ticked(reply) {
    kept.ticks[reply.dataset.reply] = lines(reply).flatMap((part, at) => (boxOf(part)?.checked ? [at] : []));
    keep("ticks");
    show();
  }

  /* ----- What people do */
  function next(button) {
    kept.now = {};
    kept.ticks = {};
    keep("now");
    keep("ticks");
    tick();
    for (const each of every(".fills input")) each.value = value(each.name);
    show();
    window.fills.forget();
    button.textContent = words.cleared;
    setTimeout(() => (button.textContent = words.next), EMPTIED);
    every(".fills__box:not([hidden]) input", button.closest(".fills"))[0]?.focus();
  }

  document.addEventListener("input", event => {
    if (event.target.matches?.(".fills input")) fill(event.target.name, event.target.value);
  });
  document.addEventListener("change", event => {
    const reply = event.target.closest?.(".reply[data-reply]");
    if (reply && event.target.matches(".part__if input")) ticked(reply);
  });
  // Enter goes to the next empty box, and after the last one to the button that copies; one that ends the input method's
  // suggestion is no such Enter.
  document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches?.(".fills input")) return;
    event.preventDefault();
    const bar = event.target.closest(".fills");
    const all = every(".fills__box:not([hidden]) input", bar), at = all.indexOf(event.target);
    const after = [...all.slice(at + 1), ...all.slice(0, at)].find(each => !each.value.trim());
    (after ?? bar.parentElement.querySelector("[data-copy]"))?.focus();
  });
  document.addEventListener("click", event => {
    if (event.target.matches?.(".fills__next")) return next(event.target);
    const blank = event.target.closest?.(".part__say .blank[data-blank]");
    const bar = blank && barOf(blank.closest(".part"));
    if (!bar || window.getSelection().toString()) return;
    reveal(bar, [blank.dataset.blank]);
    every("input", bar).find(each => each.name === blank.dataset.blank)?.focus();
  });
  // Back shows a page as it was left; what was filled in since is kept elsewhere.
  addEventListener("pageshow", event => {
    if (!event.persisted) return;
    read();
    tick();
    show();
  });

  window.fills = {
    empty, counted, isChosen, show,
    missing: part => barOf(part) && reveal(barOf(part), empty([part])),
    forget: () => {},
  };
  read();
  for (const reply of every(".reply")) if (reply.querySelector(".part")) put(reply, reply.querySelector(".part"));
  for (const part of every(".part[data-send]")) put(part, part);
  tick();
  show();
})();
