/* Shows beside what stands on the page where it is written, with a press that copies the place; and after an edit, what
   else it means. Only a preview has this; a site has not. */
"use strict";
(() => {
  const BLOCKS = "h1,h2,h3,h4,h5,p,li,td,th,dt,dd,label,legend,summary,figcaption,blockquote,.part__say,div";
  const CHANCE = 12; // characters below which a text is to be MOST of a block, not only MANY of its characters
  const MOST = 0.8, MANY = 0.5;
  const SHOWN = 3; // places of one text; the others are counted
  const STAYS = 2000; // milliseconds
  const language = document.documentElement.lang.slice(0, 2);
  const article = document.querySelector("article");
  const places = new Map(); // by element
  let words, floating, every = [];

  const squeezed = text => text.replace(/\s+/g, "");

  function made(tag, text = "", name = "") {
    const part = document.createElement(tag);
    part.textContent = text;
    part.className = name;
    return part;
  }

  function copier(place) {
    const button = made("button", place);
    button.type = "button";
    button.title = words.press.replace("{place}", place);
    button.addEventListener("click", event => {
      event.stopPropagation();
      const say = text => {
        button.textContent = text;
        setTimeout(() => { button.textContent = place; }, STAYS);
      };
      window.copying.copied(place).then(() => say(words.copied), () => say(words.failed));
    });
    return button;
  }

  /* The text of a block is the longest that stands in it, and most of what stands there: a short one may be chance. */
  function find(texts) {
    for (const block of article.querySelectorAll(BLOCKS)) {
      if (block.querySelector(`${BLOCKS},button`)) continue;
      const said = squeezed(block.textContent);
      let best;
      for (const each of texts) {
        const most = each.text.length >= said.length * (each.text.length < CHANCE ? MOST : MANY);
        if (most && each.text.length > (best?.text.length ?? 0) && said.includes(each.text)) best = each;
      }
      if (best) places.set(block, best.places);
    }
  }

  function beside(block) {
    const box = made("div", "", "playbook-place");
    const found = places.get(block);
    box.append(...found.slice(0, SHOWN).map(copier));
    if (found.length > SHOWN) box.append(made("span", words.others.replace("{count}", found.length - SHOWN)));
    const at = block.getBoundingClientRect();
    box.style.top = `${at.top + scrollY}px`;
    box.style.right = `${Math.max(document.documentElement.clientWidth - at.right - scrollX, 0)}px`;
    document.body.append(box);
    return box;
  }

  const seen = block => block.getClientRects().length > 0;

  function point(event) {
    const block = event.target.closest?.(BLOCKS);
    if (every.length || !places.has(block) || floating?.block === block) return;
    floating?.box.remove();
    floating = { block, box: beside(block) };
  }

  function toggle(button) {
    floating?.box.remove();
    floating = undefined;
    const show = !every.length;
    for (const box of every) box.remove();
    every = show ? [...places.keys()].filter(seen).map(beside) : [];
    button.textContent = show ? words.hide : words.show;
    button.setAttribute("aria-pressed", show);
  }

  async function begin() {
    const answer = await fetch(`/.playbook/written?language=${language}&page=${encodeURIComponent(location.pathname)}`, { cache: "no-store" });
    const said = await answer.json();
    words = said.words;
    if (!article) return;
    find(said.texts);
    if (!places.size) return;
    document.addEventListener("pointerover", point);
    const button = made("button", words.show, "playbook-written");
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => toggle(button));
    document.body.append(button);
  }

  const ready = begin().catch(() => {}); // The preview was stopped meanwhile.

  let told = "";
  document.addEventListener("playbook-saved", async ({ detail }) => {
    const text = JSON.stringify(detail);
    if (text === told) return;
    told = text;
    await ready;
    document.querySelector(".playbook-saved")?.remove();
    if (!words || !detail?.groups.length || sessionStorage.getItem("playbook-saved") === text) return;
    const box = made("section", "", "playbook-saved");
    box.setAttribute("role", "status");
    const head = made("header", detail.head);
    const close = made("button", detail.close);
    close.type = "button";
    close.addEventListener("click", () => {
      sessionStorage.setItem("playbook-saved", text);
      box.remove();
    });
    head.append(close);
    box.append(head);
    for (const group of detail.groups) {
      const list = made("ul");
      for (const row of group.rows) {
        const line = made("li");
        if (row.place) line.append(copier(row.place), " ");
        line.append(row.says);
        list.append(line);
      }
      box.append(made("p", group.head), list);
    }
    document.body.append(box);
  });
})();
