// Keys, swipes and the clock of the slides. Where a slide is and how many there are stands in the page; without this
// script the links below each slide do the same.
if (!window.alaqatStage) {
  window.alaqatStage = true;
  const stage = () => document.querySelector(".stHtml .stage");
  const show = (address) => {
    history.pushState({}, "", address);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };
  // the number in the address, which is ahead of the page while a slide is on its way
  const number = (here) => Math.min(Number(new URL(location).searchParams.get("slide")) || 1, Number(here.dataset.last));

  // To the slide with a number; what a hand does stops the clock
  const turn = (here, wanted, byHand) => {
    const to = new URL(location), at = Math.max(1, Math.min(wanted, Number(here.dataset.last)));
    if (byHand) to.searchParams.delete("play");
    if (at === number(here) && to.href === location.href) return;
    if (at === 1) to.searchParams.delete("slide");
    else to.searchParams.set("slide", at);
    show(to);
  };

  document.addEventListener("keydown", (event) => {
    const here = stage();
    if (!here || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const on = here.dir === "rtl" ? "ArrowLeft" : "ArrowRight", at = number(here);
    const steps = { [on]: at + 1, PageDown: at + 1, PageUp: at - 1, Home: 1, End: Number(here.dataset.last) };
    steps[on === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"] = at - 1;
    if (event.key === " ") steps[" "] = event.shiftKey ? at - 1 : at + 1;
    if (event.key === "Escape") show(here.querySelector(".stage-leave").href);
    else if (event.key in steps) turn(here, steps[event.key], true);
    else return;
    event.preventDefault();
  });

  let began = null;
  document.addEventListener("touchstart", (event) => {
    began = stage() && event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    const here = stage(), ended = event.changedTouches[0];
    if (!here || !began) return;
    const across = ended.clientX - began.clientX, down = ended.clientY - began.clientY;
    began = null;
    if (Math.abs(across) < 50 || Math.abs(across) < 2 * Math.abs(down)) return;
    turn(here, number(here) + ((across < 0) === (here.dir !== "rtl") ? 1 : -1), true);
  });

  let shown = "", since = 0;
  setInterval(() => {
    const here = stage(), seconds = here && Number(here.dataset.play);
    if (!seconds || document.hidden || location.href !== shown) { shown = location.href; since = Date.now(); return; }
    if (Date.now() - since >= seconds * 1000 && number(here) < Number(here.dataset.last)) turn(here, number(here) + 1, false);
  }, 250);
}
