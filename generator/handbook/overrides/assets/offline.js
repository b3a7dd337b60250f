/* Over https the handbook can be installed and works without a network. From a stick, in the preview and over plain
   http nothing of this runs. A new version is fetched whole in the background, announced, and taken when somebody says so. */
"use strict";
(() => {
  const AGAIN = 60 * 60 * 1000; // an open page asks for a new version every hour
  const LATER = 3000; // the page itself comes first
  const own = document.currentScript.src;
  if (location.protocol === "file:" || !window.isSecureContext || !("serviceWorker" in navigator)) return;

  /* The preview's own script comes after this one. */
  const previewed = () => document.querySelector('script[src*="/.playbook"]');
  const words = window.handbook.offline;
  // Our scripts lie in assets/ of each language; what keeps the site lies above all languages.
  const root = new URL(words.root, new URL("..", own));

  function offered() {
    const manifest = { rel: "manifest", href: new URL("../app.webmanifest", own).href };
    const icon = { rel: "apple-touch-icon", href: new URL("icon-180.png", own).href };
    for (const each of [manifest, icon]) document.head.append(Object.assign(document.createElement("link"), each));
  }

  function announce(waiting) {
    if (document.getElementById("new-version")) return;
    const box = document.createElement("section");
    box.id = "new-version";
    box.setAttribute("role", "status");
    const said = document.createElement("p");
    said.textContent = words.there;
    const button = (textContent) => Object.assign(document.createElement("button"), { type: "button", textContent });
    const press = button(words.take);
    const later = button(words.later);
    later.className = "later";
    later.addEventListener("click", () => box.remove()); // the next page says it again
    press.addEventListener("click", () => {
      press.disabled = true;
      waiting.postMessage("take over");
    });
    box.append(said, press, later);
    document.body.append(box);
  }

  function watch(registration) {
    if (registration.waiting && navigator.serviceWorker.controller) announce(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const fresh = registration.installing;
      fresh.addEventListener("statechange", () => {
        // Without a controller it is the first one, and there is nothing old to be told of.
        if (fresh.state === "installed" && navigator.serviceWorker.controller) announce(fresh);
      });
    });
    const ask = () => registration.update().catch(() => {}); // without a network there is nothing new
    setInterval(ask, AGAIN);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && ask());
  }

  // The first one takes over a page that is the newest already; after that no page may mix two versions, in any tab.
  let older = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (older) location.reload();
    older = navigator.serviceWorker.controller;
  });

  const begin = () =>
    navigator.serviceWorker
      .register(new URL("sw.js", root), { scope: root.href, updateViaCache: "none" })
      .then(watch)
      .catch(() => {}); // a browser that keeps nothing still shows the site
  window.addEventListener("load", () => {
    if (previewed()) return;
    offered();
    // What whoever waits at the search box needs comes first, however slow the network is.
    const soon = () => (window.handbookIndex ? begin() : setTimeout(soon, LATER));
    setTimeout(soon, LATER);
  });
})();
