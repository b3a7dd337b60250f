/* Words as a picture for a chat, 1080 pixels wide: `window.picture(paragraphs, shop)` gives a canvas. Lines break where
   the browser itself would break them: it sets the words out of sight, and they are drawn where it put them. */
"use strict";
window.picture = (() => {
  const WIDE = 1080, EDGE = 84; // pixels
  const SIZE = 46, LINE = 74, BETWEEN = 40, HEAD = 34;

  const styled = (name, fallback) => getComputedStyle(document.documentElement).getPropertyValue(name).trim() || fallback;
  const family = () => getComputedStyle(document.body).fontFamily;

  /* Each line of a paragraph as it is set at this width. */
  function lines(text) {
    const box = document.createElement("p");
    // Marks side by side are drawn without the squeeze that a browser gives them, so they are set without it, too.
    box.style.cssText = `position:absolute;left:-9999px;top:0;width:${WIDE - 2 * EDGE}px;margin:0;font:400 ${SIZE}px/${LINE}px ${family()};`
      + "white-space:pre-line;overflow-wrap:anywhere;line-break:strict;text-wrap:pretty;text-spacing-trim:space-all;letter-spacing:0;text-align:left;-webkit-text-size-adjust:none;text-size-adjust:none";
    box.lang = document.documentElement.lang;
    box.textContent = text;
    document.body.append(box);
    const words = box.firstChild, range = document.createRange();
    const found = [];
    let at = 0, below = -Infinity;
    for (const each of text) {
      range.setStart(words, at);
      range.setEnd(words, (at += each.length));
      const place = range.getClientRects()[0];
      if (each === "\n") {
        found.push("");
        below = Infinity;
      } else if (place?.width && (below === Infinity || place.top > below + LINE / 2)) {
        if (below !== Infinity) found.push("");
        below = place.top;
      }
      if (each !== "\n" && found.length) found[found.length - 1] += each;
    }
    box.remove();
    return found.map(each => each.trim());
  }

  return (paragraphs, shop) => {
    const set = paragraphs.map(lines);
    const count = set.reduce((sum, each) => sum + each.length, 0);
    const top = shop ? EDGE + HEAD + BETWEEN + 12 : EDGE;
    const canvas = Object.assign(document.createElement("canvas"), {
      width: WIDE,
      height: top + count * LINE + (set.length - 1) * BETWEEN + EDGE,
    });
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, WIDE, canvas.height);
    pen.fillStyle = styled("--brand", "#333333");
    pen.fillRect(0, 0, WIDE, 16);
    pen.textBaseline = "middle";
    if (shop) {
      pen.font = `700 ${HEAD}px ${family()}`;
      pen.fillText(shop, EDGE, EDGE + HEAD / 2, WIDE - 2 * EDGE);
    }
    pen.font = `400 ${SIZE}px ${family()}`;
    pen.fillStyle = "#1b1b1b";
    let down = top;
    for (const each of set) {
      for (const line of each) {
        pen.fillText(line, EDGE, down + LINE / 2);
        down += LINE;
      }
      down += BETWEEN;
    }
    return canvas;
  };
})();
