// Runs before the first paint.
"use strict";

// The page opens in the colours its reader chose.
try {
  const theme = localStorage.getItem("parallax.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off: the system's colours stay.
}
document.documentElement.classList.add("script");

// The program reads addresses strictly, and a % that begins no escape stops it:
// such a one is taken as it stands. This hears of a new address first.
{
  const mend = () => {
    const mended = location.href.replace(/%(?![0-9a-f]{2})/gi, "%25");
    if (mended !== location.href) history.replaceState(history.state, "", mended);
  };
  mend();
  window.addEventListener("popstate", mend);
}

// The Worker downloads and compiles the program and runs it as the engine, all
// while the browser reads and draws the page. What it tells meanwhile waits for
// boot.js, with the page's end of its line.
(() => {
  const page = document.documentElement.dataset;
  const parallax = (window.parallax = { told: [] });

  // With Trusted Types no other address than these two can become a script.
  const trusted = window.trustedTypes?.createPolicy("parallax", {
    createScriptURL: (url) => (url === page.worker || url === page.saver ? url : null),
  });
  parallax.scriptURL = (url) => (trusted ? trusted.createScriptURL(url) : url);

  if (!page.worker || typeof Worker !== "function" || typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) return;
  const { port1, port2 } = new MessageChannel();
  parallax.port = port1;
  parallax.worker = new Worker(parallax.scriptURL(page.worker));
  parallax.worker.onmessage = ({ data }) => parallax.told.push(data);
  parallax.worker.onerror = () => parallax.told.push({ what: "stopped" });
  parallax.worker.postMessage({ port: port2, page: { ...page }, saved: Boolean(navigator.serviceWorker?.controller) }, [port2]);
})();
