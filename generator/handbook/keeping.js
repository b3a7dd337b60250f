/* Keeps one version of the handbook, whole: its files are fetched together, each checked by its hash, or not at all. */
"use strict";
const VERSION = "{version}";
const FILES = {files};
const HERE = new URL(self.registration.scope);
const MINE = `playbook ${HERE.pathname} `;
const CACHE = MINE + VERSION;
const AT_ONCE = 4;

self.addEventListener("install", (event) => event.waitUntil(fetchAll()));
self.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener("message", (event) => event.data === "take over" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "GET" && url.href.startsWith(HERE.href)) event.respondWith(answer(event.request, url));
});

async function fetchAll() {
  const cache = await caches.open(CACHE);
  const waiting = Object.entries(FILES);
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, hash] = next;
      const answer = await fetch(new URL(path, HERE), { cache: "no-cache", priority: "low", integrity: `sha256-${hash}` });
      if (!answer.ok) throw new Error(path);
      // Some hosts lead index.html on to the folder; a browser takes no such answer for a page.
      const plain = answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer;
      await cache.put(new URL(path, HERE), plain);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } catch (fault) {
    await caches.delete(CACHE); // a half is worse than the old one
    throw fault;
  }
}

async function tidy() {
  for (const name of await caches.keys()) if (name.startsWith(MINE) && name !== CACHE) await caches.delete(name);
}

async function answer(request, url) {
  let path = decodeURIComponent(url.pathname.slice(HERE.pathname.length));
  if (path === "" || path.endsWith("/")) path += "index.html";
  if (!(path in FILES)) return fetch(request); // a sheet, a workbook: too large to be kept on every phone
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(path, HERE))) ?? fetch(request);
}
