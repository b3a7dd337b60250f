/* What else is done with a reply on its own page: a picture of it for a chat, its address, and a word to the shop where
   it did not help. The picture is drawn by a script that is read when somebody asks for one. */
"use strict";
(() => {
  const SHOWN_FOR = 2000; // milliseconds
  const { card: words, copy } = window.handbook;
  const reply = document.querySelector(".card--page .reply");
  if (!reply) return;

  const made = (name, className, textContent = "", more = {}) =>
    Object.assign(document.createElement(name), { className, textContent, ...more });
  const button = (text, press) => made("button", "deed", text, { type: "button", onclick: press });
  const row = made("div", "deeds");
  const below = made("div", "deeds__below");
  let shown = ""; // what stands below the row, of which there is one at a time
  function open(name, ...content) {
    shown = name;
    below.replaceChildren(...content);
    if (name) below.scrollIntoView({ block: "nearest" });
  }
  const shut = () => open("");

  function tells(pressed, done, failed = copy.failed) {
    const said = pressed.textContent;
    return done.then(() => copy.done, () => failed).then(text => {
      pressed.textContent = text;
      setTimeout(() => (pressed.textContent = said), SHOWN_FOR);
    });
  }

  /* ----- The picture: asked for like a copy, so with the same word about what is still empty */
  const pictured = made("button", "deed copy copy--picture", "", { type: "button" });
  pictured.dataset.copy = "picture";
  pictured.ariaLive = "polite";
  for (const each of reply.querySelector(".copy--reply").children) pictured.append(each.cloneNode(true));
  pictured.querySelector(".copy__ready").textContent = words.picture;
  pictured.querySelector(".copy__done").textContent = words.picture_done;
  pictured.querySelector(".copy__failed").textContent = words.picture_failed;
  pictured.deed = said => window.reading("assets/picture.js").then(() => {
    const canvas = window.picture(said, window.handbook.shop);
    const src = canvas.toDataURL("image/png");
    const box = made("div", "picture");
    const both = made("div", "deeds");
    const file = new Promise(done => canvas.toBlob(done, "image/png"));
    if (window.ClipboardItem && window.isSecureContext) {
      both.append(button(words.picture_copy, ({ target }) =>
        tells(target, navigator.clipboard.write([new ClipboardItem({ "image/png": file })]), words.picture_hold)));
    }
    both.append(
      made("a", "deed", words.picture_save, { href: src, download: `${reply.dataset.reply}.png` }),
      button(words.close, shut),
    );
    box.append(made("p", "", words.picture_hold), both, made("img", "", "", { src, alt: said.join("\n") }));
    open("picture", box);
  });
  // What it shows has changed, or is nobody's business any more.
  for (const each of ["fills", "next-customer"]) document.addEventListener(each, () => shown === "picture" && shut());

  /* ----- Its address */
  const address = window.links();
  const link = button(words.link, ({ target }) => tells(target, window.copying.copied(address)));

  /* ----- It did not help */
  const title = document.querySelector("article h1").firstChild.textContent.trim();
  const helped = button(words.helped, () => {
    if (shown === "slip") return shut();
    const box = made("form", "slip");
    const label = made("label", "", words.asked);
    const text = made("textarea", "", "", { rows: 2, maxLength: 300 });
    label.append(text);
    const note = made("button", "deed", words.note, { type: "submit" });
    box.append(label, note);
    box.addEventListener("submit", event => {
      event.preventDefault();
      const why = text.value.trim().replace(/\s+/g, " ");
      window.slips.note((why ? words.noted : words.noted_bare).replace("{}", () => title).replace("{}", () => why));
      open("slips", window.slips());
      below.querySelector("button")?.focus();
    });
    open("slip", box);
    text.focus();
  });

  row.append(pictured, ...(address ? [link] : []), helped);
  reply.append(row, below);
  window.fills.show(); // A button more to settle.
})();
