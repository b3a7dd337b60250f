/* A page of many screens on a phone is its headings: what stands below one opens where it is asked for.
   Whoever prints, has a wide window or no scripts sees it whole (handbook.css hides on narrow screens only). */
"use strict";
(() => {
  const MOST = 15; // screens of a phone
  const HIDDEN = "folded";
  const narrow = matchMedia("(max-width: 44.9375em)");
  const { fold: words } = window.handbook;
  const article = document.querySelector(".md-content article");
  if (!article) return;

  // What lies below each heading, up to the next. What must be seen at once stays open.
  const parts = [...article.querySelectorAll("h2[id]")].map(head => {
    const below = [];
    for (let next = head.nextElementSibling; next && next.tagName !== "H2" && next.tagName !== "SECTION"; next = next.nextElementSibling) {
      below.push(next);
    }
    return { head, below };
  }).filter(({ below }) => below.length && !below.some(each => each.matches(".rule--urgent, .urgent, .danger") || each.querySelector(".rule--urgent")));

  const isLong = () => document.documentElement.scrollHeight > MOST * innerHeight;
  let buttons = [];
  let every;

  function show(part, open) {
    part.below.forEach(each => each.classList.toggle(HIDDEN, !open));
    part.button.ariaExpanded = String(open);
  }

  const isOpen = part => part.button.ariaExpanded === "true";

  // Kept with the entry of the history: after Back the page is as it was left.
  function keep() {
    every.textContent = parts.every(isOpen) ? words.close : words.open;
    history.replaceState({ ...history.state, open: parts.filter(isOpen).map(({ head }) => head.id) }, "");
  }

  function showAll(open) {
    parts.forEach(part => show(part, open));
    keep();
  }

  function begin() {
    if (article.classList.contains("folds") || !narrow.matches || parts.length < 2 || !isLong()) return;
    article.classList.add("folds");
    const open = history.state?.open ?? [];
    every = Object.assign(document.createElement("button"), { type: "button", className: "fold-all" });
    every.addEventListener("click", () => showAll(!parts.every(isOpen)));
    // Whoever begins to practise sees the questions, wherever they stand.
    article.querySelector(".practice")?.addEventListener("click", event => event.target.closest("button") && showAll(true));
    article.querySelector("h1")?.after(every);
    parts.forEach(part => {
      part.button = Object.assign(document.createElement("button"), { type: "button", className: "fold" });
      part.button.setAttribute("aria-labelledby", part.head.id);
      part.head.append(part.button);
      part.head.addEventListener("click", event => {
        if (event.target.closest("a")) return;
        show(part, !isOpen(part));
        keep();
      });
      show(part, open.includes(part.head.id));
    });
    keep();
    reach();
  }

  // The place that an address names is open, and in sight.
  function reach() {
    const target = article.classList.contains("folds") && location.hash.length > 1
      && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const part = target && parts.find(({ head, below }) => head === target || below.some(each => each.contains(target)));
    if (!part) return;
    show(part, true);
    keep();
    target.scrollIntoView();
  }

  addEventListener("hashchange", reach);
  // A link to where one is already changes nothing in the address.
  addEventListener("click", event => event.target.closest?.("a[href*='#']") && setTimeout(reach));
  narrow.addEventListener("change", begin);
  begin();
})();
