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

// The Worker's script comes while the page does, and the browser has it when
// boot.js starts the Worker.
if (document.documentElement.dataset.worker && !navigator.serviceWorker?.controller) {
  fetch(document.documentElement.dataset.worker).then((script) => script.text()).catch(() => {});
}
