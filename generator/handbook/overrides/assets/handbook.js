/* Copying replies, never with a blank unnoticed, never leaving the last customer's
   words behind; and opening what is folded before the page is printed. */
"use strict";
(() => {
  const SHOWN_FOR = { done: 2000, none: 2000, unset: 4000, failed: 4000, blank: 8000 }; // milliseconds
  const { again } = window.handbook.fill;

  const { copied, forget } = window.copying;

  // Of a claim whose figure the shop has not set, nothing leaves the page.
  const isUnset = part => part?.matches(".part--unset");
  const said = part => part.querySelector(".part__say").textContent.trim();

  const chosen = button => [...button.closest(".reply").querySelectorAll(".part")].filter(window.fills.isChosen);
  const WANTED = {
    reply: chosen,
    picture: chosen,
    tray: button => [chosen(button)[button.at]], // one message of several
    part: button => [button.closest(".part")],
  };
  const wanted = button => WANTED[button.dataset.copy](button);

  /* What is done with the words: copied, where the button has nothing else in mind (card.js). */
  const deed = (button, words) => (button.deed ? button.deed(words) : copied(words.join("\n")));

  function show(button, state) {
    button.dataset.state = state;
    clearTimeout(button.timer);
    button.timer = setTimeout(() => delete button.dataset.state, SHOWN_FOR[state]);
  }

  function copy(button) {
    const parts = wanted(button);
    if (!parts.length) {
      forget();
      button.closest(".reply").querySelector(".part__if input").focus();
      return show(button, "none");
    }
    if (parts.some(isUnset)) {
      forget();
      parts.find(isUnset).scrollIntoView({ block: "center" });
      return show(button, "unset");
    }
    const blanks = window.fills.empty(parts).length;
    if (blanks && button.dataset.state !== "blank") {
      forget();
      window.fills.missing(parts, button);
      button.querySelector(".copy__blank").textContent = window.fills.counted(again, blanks);
      return show(button, "blank");
    }
    deed(button, parts.map(said)).then(() => {
      show(button, "done");
      button.dispatchEvent(new Event("copied", { bubbles: true }));
    }, () => show(button, "failed"));
  }

  /* Before anything is ticked, a reply of conditions alone has nothing to copy, and its button says what to do. */
  function settle() {
    for (const button of document.querySelectorAll("[data-copy]")) {
      const parts = wanted(button);
      button.toggleAttribute("data-empty", !parts.length);
      button.toggleAttribute("data-unset", parts.some(isUnset));
      if (button.dataset.state === "blank") delete button.dataset.state; // What it counted has changed.
    }
  }
  document.addEventListener("fills", settle);
  settle();

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
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

  /* What customers say may be a line to slide along, with the keys, too. */
  for (const says of document.querySelectorAll(".says")) if (says.scrollWidth > says.clientWidth) says.tabIndex = 0;

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("article details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
})();
