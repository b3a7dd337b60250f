/* What was searched and not found, and replies that did not help, noted for the shop: kept on this device until somebody
   copies or prints it and clears it. */
"use strict";
(() => {
  const KEY = "handbook.slips", MOST = 50;
  const { search: words } = window.handbook;
  const made = (name, className, textContent = "", more = {}) =>
    Object.assign(document.createElement(name), { className, textContent, ...more });

  const kept = () => window.kept.list(KEY);
  const keep = all => window.kept.put(KEY, all.slice(0, MOST));
  const note = text => keep([text, ...kept().filter(each => each !== text)]);

  /* On paper stands the list and nothing else of the page. */
  function print(all) {
    const sheet = made("section", "slips-sheet md-typeset");
    const list = made("ol", "");
    list.append(...all.map(each => made("li", "", each)));
    sheet.append(made("h1", "", words.slips_title), list);
    document.body.append(sheet);
    document.body.classList.add("prints-slips");
    addEventListener("afterprint", () => {
      document.body.classList.remove("prints-slips");
      sheet.remove();
    }, { once: true });
    window.print();
  }

  /* The box as it stands now; `asked` is what was not found, nothing before typing. */
  function box(asked = "") {
    const place = made("div", "slips");
    const all = kept();
    const press = (text, done) => made("button", "copy", text, { type: "button", onclick: () => {
      Promise.resolve(done()).then(() => place.replaceWith(box(asked)));
    } });
    if (asked && !all.includes(asked)) place.append(press(words.slip, () => note(asked)));
    if (all.length) {
      place.append(made("p", "before__name", words.slips.replace("{}", all.length)));
      place.append(press(words.slips_copy, () => window.copying.copied(all.join("\n"))));
      place.append(press(words.slips_print, () => print(all)));
      place.append(press(words.slips_clear, () => keep([])));
    }
    return place;
  }

  window.slips = Object.assign(box, { note });
})();
