// Runs before Streamlit: the reader's theme for its pages, which it stores for each path, and the language of the
// page as that of its fields, which it takes from the browser.
(() => {
  const root = document.documentElement, stored = () => { try { return localStorage.getItem("alaqat-theme"); } catch { return null; } };
  const system = matchMedia("(prefers-color-scheme: dark)"), key = `stActiveTheme-${location.pathname}-v2`;
  const show = () => { root.dataset.theme = stored() || (system.matches ? "dark" : "light"); };
  show();
  system.addEventListener("change", show);
  try {
    if (stored()) localStorage.setItem(key, JSON.stringify(stored() === "dark" ? "Dark" : "Light"));
    else localStorage.removeItem(key);
  } catch { /* no storage: the theme is the browser's */ }
  const locale = () => (root.lang === "ar" ? "ar-u-nu-latn" : "en-GB");
  Object.defineProperty(navigator, "language", { configurable: true, get: locale });
  Object.defineProperty(navigator, "languages", { configurable: true, get: () => [locale()] });
})();
