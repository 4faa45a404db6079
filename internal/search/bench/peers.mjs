// The peers in the page of a browser, each with a fair configuration: all
// fields, the title worth twice the body, typing errors and the beginning of
// the last word where the engine knows them.
//
// start, if there is one, gets the engine's program, as the page gets the
// scripts of the others, before the time is taken; build(docs) makes an index and returns its bytes, load(bytes) opens them,
// search(q) returns the numbers of the ten best articles.
import MiniSearch from "minisearch";
import { Document, Charset } from "flexsearch";
import lunr from "lunr";

const encode = (o) => new TextEncoder().encode(JSON.stringify(o));
const decode = (b) => JSON.parse(new TextDecoder().decode(b));

const miniOptions = {
  fields: ["title", "body"], idField: "n",
  searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: (word, i, words) => i === words.length - 1 },
};
const newFlex = () => new Document({ document: { id: "n", index: [
  { field: "title", tokenize: "forward", encoder: Charset.LatinBalance },
  { field: "body", tokenize: "strict", encoder: Charset.LatinBalance },
] } });

let index;
const engines = {
  minisearch: {
    build(docs) { const m = new MiniSearch(miniOptions); m.addAll(docs); return encode(m); },
    load(b) { index = MiniSearch.loadJS(decode(b), miniOptions); },
    search: (q) => index.search(q).slice(0, 10).map((r) => r.id),
  },
  flexsearch: {
    async build(docs) {
      const f = newFlex(), parts = [];
      for (const d of docs) f.add(d);
      await f.export((key, value) => { parts.push([key, value ?? null]); });
      return encode(parts);
    },
    async load(b) { index = newFlex(); for (const [key, value] of decode(b)) if (value != null) await index.import(key, value); },
    search: (q) => index.search(q, { limit: 10, suggest: true, merge: true }).map((r) => r.id),
  },
  lunr: {
    build(docs) {
      return encode(lunr(function () {
        this.ref("n"); this.field("title", { boost: 2 }); this.field("body");
        for (const d of docs) this.add(d);
      }));
    },
    load(b) { index = lunr.Index.load(decode(b)); },
    search: (q) => index.query((query) => {
      const words = q.toLowerCase().split(/[^\p{L}\p{N}']+/u).filter(Boolean);
      words.forEach((w, i) => {
        query.term(w, { boost: 10 });
        if (w.length > 3) query.term(w, { boost: 1, editDistance: 1 });
        if (i === words.length - 1) query.term(w, { boost: 3, wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
      });
    }).slice(0, 10).map((r) => Number(r.ref)),
  },
  pagefind: { // built beforehand, by its program
    async load() { index = await import("/pagefind/pagefind.js"); await index.options({ baseUrl: "/" }); await index.init(); },
    search: async (q) => (await index.search(q)).results.slice(0, 10),
    numbers: async (results) => (await Promise.all(results.map((r) => r.data()))).map((d) => Number(d.url.split("/").pop())),
  },
  parallax: {
    start: program,
    build: (docs) => parallaxBuild(new TextEncoder().encode(docs.map((d) => d.title + "\0" + d.body).join("\0"))),
    load(b) { parallaxLoad(b); },
    search: (q) => Array.from(new Int32Array(window.parallaxReply.buffer, 0, parallaxSearch(q))),
  },
};

// program starts the wasm of this folder.
async function program() {
  const go = new Go();
  const { instance } = await WebAssembly.instantiateStreaming(fetch("/bench.wasm"), go.importObject);
  const ready = new Promise((done) => { window.parallaxReady = done; });
  go.run(instance);
  window.parallaxReply = await ready;
  window.wasmBytes = () => instance.exports.mem.buffer.byteLength;
}

const json = async (path) => (await fetch(path)).json();

// build makes the index of an engine, leaves it with the server and returns
// the milliseconds it took.
window.build = async (name) => {
  const docs = await json("/docs.json");
  await engines[name].start?.();
  const start = performance.now();
  const bytes = await engines[name].build(docs);
  const took = performance.now() - start;
  await fetch("/index/" + name, { method: "POST", body: bytes });
  return took;
};

// measure opens the index, asks the queries three times over and looks for the
// known articles; each for at most so many milliseconds.
window.measure = async (name, budget) => {
  const engine = engines[name], { lat, items, titles } = await json("/queries.json");
  const bytes = engine.build ? new Uint8Array(await (await fetch("/index/" + name)).arrayBuffer()) : null;
  await engine.start?.();
  let start = performance.now();
  await engine.load(bytes);
  const reply = { load: performance.now() - start, times: [], quality: {} };
  const times = lat.map(() => []);
  start = performance.now();
  for (let pass = 0; pass < 3; pass++) {
    for (let i = 0; i < lat.length && performance.now() - start < budget; i++) {
      const before = performance.now();
      await engine.search(lat[i].q);
      times[i].push(performance.now() - before);
    }
  }
  reply.times = times.filter((t) => t.length).map((t) => t.sort((a, b) => a - b)[t.length >> 1]);
  for (const way of ["body", "typo", "prefix"]) {
    let sum = 0, n = 0;
    start = performance.now();
    for (const item of items) {
      if (performance.now() - start > budget) break;
      let found = await engine.search(item[way]);
      if (engine.numbers) found = await engine.numbers(found);
      const at = found.findIndex((d) => d === item.n || titles[d] === titles[item.n]);
      if (at >= 0) sum += 1 / (at + 1);
      n++;
    }
    reply.quality[way] = { mrr: sum / n, n };
  }
  reply.wasm = window.wasmBytes ? wasmBytes() : 0;
  return reply;
};
