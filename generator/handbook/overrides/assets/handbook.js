/* Copying replies, over https, plain http and file://; and opening what is folded before the page is printed. */
"use strict";
(() => {
  const SHOWN_FOR = 2000; // milliseconds

  function copied(text) {
    // The clipboard of the browser is there only on https and localhost; elsewhere the old command has to do.
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).catch(() => copiedTheOldWay(text));
    }
    return copiedTheOldWay(text);
  }

  function copiedTheOldWay(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true; // no keyboard on phones
    area.style.cssText = "position:fixed;top:0;left:0;width:1px;height:1px;opacity:0;font-size:16px";
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    area.setSelectionRange(0, text.length); // iOS does not select without it
    const done = document.execCommand("copy");
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return done ? Promise.resolve() : Promise.reject(new Error("copy refused"));
  }

  const said = part => part.querySelector(".part__say").textContent.trim();

  /* The parts that always belong to the reply, and those ticked. */
  function chosen(reply) {
    return [...reply.querySelectorAll(".part")].filter(part => {
      const box = part.querySelector("input[type=checkbox]");
      return !box || box.checked;
    });
  }

  function wanted(button) {
    const parts = button.dataset.copy === "reply" ? chosen(button.closest(".reply")) : [button.closest(".part")];
    return parts.map(said).join("\n");
  }

  function show(button, state) {
    button.dataset.state = state;
    clearTimeout(button.timer);
    button.timer = setTimeout(() => delete button.dataset.state, SHOWN_FOR);
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const text = wanted(button);
    if (!text) return show(button, "none");
    copied(text).then(() => show(button, "done"), () => show(button, "failed"));
  });

  /* The large box on a page hands the cursor to the search within the same event: a phone opens its keyboard only
     then, and what is pasted next must land in it. */
  function ask(event) {
    event.preventDefault();
    event.stopPropagation(); // Material takes the key that opens the search for one pressed in it
    const open = document.getElementById("__search");
    if (!open.checked) open.click();
    document.querySelector(".md-search__input").focus();
  }

  document.addEventListener("click", event => {
    if (event.target.closest?.("label.ask")) ask(event);
  });
  document.addEventListener("keydown", event => {
    if (event.target.matches?.("label.ask") && (event.key === "Enter" || event.key === " ")) ask(event);
  });

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("article details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
})();
