/* Before anything is typed the search offers the red line, the phrases the shop names (`search.first`) and the replies
   used last on this device, after its favourites. The phrases on the first page ask, too. */
"use strict";
(() => {
  const { base } = JSON.parse(document.getElementById("__config").textContent);
  const { search: words, first, urgent } = window.handbook;
  const home = new URL(`${base}/`, location.href);
  const input = document.querySelector(".md-search__input");
  const place = document.querySelector(".md-search__scrollwrap");
  if (!input || !place) return;

  const made = (name, className, textContent = "", more = {}) =>
    Object.assign(document.createElement(name), { className, textContent, ...more });

  /* ----- Used last: the scripts that were opened, or copied from a result */
  const KEY = "handbook.recent", MOST = 4;

  const recent = () => window.kept.list(KEY);
  const use = page => window.kept.put(KEY, [page, ...recent().filter(each => each !== page)].slice(0, MOST));

  const pageOf = address => /scripts\/[\w-]+\.html$/.exec(new URL(address, location.href).pathname)?.[0];
  const here = pageOf(location.href);
  if (here && document.querySelector(".reply")) use(here);
  document.addEventListener("click", event => {
    const link = event.target.closest?.("[data-copy]")?.closest("li.answer")?.querySelector("a[href]");
    if (link && pageOf(link.href)) use(pageOf(link.href));
  });

  /* ----- The panel */
  function ask(phrase) {
    input.value = phrase;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  }

  function list(box, name, pages) {
    const there = pages.filter(page => window.answers?.[page]);
    if (there.length) box.append(made("p", "before__name", name));
    for (const page of there) box.append(made("a", "before__used", window.answers[page].title, { href: new URL(page, home) }));
  }

  function panel() {
    const box = made("div", "before");
    if (urgent) {
      const line = made("a", "before__urgent", "", { href: new URL("complaints.html#_red_flags", home) });
      line.append(made("strong", "", urgent.title), " ", made("span", "", urgent.more));
      box.append(line);
    }
    if (first.length) {
      const phrases = made("div", "before__phrases");
      for (const each of first) phrases.append(made("button", "", each, { type: "button", onclick: () => ask(each) }));
      box.append(made("p", "before__name", words.first), phrases);
    }
    const starred = window.favourites();
    list(box, words.favourites, starred);
    list(box, words.recent, recent().filter(page => !starred.includes(page)));
    box.append(window.slips());
    return box;
  }

  function show() {
    document.querySelector(".before")?.remove();
    const empty = !input.value.trim();
    place.classList.toggle("is-before", empty);
    if (empty) place.prepend(panel());
  }

  document.addEventListener("click", event => {
    const phrase = event.target.closest?.("button[data-ask]");
    if (!phrase) return;
    const open = document.getElementById("__search");
    if (!open.checked) open.click();
    ask(phrase.dataset.ask);
  });

  input.addEventListener("focus", show);
  input.addEventListener("input", show);
  input.form?.addEventListener("reset", () => setTimeout(show));
  document.addEventListener("answers", show); // The titles have come.
  if (document.activeElement === input) show();
})();
