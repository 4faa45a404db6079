// The Worker's side: receives the compiled program and the page's line to it,
// gives up every way to the network, and runs the engine. BUILD stands above.

onmessage = async ({ data: { module, port, home, pack, build, stamp, runtime } }) => {
  onmessage = null;
  if (build !== BUILD) return port.postMessage("mixed: its engine");
  const trusted = self.trustedTypes?.createPolicy("parallax", {
    createScriptURL: (url) => (url === runtime ? url : null),
  });
  importScripts(trusted ? trusted.createScriptURL(runtime) : runtime);
  // A Worker has no content security policy of its own on hosts that send no
  // headers. What reads foreign articles gets no way out.
  const ways = ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource",
    "importScripts", "Worker", "SharedWorker", "BroadcastChannel", "RTCPeerConnection", "caches", "indexedDB"];
  for (const way of ways) {
    for (let holder = self; holder; holder = Object.getPrototypeOf(holder)) delete holder[way];
    Object.defineProperty(self, way, { value: undefined });
  }
  const refuse = (part) => port.postMessage("mixed: " + part);
  self.parallax = { port, build, stamp, refuse, home: new Uint8Array(home), pack: pack && new Uint8Array(pack) };
  try {
    const go = new Go();
    await go.run(await WebAssembly.instantiate(module, go.importObject));
  } finally {
    port.postMessage("stopped");
  }
};
