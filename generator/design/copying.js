/* Copying over https, plain http and file://: the clipboard of the browser is there only on https and localhost, elsewhere
   the old command has to do. */
"use strict";
window.copying = (() => {
  const own = () => navigator.clipboard && window.isSecureContext;

  function copied(text) {
    if (own()) return navigator.clipboard.writeText(text).catch(() => copiedTheOldWay(text));
    return copiedTheOldWay(text);
  }

  function copiedTheOldWay(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true; // no keyboard on phones
    area.style.cssText = "position:fixed;top:0;left:0;width:1px;min-height:0;height:1px;opacity:0;font-size:16px";
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    area.setSelectionRange(0, text.length); // iOS does not select without it
    const done = document.execCommand("copy");
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return done ? Promise.resolve() : Promise.reject(new Error("copy refused"));
  }

  /* Whoever pressed and pastes without looking must not send what was copied for somebody else. An empty string is
     nothing to the old command. */
  function forget() {
    if (own()) return navigator.clipboard.writeText("").catch(() => {});
    return copiedTheOldWay(" ").catch(() => {});
  }

  return { copied, forget };
})();
