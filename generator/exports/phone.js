/* Fills in a form by thumb: adds rows, reckons days, says at the field what is not right yet, and gives what was filled
   in as a message. Nothing is sent and nothing is kept: after “clear”, a reload or going back the page is empty. */
"use strict";
(() => {
  const { parts, consents, shop, words, stamp, line: register } = JSON.parse(document.getElementById("outline").textContent);
  const at = id => document.getElementById(id);
  const form = at("form"), ready = at("ready"), toMend = at("to-mend"), saying = at("said");
  const wrapOf = id => form.querySelector(`[data-field="${CSS.escape(id)}"]`);
  const fill = (text, ...given) => given.reduce((said, each) => said.replace("{}", () => each), text);
  const say = text => (saying.textContent = text);

  /* ----- Rows */
  const rows = new Map(parts.filter(part => part.table).map(({ table }) => [table.id, { ...table, made: 0, there: [] }]));

  function addRow(table) {
    const number = ++table.made;
    const row = at(`${table.id}--row`).content.cloneNode(true).firstElementChild;
    for (const part of row.querySelectorAll("*")) {
      for (const name of ["id", "for", "name", "data-field", "aria-describedby", "aria-labelledby"]) {
        const value = part.getAttribute(name);
        if (value) part.setAttribute(name, value.replace(/\.0(?=--|\s|$)/g, `.${number}`));
      }
    }
    table.there.push({ number, row });
    at(`${table.id}--rows`).append(row);
    settle(table);
    return row;
  }

  function removeRow(table, row) {
    const place = table.there.findIndex(each => each.row === row);
    table.there.splice(place, 1);
    for (const part of row.querySelectorAll("[id]")) alarming.delete(part.id);
    warn();
    row.remove();
    if (!table.there.length) addRow(table);
    settle(table);
    table.there[Math.max(0, place - 1)].row.querySelector("input, textarea")?.focus();
  }

  function settle(table) {
    table.there.forEach(({ row }, place) => {
      row.querySelector("legend").textContent = fill(words.row, place + 1);
      row.querySelector("[data-remove]").textContent = fill(words.remove_row, place + 1);
    });
    const full = table.there.length >= table.most;
    form.querySelector(`[data-add="${CSS.escape(table.id)}"]`).disabled = full;
    at(`${table.id}--full`).hidden = !full;
  }

  function startRows() {
    for (const table of rows.values()) {
      at(`${table.id}--rows`).replaceChildren();
      table.there = [];
      addRow(table);
    }
  }

  /* ----- What is filled in: of each field as text, an option by its label */
  const NUMBER = { numeric: /^\d+$/, decimal: /^\d+([.,]\d{1,2})?$/, signed: /^-?\d+([.,]\d+)?$/ };
  const plain = text => text.normalize("NFKC").replace(/[−–]/g, "-").trim();
  const ticked = (field, id) => field.options.map((option, place) => [option, `${id}--${place}`]).filter(([, box]) => at(box).checked);

  function withOther([option, box]) {
    const more = option.other ? at(`${box}--other`).value.trim() : "";
    return more ? `${option.label}${words.colon}${more}` : option.label;
  }

  function valueOf(field, id = field.id) {
    switch (field.asks) {
      case "one":
      case "several":
        return ticked(field, id).map(withOther).join(words.list_join);
      case "score":
        return [1, 2, 3, 4, 5].find(score => at(`${id}--${score}`).checked)?.toString() ?? "";
      case "yes":
        return at(id).checked ? words.yes : "";
      case "reckoned":
        return at(id).textContent;
      case "day":
      case "time":
        return at(id).value;
      default:
        return field.keys === "text" ? at(id).value.trim() : plain(at(id).value);
    }
  }

  /* What is used up, in figures; 0 where none is typed. */
  function supply({ lasts, number, amount, daily }, typed) {
    const figure = id => (id && Number(plain(typed(id).value).replace(",", "."))) || 0;
    return { lasts, number: figure(number), holds: figure(amount), daily: figure(daily) };
  }

  function reckon() {
    for (const [{ asks, rule }, id, row] of asked()) {
      if (asks !== "reckoned") continue;
      const typed = id => at(id + row) ?? at(id);
      const begun = typed(rule.start).validity.valid ? typed(rule.start).value : "";
      const start = rule.supply ? calendar.usedUp(begun, supply(rule.supply, typed)) : begun;
      at(id).textContent = calendar.reckoned(start, rule.amount, rule.unit, shop);
    }
  }

  /* ----- What is not right yet */
  function faultOf(field, id) {
    const { faults } = words;
    const value = valueOf(field, id);
    if (field.asks === "day" && at(id).matches(":invalid")) return faults.wrong_day;
    if (!value) {
      if (!field.required || field.asks === "reckoned") return "";
      return { one: faults.unchosen, several: faults.unchosen, score: faults.unchosen, yes: faults.unticked }[field.asks] ?? faults.missing;
    }
    if (field.keys === "tel" && value.replace(/\D/g, "").length < 5) return faults.wrong_phone;
    if (NUMBER[field.keys] && !NUMBER[field.keys].test(value)) {
      return { numeric: faults.wrong_whole, decimal: faults.wrong_amount, signed: faults.wrong_figure }[field.keys];
    }
    return "";
  }

  const controls = wrap => wrap.querySelectorAll("input:not(.other), textarea");

  function mark(id, fault) {
    const wrap = wrapOf(id);
    wrap.classList.toggle("field--wrong", fault !== "");
    at(`${id}--fault`).textContent = fault;
    at(`${id}--fault`).hidden = fault === "";
    for (const control of controls(wrap)) {
      if (fault) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  }

  /* A row in which nothing stands is none, and asks for nothing. */
  const inRow = (table, number) => table.fields.map(field => [field, `${field.id}.${number}`, `.${number}`]);
  const filled = table => table.there.filter(({ number }) => inRow(table, number).some(([field, id]) => valueOf(field, id)));

  /* Every field with the id of what it is typed in, and what its row adds to that. */
  function* asked() {
    for (const { fields, table } of parts) {
      yield* fields.map(field => [field, field.id, ""]);
      if (!table) continue;
      const there = rows.get(table.id);
      for (const { number } of there.there) yield* inRow(there, number);
    }
  }

  function wrong() {
    const counts = new Set([...rows.values()].flatMap(table => filled(table).flatMap(({ number }) => inRow(table, number).map(([, id]) => id))));
    const found = [];
    for (const [field, id] of asked()) {
      if (!at(`${id}--fault`)) continue;
      const fault = id === field.id || counts.has(id) ? faultOf(field, id) : "";
      mark(id, fault);
      if (fault) found.push([field, id, fault]);
    }
    return found;
  }

  function list(found) {
    const [line, points] = toMend.children;
    line.textContent = fill(found.length === 1 ? words.to_mend.one : words.to_mend.other, found.length);
    points.replaceChildren(...found.map(([field, id, fault]) => {
      const link = Object.assign(document.createElement("a"), { href: `#${id}`, textContent: `${field.label}${words.colon}${fault}` });
      link.addEventListener("click", event => {
        event.preventDefault();
        controls(wrapOf(id))[0].focus();
        wrapOf(id).scrollIntoView({ block: "center" });
      });
      const point = document.createElement("li");
      point.append(link);
      return point;
    }));
    toMend.hidden = found.length === 0;
  }

  /* ----- The message */
  const line = (field, id) => {
    const value = valueOf(field, id);
    const unit = value && field.unit && !field.unitFirst ? ` ${field.unit}` : "";
    const sign = value && field.unitFirst ? field.unit : "";
    return value ? `${field.label}${words.colon}${sign}${value}${unit}` : "";
  };

  function linesOf(part) {
    const said = part.fields.map(field => line(field, field.id));
    said.push(...part.steps.filter(step => at(step.id).checked).map(step => `${step.name}${words.ticked}`));
    const table = part.table && rows.get(part.table.id);
    filled(table ?? { there: [] }).forEach(({ number }, place) => {
      said.push(fill(words.row, place + 1), ...inRow(table, number).map(([field, id]) => line(field, id)));
    });
    return said.filter(Boolean);
  }

  function message() {
    const said = parts.map(part => [part.title, linesOf(part)]).filter(([, lines]) => lines.length);
    const blocks = said.map(([title, lines]) => [...(title ? [fill(words.section, title)] : []), ...lines].join("\n"));
    if (consents.each.length) {
      const given = consents.each.filter(consent => at(consent.id).checked).map(consent => consent.text);
      blocks.push([fill(words.section, consents.title), ...(given.length ? given : [words.none_ticked])].join("\n"));
    }
    return [...blocks, stamp].join("\n\n");
  }

  /* ----- The line for the register, whose cells stand side by side with a tab between them */
  const known = new Map(parts.flatMap(({ fields, table }) => [...fields, ...(table?.fields ?? [])]).map(field => [field.id, field]));

  function cellValue({ field: name, holds, option }, row) {
    const field = known.get(name);
    const id = at(`${name}${row}--fault`) ? name + row : name;
    if (!field || !at(`${id}--fault`)) return ""; // filled in by the shop
    if (holds === "ticked") return at(`${id}--${option}`).checked ? words.yes : "";
    if (holds === "other") {
      return ticked(field, id).filter(([each]) => each.other).map(([, box]) => at(`${box}--other`).value).join(words.list_join);
    }
    if (field.asks === "one") return ticked(field, id).map(([each]) => each.label).join("");
    return ["decimal", "signed"].includes(field.keys) ? valueOf(field, id).replace(",", ".") : valueOf(field, id);
  }

  function lines() {
    const table = rows.get(register.rows);
    const suffixes = table && filled(table).length ? filled(table).map(({ number }) => `.${number}`) : [""];
    return register.pieces.map(each => suffixes.map(row => each.cells.map(cell => cells.pasted(cellValue(cell, row))).join("\t")).join("\n"));
  }

  /* ----- Copying */
  const copy = (id, done) => copying.copied(at(id).value ?? at(id).textContent).then(() => say(done), () => say(words.copy_failed));

  /* ----- Whoever writes that somebody may be hurt sees at once what comes first */
  const alarming = new Map();

  function hear(id, text) {
    const flag = window.redFlags.raised(text);
    if (flag) alarming.set(id, flag);
    else alarming.delete(id);
    warn();
  }

  function warn() {
    const box = at("danger");
    const [first] = alarming.values();
    const [title, what] = box.children;
    title.textContent = first ? box.dataset.said || first.title : "";
    what.textContent = (first && !box.dataset.said && first.do) || "";
    box.hidden = !first;
  }

  /* ----- From one state to the next */
  let touched = false;

  /* What stands ready to be sent; nothing as long as something is missing. */
  function show(made, pieces) {
    at("message").value = made;
    pieces.forEach((piece, place) => (at(`line--${place}`).textContent = piece));
    ready.hidden = made === "";
  }
  const hide = () => show("", (register?.pieces ?? []).map(() => ""));

  function empty() {
    form.reset();
    startRows();
    for (const [, id] of asked()) if (at(`${id}--fault`)) mark(id, "");
    reckon();
    toMend.hidden = true;
    hide();
    alarming.clear();
    warn();
    touched = false;
    say("");
  }

  function finish() {
    const found = wrong();
    list(found);
    if (found.length) {
      hide();
      return toMend.focus();
    }
    show(message(), register ? lines() : []);
    ready.focus({ preventScroll: true });
    ready.scrollIntoView();
  }

  form.addEventListener("submit", event => {
    event.preventDefault();
    finish();
  });

  form.addEventListener("input", event => {
    touched = true;
    hide(); // What was made no longer says what stands here.
    say("");
    reckon();
    if (event.target.matches("textarea, input[type=text]")) hear(event.target.id, event.target.value);
    // Whoever writes behind an option means it.
    if (event.target.matches(".other") && event.target.value) event.target.previousElementSibling.control.checked = true;
    const id = event.target.closest("[data-field]")?.dataset.field;
    if (id && at(`${id}--fault`)) mark(id, "");
  });

  form.addEventListener("click", event => {
    const { add } = event.target.dataset;
    if (add) addRow(rows.get(add)).querySelector("input, textarea")?.focus();
    if (!event.target.matches("[data-remove]")) return;
    const row = event.target.closest(".row");
    removeRow([...rows.values()].find(table => table.there.some(each => each.row === row)), row);
    hide();
  });

  ready.addEventListener("click", event => {
    const { copy: id, said } = event.target.dataset;
    if (id) copy(id, said === "line" ? words.copied_line : words.copied);
  });
  if (navigator.share) {
    at("share").hidden = false;
    at("share").addEventListener("click", () => navigator.share({ text: at("message").value }).catch(() => {}));
  }
  at("change").addEventListener("click", () => form.querySelector("input, textarea").focus());
  at("clear").addEventListener("click", () => {
    empty();
    say(words.cleared);
    window.scrollTo(0, 0);
  });

  // A page that comes back by itself (going back, a restored tab) comes back empty.
  addEventListener("pageshow", empty);
  addEventListener("beforeunload", event => {
    if (touched) event.preventDefault();
  });
  empty();
})();
