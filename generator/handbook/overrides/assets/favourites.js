/* Favourites: a star at the head of a reply keeps it at hand in the search box, on this device alone. */
"use strict";
(() => {
  const KEY = "handbook.favourites";
  const { search: words } = window.handbook;
  const page = /scripts\/[\w-]+\.html$/.exec(location.pathname)?.[0];

  const kept = () => window.kept.list(KEY);
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
    window.kept.put(KEY, all.includes(page) ? all.filter(each => each !== page) : [page, ...all]);
    show();
  });
  addEventListener("pageshow", show);
  place.append(star);
  show();
})();
