/* Run in an empty page by __init__.py: `ready` once, `show` for every sheet. */
let asked = [];
document.addEventListener("securitypolicyviolation", (event) => asked.push(event.blockedURI));

/** Gives the page fonts, as [weight, address], and the style that every sheet gets. */
async function ready(fonts, style) {
  while (document.readyState !== "complete") await new Promise((done) => setTimeout(done, 5));
  for (const [weight, source] of fonts) {
    const font = await new FontFace("Noto Sans SC", `url("${source}")`, { weight }).load();
    // Of the document, and not of a style sheet: so they stay when the page is replaced.
    document.fonts.add(font);
  }
  const added = new CSSStyleSheet();
  added.replaceSync(style);
  document.adoptedStyleSheets = [added];
}

/** Puts a sheet in the place of the last; gives what it asks for from outside, what it says, and who it is by. */
async function show(html) {
  asked = [];
  const sheet = new DOMParser().parseFromString(html, "text/html").documentElement;
  document.replaceChild(document.adoptNode(sheet), document.documentElement);
  margins();
  fields();
  await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
  await document.fonts.ready;
  await new Promise((done) => setTimeout(done));
  return { asked, said: document.body.textContent, author: document.querySelector("meta[name=author]")?.content ?? "" };
}

/** Gives the room at the edges to the root: of what stands in a page's own margins a browser draws nothing. */
function margins() {
  const pages = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSPageRule);
  const sides = ["top", "right", "bottom", "left"].map((side) => {
    const said = pages.map((page) => page.style.getPropertyValue(`margin-${side}`)).filter(Boolean);
    return said.at(-1) ?? "0";
  });
  for (const page of pages) page.style.setProperty("margin", "0");
  if (sides.every((side) => parseFloat(side) === 0)) return;
  document.documentElement.style.cssText = `padding: ${sides.join(" ")}; box-decoration-break: clone`;
  // What is placed on the page is placed within its margins.
  document.body.style.cssText = "position: relative; display: flow-root";
}

/** Puts a link in the place of every field: of a field a browser prints nothing that could be filled in. */
function fields() {
  for (const field of document.querySelectorAll("input[name]")) {
    const link = document.createElement("a");
    link.className = "field-to-fill";
    link.href = `field:${encodeURIComponent(field.name)}`;
    field.replaceWith(link);
  }
}
