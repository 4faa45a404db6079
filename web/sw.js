// The service worker: keeps one complete version of the reader on the device
// and opens it without asking the network. BASE, VERSION and FILES stand above.
//
// A version is saved whole or not at all: every file is checked against its
// SHA-256, and only when the last is there does the version get its mark. The
// old version serves until then, and until nobody reads in it any more.
"use strict";

const PREFIX = `parallax ${BASE} `;
const CACHE = PREFIX + VERSION;
const MARK = BASE + "saved-whole"; // stands in a cache whose files are all there
const TRIES = 3;

const listed = new Map(FILES.map((file) => [file.url, file]));

// ---------- checking and fetching ----------

async function isWhole(file, bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("") === file.hash;
}

// clean makes the answer that is kept: never a redirected one, with the type
// it must have whatever the host said.
const clean = (file, bytes) => new Response(bytes, {
  headers: { "Content-Type": file.type, "Content-Length": String(bytes.byteLength) },
});

async function download(url, fresh) {
  const response = await fetch(url, { cache: fresh ? "reload" : "default", redirect: "follow" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

// bytesOf fetches a file. A host that does not compress the program is asked
// for the packed form of it.
async function bytesOf(file, fresh) {
  const response = await download(file.url, fresh);
  if (!file.gzip || response.headers.get("Content-Encoding") || typeof DecompressionStream !== "function") {
    return response.arrayBuffer();
  }
  const packed = await fetch(file.gzip, { cache: fresh ? "reload" : "default" });
  if (!packed.ok) return response.arrayBuffer();
  response.body.cancel();
  if (packed.headers.get("Content-Encoding")) return packed.arrayBuffer();
  return new Response(packed.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

// obtain returns a file whose hash is right, or throws after a few tries. Only
// the first try may use what the browser has; a damaged copy is not asked twice.
async function obtain(file) {
  let fault;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    try {
      if (attempt > 0) await new Promise((done) => setTimeout(done, 250 * 4 ** (attempt - 1)));
      const bytes = await bytesOf(file, attempt > 0 || !/\/assets\//.test(file.url));
      if (await isWhole(file, bytes)) return clean(file, bytes);
      fault = new Error(`${file.url}: not what this version has`);
    } catch (error) {
      fault = error;
    }
  }
  throw fault;
}

// fromOlder returns a file of the same name and content that an older version
// has, so that an update loads only what changed.
async function fromOlder(file) {
  for (const name of await ours()) {
    const found = await (await caches.open(name)).match(file.url);
    if (!found) continue;
    const bytes = await found.arrayBuffer();
    if (await isWhole(file, bytes)) return clean(file, bytes);
  }
  return null;
}

const ours = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

// ---------- installing ----------

async function saveWhole() {
  const cache = await caches.open(CACHE);
  for (const file of FILES) {
    await cache.put(file.url, (await fromOlder(file)) ?? (await obtain(file)));
  }
  await cache.put(MARK, new Response(VERSION));
}

self.addEventListener("install", (event) => event.waitUntil(saveWhole()));

// The versions that open pages may still use stay: this one and the one before
// it. Caches of others on the same origin are not ours to touch.
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const older = (await ours()).filter((name) => name !== CACHE);
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const keep = pages.length > 0 ? older.slice(-1) : [];
  await Promise.all(older.filter((name) => !keep.includes(name)).map((name) => caches.delete(name)));
})()));

// ---------- answering ----------

// pageFor maps an address to the file of its page: with or without the last
// slash, with or without a query. A whole collection too large to save has one
// page for all its articles.
function pageFor(pathname) {
  const path = pathname.replace(/index\.html$/, "");
  const folder = path.endsWith("/") ? path : path + "/";
  for (const candidate of [folder + "index.html", path]) {
    if (listed.has(candidate)) return candidate;
  }
  return null;
}

// kept returns a saved file. What is small enough is checked each time; the
// program is checked when it does not start.
async function kept(url) {
  const file = listed.get(url);
  const cache = await caches.open(CACHE);
  const found = await cache.match(url);
  if (found && file.size > 1e6) return found;
  if (found) {
    const bytes = await found.arrayBuffer();
    if (await isWhole(file, bytes)) return clean(file, bytes);
  }
  const mended = await obtain(file);
  await cache.put(url, mended.clone());
  return mended;
}

async function navigate(request, pathname) {
  const page = pageFor(pathname);
  if (page) return kept(page).catch(() => fetch(request));
  try {
    return await fetch(request);
  } catch {
    if (pathname.startsWith(BASE + "a/")) return kept(BASE + "a/index.html");
    const missing = await kept(BASE + "404.html");
    return new Response(missing.body, { status: 404, headers: missing.headers });
  }
}

// older returns a file of a version that another tab still runs.
async function older(request) {
  for (const name of await ours()) {
    const found = await (await caches.open(name)).match(request);
    if (found) return found;
  }
  return fetch(request);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(BASE)) return;
  if (request.mode === "navigate") event.respondWith(navigate(request, url.pathname));
  else if (listed.has(url.pathname)) event.respondWith(kept(url.pathname).catch(() => fetch(request)));
  else if (url.pathname.startsWith(BASE + "assets/")) event.respondWith(older(request));
});

// ---------- what pages ask for ----------

// repair checks every saved file and fetches anew what is damaged.
async function repair() {
  const cache = await caches.open(CACHE);
  for (const file of FILES) {
    const found = await cache.match(file.url);
    if (found && (await isWhole(file, await found.arrayBuffer()))) continue;
    await cache.delete(file.url);
    await cache.put(file.url, await obtain(file));
  }
}

self.addEventListener("message", (event) => {
  const answer = (words) => event.ports[0]?.postMessage(words);
  switch (event.data?.do) {
    case "activate":
      event.waitUntil(self.skipWaiting());
      break;
    case "repair":
      event.waitUntil(repair().then(() => answer("whole"), (error) => answer(String(error))));
      break;
  }
});
