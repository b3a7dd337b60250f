/* What was searched and not found, noted for the shop: kept on this device until somebody copies it and clears it. */
"use strict";
(() => {
  const KEY = "handbook.slips", MOST = 50;
  const { search: words } = window.handbook;
  const made = (name, className, textContent = "", more = {}) =>
    Object.assign(document.createElement(name), { className, textContent, ...more });

  function kept() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(found) ? found.filter(each => typeof each === "string") : [];
    } catch {
      return [];
    }
  }

  function keep(all) {
    try {
      localStorage.setItem(KEY, JSON.stringify(all.slice(0, MOST)));
    } catch {
      // Nothing is kept here.
    }
  }

  /* The box as it stands now; `asked` is what was not found, nothing before typing. */
  function box(asked = "") {
    const place = made("div", "slips");
    const all = kept();
    const press = (text, done) => made("button", "copy", text, { type: "button", onclick: () => {
      Promise.resolve(done()).then(() => place.replaceWith(box(asked)));
    } });
    if (asked && !all.includes(asked)) place.append(press(words.slip, () => keep([asked, ...all])));
    if (all.length) {
      place.append(made("p", "before__name", words.slips.replace("{}", all.length)));
      place.append(press(words.slips_copy, () => window.handbook.copied(all.join("\n"))));
      place.append(press(words.slips_clear, () => keep([])));
    }
    return place;
  }

  window.slips = box;
})();
