/* The tray: lines of several replies put together, in the order they were taken, and copied as one or as single messages
   one after the other. It stays while walking about, in this tab alone, and ends with it or with the next customer.

   Kept are the words of the shop and the names of the blanks, not what stands in them. */
"use strict";
(() => {
  const KEY = "handbook.tray";
  const { tray: words, copy } = window.handbook;
  const made = (name, className, textContent = "", more = {}) =>
    Object.assign(document.createElement(name), { className, textContent, ...more });

  /* ----- What is kept */
  let lines = [], sent = 0;
  function read() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY));
      if (Array.isArray(kept)) lines = kept;
    } catch {
      // Not kept, or not ours.
    }
  }

  function keep() {
    sent = 0;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(lines));
    } catch {
      // It stays on the page.
    }
    show();
  }

  /* A line as words and blanks: [name, what stands in the brackets]. */
  const parts = say => [...say.childNodes].map(each =>
    each.dataset?.blank ? [each.dataset.blank, each.dataset.named ?? each.textContent] : each.textContent);

  function said(line) {
    const say = made("p", "part__say");
    for (const each of line) {
      if (typeof each === "string") {
        say.append(each);
        continue;
      }
      const blank = made("span", "blank", each[1]);
      blank.dataset.blank = each[0];
      say.append(blank);
    }
    return say;
  }

  /* ----- How it looks */
  function button(kind, label) {
    const pressed = made("button", `copy copy--${kind}`, "", { type: "button" });
    pressed.dataset.copy = kind;
    pressed.setAttribute("aria-live", "polite");
    for (const state of ["ready", "done", "blank", "failed"]) {
      pressed.append(made("span", `copy__${state}`, state === "ready" ? label : (copy[state] ?? "")));
    }
    return pressed;
  }

  function row(line, at) {
    const part = made("div", "part");
    part.classList.toggle("tray__next", at === sent && lines.length > 1);
    part.append(said(line), made("button", "tray__drop", "×", {
      type: "button", ariaLabel: words.drop, onclick: () => { lines.splice(at, 1); keep(); },
    }));
    return part;
  }

  const counted = (text, ...all) => all.reduce((left, each) => left.replace("{}", each), text);

  let open = false;
  function show() {
    document.querySelector(".tray")?.remove();
    document.body.classList.toggle("has-tray", Boolean(lines.length));
    if (!lines.length) return;
    const box = made("details", "tray md-typeset", "", { open });
    box.addEventListener("toggle", () => (open = box.open));
    box.append(made("summary", "", counted(words.title, lines.length)));
    const reply = made("div", "reply");
    const head = made("div", "tray__head");
    head.append(button("reply", words.all));
    if (lines.length > 1) {
      const at = Math.min(sent, lines.length - 1);
      head.append(Object.assign(button("tray", counted(words.one, at + 1, lines.length)), { at }));
    }
    head.append(made("button", "tray__clear", words.clear, { type: "button", onclick: () => { lines = []; keep(); } }));
    reply.append(head, ...lines.map(row));
    box.append(reply);
    document.body.append(box);
    window.fills.put(reply);
    window.fills.show();
  }

  /* ----- What people do */
  for (const part of document.querySelectorAll("article .part")) {
    if (!part.querySelector("[data-copy]")) continue;
    const take = made("button", "tray__take", "+", { type: "button", title: words.take, ariaLabel: words.take });
    take.addEventListener("click", () => {
      lines.push(parts(part.querySelector(".part__say")));
      take.textContent = "✓";
      setTimeout(() => (take.textContent = "+"), 1200);
      keep();
    });
    part.append(take);
  }

  // After a message is copied, the next one stands on the button.
  document.addEventListener("copied", event => {
    if (!event.target.matches?.(".copy--tray")) return;
    sent = (event.target.at + 1) % lines.length;
    setTimeout(show, 1200);
  });
  document.addEventListener("next-customer", () => {
    lines = [];
    keep();
  });
  addEventListener("pageshow", event => {
    if (!event.persisted) return;
    read();
    show();
  });
  read();
  show();
})();
