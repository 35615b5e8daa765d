// The header lies outside Streamlit's elements: it is the first landmark, and no rerun moves it. Each run of a page
// draws it anew in a hidden element (.site-source); this script copies it, with the language and direction.
if (!window.alaqatHeader) {
  window.alaqatHeader = true;
  const root = document.documentElement, header = document.getElementById("site-header");
  const isDrawn = () => document.querySelector('.stApp[data-test-script-state="notRunning"] .stHtml');
  let source = null;

  const update = () => {
    const now = document.querySelector(".site-source");
    if (now && now !== source) {
      source = now;
      if (root.lang !== now.lang) {
        root.lang = now.lang;
        window.dispatchEvent(new Event("languagechange"));
      }
      root.dir = now.dir;
      if (header.innerHTML !== now.innerHTML) {
        const focused = header.contains(document.activeElement) ? [...header.querySelectorAll("a, button")].indexOf(document.activeElement) : -1;
        header.innerHTML = now.innerHTML;
        if (focused >= 0) header.querySelectorAll("a, button")[focused]?.focus();
      }
    }
    if (root.classList.contains("loading") && isDrawn()) reveal();
  };
  const reveal = () => {
    root.classList.remove("loading");
    document.getElementById("first-screen")?.remove();
  };
  new MutationObserver(update).observe(document.body, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state"],
  });
  setTimeout(reveal, 15000);

  document.addEventListener("click", (event) => {
    if (event.target.closest(".skip")) {
      event.preventDefault();
      document.getElementById("stMain")?.focus();
    } else if (event.target.closest("button.theme")) {
      const next = root.dataset.theme === "dark" ? "light" : "dark";
      const isSystem = matchMedia("(prefers-color-scheme: dark)").matches === (next === "dark");
      if (isSystem) localStorage.removeItem("alaqat-theme");
      else localStorage.setItem("alaqat-theme", next);
      location.reload();
    }
  });
}
