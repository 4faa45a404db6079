// Runs before the first paint: the page opens in the colours its reader chose.
"use strict";
try {
  const theme = localStorage.getItem("parallax.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off: the system's colours stay.
}
document.documentElement.classList.add("script");
