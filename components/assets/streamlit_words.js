// Streamlit's own words are English: put Arabic in their place on Arabic pages, also in what is drawn later.
// `window.alaqatWords` pairs English with Arabic; `{…}` stands for any text.
if (!window.alaqatTranslates) {
  window.alaqatTranslates = true;
  const ATTRIBUTES = ["aria-label", "title", "placeholder"];
  let exact = new Map(), patterns = [];
  const read = () => {
    const isArabic = document.documentElement.lang === "ar";
    exact = new Map();
    patterns = [];
    for (const pair of Object.entries(window.alaqatWords)) {
      const [from, to] = isArabic ? pair : [...pair].reverse();
      if (!from.includes("{")) exact.set(from, to);
      else patterns.push([new RegExp(`^${from.replace(/[.?()*+]/g, "\\$&").replace(/\{\w+\}/g, "(.+)")}$`), to]);
    }
  };
  const translated = (text) => {
    const own = exact.get(text.trim());
    if (own) return text.replace(text.trim(), own);
    for (const [pattern, target] of patterns) {
      const match = pattern.exec(text.trim());
      if (match) return match.slice(1).reduce((sentence, value) => sentence.replace(/\{\w+\}/, value), target);
    }
    return text;
  };
  const isOurs = (element) => element.closest(".stHtml, #site-header, svg, script, style");
  const translate = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement || isOurs(node.parentElement)) return;
      const text = translated(node.data);
      if (text !== node.data) node.data = text;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || isOurs(node)) return;
    for (const name of ATTRIBUTES) {
      const value = node.getAttribute(name), text = value && translated(value);
      if (text !== value) node.setAttribute(name, text);
    }
    node.childNodes.forEach(translate);
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translate);
      else translate(change.target);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  window.addEventListener("languagechange", () => { read(); translate(document.body); });
  read();
}
