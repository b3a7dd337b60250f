/* Checklists are ticked on the page: for today, on this device alone. Tomorrow they are empty. */
"use strict";
(() => {
  const KEY = "handbook.day";
  const lists = [...document.querySelectorAll("article .ticks[data-list]")];
  if (!lists.length) return;
  const today = () => new Date().toLocaleDateString("sv"); // 2026-11-28, as it is here

  function kept() {
    try {
      const { day, ticked } = JSON.parse(localStorage.getItem(KEY)) ?? {};
      return day === today() && Array.isArray(ticked) ? ticked : [];
    } catch {
      return [];
    }
  }

  function tick(name, on) {
    const ticked = kept().filter(each => each !== name);
    try {
      localStorage.setItem(KEY, JSON.stringify({ day: today(), ticked: on ? [...ticked, name] : ticked }));
    } catch {
      // It stays on the page.
    }
  }

  function show() {
    const ticked = kept();
    for (const box of document.querySelectorAll(".ticks__box")) box.checked = ticked.includes(box.name);
  }

  for (const list of lists) {
    [...list.children].forEach((item, at) => {
      const label = document.createElement("label");
      const box = Object.assign(document.createElement("input"), {
        type: "checkbox", className: "ticks__box", name: `${list.dataset.list}/${at}`, autocomplete: "off",
      });
      box.addEventListener("change", () => tick(box.name, box.checked));
      label.append(box, ...item.childNodes);
      item.append(label);
    });
  }
  addEventListener("pageshow", show);
  document.addEventListener("visibilitychange", show); // It may be the next day.
  show();
})();
