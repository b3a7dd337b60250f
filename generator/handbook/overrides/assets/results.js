/* A result of the search is an answer: stage and title, the thing customers say that comes nearest to what was typed,
   and the first line of the reply with a button that copies it. Ctrl+Enter copies the chosen one's, or the first one's.
   Nothing found says what to do instead.

   `window.answers` (handbook/answers.py) holds the replies; it is read when the search is first opened. */
"use strict";
(() => {
  const { base, translations } = JSON.parse(document.getElementById("__config").textContent);
  const { search: words, copy } = window.handbook;
  const LETTERS = 2; // a shorter word is in every sentence
  const home = new URL(`${base}/`, location.href);
  const input = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list");
  const meta = document.querySelector(".md-search-result__meta");
  if (!input || !list) return;

  const made = (name, className, textContent = "") =>
    Object.assign(document.createElement(name), { className, textContent });

  /* ----- The replies */
  let asked = false;
  function fetchOnce() {
    if (asked) return;
    asked = true;
    window.reading("assets/answers.js").then(() => {
      answer();
      document.dispatchEvent(new Event("answers"));
    });
  }

  /* ----- What customers say, and which of it is nearest to what was typed: by pairs of characters, or words */
  const bits = text => {
    const plain = text.normalize("NFKC").toLowerCase();
    const latin = plain.split(/[^a-z]+/).filter(each => each.length > LETTERS);
    const characters = [...plain].filter(each => /\p{sc=Han}/u.test(each));
    return new Set([...characters, ...characters.slice(1).map((each, at) => characters[at] + each), ...latin]);
  };

  function nearest(says) {
    const typed = bits(input.value);
    const shared = said => [...bits(said)].filter(each => typed.has(each)).length;
    return says.reduce((best, said) => (shared(said) > shared(best) ? said : best));
  }

  /* ----- One result */
  function line(parts) {
    const said = made("p", "part__say");
    for (const part of parts) {
      if (typeof part === "string") {
        said.append(part);
        continue;
      }
      const blank = made("span", "blank", part[1]);
      blank.dataset.blank = part[0];
      said.append(blank);
    }
    return said;
  }

  function button() {
    const copies = made("button", "copy copy--answer");
    copies.type = "button";
    copies.dataset.copy = "part";
    copies.setAttribute("aria-live", "polite");
    for (const state of ["ready", "done", "blank", "failed"]) copies.append(made("span", `copy__${state}`, copy[state] ?? ""));
    return copies;
  }

  function turn(item) {
    const link = item.querySelector("a[href]");
    const address = new URL(link.href);
    const found = address.href.startsWith(home.href) && window.answers[address.pathname.slice(home.pathname.length)];
    if (!found) return;
    const article = link.querySelector("article"), title = article.querySelector("h1, h2");
    title.prepend(made("span", "answer__stage", found.stage));
    article.replaceChildren(title, made("p", "answer__says", words.quoted.replace("{}", nearest(found.says))));
    item.classList.add("answer", "part");
    // A reply of conditions alone is chosen on its page.
    if (found.reply) item.append(line(found.reply), button());
    else item.append(made("p", "part__say answer__choose", words.choose));
  }

  function answer() {
    if (!window.answers) return;
    const before = list.querySelectorAll(".answer").length;
    for (const item of list.querySelectorAll("li:not(.answer)")) turn(item);
    // Only then: what a button says changes the list, too, and must not be looked at as a new result.
    if (list.querySelectorAll(".answer").length !== before) window.fills.show();
  }

  /* ----- Nothing found */
  function nothing() {
    const none = meta.textContent.trim() === translations["search.result.none"] && input.value.trim();
    const shown = document.querySelector(".nothing");
    if (!none) return shown?.remove();
    const slip = window.slips(input.value.trim());
    if (shown) return shown.querySelector(".slips").replaceWith(slip);
    const box = made("div", "nothing");
    for (const each of words.nothing) box.append(made("p", "", each));
    box.append(Object.assign(made("a", "", words.all), { href: new URL("scripts/index.html", home) }));
    box.append(slip);
    meta.parentElement.after(box);
  }

  new MutationObserver(() => {
    answer();
    nothing();
  }).observe(meta.parentElement, { childList: true, subtree: true, characterData: true });

  input.addEventListener("focus", fetchOnce);
  if (document.activeElement === input) fetchOnce();

  document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.target.closest?.(".md-search")) return;
    const chosen = document.activeElement.closest("li.answer") ?? list.querySelector("li.answer");
    event.preventDefault();
    chosen?.querySelector("[data-copy]")?.click();
  });
})();
