// The service worker: keeps one complete version of the reader on the device
// and opens it without asking the network. BASE, VERSION and FILES stand above.
//
// A version is saved whole or not at all: every file is checked against its
// SHA-256, and only with the last of them is the version installed. Until then,
// and while anybody still reads in it, the old version serves.

const PREFIX = `parallax ${BASE} `; // caches of other names are not ours to touch
const CACHE = PREFIX + VERSION;
const TRIES = 3;
const AT_ONCE = 4; // downloads
const PATIENCE = 4000; // ms for a page that is not saved, while there is a saved one that can stand for it

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

// A fault is why a file could not be had: "network", "host" (it answers
// something else) or "damaged".
class Fault extends Error {
  constructor(why, words) {
    super(words);
    this.why = why;
  }
}

async function download(url, cache) {
  const response = await fetch(url, { cache, redirect: "follow" });
  if (!response.ok) throw new Fault("host", `${url}: ${response.status}`);
  return response;
}

// bytesOf fetches a file. A host that does not compress the program is asked
// for the packed form of it.
async function bytesOf(file, cache) {
  const response = await download(file.url, cache);
  if (!file.gzip || response.headers.get("Content-Encoding") || typeof DecompressionStream !== "function") {
    return response.arrayBuffer();
  }
  const packed = await fetch(file.gzip, { cache });
  if (!packed.ok) return response.arrayBuffer();
  response.body.cancel();
  if (packed.headers.get("Content-Encoding")) return packed.arrayBuffer();
  return new Response(packed.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

// obtain returns a file whose hash is right, or throws after some tries. Only
// the first may use what the browser has; a damaged copy is not asked twice.
async function obtain(file, tries) {
  let fault;
  for (let attempt = 0; attempt < tries; attempt++) {
    if (attempt > 0) await new Promise((done) => setTimeout(done, 250 * 4 ** (attempt - 1)));
    const named = file.url.startsWith(BASE + "assets/"); // by its content
    try {
      const bytes = await bytesOf(file, attempt > 0 ? "reload" : named ? "default" : "no-cache");
      if (await isWhole(file, bytes)) return clean(file, bytes);
      fault = new Fault("damaged", `${file.url}: not what this version has`);
    } catch (error) {
      fault = error instanceof Fault ? error : new Fault("network", `${file.url}: ${error.message}`);
    }
  }
  throw fault;
}

const ours = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

// fromSaved returns a file that any version has whole, so that an update loads
// only what changed and an install that was cut goes on where it stopped.
async function fromSaved(file) {
  for (const name of await ours()) {
    const found = await (await caches.open(name)).match(file.url);
    if (!found) continue;
    const bytes = await found.arrayBuffer();
    if (await isWhole(file, bytes)) return clean(file, bytes);
  }
  return null;
}

// ---------- installing ----------

async function saveWhole() {
  const cache = await caches.open(CACHE);
  const wanted = FILES.slice();
  const take = async () => {
    for (let file = wanted.shift(); file; file = wanted.shift()) {
      try {
        await cache.put(file.url, (await fromSaved(file)) ?? (await obtain(file, TRIES)));
      } catch (error) {
        wanted.length = 0; // one is missing, so the others are of no use now
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, take));
  const failed = ends.find((end) => end.status === "rejected");
  if (!failed) return;
  const full = failed.reason.name === "QuotaExceededError";
  // What is there of a version helps the next try, unless there is no room.
  if (full) await caches.delete(CACHE);
  await tell({ failed: full ? "space" : failed.reason.why ?? "storage" });
  throw failed.reason;
}

async function tell(news) {
  for (const page of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) page.postMessage(news);
}

// tidy removes other versions when no other page may be running one of them,
// and none is being saved.
async function tidy(asking) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.some((page) => page.id !== asking)) return;
  if (self.registration.installing || self.registration.waiting) return;
  for (const name of await ours()) if (name !== CACHE) await caches.delete(name);
}

self.addEventListener("install", (event) => event.waitUntil(saveWhole()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));

// ---------- answering ----------

// pageFor maps a path to the file of its page: with or without the last slash.
function pageFor(path) {
  const folder = path.replace(/(^|\/)index\.html$/, "$1").replace(/\/?$/, "/");
  return [folder + "index.html", path].find((name) => listed.has(name));
}

// standIn names the saved page that shows what a path below it asks for.
function standIn(path) {
  for (const folder of ["a/", "compare/"]) {
    const page = BASE + folder + "index.html";
    if (path.startsWith(BASE + folder) && listed.has(page)) return page;
  }
  return null;
}

// begun has the checks of what a page will ask for, begun when it was asked for
// itself: the program is large, and a page takes a while until it gets there.
const begun = new Map();

function begin() {
  for (const file of FILES) if (file.type === "application/wasm") begun.set(file.url, isSaved(file).catch(() => false));
}

async function isSaved(file) {
  const found = await (await caches.open(CACHE)).match(file.url);
  return Boolean(found) && isWhole(file, await found.arrayBuffer());
}

// kept returns a saved file after checking it. A damaged one is fetched again.
async function kept(url) {
  const file = listed.get(url);
  const check = begun.get(url) ?? isSaved(file);
  begun.delete(url); // each visit has its own
  const cache = await caches.open(CACHE);
  if (await check) return cache.match(url); // as it was stored, so that compiled programs are kept too
  const mended = (await fromSaved(file)) ?? (await obtain(file, 1));
  await cache.put(url, mended.clone()).catch(() => {}); // no room: the next visit fetches it again
  return mended;
}

// damagedPage is what is left to say when a page's copy is damaged, and no network can mend it.
const damagedPage = () => new Response(
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Damaged copy</title><h1>The saved copy of this page is damaged</h1>
<p>It will be mended as soon as there is a network. <a href="">Try again</a>, or open <a href="${BASE}">the collection</a>.</p>`,
  { status: 503, headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'" } },
);

async function navigate(request, path) {
  const page = pageFor(path);
  begin();
  if (page) return kept(page).catch(() => fetch(request)).catch(damagedPage);
  const instead = standIn(path);
  const answer = fetch(request);
  try {
    if (!instead) return await answer;
    const late = new Promise((_, reject) => setTimeout(reject, PATIENCE));
    return await Promise.race([answer, late]);
  } catch {
    if (instead) return kept(instead).catch(damagedPage);
    return kept(BASE + "404.html").then((missing) => new Response(missing.body, { status: 404, headers: missing.headers }), damagedPage);
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
  else if (url.pathname.startsWith(BASE + "assets/")) event.respondWith(older(request).catch(() => fetch(request)));
});

// ---------- what pages ask for ----------

// repair checks every saved file and fetches anew what is damaged.
async function repair() {
  for (const file of FILES) await kept(file.url);
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
    case "tidy":
      event.waitUntil(tidy(event.source?.id));
      break;
  }
});
