/* Stands between the theme's search box and what finds (finder.js): the theme asks a worker, and this is who answers.
   The index is a classic script, for file:// gives nothing else; it is read when the box is first used, or when the page
   is idle. It must come before the theme's own script. */
"use strict";
(() => {
  const READY = 1, QUERY = 2, RESULT = 3; // the theme's words for its messages; 0 brings an index of its own
  const FINDER = "assets/finder.js", INDEX = "search/index.js";
  const BEFORE = 1e-3; // the part of a page stands before the page it is on

  let finding;
  const read = () => (finding ??= Promise.all([FINDER, INDEX].map(window.reading)).then(() => window.finder(window.handbookIndex)));

  const shown = ([location, title, text], score) => ({ location, title, text, score, terms: {} });

  /* A page is found by its best part; the page itself stands above it. */
  function grouped(found) {
    const { docs } = window.handbookIndex;
    const pages = new Map(docs.map((doc, at) => [doc[0], at]));
    return found.map(({ doc, sum }) => {
      const page = docs[pages.get(docs[doc][0].split("#")[0])];
      return page && page !== docs[doc] ? [shown(page, sum), shown(docs[doc], sum + BEFORE)] : [shown(docs[doc], sum)];
    });
  }

  class Finder extends EventTarget {
    say(type, data) {
      this.dispatchEvent(new MessageEvent("message", { data: { type, data } }));
    }

    postMessage({ type, data }) {
      if (type === 0) return void setTimeout(() => this.say(READY));
      if (type !== QUERY) return;
      this.last = data;
      if (!data.trim()) return void setTimeout(() => this.say(RESULT, { items: [] }));
      const waiting = setTimeout(() => {
        document.querySelector(".md-search-result__meta").textContent = window.handbook.search.reading;
      }, 50);
      read().then(find => {
        clearTimeout(waiting);
        // What was typed meanwhile is asked, too, and nothing before it is wanted any more.
        if (this.last === data) this.say(RESULT, { items: grouped(find(data)) });
      });
    }
  }

  const Other = window.Worker;
  window.Worker = function (address, ...more) {
    return /workers\/search\./.test(address) ? new Finder() : new Other(address, ...more);
  };

  document.addEventListener("focusin", event => {
    if (event.target.matches?.(".md-search__input")) read();
  });
  addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(() => read()));
})();
