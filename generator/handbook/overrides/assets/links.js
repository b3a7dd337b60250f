/* Addresses to pass on: of a card, and of each heading of a page. They are those of the handbook's own place on the web
   (`about.address`); without one, those this page was opened under. From a stick there is nothing to pass on then. */
"use strict";
(() => {
  const SHOWN_FOR = 1600; // milliseconds
  const { card: words, copy, address } = window.handbook;
  const { base } = JSON.parse(document.getElementById("__config").textContent);
  const home = new URL(`${base}/`, location.href).href;

  /* The address of a place on this page; nothing where nobody else could open it. */
  function to(anchor = "") {
    if (!address && location.protocol === "file:") return "";
    const page = location.href.split(/[?#]/)[0];
    const there = address && page.startsWith(home) ? new URL(page.slice(home.length), address).href : page;
    return anchor ? `${there}#${anchor}` : there;
  }

  function linked(head) {
    const link = Object.assign(document.createElement("a"), { className: "link", href: `#${head.id}`, textContent: "#" });
    link.title = link.ariaLabel = words.link_here;
    link.addEventListener("click", () => window.copying.copied(to(head.id)).then(() => {
      link.textContent = "✓";
      link.ariaLabel = copy.done;
      setTimeout(() => {
        link.textContent = "#";
        link.ariaLabel = words.link_here;
      }, SHOWN_FOR);
    }, () => {}));
    head.append(link);
  }

  window.links = to;
  if (to()) for (const head of document.querySelectorAll("article :is(h2, h3)[id]")) linked(head);
})();
