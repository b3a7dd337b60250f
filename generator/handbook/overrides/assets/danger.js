/* Whoever types that somebody may be hurt sees what to do at once, above all results; and text that comes into the
   search box without a key (pasted by a long press, dictated, put in by an input method) is searched as well.

   `window.redFlags` (handbook/red_flags.py) holds the shop's own words. They are found in whole sentences, in
   traditional characters, in Pinyin, and with a wrong character or letter in them. */
"use strict";
(() => {
  const { flags, sounds, simple } = window.redFlags;
  const soundOf = new Map(Object.entries(sounds).flatMap(([sound, all]) => [...all].map(each => [each, sound])));
  const HAN = /\p{sc=Han}/u;

  const lower = text => text.normalize("NFKC").toLowerCase().replace(/['’‘`´]/g, "");
  const han = text => [...text].filter(each => HAN.test(each)).map(each => simple[each] ?? each);
  const words = text => text.match(/[a-z]+/g) ?? [];

  /* ----- Chinese: the phrase as it stands, or with characters that sound the same */
  const heard = run => run.map(each => soundOf.get(each) ?? each);
  const least = size => (size < 3 ? size : size > 3 ? 0 : 2); // so many characters must be the right ones

  function saysHan(phrase, run) {
    const wanted = heard(phrase), given = heard(run);
    for (let at = 0; at + phrase.length <= run.length; at++) {
      if (!wanted.every((sound, step) => sound === given[at + step])) continue;
      if (phrase.filter((each, step) => each === run[at + step]).length >= least(phrase.length)) return true;
    }
    return false;
  }

  const PINYIN = 8; // letters: a shorter run may be an English word
  const inPinyin = (phrase, letters) => {
    const run = heard(phrase).join("");
    return run.length >= PINYIN && letters.includes(run);
  };

  /* ----- English: all its words in order, few others between them, each with a wrong letter or an ending */
  const BETWEEN = 2;

  function saysWords(phrase, given) {
    const from = (step, at) => {
      if (step === phrase.length) return true;
      const most = step ? Math.min(given.length, at + BETWEEN + 1) : given.length;
      for (let next = at; next < most; next++) {
        if (alike(phrase[step], given[next]) && from(step + 1, next + 1)) return true;
      }
      return false;
    };
    return from(0, 0);
  }

  function alike(wanted, given) {
    if (wanted === given) return true;
    if (wanted.length < 5 || wanted[0] !== given[0]) return false;
    if (given.startsWith(wanted) && given.length - wanted.length <= 3) return true;
    return distance(wanted, given) <= (wanted.length < 8 ? 1 : 2);
  }

  /* How many letters are wrong, left out, put in or in the wrong order (Damerau and Levenshtein). */
  function distance(one, other) {
    let before = [], last = [...Array(other.length + 1).keys()];
    for (let row = 1; row <= one.length; row++) {
      const now = [row];
      for (let at = 1; at <= other.length; at++) {
        const same = one[row - 1] === other[at - 1] ? 0 : 1;
        now[at] = Math.min(now[at - 1] + 1, last[at] + 1, last[at - 1] + same);
        const crossed = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
        if (crossed) now[at] = Math.min(now[at], before[at - 2] + 1);
      }
      [before, last] = [last, now];
    }
    return last[other.length];
  }

  /* ----- What is typed, and what of it raises the alarm */
  function reader(text) {
    const run = han(text), given = words(text), letters = given.join("");
    return phrase => {
      const characters = han(phrase);
      if (characters.length) return saysHan(characters, run) || inPinyin(characters, letters);
      return saysWords(words(lower(phrase)), given);
    };
  }

  /* What is typed without the words in which those of an alarm mean nothing: “eye cream” is no eye. */
  const without = (text, harmless) => harmless.reduce((left, each) => left.replaceAll(each, " "), text);

  function raised(typed) {
    const text = [...lower(typed)].map(each => simple[each] ?? each).join("");
    return flags.find(flag =>
      flag.alarms.some(alarm => {
        const says = reader(without(text, alarm.unless.map(lower)));
        return alarm.any.some(says) && (!alarm.beside.length || alarm.beside.some(says));
      }),
    );
  }

  function show(box) {
    const results = document.querySelector(".md-search__scrollwrap");
    const flag = raised(box.value);
    document.querySelector(".danger")?.remove();
    if (!flag || !results) return;
    const { base } = JSON.parse(document.getElementById("__config").textContent);
    const made = (name, said, more) => Object.assign(document.createElement(name), { textContent: said, ...more });
    const line = made("div", "", { className: "danger" });
    line.setAttribute("role", "alert");
    const rule = made("a", "", { href: `${base}/${flag.page}` });
    rule.append(made("strong", flag.title), made("span", flag.do));
    line.append(rule);
    if (flag.reply) line.append(made("a", flag.reply.title, { href: `${base}/${flag.reply.page}`, className: "danger__reply" }));
    results.prepend(line);
  }

  document.addEventListener("input", event => {
    if (!event.target.matches?.(".md-search__input")) return;
    show(event.target);
    event.target.dispatchEvent(new KeyboardEvent("keyup")); // Material searches after a key, and after nothing else
  });
  document.addEventListener("reset", () => document.querySelector(".danger")?.remove());
  window.redFlags.raised = raised;
})();
