/* Marks an answer sheet as the key says (playbook/papers/marking.py does the same in Python). Nothing typed here is kept. */
"use strict";
(() => {
  const { papers, words } = JSON.parse(document.getElementById("data").textContent);
  const at = id => document.getElementById(id);
  const sheet = at("sheet");

  const marksOf = text => [...text.normalize("NFKC").toUpperCase()].filter(each => /[\p{L}\p{N}]/u.test(each));
  const halves = points => (points > 0 ? Math.trunc(points * 2 + 0.5) / 2 : 0);

  function ticked(question, ticks) {
    const right = new Set(question.right);
    const hits = [...ticks].filter(each => right.has(each)).length;
    const slips = right.size - hits + (ticks.size - hits);
    if (ticks.size && question.scoring === "one_slip_half") return question.points * [1, 0.5, 0][Math.min(slips, 2)];
    if (ticks.size && question.scoring === "false2") {
      const share = hits / right.size - (ticks.size - hits) / Math.max(question.options - right.size, 2);
      return Math.max(halves(question.points * share), 0);
    }
    return slips ? 0 : question.points;
  }

  function ordered(question, numbers) {
    const right = [...question.right].map(Number);
    if (numbers.length !== right.length) return 0;
    const hits = right.filter((each, place) => each === numbers[place]).length;
    if (question.scoring === "all_or_nothing") return hits === right.length ? question.points : 0;
    if (question.scoring === "absolute") return halves((question.points * hits) / right.length);
    const follow = right.map((each, place) => [each, numbers[place]]).sort((one, other) => one[0] - other[0]);
    return follow.filter(([, number], place) => place && number === follow[place - 1][1] + 1).length;
  }

  /* The points of an answer; null where nothing is written. */
  function points(question, written) {
    const marks = marksOf(written);
    switch (question.kind) {
      case "single":
      case "truefalse":
        return marks.join("") === question.right ? question.points : 0;
      case "multi":
        return ticked(question, new Set(marks));
      case "match": {
        const hits = [...question.right].filter((each, place) => each === marks[place]).length;
        return question.scoring === "all_or_nothing" ? (hits === question.right.length ? question.points : 0) : hits;
      }
      case "order":
        return ordered(question, marks.filter(each => /^[0-9]$/.test(each)).map(Number));
      default: {
        const given = Number(written.normalize("NFKC").trim() || 0);
        return Number.isNaN(given) ? 0 : Math.min(Math.max(halves(given), 0), question.points);
      }
    }
  }

  function marked(paper, written) {
    const each = paper.questions.map((question, place) => points(question, written[place] || ""));
    const total = each.reduce((sum, more) => sum + more, 0);
    const stars = paper.questions.filter((question, place) => question.star && each[place] < question.points);
    const missed = stars.length;
    let band = "oral";
    if (missed > paper.slips || total <= paper.failed) band = "failed";
    else if (total >= paper.passed && !missed) band = "passed";
    return { each, total, stars: stars.map(question => question.number), band };
  }
  window.marking = { papers, marked };

  const paper = () => papers.find(each => each.id === at("paper").value);
  const fields = () => [...at("rows").querySelectorAll("input")];

  function element(name, text, kind = "") {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  function lay() {
    at("rows").replaceChildren(
      ...paper().questions.map(question => {
        const row = document.createElement("tr");
        const number = element("td", `${question.number}`);
        if (question.star) number.append(element("span", " ★", "star"));
        const input = document.createElement("input");
        input.type = "text";
        input.placeholder = words.hints[question.kind].replace("{}", question.points);
        input.setAttribute("aria-label", `${question.number}: ${input.placeholder}`);
        input.inputMode = question.kind === "given" ? "decimal" : "text";
        const cell = document.createElement("td");
        cell.append(input);
        row.append(number, cell, element("td", ""), element("td", ""));
        return row;
      })
    );
    show();
  }

  function show() {
    const one = paper();
    const written = fields().map(input => input.value);
    const result = marked(one, written);
    const done = written.some(each => each.trim());
    at("result").hidden = !done;
    [...at("rows").rows].forEach((row, place) => {
      const question = one.questions[place];
      const full = result.each[place] === question.points;
      row.cells[2].textContent = written[place].trim() ? `${result.each[place]} / ${question.points}` : "";
      row.cells[2].className = full ? "right" : "wrong";
      row.cells[3].textContent = written[place].trim() && !full ? question.answer : "";
    });
    if (!done) return;
    at("result").dataset.band = result.band;
    at("band").textContent = words[result.band];
    at("total").textContent = words.total.replace("{given}", result.total).replace("{full}", one.full);
    at("stars").textContent = result.stars.length
      ? words.stars_wrong.replace("{}", result.stars.join(words.join))
      : words.stars_right;
    themes(one, result);
    talk(one, result, written);
    line(one, result);
  }

  function themes(one, result) {
    const sums = new Map();
    one.questions.forEach((question, place) => {
      const [given, full] = sums.get(question.theme) || [0, 0];
      sums.set(question.theme, [given + result.each[place], full + question.points]);
    });
    at("themes").replaceChildren(
      ...[...sums].map(([theme, [given, full]]) => {
        const row = document.createElement("tr");
        row.append(element("td", theme), element("td", `${given} / ${full}`, given < full ? "wrong" : "right"));
        return row;
      })
    );
  }

  /* What was not right, starred ones first, each with what is right, why, and where it stands. */
  function talk(one, result, written) {
    const missed = one.questions
      .map((question, place) => ({ question, place }))
      .filter(({ question, place }) => result.each[place] < question.points)
      .sort((first, second) => second.question.star - first.question.star);
    at("talk").replaceChildren(
      ...missed.map(({ question, place }) => {
        const chosen = marksOf(written[place]).filter(letter => letter in question.why);
        const why = chosen.map(letter => `${letter} ${question.why[letter]}`);
        const item = element("li", "");
        const name = words.asked.replace("{}", `${question.number}${question.star ? " ★" : ""}`);
        const wrote = written[place].trim().toUpperCase();
        item.append(element("b", [name, wrote && `${wrote} → ${question.answer}`].filter(Boolean).join(" · ")));
        for (const each of [...why, ...question.notes]) item.append(document.createElement("br"), each);
        item.append(document.createElement("br"));
        item.append(element("span", question.source, "muted"));
        return item;
      })
    );
  }

  /* The last part is what the register takes for "numbers that were wrong". */
  function line(one, result) {
    const wrong = one.questions
      .filter((question, place) => result.each[place] < question.points)
      .map(question => question.number);
    at("line").textContent = [
      at("day").value,
      at("name").value.trim(),
      one.name,
      words.total.replace("{given}", result.total).replace("{full}", one.full),
      result.stars.length ? words.stars_wrong.replace("{}", result.stars.join(words.join)) : words.stars_right,
      words[result.band],
      words.wrong.replace("{}", wrong.join(",") || "0"),
    ]
      .filter(Boolean)
      .join(" · ");
  }

  at("paper").addEventListener("change", lay);
  sheet.addEventListener("input", show);
  sheet.addEventListener("submit", event => event.preventDefault());
  // Enter leads to the next answer, as it does in a list of figures.
  sheet.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    const all = fields();
    (all[all.indexOf(event.target) + 1] || at("copy")).focus();
  });
  sheet.addEventListener("reset", () => {
    const kept = at("paper").value;
    setTimeout(() => {
      at("paper").value = kept; // the next person's sheet is mostly of the same paper
      lay();
    });
  });
  at("copy").addEventListener("click", () =>
    copying.copied(at("line").textContent)
      .then(() => (at("copy").textContent = words.copied))
      .catch(() => {})
  );
  at("print").addEventListener("click", () => window.print());
  lay();
})();
