/* Tells the theme where the site begins, as lost.js has found out. */
"use strict";
{
  const block = document.getElementById("__config");
  block.textContent = JSON.stringify({ ...JSON.parse(block.textContent), base: new URL(".", document.baseURI).href });
}
