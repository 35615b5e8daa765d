// A click on a relative link (./page?…) changes the page without a reload, as the page links of the top bar do.
// Without this script they are plain links and lead to the same place.
if (!window.alaqatPageLinks) {
  window.alaqatPageLinks = true;
  const rerun = () => window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest(':is(.stHtml, #site-header) a[href^="./"]');
    const special = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || event.defaultPrevented || special) return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    rerun();
  });

  // The network is coloured on the server, which knows the theme only at the next run: rerun when the theme changes.
  // Only the class of Streamlit's root is observed, because reading the computed style forces a layout.
  const watch = () => {
    const app = document.querySelector(".stApp");
    if (!app) {
      setTimeout(watch, 50);
      return;
    }
    const scheme = () => getComputedStyle(app).colorScheme;
    let shown = scheme();
    new MutationObserver(() => {
      if (scheme() === shown) return;
      shown = scheme();
      setTimeout(rerun, 100);
    }).observe(app, { attributes: true, attributeFilter: ["class"] });
  };
  watch();
}
