/* Scripts that are read when they are wanted, and once: `reading("assets/picture.js")` is kept when it has run. They are
   elements of the page, for file:// gives nothing else. */
"use strict";
{
  const { base } = JSON.parse(document.getElementById("__config").textContent);
  const home = new URL(`${base}/`, location.href);
  const asked = {};

  window.reading = path => (asked[path] ??= new Promise((done, failed) => {
    const script = Object.assign(document.createElement("script"), { src: new URL(path, home), async: false });
    script.addEventListener("load", () => done());
    script.addEventListener("error", failed);
    document.head.append(script);
  }));

  // What else is done with a reply stands on its own page; it asks all other scripts, so it comes after them.
  if (document.querySelector(".card--page .reply")) addEventListener("DOMContentLoaded", () => window.reading("assets/card.js"));
}
