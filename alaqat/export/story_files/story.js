// Keys and buttons of a story in one file. Without this script all slides stand one below the other.
(() => {
  const root = document.documentElement, slides = [...document.querySelectorAll(".slide")], place = document.getElementById("place");
  let here = Math.min(Math.max(Number(location.hash.slice(1)) || 1, 1), slides.length) - 1;
  const show = (number, hasFocus) => {
    here = Math.min(Math.max(number, 0), slides.length - 1);
    slides.forEach((slide, index) => slide.classList.toggle("here", index === here));
    place.textContent = `${here + 1} / ${slides.length}`;
    try { history.replaceState(null, "", `#${here + 1}`); } catch { /* a file opened in a frame has no history */ }
    if (hasFocus) { slides[here].focus({ preventScroll: true }); scrollTo(0, 0); }
  };
  const turn = () => {
    const lang = root.dataset.language === "ar" ? "en" : "ar";
    root.dataset.language = root.lang = lang;
    root.dir = lang === "ar" ? "rtl" : "ltr";
  };
  const acts = { previous: () => show(here - 1, true), next: () => show(here + 1, true), language: turn, print: () => print() };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (button) acts[button.dataset.do]();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chart = event.target.closest("figure");
    if (chart && chart.scrollWidth > chart.clientWidth && event.key.startsWith("Arrow")) return; // they scroll it
    const isButton = event.target.closest("button, a"), forward = root.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const steps = { [forward]: here + 1, [backward]: here - 1, PageDown: here + 1, PageUp: here - 1, Home: 0, End: slides.length - 1 };
    if (event.key === " " && !isButton) steps[" "] = event.shiftKey ? here - 1 : here + 1;
    if (!(event.key in steps)) return;
    event.preventDefault();
    show(steps[event.key], true);
  });
  let touch = null;
  document.addEventListener("touchstart", (event) => { touch = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!touch) return;
    const dx = event.changedTouches[0].clientX - touch.clientX, dy = event.changedTouches[0].clientY - touch.clientY;
    touch = null;
    if (Math.abs(dx) < 50 || Math.abs(dx) < 2 * Math.abs(dy)) return;
    show(here + ((dx < 0) === (root.dir !== "rtl") ? 1 : -1), true);
  });
  root.classList.add("js");
  show(here, false);
})();
