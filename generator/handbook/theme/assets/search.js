/* Cuts what is typed in Chinese into pairs of characters, as the index holds them (handbook/search.py).

   Left to itself, Material's search cuts a query by the words of the index, drops the last character while doing
   so, and finds nothing at all where the first two characters are unknown. This stands between the page and the
   worker that searches; it must come after the shim for file:// and before Material's own script. */
"use strict";
(() => {
  const pairs = run => {
    const characters = [...run];
    return characters.length < 3 ? run : characters.slice(1).map((second, at) => characters[at] + second).join(" ");
  };
  const cut = query => query.replace(/\p{sc=Han}+/gu, run => ` ${pairs(run)} `).trim();

  window.Worker = class extends window.Worker {
    postMessage(message, ...rest) {
      const asked = typeof message?.data === "string";
      super.postMessage(asked ? { ...message, data: cut(message.data) } : message, ...rest);
    }
  };
})();
