/* Favourites: a star at the head of a reply keeps it at hand in the search box, on this device alone. */
"use strict";
(() => {
  const KEY = "handbook.favourites";
  const { search: words } = window.handbook;
  const page = /scripts\/[\w-]+\.html$/.exec(location.pathname)?.[0];

  function kept() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(found) ? found.filter(each => typeof each === "string") : [];
    } catch {
      return [];
    }
  }
  window.favourites = kept;

  const place = document.querySelector(".card--page > .label");
  if (!page || !place) return;
  const star = Object.assign(document.createElement("button"), { type: "button", className: "star" });

  function show() {
    const on = kept().includes(page);
    star.textContent = on ? "★" : "☆";
    star.ariaPressed = String(on);
    star.title = star.ariaLabel = on ? words.unstar : words.star;
  }

  star.addEventListener("click", () => {
    const all = kept();
    try {
      localStorage.setItem(KEY, JSON.stringify(all.includes(page) ? all.filter(each => each !== page) : [page, ...all]));
    } catch {
      // Nothing is kept here.
    }
    show();
  });
  addEventListener("pageshow", show);
  place.append(star);
  show();
})();
