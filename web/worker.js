// The Worker's side: receives the compiled program and the page's line to it,
// gives up every way to the network, and runs the engine.
"use strict";
onmessage = async ({ data: { module, port, pack, build, runtime } }) => {
  onmessage = null;
  importScripts(runtime);
  // A Worker has no content security policy of its own on hosts that send no
  // headers. What reads foreign articles gets no way out.
  const ways = ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource",
    "importScripts", "Worker", "SharedWorker", "BroadcastChannel"];
  for (const way of ways) {
    for (let holder = self; holder; holder = Object.getPrototypeOf(holder)) delete holder[way];
    Object.defineProperty(self, way, { value: undefined });
  }
  self.parallax = { port, build, pack: pack && new Uint8Array(pack) };
  try {
    const go = new Go();
    await go.run(await WebAssembly.instantiate(module, go.importObject));
  } finally {
    port.postMessage("stopped");
  }
};
