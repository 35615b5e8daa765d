// Links inside a page (relative ones, ./page?…) change the page without a reload, as the page links of the bar do.
// Without this script they are plain links and still lead to the right place.
if (!window.alaqatLinks) {
  window.alaqatLinks = true;
  const rerun = () => window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('.stHtml a[href^="./"]');
    const special = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || event.defaultPrevented || special) return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    rerun();
  });

  // On a chart that takes strokes Streamlit turns clicks off; a click on a mark opens it there as well.
  document.addEventListener("mousedown", (event) => {
    const chart = event.target.closest && event.target.closest(".js-plotly-plot");
    if (chart && chart._fullLayout && chart._fullLayout.dragmode === "select") chart._fullLayout.clickmode = "event+select";
  }, true);

  // Charts are coloured on the server, which hears of another theme only with the next run.
  // Only Streamlit's root carries the scheme; asking after every change of the page would cost a layout each time.
  const app = document.querySelector(".stApp");
  const scheme = () => getComputedStyle(app).colorScheme;
  let shown = scheme();
  new MutationObserver(() => {
    if (scheme() === shown) return;
    shown = scheme();
    setTimeout(rerun, 100);
  }).observe(app, { attributes: true, attributeFilter: ["class"] });
}
