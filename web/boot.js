// Starts the reader: downloads the program once, compiles it, gives the
// compiled module to a Worker for the engine, and runs it here for the screens.
// The page can be read all the while.
"use strict";
(() => {
  const page = document.documentElement.dataset;
  const base = page.base;
  const started = performance.now();
  const parallax = (window.parallax = { base, build: page.build, refuse, started: false });

  // ---------- what the reader is told ----------

  const MB = 1e6;
  const slots = () => document.querySelectorAll("[data-boot-status]");

  // progress shows how much of the download is there. Nothing is shown for what
  // takes less than a blink, such as a start from the saved copy.
  function progress(share, wire) {
    if (parallax.started || performance.now() - started < 300) return;
    const words = share < 1
      ? `Loading the reader ${(share * wire / MB).toFixed(1)} of ${(wire / MB).toFixed(1)} MB`
      : "Starting the reader";
    for (const slot of slots()) slot.textContent = words;
  }

  // note shows words and perhaps a button at the lower edge of the window, above
  // the bar of the phone, until the page is left.
  function note(id, words, action, run) {
    const box = document.getElementById(id);
    box.className = "notice";
    Object.assign(box.style, {
      position: "fixed", insetInline: "1rem", insetBlockEnd: "5rem", zIndex: 9,
      maxInlineSize: "40rem", marginInline: "auto", alignItems: "center",
    });
    box.replaceChildren(words);
    if (action) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      button.textContent = action;
      button.addEventListener("click", run);
      box.append(" ", button);
    }
    box.hidden = false;
  }

  // problem shows what went wrong and what to do; the text can still be read.
  function problem(words, action, run) {
    parallax.failed = words;
    for (const slot of slots()) slot.textContent = "Reading only";
    note("boot-problem", words, action, run);
  }

  const reload = () => location.reload();

  // refuse ends the start of a page whose parts are of different versions.
  function refuse(part) {
    problem(`This page and ${part} are of different versions, so nothing was started.`, "Reload", repair);
  }

  // repair lets the service worker check what it saved, then opens the page anew.
  async function repair() {
    const worker = navigator.serviceWorker?.controller;
    if (!worker) return reload();
    await new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      worker.postMessage({ do: "repair" }, [channel.port2]);
      setTimeout(done, 20000);
    });
    reload();
  }

  // A search begun on the static page comes as a query; the reader keeps what
  // is searched for after the #, where no server sees it.
  const asked = new URLSearchParams(location.search).get("q");
  if (asked !== null && location.pathname === base + "search/") {
    history.replaceState(null, "", base + "search/" + (asked ? "#" + new URLSearchParams({ q: asked }) : ""));
  }

  // ---------- the program ----------

  const get = async (url, options) => {
    const response = await fetch(url, options);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response;
  };

  // counted passes a body through and shows how much of it came.
  function counted(body, size, wire) {
    let seen = 0;
    return body.pipeThrough(new TransformStream({
      transform(chunk, out) {
        seen += chunk.length;
        progress(Math.min(seen / size, 1), wire);
        out.enqueue(chunk);
      },
    }));
  }

  const asWasm = (body) => new Response(body, { headers: { "Content-Type": "application/wasm" } });

  // program compiles the wasm. From the saved copy it is handed over as it is,
  // so that the browser may keep its compiled form; from the network it is
  // counted. A host that does not compress is asked for the .gz file instead.
  async function program() {
    const size = Number(page.wasmSize);
    const response = await get(page.wasm);
    if (navigator.serviceWorker?.controller) return WebAssembly.compileStreaming(response);
    const coding = response.headers.get("Content-Encoding");
    const local = !page.wasmGzip || typeof DecompressionStream !== "function";
    if (coding || local) {
      const wire = coding === "br" ? Number(page.wasmBrotli) : coding ? Number(page.wasmGzipSize) : size;
      return WebAssembly.compileStreaming(asWasm(counted(response.body, size, wire)));
    }
    response.body.cancel();
    const packed = await get(page.wasmGzip);
    const wire = Number(page.wasmGzipSize);
    // Some hosts unpack .gz files on their own.
    if (packed.headers.get("Content-Encoding")) {
      return WebAssembly.compileStreaming(asWasm(counted(packed.body, size, wire)));
    }
    const body = counted(packed.body, wire, wire).pipeThrough(new DecompressionStream("gzip"));
    return WebAssembly.compileStreaming(asWasm(body));
  }

  // engine starts the Worker with the compiled module and returns the page's
  // end of the line to it. Without a Worker there are no answers.
  function engine(module, pack) {
    const worker = new Worker(page.worker);
    const { port1, port2 } = new MessageChannel();
    const stopped = () => port1.dispatchEvent(new MessageEvent("message", { data: "stopped" }));
    worker.onerror = stopped;
    const transfer = pack ? [port2, pack] : [port2];
    worker.postMessage({ module, port: port2, pack, build: page.build, runtime: page.runtime }, transfer);
    return port1;
  }

  async function start() {
    if (typeof WebAssembly !== "object" || !WebAssembly.compileStreaming || typeof Worker !== "function") {
      problem("This browser cannot run the reader (it lacks WebAssembly or Workers). "
        + "The pages can be read and followed; searching and comparing need a newer browser.");
      return;
    }
    let module, pack;
    try {
      [module, pack] = await Promise.all([program(), page.pack ? get(page.pack).then((r) => r.arrayBuffer()) : null]);
    } catch (error) {
      console.warn("parallax:", error);
      if (error instanceof WebAssembly.CompileError) {
        problem("The reader's program arrived damaged. The text can be read.", "Load it again", repair);
      } else {
        problem("The reader's program could not be loaded; is there a network? The text can be read.", "Try again", repair);
      }
      return;
    }
    progress(1, 0);
    parallax.port = engine(module, pack);
    const prefix = base.replace(/\/$/, "");
    window.goappGetenv = (name) => (name === "GOAPP_ROOT_PREFIX" ? prefix : "");
    const go = new Go();
    const instance = await WebAssembly.instantiate(module, go.importObject);
    await go.run(instance);
    // Run returns when the program ended, which it never does by itself.
    if (!parallax.failed) problem("The reader stopped. What you have seen stays where it is.", "Reload", reload);
  }

  // The program's first screen takes the place of the static one.
  const still = document.getElementById("app");
  new MutationObserver((_, observer) => {
    if (still.isConnected) return;
    observer.disconnect();
    parallax.started = true;
    performance.mark("parallax-mounted");
    page.reader = "ready";
    keep();
  }).observe(document.body, { childList: true });

  // ---------- the saved copy ----------

  // saved tells the page how the copy for reading offline stands: "saving",
  // "saved", "update", "failed" or "none".
  function saved(state) {
    page.saved = state;
    window.dispatchEvent(new CustomEvent("parallax-saved", { detail: state }));
  }

  function offer(waiting) {
    saved("update");
    note("boot-update", "A new version is ready.", "Reload", () => {
      navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
      waiting.postMessage({ do: "activate" });
    });
  }

  // keep registers the service worker, after the first screen stands, so that
  // saving never takes the network from reading.
  async function keep() {
    if (!navigator.serviceWorker || !page.saver) return saved("none");
    try {
      const registration = await navigator.serviceWorker.register(page.saver, { scope: base, updateViaCache: "none" });
      const watch = (worker) => worker.addEventListener("statechange", () => {
        if (worker.state === "installed" && registration.active) offer(worker);
        else if (worker.state === "activated") saved("saved");
        else if (worker.state === "redundant" && !registration.active) saved("failed");
      });
      registration.addEventListener("updatefound", () => watch(registration.installing));
      if (registration.waiting && registration.active) offer(registration.waiting);
      else if (registration.active) saved("saved");
      else saved("saving");
      if (registration.installing) watch(registration.installing);
    } catch (error) {
      console.warn("parallax: nothing is saved for reading offline:", error);
      saved("failed");
    }
  }

  start().catch((error) => {
    console.error("parallax:", error);
    problem("The reader could not start. The text can be read.", "Try again", repair);
  });
})();
