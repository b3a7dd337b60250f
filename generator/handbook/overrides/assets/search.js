/* Cuts what is typed in Chinese into pairs of characters, as the index holds them (handbook/search.py), and leaves
   small words out, so that a customer's whole sentence can be pasted. In English each is looked up as the beginning
   of a word, too: “I” would find every invoice; whole words count more for the same reason.

   Left to itself, Material's search cuts a query by the words of the index, drops the last character while doing
   so, and finds nothing at all where the first two characters are unknown. This stands between the page and the
   worker that searches; it must come after the shim for file:// and before Material's own script. */
"use strict";
(() => {
  const pairs = run => {
    const characters = [...run];
    return characters.length < 3 ? run : characters.slice(1).map((second, at) => characters[at] + second).join(" ");
  };
  const small = new Set(
    ("a about am an and any are at be been but by can could did do does for from get got had has have i i'm i've " +
      "if in is it it's its me my of on or our out please so some than that the their them then there these they this " +
      "to too us was we were will with would you your " +
      "一下 一个 一点 不可 不是 不能 为什 么了 了一 什么 今天 你们 你好 你家 你的 们家 能不 可不 可以 想问 我们 我家 我的 " +
      "是不 昨天 有没 没有 点儿 现在 怎么 这个 这是 那个 问一 问下 请问 帮我 给我 就是 还是").split(" "),
  );
  const telling = query => {
    const words = query.split(/\s+/);
    const left = words.filter(word => !small.has(word.toLowerCase().replace(/[?!.,]+$/, "")));
    return (left.length ? left : words).map(word => (/^[a-z]{3,}$/i.test(word) ? `${word} ${word}^5` : word)).join(" ");
  };
  const cut = query => telling(query.replace(/’/g, "'").replace(/\p{sc=Han}+/gu, run => ` ${pairs(run)} `).trim());

  window.Worker = class extends window.Worker {
    postMessage(message, ...rest) {
      const asked = typeof message?.data === "string";
      super.postMessage(asked ? { ...message, data: cut(message.data) } : message, ...rest);
    }
  };
})();
