/* Whoever types that somebody may be hurt sees what to do at once, above all results; and text that comes into the
   search box without a key (pasted by a long press, dictated, put in by an input method) is searched as well.
   What is heard, and how, stands in assets/red-flags.js (design/red_flags.py and heard.js). */
"use strict";
(() => {
  function show(box) {
    const results = document.querySelector(".md-search__scrollwrap");
    const flag = window.redFlags.raised(box.value);
    const there = document.querySelector(".danger");
    if (there && there.flag === flag) return; // A finger may be on it already.
    there?.remove();
    if (!flag || !results) return;
    const { base } = JSON.parse(document.getElementById("__config").textContent);
    const made = (name, said, more) => Object.assign(document.createElement(name), { textContent: said, ...more });
    const line = made("div", "", { className: "danger" });
    line.setAttribute("role", "alert");
    line.flag = flag;
    const rule = made("a", "", { href: `${base}/${flag.page}` });
    rule.append(made("strong", flag.title), made("span", flag.do));
    line.append(rule);
    if (flag.reply) line.append(made("a", flag.reply.title, { href: `${base}/${flag.reply.page}`, className: "danger__reply" }));
    results.prepend(line);
  }

  document.addEventListener("input", event => {
    if (!event.target.matches?.(".md-search__input")) return;
    show(event.target);
    event.target.dispatchEvent(new KeyboardEvent("keyup")); // Material searches after a key, and after nothing else
  });
  document.addEventListener("reset", () => document.querySelector(".danger")?.remove());
})();
