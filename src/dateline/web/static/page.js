"use strict";
// What pages do beyond showing: the switch between light and dark. Pages read without it.
(() => {
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const button = document.querySelector("button.theme");
  if (button) {
    const tell = () => button.setAttribute("aria-pressed", String(isDark()));
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("theme", root.dataset.theme);
      } catch {
        // Kept for this page only.
      }
      tell();
      document.dispatchEvent(new CustomEvent("theme"));
    });
    tell();
  }
})();
