/* The self-check: says at once whether an answer is right and why, and brings a question again after 1, 7, 30 and 90 days.
   What was answered is kept on this device alone. Without this script each question has its answer folded below it. */
"use strict";
(() => {
  const practice = document.querySelector("[data-practice]");
  if (!practice) return;
  const DAYS = [1, 7, 30, 90]; // after the first right answer, the second, …
  const KEPT = "selfcheck";
  const words = window.handbook.selfcheck;
  const forms = [...document.querySelectorAll("form.quiz")];

  /* Days since 1970 where the reader is: a question comes again in the morning, not at midnight in Greenwich. */
  const today = () => {
    const now = new Date();
    return Math.floor((now.getTime() - now.getTimezoneOffset() * 60000) / 86400000);
  };

  function read() {
    try {
      return JSON.parse(localStorage.getItem(KEPT)) || {};
    } catch {
      return {}; // private windows keep nothing
    }
  }

  function keep(all) {
    try {
      localStorage.setItem(KEPT, JSON.stringify(all));
    } catch {
      // Practising works without being remembered.
    }
  }

  function remember(form, right) {
    const all = read();
    const before = all[form.id] || { box: 0 };
    const box = right ? Math.min(before.box + 1, DAYS.length) : 0;
    all[form.id] = { box, due: today() + DAYS[Math.max(box - 1, 0)] };
    keep(all);
    stand();
  }

  const isDue = (kept, form) => !kept[form.id] || kept[form.id].due <= today();

  function stand() {
    const kept = read();
    const due = forms.filter(form => isDue(kept, form)).length;
    const done = forms.filter(form => kept[form.id]).length;
    practice.querySelector(".practice__stand").textContent = words.stand
      .replace("{due}", due)
      .replace("{done}", done)
      .replace("{all}", forms.length);
  }

  /* The same few for a day, from all over the page. */
  function lot(text) {
    let hash = 2166136261;
    for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 16777619);
    return hash >>> 0;
  }

  function show(chosen) {
    for (const form of forms) form.hidden = !chosen.includes(form);
    for (const part of document.querySelectorAll(".quizzes")) part.hidden = !part.querySelector("form:not([hidden])");
  }

  function few(count) {
    const kept = read();
    const since = form => (kept[form.id] ? kept[form.id].due : today());
    const order = forms
      .filter(form => isDue(kept, form))
      .sort((one, other) => since(one) - since(other) || lot(one.id + today()) - lot(other.id + today()));
    const chosen = order.slice(0, count);
    chosen.forEach(clear);
    show(chosen);
    if (chosen.length) focus(chosen.sort((one, other) => forms.indexOf(one) - forms.indexOf(other))[0]);
  }

  function focus(form) {
    form.scrollIntoView({ block: "start" });
    const first = form.querySelector("input, select, button");
    if (first) first.focus({ preventScroll: true });
  }

  function clear(form) {
    form.reset();
    delete form.dataset.result;
    form.querySelector(".quiz__said").textContent = "";
    form.querySelector("details").open = false;
    for (const judge of form.querySelectorAll(".quiz__judge")) judge.hidden = true;
  }

  const plain = text => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");

  function fits(input) {
    if (JSON.parse(input.dataset.accept).includes(plain(input.value))) return true;
    const figure = Number.parseFloat(plain(input.value));
    return "figure" in input.dataset && Math.abs(figure - input.dataset.figure) <= Number(input.dataset.tolerance);
  }

  /* Whether everything is answered, and rightly; null if something is still empty. */
  function judged(form) {
    const boxes = [...form.querySelectorAll("input[type=radio], input[type=checkbox]")];
    const typed = [...form.querySelectorAll("input[type=text]")];
    const chosen = [...form.querySelectorAll("select")];
    if (boxes.length && !boxes.some(box => box.checked)) return null;
    if (typed.some(input => !input.value.trim()) || chosen.some(select => !select.value)) return null;
    return (
      boxes.every(box => box.checked === "right" in box.dataset) &&
      typed.every(fits) &&
      chosen.every(select => "right" in select.selectedOptions[0].dataset)
    );
  }

  function tell(form, right) {
    form.dataset.result = right ? "right" : "wrong";
    const said = form.querySelector(".quiz__said");
    const why = [...form.querySelectorAll("input:checked")]
      .filter(box => !("right" in box.dataset))
      .map(box => box.closest("li").querySelector(".quiz__why"))
      .filter(Boolean);
    said.textContent = [right ? words.right : words.wrong, ...why.map(each => each.textContent)].join(" ");
    form.querySelector("details").open = true;
    remember(form, right);
  }

  function check(form) {
    if (form.dataset.kind === "open") {
      form.querySelector("details").open = true;
      form.querySelector(".quiz__judge").hidden = false;
      form.querySelector(".quiz__said").textContent = words.compare;
      return;
    }
    const right = judged(form);
    if (right === null) form.querySelector(".quiz__said").textContent = words.first;
    else tell(form, right);
  }

  for (const form of forms) {
    form.addEventListener("submit", event => {
      event.preventDefault();
      check(form);
    });
    for (const button of form.querySelectorAll("[data-judge]")) {
      button.addEventListener("click", () => {
        form.dataset.result = button.dataset.judge;
        form.querySelector(".quiz__said").textContent =
          button.dataset.judge === "right" ? words.noted : words.again;
        remember(form, button.dataset.judge === "right");
      });
    }
    // What is pointed at is an answer; the arrow keys change a choice while one is still looking around.
    let pointed = false;
    form.addEventListener("pointerdown", () => (pointed = true));
    form.addEventListener("keydown", () => (pointed = false));
    form.addEventListener("change", event => {
      if (pointed && event.target.type === "radio") check(form);
    });
  }
  for (const button of practice.querySelectorAll("[data-few]")) {
    button.addEventListener("click", () => few(Number(button.dataset.few)));
  }
  practice.querySelector("[data-all]").addEventListener("click", () => {
    forms.forEach(clear);
    show(forms);
  });
  practice.querySelector("[data-forget]").addEventListener("click", () => {
    keep({});
    forms.forEach(clear);
    stand();
  });
  practice.hidden = false;
  stand();
})();
