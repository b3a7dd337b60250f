/* Finds, copies, and says when the page is too old. Without it everything stands there to be read and selected. */
"use strict";
(() => {
  const spoken = JSON.parse(document.getElementById("spoken").textContent);
  const said = document.getElementById("said");
  const valid = document.getElementById("valid");
  const now = new Date();
  const today = [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
  if (today > valid.dataset.until) {
    valid.classList.add("valid--over");
    valid.setAttribute("role", "alert");
    valid.prepend(Object.assign(document.createElement("b"), { textContent: `${spoken.expired} ` }));
  }

  for (const line of document.querySelectorAll(".line")) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: spoken.copy });
    button.addEventListener("click", () =>
      copying.copied(line.querySelector(".say").textContent).then(
        () => (said.textContent = spoken.copied),
        () => (said.textContent = spoken.failed),
      ),
    );
    line.append(button);
  }

  const place = document.getElementById("find");
  const box = Object.assign(document.createElement("input"), { type: "search", placeholder: place.dataset.label, autocomplete: "off" });
  box.setAttribute("aria-label", place.dataset.label);
  const none = Object.assign(document.createElement("p"), { textContent: place.dataset.none, hidden: true });
  place.append(box, none);
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const all = [...document.querySelectorAll("details.script")].map((each) => [each, plain(each.textContent)]);
  box.addEventListener("input", () => {
    const words = box.value.split(/\s+/).map(plain).filter(Boolean);
    let found = 0;
    for (const [each, text] of all) {
      each.hidden = !words.every((word) => text.includes(word));
      found += !each.hidden;
    }
    for (const stage of document.querySelectorAll(".stage")) stage.hidden = !stage.querySelector("details:not([hidden])");
    none.hidden = found > 0;
  });
})();
