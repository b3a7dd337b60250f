/* Copying, also where the browser has no clipboard of its own: that is there only on https and localhost. And a text as a
   cell of a line to paste into a spreadsheet. */
"use strict";
const copying = (() => {
  function copied(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).catch(() => copiedTheOldWay(text));
    }
    return copiedTheOldWay(text);
  }

  function copiedTheOldWay(text) {
    const area = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
    area.style.cssText = "position:fixed;top:0;left:0;width:1px;min-height:0;height:1px;opacity:0";
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    area.setSelectionRange(0, text.length); // iOS does not select without it
    const done = document.execCommand("copy");
    area.remove();
    before?.focus({ preventScroll: true });
    return done ? Promise.resolve() : Promise.reject(new Error("copy refused"));
  }

  /* A text that a spreadsheet would reckon is marked as text; a number with its sign, or a phone number, is none. */
  function cell(text) {
    const flat = text.replace(/\s+/g, " ").trim();
    const marked = /^[=@]|^[+-](?![\d\s.()]*$)/.test(flat) ? `'${flat}` : flat;
    return marked.startsWith('"') ? `"${marked.replaceAll('"', '""')}"` : marked;
  }

  return { copied, cell };
})();
