// Starts the reader: once the Worker that head.js started has compiled the
// program and runs it as the engine, runs the same compiled module here for the
// screens. The page can be read all the while. BUILD stands above.

(() => {
  const page = document.documentElement.dataset;
  const base = page.base;
  const began = performance.now();
  const parallax = Object.assign(window.parallax ?? {}, { base, build: page.build, stamp: page.stamp ?? "", refuse, install, nextTask, whenIdle, carryOut, started: false });

  // Where storing is forbidden, even looking at it throws, which the program
  // would not survive; then what is chosen lasts as long as the page.
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      void window[name];
    } catch {
      const kept = new Map();
      Object.defineProperty(window, name, { value: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, String(value)),
        removeItem: (key) => void kept.delete(key),
        clear: () => kept.clear(),
        key: (n) => Array.from(kept.keys())[n] ?? null,
        get length() { return kept.size; },
      } });
    }
  }

  // ---------- what the reader is told ----------

  const MB = 1e6;
  const slots = () => document.querySelectorAll("[data-boot-status]");

  // progress shows how much of the download is there. Nothing is shown for what
  // takes less than a blink, such as a start from the saved copy.
  function progress(share, wire) {
    if (parallax.started || parallax.failed || performance.now() - began < 300) return;
    const words = share < 1
      ? `Loading ${(share * wire / MB).toFixed(1)} of ${(wire / MB).toFixed(1)} MB`
      : "Starting";
    for (const slot of slots()) slot.textContent = words;
  }

  // note shows words and buttons at the lower edge of the window, above the bar
  // of the phone, until the page is left or the note is closed.
  function note(id, words, actions) {
    const box = document.getElementById(id);
    box.className = "notice";
    Object.assign(box.style, {
      position: "fixed", insetInline: "1rem", insetBlockEnd: "5rem", zIndex: 9,
      maxInlineSize: "40rem", marginInline: "auto", alignItems: "center",
    });
    box.replaceChildren(words);
    for (const [action, run] of actions) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      button.textContent = action;
      button.addEventListener("click", run ?? (() => { box.hidden = true; }));
      box.append(" ", button);
    }
    box.hidden = false;
  }

  // problem shows what went wrong and what to do; the text can still be read.
  // The first one said is the cause, what follows from it is not shown. A newer
  // version may mend it, so the saved copy is looked after here as well.
  function problem(words, action, run) {
    if (parallax.failed) return;
    parallax.failed = words;
    for (const slot of slots()) slot.textContent = "Reading only";
    note("boot-problem", words, action ? [[action, run]] : []);
    keep();
  }

  // nextTask calls then once the browser has done what waits.
  const line = new MessageChannel();
  function nextTask(then) {
    line.port1.onmessage = then;
    line.port2.postMessage(0);
  }

  // whenIdle calls then once the page has nothing to do, or has had for too long.
  function whenIdle(then) {
    if (window.requestIdleCallback) requestIdleCallback(() => then(), { timeout: 2000 });
    else setTimeout(then, 500);
  }

  // carryOut makes elements and text by the program's plan, and returns them all in
  // order. The steps of a plan are described in planned.go.
  function carryOut(plan) {
    const made = [];
    const open = []; // the stack
    const push = (node) => { open[open.length] = made[made.length] = node; };
    const steps = plan.split("\0");
    for (let i = 0; i < steps.length; i++) {
      const words = steps[i].slice(1);
      const top = open[open.length - 1];
      switch (steps[i][0]) {
        case "<": push(document.createElement(words)); break;
        case "^": push(document.createElementNS("http://www.w3.org/2000/svg", words)); break;
        case '"': push(document.createTextNode(words)); break;
        case "=": top.setAttribute(words, steps[++i].slice(1)); break;
        case "!": top[words] = steps[++i].slice(1); break;
        case "?": top[words] = true; break;
        case ">":
          open.pop();
          open[open.length - 1].append(top);
      }
    }
    return made;
  }

  const reload = () => location.reload();

  // refuse ends the start of a page whose parts are of different versions.
  function refuse(part) {
    parallax.worker?.terminate();
    problem(`This page and ${part} are of different versions, so nothing was started. The text can be read.`, "Get it whole", repair);
  }

  // repair fetches what was damaged once more, past what the browser kept of
  // it, and opens the page anew.
  async function repair() {
    const worker = navigator.serviceWorker?.controller;
    if (worker) {
      await new Promise((done) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = done;
        worker.postMessage({ do: "repair" }, [channel.port2]);
        setTimeout(done, 20000);
      });
    } else {
      const scripts = Array.from(document.scripts, (script) => script.src);
      const parts = [location.href, page.wasm, page.worker, page.pack, page.home, ...scripts].filter(Boolean);
      await Promise.allSettled(parts.map((part) => fetch(part, { cache: "reload" }).then((r) => r.arrayBuffer())));
    }
    reload();
  }

  // A search begun on the static page comes as a query; the reader keeps what
  // is searched for after the #, where no server sees it.
  const asked = new URLSearchParams(location.search).get("q");
  if (asked !== null && location.pathname === base + "search/") {
    history.replaceState(null, "", base + "search/" + (asked ? "#" + new URLSearchParams({ q: asked }) : ""));
  }

  // ---------- the program ----------

  // engine returns the compiled module, once the Worker runs it: what the
  // browser made ready for the Worker by then, it has ready for the page too.
  // Without the Worker there are no answers, and the promise is never kept.
  const engine = () => new Promise((begun) => {
    let module;
    const hear = {
      progress: ({ share, wire }) => progress(share, wire),
      compiled: (brought) => {
        module = brought.module;
        parallax.home = brought.home;
      },
      begun: () => begun(module),
      mixed: ({ part }) => refuse(part),
      damaged: () => problem("The reader’s program arrived damaged. The text can be read.", "Load it again", repair),
      missing: () => problem("The reader’s program could not be loaded; is there a network? The text can be read.", "Try again", repair),
      stopped: () => {
        if (!parallax.started) problem("The reader’s engine did not start. The text can be read.", "Try again", repair);
      },
    };
    const told = (data) => hear[data.what](data);
    parallax.told.forEach(told);
    parallax.worker.onmessage = ({ data }) => told(data);
    parallax.worker.onerror = hear.stopped;
  });

  async function start() {
    if (BUILD !== page.build) return refuse("its start script");
    if (!parallax.told) return problem("A part of the reader could not be loaded; is there a network? The text can be read.", "Try again", repair);
    if (!parallax.worker) {
      problem("This browser cannot run the reader (it lacks WebAssembly or Workers). "
        + "The pages can be read and followed; searching and comparing need a newer browser.");
      return;
    }
    const module = await engine();
    const prefix = base.replace(/\/$/, "");
    window.goappGetenv = (name) => (name === "GOAPP_ROOT_PREFIX" ? prefix : "");
    const go = new Go();
    const instance = await WebAssembly.instantiate(module, go.importObject);
    await new Promise(nextTask);
    await go.run(instance);
    // Run returns when the program ended, which it never does by itself.
    problem("The reader stopped. What you have seen stays where it is.", "Reload", reload);
  }

  // ---------- the first screen ----------

  // Who reads on while the program loads stays at what is read. The address
  // may have led the browser there, which is no reading on.
  const BLOCKS = "main :is(p, h2, h3, li, summary), main a:not(p a, li a)";
  const wordsOf = (block) => block.textContent.replace(/\s+/g, "");
  const alike = (words) => Array.from(document.querySelectorAll(BLOCKS)).filter((block) => wordsOf(block) === words);
  let place = null; // the words of a block of text, which one of that name it is, and its pixels below the window's top
  let touched = false;
  const touch = () => { touched = true; };
  const look = () => {
    const at = [0.3, 0.4, 0.5, 0.6].map((share) => document.elementFromPoint(innerWidth / 2, innerHeight * share)?.closest(BLOCKS));
    const read = at.find(Boolean);
    place = read && { words: wordsOf(read), nth: alike(wordsOf(read)).indexOf(read), top: read.getBoundingClientRect().top };
  };
  let rest; // a timer: scrolling comes to rest
  const scrolled = () => {
    clearTimeout(rest);
    rest = setTimeout(look, 100);
  };
  const touches = ["wheel", "touchmove", "keydown", "pointerdown"];
  for (const by of touches) window.addEventListener(by, touch, { passive: true, once: true });
  window.addEventListener("scroll", scrolled, { passive: true });

  // stay goes there as soon as the first screen has it, unless the reader goes
  // elsewhere meanwhile. Long lists come after the rest, and go-app goes to the
  // element that the address names.
  function stay() {
    window.removeEventListener("scroll", scrolled);
    clearTimeout(rest);
    if (!place || (location.hash && !touched)) return;
    page.place = "kept"; // for the program
    const drawn = new MutationObserver(() => go());
    const leave = () => {
      drawn.disconnect();
      for (const by of touches) window.removeEventListener(by, leave);
      window.removeEventListener("scroll", go);
    };
    const go = () => {
      const read = alike(place.words)[place.nth];
      if (!read) return;
      scrollBy({ top: read.getBoundingClientRect().top - place.top, behavior: "instant" });
      if (!location.hash) leave();
    };
    for (const by of touches) window.addEventListener(by, leave, { passive: true });
    window.addEventListener("scroll", go, { passive: true });
    drawn.observe(document.body, { childList: true, subtree: true });
    setTimeout(leave, 2000);
    go();
  }

  // The program's first screen takes the place of the static one.
  const still = document.getElementById("app");
  new MutationObserver((_, observer) => {
    if (still.isConnected) return;
    observer.disconnect();
    stay();
    parallax.started = true;
    performance.mark("parallax-mounted");
    page.reader = "ready";
    whenIdle(keep);
  }).observe(document.body, { childList: true });

  // ---------- the saved copy ----------

  // saved tells the page how the copy for reading offline stands: "saving",
  // "saved", "update", "failed" or "none"; why says what stood in the way:
  // "space", "network", "host", "damaged", "storage", "insecure" or "off".
  function saved(state, why = "") {
    page.saved = state;
    page.savedWhy = why;
    tellScreens();
  }

  const tellScreens = () => window.dispatchEvent(new CustomEvent("parallax-saved"));

  function offer(waiting) {
    saved("update");
    const activate = () => {
      // Another tab may have been quicker.
      if (waiting.state !== "installed") return reload();
      // A page that was reloaded past its service worker has none that changes.
      waiting.addEventListener("statechange", () => { if (waiting.state === "activated") reload(); });
      waiting.postMessage({ do: "activate" });
    };
    note("boot-update", "A new version is ready.", [["Reload", activate], ["Later"]]);
  }

  // Why the last try to save failed. A try may begin with the visit, long
  // before the first screen stands.
  let why = "";
  if (navigator.serviceWorker) {
    navigator.serviceWorker.onmessage = ({ data }) => {
      why = data?.failed ?? why;
      if (page.saved === "saved" || page.saved === "failed") saved(page.saved, why);
    };
  }

  const HOUR = 3600e3;
  let keeping = false;

  // keep registers the service worker, after the first screen stands, so that
  // saving never takes the network from reading.
  async function keep() {
    if (keeping) return;
    keeping = true;
    if (!navigator.serviceWorker) return saved("none", window.isSecureContext ? "storage" : "insecure");
    if (!page.saver) return saved("none", "off");
    try {
      const registration = await navigator.serviceWorker.register(parallax.scriptURL(page.saver), { scope: base, updateViaCache: "none" });
      const watch = (worker) => {
        let took = false; // its turn
        worker.addEventListener("statechange", async () => {
          switch (worker.state) {
            case "installed":
              if (registration.active) offer(worker);
              break;
            case "activating":
              took = true;
              break;
            case "activated":
              // sw-off.js takes itself away.
              if (await navigator.serviceWorker.getRegistration(base)) saved("saved");
              else saved("none", "off");
              break;
            case "redundant":
              if (page.saved === "update") break; // taken over by a newer one
              if (registration.active && registration.active !== worker) saved("saved", why);
              else if (took) saved("none", "off");
              else saved("failed", why);
              break;
          }
        });
      };
      registration.addEventListener("updatefound", () => watch(registration.installing));
      if (registration.waiting && registration.active) offer(registration.waiting);
      else if (registration.active) saved("saved", why);
      else saved("saving");
      if (registration.installing) watch(registration.installing);
      navigator.serviceWorker.controller?.postMessage({ do: "tidy" });

      let asked = performance.now();
      document.addEventListener("visibilitychange", () => {
        if (document.hidden || performance.now() - asked < HOUR) return;
        asked = performance.now();
        registration.update().catch(() => {}); // no network: the copy is there
      });
      // An install that failed is tried again when the network comes back.
      window.addEventListener("online", () => { if (page.saved === "failed") { keeping = false; keep(); } }, { once: true });
    } catch (error) {
      console.warn("parallax: nothing is saved for reading offline:", error);
      if (error.name === "SecurityError" || error.name === "NotSupportedError") saved("none", "storage");
      else saved("failed", "network");
    }
  }

  // ---------- installing as an app ----------

  // page.install is "offered" (a tap on the app's own button installs), "hand"
  // (iOS: the user does it by the share menu), "done", or "" elsewhere.
  let prompt;
  if (matchMedia("(display-mode: standalone)").matches || navigator.standalone) page.install = "done";
  else if (navigator.standalone === false) page.install = "hand";
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    prompt = event;
    page.install = "offered";
    tellScreens();
  });
  window.addEventListener("appinstalled", () => {
    page.install = "done";
    // Who installs it wants it to stay; browsers grant that without a question.
    Promise.resolve(navigator.storage?.persist?.()).then(tellScreens);
  });

  async function install() {
    if (!prompt) return;
    const event = prompt;
    prompt = undefined;
    page.install = "";
    await event.prompt();
    tellScreens();
  }

  start().catch((error) => {
    console.error("parallax:", error);
    problem("The reader could not start. The text can be read.", "Try again", repair);
  });
})();
