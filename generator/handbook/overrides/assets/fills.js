/* What is filled in before a reply is sent. A bar above each reply has a box for each of its blanks; what is typed once
   stands in every blank of that name, on this page and on those opened after it, until the next customer. One line
   copied from an order fills several at once; Enter in the last box copies.

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

  function fill(texts) {
    for (const [name, text] of Object.entries(texts)) {
      const all = kept[shelf(name)];
      if (text.trim()) all[name] = text;
      else delete all[name];
      keep(shelf(name));
    }
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
  const partsOf = bar => {
    const around = bar.parentElement;
    return around.matches(".reply") ? lines(around) : [around.matches(".part") ? around : bar.nextElementSibling];
  };
  /* A result of the search has its bar in itself, and only once it is wanted. */
  function barOf(part) {
    if (!part.matches(".answer")) return (part.closest(".reply") ?? part.parentElement).querySelector(".fills");
    if (!part.querySelector(".fills")) put(part, part.lastElementChild);
    return part.querySelector(".fills");
  }

  /* What Enter in the last box presses: the button that asked for the boxes, or the one of the whole. */
  const asking = new WeakMap();
  const buttonOf = bar => asking.get(bar) ?? bar.parentElement.querySelector("[data-copy]");
  const boxesOf = bar => every(".fills__box:not([hidden]) input", bar);

  function missing(parts, button) {
    const bar = barOf(parts[0]);
    if (!bar) return;
    reveal(bar, empty(parts));
    asking.set(bar, button);
    boxesOf(bar).find(each => !each.value.trim())?.focus({ preventScroll: true });
  }

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

  function put(place, first = place.querySelector(".part")) {
    const names = new Set(every(".part__say .blank[data-blank]", place).map(blank => blank.dataset.blank));
    const ours = [...names].filter(name => known[name]);
    if (ours.length) first.before(bar(ours));
  }

  function onwards(input) {
    const bar = input.closest(".fills"), all = boxesOf(bar), at = all.indexOf(input);
    const after = [...all.slice(at + 1), ...all.slice(0, at)].find(each => !each.value.trim());
    (after ?? buttonOf(bar))?.focus();
    if (!after) buttonOf(bar)?.click();
  }

  /* ----- One line pasted, of an order or a table: what is named there goes where it belongs, what is not fills the
     empty boxes in their order if it has just as many parts */
  const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const calls = Object.entries(known)
    .flatMap(([name, { name: said, aliases }]) => [said, ...aliases].map(each => [each.toLowerCase(), name]))
    .sort(([one], [other]) => other.length - one.length);
  const LABEL = new RegExp(`(?<!\\p{L})(${calls.map(([said]) => escaped(said)).join("|")})\\s*[:：]\\s*`, "giu");
  const APART = /[\t\r\n;；|｜]+/;

  function pieces(text, free) {
    const labels = [...text.matchAll(LABEL)];
    if (labels.length) {
      const ends = labels.map((each, at) => labels[at + 1]?.index ?? text.length);
      return Object.fromEntries(labels.map((each, at) => [
        calls.find(([said]) => said === each[1].toLowerCase())[1],
        text.slice(each.index + each[0].length, ends[at]).split(APART)[0].replace(/^[\s,，]+|[\s,，]+$/g, ""),
      ]));
    }
    const parts = text.split(APART).map(each => each.trim()).filter(Boolean);
    return parts.length > 1 && parts.length === free.length
      ? Object.fromEntries(free.map((name, at) => [name, parts[at]])) : {};
  }

  document.addEventListener("paste", event => {
    if (!event.target.matches?.(".fills input")) return;
    const input = event.target, all = boxesOf(input.closest(".fills")), at = all.indexOf(input);
    const free = all.slice(at).filter(each => each === input || !each.value.trim()).map(each => each.name);
    const found = pieces(event.clipboardData.getData("text"), free);
    if (!Object.keys(found).length) return;
    event.preventDefault();
    fill(found);
    for (const each of all) each.value = value(each.name);
    (all.find(each => !each.value.trim()) ?? all.at(-1)).focus();
  });

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
    window.copying.forget();
    document.dispatchEvent(new Event("next-customer"));
    button.textContent = words.cleared;
    setTimeout(() => (button.textContent = words.next), EMPTIED);
    every(".fills__box:not([hidden]) input", button.closest(".fills"))[0]?.focus();
  }

  document.addEventListener("input", event => {
    if (event.target.matches?.(".fills input")) fill({ [event.target.name]: event.target.value });
  });
  document.addEventListener("change", event => {
    const reply = event.target.closest?.(".reply[data-reply]");
    if (reply && event.target.matches(".part__if input")) ticked(reply);
  });
  // Enter goes to the next empty box, and after the last one it copies; one that ends the input method's suggestion is
  // no such Enter.
  document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing || !event.target.matches?.(".fills input")) return;
    event.preventDefault();
    onwards(event.target);
  });
  // Keys of these boxes are no business of the search they may stand in.
  document.addEventListener("keydown", event => {
    if (event.target.matches?.(".fills input") && event.key !== "Escape") event.stopPropagation();
  });
  document.addEventListener("click", event => {
    if (event.target.matches?.(".fills__next")) return next(event.target);
    const blank = event.target.closest?.(".part__say .blank[data-blank]");
    const bar = blank && barOf(blank.closest(".part"));
    if (!bar || window.getSelection().toString()) return;
    reveal(bar, [blank.dataset.blank]);
    // Whoever fills a line that is not ticked wants that line.
    const part = blank.closest(".part");
    if (!isChosen(part)) asking.set(bar, part.querySelector("[data-copy]"));
    else asking.delete(bar);
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
    empty, counted, isChosen, show, put, missing,
    forget: () => {},
  };
  read();
  for (const reply of every(".reply")) if (reply.querySelector(".part")) put(reply);
  for (const part of every(".part[data-send]")) put(part, part);
  tick();
  show();
})();
