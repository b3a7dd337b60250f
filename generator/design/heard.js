/* Hears in what somebody typed that somebody may be hurt: `window.redFlags.raised(text)` gives what is done then.

   `window.redFlags` (design/red_flags.py) holds the shop's own words. They are found in whole sentences, in
   traditional characters, in Pinyin, and with a wrong character or letter in them. */
"use strict";
(() => {
  const { flags, sounds, spoken, simple, syllables } = window.redFlags;
  const soundOf = new Map(Object.entries(sounds).flatMap(([sound, all]) => [...all].map(each => [each, sound])));
  const HAN = /\p{sc=Han}|\d/u; // with figures: 打120

  const lower = text => text.normalize("NFKC").toLowerCase().replace(/['’‘`´]/g, "").replaceAll("&", " and ");
  const han = text => [...text].filter(each => HAN.test(each)).map(each => simple[each] ?? each);
  const words = text => text.match(/[a-z]+|\d+/g) ?? [];

  /* ----- Chinese: the phrase as it stands, or with characters that sound the same */
  const heard = run => run.map(each => soundOf.get(each) ?? each);
  const least = size => (size < 3 ? size : size > 3 ? 0 : 2); // so many characters must be the right ones

  function saysHan(phrase, { run, sounding }) {
    for (let at = 0; at + phrase.han.length <= run.length; at++) {
      if (!phrase.sounding.every((sound, step) => sound === sounding[at + step])) continue;
      if (phrase.han.filter((each, step) => each === run[at + step]).length >= least(phrase.han.length)) return true;
    }
    return false;
  }

  /* ----- Pinyin: a long run of letters; a short one only between whole syllables, for it may be of an English word */
  const LONG = 8;
  const PINYIN = new RegExp(`^(?:${syllables.join("|")})*$`);

  function inPinyin(phrase, { letters, pinyin }) {
    const { latin } = phrase;
    if (latin.length >= LONG) return letters.includes(latin);
    for (let at = pinyin ? letters.indexOf(latin) : -1; at >= 0; at = letters.indexOf(latin, at + 1)) {
      if (PINYIN.test(letters.slice(0, at)) && PINYIN.test(letters.slice(at + latin.length))) return true;
    }
    return false;
  }

  /* ----- English: all its words in order, few others between them, each with a wrong letter or an ending */
  const BETWEEN = 2;

  function saysWords(phrase, given) {
    if (!phrase.length) return false;
    // Short words are everywhere: “a and e” is said together or not at all.
    const between = phrase.every(each => each.length < 4) ? 0 : BETWEEN;
    const from = (step, at) => {
      if (step === phrase.length) return true;
      const most = step ? Math.min(given.length, at + between + 1) : given.length;
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
    return mixedUp(wanted, given) || distance(wanted, given) <= (wanted.length < 8 ? 1 : 2);
  }

  /* The right letters between the right ends, in the wrong order: “tounge”. */
  const sorted = word => [...word].sort().join("");
  const mixedUp = (one, other) =>
    one.length === other.length && one.at(-1) === other.at(-1) && sorted(one) === sorted(other);

  /* How many letters are wrong, left out, put in or in the wrong order (Damerau and Levenshtein). */
  function distance(one, other) {
    if (Math.abs(one.length - other.length) > 2) return 3;
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
  const simplified = text => [...text].map(each => simple[each] ?? each).join("");

  function ready(phrase) {
    const characters = han(phrase);
    const sounding = heard(characters);
    if (/^[a-z\d\s']*$/.test(lower(phrase))) return { han: [], words: words(lower(phrase)) };
    return { han: characters, sounding, latin: characters.length > 1 ? (spoken[phrase] ?? sounding.join("")) : "", words: words(lower(phrase)) };
  }

  const alarms = flags.map(flag => ({
    flag,
    alarms: flag.alarms.map(({ any, beside, unless }) => ({
      any: any.map(ready), beside: beside.map(ready), unless: unless.map(each => simplified(lower(each))),
    })),
  }));

  function reading(text) {
    const run = han(text), given = words(text), letters = text.replace(/[^a-z]/g, "");
    return { run, sounding: heard(run), given, letters, pinyin: PINYIN.test(letters) };
  }

  function says(phrase, read) {
    if (!phrase.han.length) return saysWords(phrase.words, read.given);
    return saysHan(phrase, read) || (phrase.latin !== "" && read.letters !== "" && inPinyin(phrase, read));
  }

  /* What is typed without the words in which those of an alarm mean nothing: “eye cream” is no eye. */
  const without = (text, harmless) => harmless.reduce((left, each) => left.replaceAll(each, " "), text);

  function raised(typed) {
    const text = simplified(lower(typed));
    const whole = reading(text);
    const rings = ({ any, beside, unless }) => {
      const left = without(text, unless);
      const read = left === text ? whole : reading(left);
      const told = phrase => says(phrase, read);
      return any.some(told) && (!beside.length || beside.some(told));
    };
    return alarms.find(each => each.alarms.some(rings))?.flag;
  }

  window.redFlags.raised = raised;
})();
