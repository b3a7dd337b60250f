/* What was searched and not found, noted for the shop: kept on this device until somebody copies it and clears it. */
"use strict";
(() => {
  const KEY = "handbook.slips", MOST = 50;
  const { search: words } = window.handbook;
  const made = (name, className, textContent = "", more = {}) =>
    Object.assign(document.createElement(name), { className, textContent, ...more });

  const kept = () => window.kept.list(KEY);
  const keep = all => window.kept.put(KEY, all.slice(0, MOST));

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
      place.append(press(words.slips_copy, () => window.copying.copied(all.join("\n"))));
      place.append(press(words.slips_clear, () => keep([])));
    }
    return place;
  }

  window.slips = box;
})();
