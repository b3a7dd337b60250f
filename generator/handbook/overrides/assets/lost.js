/* The page that says there is no such page is shown below any address of the site, and knows not how deep. From a stick
   it is opened as it lies there; over http the first folder upwards that has the site's icon is the site's own. */
"use strict";
if (location.protocol !== "file:") {
  const folders = location.pathname.split("/").slice(1, -1);
  const here = folders.length ? folders.map((_, at) => `/${folders.slice(0, folders.length - at).join("/")}/`) : [];
  const base = document.createElement("base");
  // What follows in the page waits for this answer: its style sheet stands there, too.
  base.href = here.find(folder => {
    const asked = new XMLHttpRequest();
    asked.open("HEAD", `${folder}assets/icon.svg`, false);
    asked.send();
    return asked.status === 200;
  }) ?? "/";
  document.head.prepend(base);
}
