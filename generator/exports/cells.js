/* A text as a cell of a line to paste into a spreadsheet. */
"use strict";
const cells = {
  /* A text that a spreadsheet would reckon is marked as text; a number with its sign, or a phone number, is none. */
  pasted(text) {
    const flat = text.replace(/\s+/g, " ").trim();
    const marked = /^[=@]|^[+-](?![\d\s.()]*$)/.test(flat) ? `'${flat}` : flat;
    return marked.startsWith('"') ? `"${marked.replaceAll('"', '""')}"` : marked;
  },
};
