/* Finds what a query means in the ready-made index (handbook/search.py): no page is read and nothing is indexed here.

   A query is cut as the index is: Chinese into pairs of neighbouring characters, everything else into words. What is
   not in the index as it stands is looked for by its sound (a wrong character, Pinyin, first letters), as the beginning
   of a word, and with a wrong letter in it. Each phrase people say is compared with the whole query, so that a long
   sentence finds the one that is most like it; the words of the text count beside that. */
"use strict";
window.finder = ({ docs, phrases, names, words, same, sounds, spoken, simple }) => {
  const FACTORS = { sound: 0.7, pinyin: 0.9, initials: 0.6, beginning: 0.8, typo: 0.6, small: 0.2, part: 0.5 };
  const NEXT = 0.3, TEXT = 0.2; // what further phrases, and the text, count beside the best phrase
  const AGAIN = 0.6, LENGTH = 0.25; // how fast a word said again counts less, and how much a result of many names
  const LEAST = 0.08; // a result that has less in common with the query is none
  const MOST = 40; // pages
  const LONG = 4, LONGER = 8; // letters in which one wrong letter, or two, are forgiven
  /* ----- What the index holds */
  const numbers = text => {
    let last = 0;
    return text ? text.split(" ").map(each => (last += Number(each))) : [];
  };
  const isHan = text => /^\p{sc=Han}/u.test(text);
  /* What is left of a word without its ending, as `stem` in handbook/search.py has it: return, returned, returning. */
  function stem(word) {
    if (isHan(word)) return word;
    const plain = word.replace(/'s?$/, "");
    const cut = plain.length > 3 ? plain.replace(/(?:ies|ied|y)$/, "i").replace(/(?:ings?|ed|es|s|e|ers?|ly|ment)$/, "") : plain;
    return (cut.length < 3 ? plain : cut).replace(/([^aeiouls])\1$/, "$1");
  }
  const small = new Set(
    ("a about am an and any are at be been but by can could did do does for from get got had has have how i i'm i've " +
      "if in is it it's its me my of on or our out please so some than that the their them then there these they this " +
      "to too us was we were what when where which who will with would you your " +
      "again all anything been bit cant come comes didn't didnt doesn't doesnt don't dont even ever give gone he her here him his i'd " +
      "i'll i've id isn't isnt ive im just keep let like make me now off one over put really she something still take that's thats " +
      "theres there's thing time up use used using way what's whats wheres where's yet " +
      "一下 一个 一点 不可 不是 不能 为什 什么 么了 了一 今天 你们 你好 你家 你的 们家 能不 可不 可以 想问 我们 我家 我的 " +
      "是不 昨天 有没 没有 点儿 现在 怎么 么办 这个 这是 那个 问一 问下 请问 帮我 给我 就是 还是 是什 您好 了吗 的吗").split(" ").map(each => stem(each)),
  );

  const list = new Map();
  const postings = (table, token) => {
    const key = (table === names ? "n" : "w") + token;
    if (!list.has(key)) list.set(key, numbers(table[token] ?? ""));
    return list.get(key);
  };
  const has = (table, token) => Object.hasOwn(table, token);
  const rarity = (all, some) => Math.log(1 + all / Math.max(1, some));
  const weigh = root => {
    const rare = has(names, root)
      ? rarity(phrases.length, postings(names, root).length) : rarity(docs.length, postings(words, root).length);
    return rare * (small.has(root) ? FACTORS.small : 1);
  };
  const lengths = new Float64Array(phrases.length);
  for (const root of Object.keys(names)) for (const at of postings(names, root)) lengths[at] += weigh(root);

  const pairs = Object.keys(names).filter(isHan);
  const latin = [...new Set([...Object.keys(names), ...Object.keys(words)])].filter(each => !isHan(each));

  /* ----- Sounds: made when first asked for, from the table of syllables */
  const syllableOf = new Map(Object.entries(sounds).flatMap(([said, all]) => [...all].map(each => [each, said])));
  const grouped = key => {
    const found = new Map();
    for (const pair of pairs) {
      const name = key(pair);
      if (name) found.set(name, [...(found.get(name) ?? []), pair]);
    }
    return found;
  };
  const later = make => {
    let made;
    return () => (made ??= make());
  };
  const said = pair => [...pair].map(each => syllableOf.get(each) ?? "");
  const heard = pair => spoken[pair] ?? said(pair).join("");
  const bySound = later(() => grouped(heard));
  const byInitials = later(() => grouped(pair => said(pair).map(each => each[0] ?? "").join("")));
  const SYLLABLES = Object.keys(sounds).sort((one, other) => other.length - one.length);

  function syllables(letters) {
    if (!letters) return [];
    for (const each of SYLLABLES) {
      const rest = letters.startsWith(each) && syllables(letters.slice(each.length));
      if (rest) return [each, ...rest];
    }
    return null;
  }

  /* ----- Letters: how many are wrong; two that changed places are one */
  const letterSets = new Map();
  const lettersOf = word => {
    if (!letterSets.has(word)) letterSets.set(word, [...word].reduce((set, each) => set | (1 << (each.charCodeAt(0) % 32)), 0));
    return letterSets.get(word);
  };
  /* Whether it is worth counting: each wrong letter takes one away and brings one at most. */
  function akin(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return false;
    let apart = lettersOf(one) ^ lettersOf(other), count = 0;
    for (; apart; apart &= apart - 1) count += 1;
    return count <= 2 * most;
  }

  function apart(one, other, most) {
    let before = [], last = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const swap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1),
          swap ? before[j - 2] + 1 : Infinity);
      }
      [before, last] = [last, row];
    }
    return last[other.length];
  }

  /* ----- A token of the query as those of the index, each with what it counts */
  const times = (factor, tokens) => tokens.map(each => [each, factor]);

  function pair(token) {
    if (has(names, token) || has(words, token)) return [[token, 1]];
    return times(FACTORS.sound, bySound().get(said(token).join("")) ?? []);
  }

  const single = character => times(FACTORS.part, pairs.filter(each => each.includes(character)));

  /* What a word that is typed to its end, or not, may be the beginning of. */
  function begins(word) {
    const longer = word.length > 2 ? latin.filter(each => each.startsWith(word)) : [];
    const shorter = latin.filter(each => each.length >= LONG && word.startsWith(each) && word.length - each.length <= 3);
    return [...new Set([...longer, ...shorter])].filter(each => each !== word);
  }

  /* Asked again with every key: what was found for a word stays. */
  const kept = new Map();
  function mistyped(word) {
    if (word.length < LONG || !/^[a-z']+$/.test(word)) return [];
    if (!kept.has(word)) {
      const most = word.length >= LONGER ? 2 : 1;
      const near = (one, each) => each.length >= LONG - 1 && !/\d/.test(each) && akin(one, each, most) && apart(one, each, most) <= most;
      const root = stem(word);
      // A word that the index has under another of the same meaning: a wrong letter in “discount” is one in “offer”.
      const others = Object.keys(same).filter(each => near(word, each)).flatMap(each => same[each].split(/[ -]/).map(stem));
      kept.set(word, [...new Set([...latin.filter(each => near(root, each)), ...others])]);
    }
    return kept.get(word);
  }

  /* The word itself, in any of its forms; only if there is none, or if it is still being typed, what it begins. */
  function known(word, typing) {
    const root = stem(word);
    const found = has(names, root) || has(words, root) ? [[root, 1]] : [];
    if (found.length && (small.has(root) || !typing)) return found;
    const other = begins(word).filter(each => each !== root);
    return [...found, ...times(FACTORS.beginning, other)];
  }

  /* Letters that are no word: Pinyin, first letters, or a word with a wrong letter. */
  function guessed(word) {
    const typos = times(FACTORS.typo, mistyped(word));
    return typos.length ? [typos] : [[[stem(word), 0]]];
  }

  /* Pinyin, of which the last syllable may not be typed to its end: tuik. */
  function inPinyin(letters) {
    const cut = syllables(letters);
    if (cut?.length === 1) return [times(FACTORS.part, pairs.filter(each => said(each)[0] === letters))];
    const ends = cut ? cut.slice(1).map((each, at) => bySound().get(cut[at] + each) ?? []) : begun(letters);
    return ends?.some(each => each.length) ? ends.map(each => times(FACTORS.pinyin, each)) : null;
  }

  function begun(letters) {
    for (const left of [1, 2, 3]) {
      const cut = letters.length > left + 1 && syllables(letters.slice(0, -left));
      if (!cut?.length) continue;
      const whole = cut.slice(1).map((each, at) => bySound().get(cut[at] + each) ?? []);
      const beginning = cut.at(-1) + letters.slice(-left);
      return [...whole, [...bySound()].flatMap(([sound, all]) => (sound.startsWith(beginning) ? all : []))];
    }
    return null;
  }

  /* First letters of neighbouring characters: all of them in one phrase. */
  function inInitials(letters) {
    if (letters.length < 2 || letters.length > 6) return null;
    const found = [...letters].slice(1).map((each, at) => byInitials().get(letters[at] + each) ?? []);
    const together = found.map(all => new Set(all.flatMap(each => postings(names, each))))
      .reduce((one, other) => new Set([...one].filter(each => other.has(each))));
    return together.size ? found.map(all => times(FACTORS.initials, all)) : null;
  }

  function letters(group) {
    const plain = group.map(each => known(each, false)), there = plain.filter(each => each.length);
    // A word of the index may be Pinyin all the same: somewhere stands that one can type tuihuo.
    const pinyin = all => SYLLABLES.length && all.every(each => /^[a-z]+$/.test(each)) &&
      (inPinyin(all.join("")) || inInitials(all.join("")));
    const together = pinyin(group);
    if (together) return [...there, ...together];
    return group.flatMap((word, at) => (plain[at].length ? [plain[at]] : pinyin([word]) || guessed(word)));
  }

  /* What means the same is said in the same word, as in the index. */
  const apartOrNot = text => text.replace(/[ -]/g, "");
  const meant = new Map(Object.entries(same).map(([each, first]) => [apartOrNot(each), first]));
  const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const alike = Object.keys(same).sort((one, other) => other.length - one.length)
    .map(each => (/^[a-z]/.test(each) ? `(?<![a-z])${escaped(each).replace(/[ -]/g, "[ -]?")}(?![a-z])` : escaped(each)));
  const ALIKE = new RegExp(alike.join("|") || "(?!)", "g");

  function tokens(query) {
    const plain = [...query.normalize("NFKC").toLowerCase().replaceAll("’", "'")].map(each => simple[each] ?? each).join("");
    const text = plain.replace(ALIKE, each => meant.get(apartOrNot(each)));
    return [...text.matchAll(/\p{sc=Han}+|(?:(?!\p{sc=Han})[\p{L}\p{N}'\s-])+/gu)].flatMap(([run]) => {
      if (isHan(run)) {
        const characters = [...run];
        return characters.length < 2 ? [single(run)] : characters.slice(1).map((each, at) => pair(characters[at] + each));
      }
      const cut = run.split(/[\s-]+/).map(each => each.replace(/^'+|'+$/g, "")).filter(Boolean);
      return cut.length ? letters(cut) : [];
    });
  }

  /* ----- What has how much in common with the query */
  function compared(asked, table, count) {
    const shared = new Float64Array(count);
    for (const { found } of asked) {
      const best = new Map();
      for (const [token, factor] of found) {
        const worth = weigh(token) * factor;
        for (const at of postings(table, token)) if (worth > (best.get(at) ?? 0)) best.set(at, worth);
      }
      for (const [at, worth] of best) shared[at] += worth;
    }
    return shared;
  }

  /* How many of the words asked for the names of a result have between them, whichever of them says which: of words that
     stand in few results more than of others, of the second time a word stands there less than of the first (BM25). */
  const sizes = new Float64Array(docs.length);
  phrases.forEach((doc, at) => (sizes[doc] += lengths[at]));
  const usual = sizes.reduce((sum, each) => sum + each, 0) / docs.length;
  const often = new Map();
  function within(token) {
    if (!often.has(token)) {
      const times = new Map();
      for (const at of postings(names, token)) times.set(phrases[at], (times.get(phrases[at]) ?? 0) + 1);
      const rare = rarity(docs.length, times.size) * (small.has(token) ? FACTORS.small : 1);
      often.set(token, [...times].map(([doc, n]) => [doc, (rare * n * (AGAIN + 1)) / (n + AGAIN * (1 - LENGTH + LENGTH * sizes[doc] / usual))]));
    }
    return often.get(token);
  }

  function covered(asked) {
    const all = new Float64Array(docs.length);
    for (const { found } of asked) {
      const best = new Map();
      for (const [token, factor] of found)
        for (const [doc, worth] of within(token)) if (worth * factor > (best.get(doc) ?? 0)) best.set(doc, worth * factor);
      for (const [doc, worth] of best) all[doc] += worth;
    }
    return all;
  }

  return query => {
    const asked = tokens(query).map(found => ({ found, worth: Math.max(0, ...found.map(([token, factor]) => weigh(token) * (factor || 1))) }));
    const whole = asked.reduce((sum, { worth }) => sum + worth, 0);
    if (!whole) return [];
    const score = new Float64Array(docs.length), further = new Float64Array(docs.length);
    const inPhrases = compared(asked, names, phrases.length), inText = compared(asked, words, docs.length), inNames = covered(asked);
    phrases.forEach((doc, at) => {
      if (!inPhrases[at]) return;
      const like = inPhrases[at] / Math.sqrt(whole * Math.max(lengths[at], 1));
      further[doc] += Math.min(score[doc], like);
      score[doc] = Math.max(score[doc], like);
    });
    const pages = new Map();
    docs.forEach(([location, , , weight], at) => {
      const page = location.split("#")[0];
      // What people call a page counts wherever it stands; what is only written there, as much as the page does.
      const sum = score[at] + NEXT * Math.min(further[at], 1) + (inNames[at] * Math.sqrt(Math.sqrt(weight)) + TEXT * inText[at] * weight) / whole;
      if (sum > LEAST && !(pages.get(page)?.sum >= sum)) pages.set(page, { doc: at, sum });
    });
    return [...pages.values()].sort((one, other) => other.sum - one.sum).slice(0, MOST);
  };
};
