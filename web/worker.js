// The Worker's side: downloads and compiles the program, so that the page is
// free all the while, gives the compiled module to the page, gives up every way
// to the network, and runs the engine. BUILD stands above.

const tell = (what, more) => postMessage({ what, ...more });

// ---------- the download ----------

async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

const bytes = async (url) => new Uint8Array(await (await get(url)).arrayBuffer());

// counted passes a body through and tells the page now and then how much of it
// came: its share of size, of wire bytes in all.
function counted(body, size, wire) {
  const PAUSE = 100; // ms
  let seen = 0;
  let told = 0;
  return body.pipeThrough(new TransformStream({
    transform(chunk, out) {
      seen += chunk.length;
      if (performance.now() - told > PAUSE) {
        told = performance.now();
        tell("progress", { share: Math.min(seen / size, 1), wire });
      }
      out.enqueue(chunk);
    },
    flush() {
      tell("progress", { share: 1, wire });
    },
  }));
}

const WASM = "application/wasm";
const compile = (body) => WebAssembly.compileStreaming(new Response(body, { headers: { "Content-Type": WASM } }));

// program compiles the wasm that the page names. From the saved copy it is
// handed over as it is, so that the browser may keep its compiled form; from
// the network it is counted. A host that does not compress is asked for the .gz
// file instead.
async function program(page, saved) {
  const size = Number(page.wasmSize);
  const response = await get(page.wasm);
  if (saved && response.headers.get("Content-Type") === WASM) return WebAssembly.compileStreaming(response);
  const coding = response.headers.get("Content-Encoding");
  if (coding || !page.wasmGzip || typeof DecompressionStream !== "function") {
    const wire = coding === "br" ? Number(page.wasmBrotli) : coding ? Number(page.wasmGzipSize) : size;
    return compile(counted(response.body, size, wire));
  }
  const packed = await fetch(page.wasmGzip);
  if (!packed.ok) return compile(counted(response.body, size, size));
  response.body.cancel();
  const wire = Number(page.wasmGzipSize);
  // Some hosts unpack .gz files on their own.
  if (packed.headers.get("Content-Encoding")) return compile(counted(packed.body, size, wire));
  return compile(counted(packed.body, wire, wire).pipeThrough(new DecompressionStream("gzip")));
}

// ---------- the engine ----------

// A Worker has no content security policy of its own on hosts that send no
// headers. What reads foreign articles gets no way out.
function shut() {
  const ways = ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource",
    "importScripts", "Worker", "SharedWorker", "BroadcastChannel", "RTCPeerConnection", "caches", "indexedDB"];
  for (const way of ways) {
    for (let holder = self; holder; holder = Object.getPrototypeOf(holder)) delete holder[way];
    Object.defineProperty(self, way, { value: undefined });
  }
}

onmessage = async ({ data: { port, page, saved } }) => {
  onmessage = null;
  if (page.build !== BUILD) return tell("mixed", { part: "its engine" });
  const trusted = self.trustedTypes?.createPolicy("parallax", {
    createScriptURL: (url) => (url === page.runtime ? url : null),
  });
  const runtime = async () => importScripts(trusted ? trusted.createScriptURL(page.runtime) : page.runtime);
  let module, home, pack;
  try {
    [module, home, pack] = await Promise.all([program(page, saved), bytes(page.home), page.pack ? bytes(page.pack) : null, runtime()]);
  } catch (error) {
    console.warn("parallax:", error);
    return tell(error instanceof WebAssembly.CompileError ? "damaged" : "missing");
  }
  tell("compiled", { module, home });
  shut();
  const begun = () => tell("begun");
  const refuse = (part) => tell("mixed", { part });
  self.parallax = { port, build: page.build, stamp: page.stamp ?? "", begun, refuse, home, pack };
  try {
    const go = new Go();
    await go.run(await WebAssembly.instantiate(module, go.importObject));
  } finally {
    tell("stopped");
    port.postMessage("stopped");
  }
};
