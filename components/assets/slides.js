// Keys, swipes and autoplay of the slides. The page's data attributes give the last slide and the seconds a slide
// stays; without this script the links below each slide lead to the same slides.
if (!window.alaqatSlides) {
  window.alaqatSlides = true;
  const slideElement = () => document.querySelector(".stHtml .stage");
  const show = (address) => {
    history.pushState({}, "", address);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };
  // the number in the address, which changes before the page is drawn
  const current = (slide) => Math.min(Number(new URL(location).searchParams.get("slide")) || 1, Number(slide.dataset.last));

  // Show the slide with a number; a key or a swipe stops autoplay
  const goTo = (slide, wanted, isManual) => {
    const to = new URL(location), number = Math.max(1, Math.min(wanted, Number(slide.dataset.last)));
    if (isManual) to.searchParams.delete("play");
    if (number === current(slide) && to.href === location.href) return;
    if (number === 1) to.searchParams.delete("slide");
    else to.searchParams.set("slide", number);
    show(to);
  };

  document.addEventListener("keydown", (event) => {
    const slide = slideElement();
    if (!slide || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const forward = slide.dir === "rtl" ? "ArrowLeft" : "ArrowRight", number = current(slide);
    const steps = { [forward]: number + 1, PageDown: number + 1, PageUp: number - 1, Home: 1, End: Number(slide.dataset.last) };
    steps[forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"] = number - 1;
    if (event.key === " ") steps[" "] = event.shiftKey ? number - 1 : number + 1;
    if (event.key === "Escape") show(slide.querySelector(".stage-leave").href);
    else if (event.key in steps) goTo(slide, steps[event.key], true);
    else return;
    event.preventDefault();
  });

  let touch = null;
  document.addEventListener("touchstart", (event) => {
    touch = slideElement() && event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    const slide = slideElement(), ended = event.changedTouches[0];
    if (!slide || !touch) return;
    const dx = ended.clientX - touch.clientX, dy = ended.clientY - touch.clientY;
    touch = null;
    if (Math.abs(dx) < 50 || Math.abs(dx) < 2 * Math.abs(dy)) return;
    goTo(slide, current(slide) + ((dx < 0) === (slide.dir !== "rtl") ? 1 : -1), true);
  });

  let shown = "", since = 0;
  setInterval(() => {
    const slide = slideElement(), seconds = slide && Number(slide.dataset.play);
    if (!seconds || document.hidden || location.href !== shown) { shown = location.href; since = Date.now(); return; }
    if (Date.now() - since >= seconds * 1000 && current(slide) < Number(slide.dataset.last)) goTo(slide, current(slide) + 1, false);
  }, 250);
}
