/* Asks whether there is something new, loads the page again when there is, and shows on top what is wrong. */
"use strict";
(() => {
  const PAUSE = 250; // milliseconds
  const language = document.documentElement.lang.slice(0, 2);
  // The page may have been renewed before this script asks for the first time.
  const known = document.currentScript.dataset.version;
  let shown = "";

  function put(problems, head) {
    const text = JSON.stringify([head, problems]);
    if (text === shown) return;
    shown = text;
    document.getElementById("playbook-problems")?.remove();
    if (!problems.length) return;
    const box = document.createElement("section");
    box.id = "playbook-problems";
    box.setAttribute("role", "alert");
    box.style.cssText =
      "position:sticky;top:0;z-index:99;max-height:60vh;overflow:auto;margin:0;padding:.8rem 1.2rem;" +
      "background:#fff4e5;color:#3a2400;border-bottom:3px solid #c25e00;font:16px/1.5 system-ui,sans-serif";
    const line = (tag, words, style = "") => {
      const part = document.createElement(tag);
      part.textContent = words;
      part.style.cssText = style;
      box.append(part);
    };
    line("strong", head);
    for (const problem of problems) {
      if (problem.place) line("code", problem.place, "display:block;margin-top:.6rem;font-size:14px");
      line("div", problem.says);
      if (problem.remedy) line("div", problem.remedy, "padding-left:1.2rem");
    }
    document.body.prepend(box);
  }

  async function ask() {
    try {
      const answer = await fetch(`/.playbook/state?language=${language}&page=${encodeURIComponent(location.pathname)}&known=${encodeURIComponent(known)}`, { cache: "no-store" });
      const state = await answer.json();
      if (state.version !== known) return location.reload();
      put(state.problems, state.head);
      document.dispatchEvent(new CustomEvent("playbook-saved", { detail: state.saved }));
    } catch {
      // The preview was stopped, or is being started again.
    }
    setTimeout(ask, document.hidden ? 4 * PAUSE : PAUSE);
  }

  ask();
})();
