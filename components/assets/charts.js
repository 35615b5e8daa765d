// What a reader does with the charts: tooltips, arrow keys between marks, a stroke that zooms, the keys of the card.
// Without this script marks, columns and cells are plain links.
if (!window.alaqatCharts) {
  window.alaqatCharts = true;
  const within = (target, selector) => (target.closest ? target.closest(selector) : null);
  const isRtl = () => document.documentElement.dir === "rtl";
  const go = (address) => {
    history.pushState({}, "", address);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };

  // Tooltips, for a mouse and for the keyboard; a touch opens the card itself
  const tip = document.createElement("div");
  tip.className = "chart-tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true");
  const showTip = (element) => {
    tip.textContent = element.dataset.tip;
    (document.querySelector(".stApp") || document.body).append(tip);
    tip.hidden = false;
    const shape = (element.querySelector(".shape") || element).getBoundingClientRect(), own = tip.getBoundingClientRect();
    const left = Math.min(Math.max(shape.left + shape.width / 2 - own.width / 2, 4), innerWidth - own.width - 4);
    tip.style.left = `${left}px`;
    tip.style.top = `${shape.top - own.height - 8 < 4 ? shape.bottom + 8 : shape.top - own.height - 8}px`;
  };
  const hideTip = () => { tip.hidden = true; };
  document.addEventListener("pointerover", (event) => {
    const element = event.pointerType === "mouse" && within(event.target, ".chart [data-tip]");
    if (element) showTip(element); else hideTip();
  });
  document.addEventListener("focusin", (event) => {
    const element = within(event.target, ".chart .mark");
    if (element && element.matches(":focus-visible")) showTip(element); else hideTip();
  });
  document.addEventListener("focusout", hideTip);
  document.addEventListener("scroll", hideTip, { capture: true, passive: true });

  // A stroke over the plot or over the strip of all events zooms to its days
  let stroke = null;
  const day = (text) => Date.parse(`${text}T00:00:00Z`) / 86400000;
  const written = (number) => {
    const text = new Date(Math.round(number) * 86400000).toISOString().slice(0, 10);
    return text < "1000-01-01" ? "1000-01-01" : text > "2100-12-31" ? "2100-12-31" : text;
  };
  const share = (area, x) => {
    const box = area.getBoundingClientRect();
    const part = Math.min(Math.max((x - box.left) / box.width, 0), 1);
    return isRtl() ? 1 - part : part;
  };
  const days = (area, from, to) => {
    const [begin, end] = [Math.min(from, to), Math.max(from, to)];
    if (area.matches(".plot")) {
      const chart = area.closest(".chart"), first = day(chart.dataset.first), length = day(chart.dataset.last) - first + 1;
      return [written(first + begin * length), written(Math.max(first + end * length - 1, first + begin * length + 1))];
    }
    const cells = [...area.querySelectorAll("[data-days]")], index = (part) => Math.min(Math.floor(part * cells.length), cells.length - 1);
    return [cells[index(begin)].dataset.days.split("_")[0], cells[index(end)].dataset.days.split("_")[1]];
  };
  const drawn = document.createElement("i");
  drawn.className = "stroke-drawn";
  document.addEventListener("pointerdown", (event) => {
    const area = within(event.target, ".chart.timeline :is(.plot, .context)");
    const canDraw = area && !event.button && (event.pointerType !== "touch" || area.matches(".context"));
    stroke = canDraw ? { area, x: event.clientX, start: share(area, event.clientX), isLong: false } : null;
  });
  document.addEventListener("pointermove", (event) => {
    if (!stroke) return;
    stroke.isLong = stroke.isLong || Math.abs(event.clientX - stroke.x) > 8;
    if (!stroke.isLong) return;
    hideTip();
    const end = share(stroke.area, event.clientX);
    stroke.area.append(drawn);
    drawn.style.insetInlineStart = `${100 * Math.min(stroke.start, end)}%`;
    drawn.style.inlineSize = `${100 * Math.abs(end - stroke.start)}%`;
  });
  document.addEventListener("pointerup", (event) => {
    const ended = stroke;
    stroke = null;
    drawn.remove();
    if (!ended || !ended.isLong || !ended.area.isConnected) return;
    window.addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); }, { capture: true, once: true });
    setTimeout(() => window.dispatchEvent(new Event("click")), 0);
    const zoom = days(ended.area, ended.start, share(ended.area, event.clientX)).join("_");
    go(ended.area.closest(".chart").dataset.zoom.replace("1000-01-01_2100-12-31", zoom));
  });
  document.addEventListener("pointercancel", () => { stroke = null; drawn.remove(); });
  document.addEventListener("dragstart", (event) => { if (within(event.target, ".chart")) event.preventDefault(); });

  // The card has the focus after its mark is chosen; the mark has it again after the card is closed
  const focusWhenDrawn = (selector, attempts = 0, isClosing = false) => {
    const element = [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length);
    const isOld = isClosing && document.querySelector(".card.event"); // the chart is drawn anew with the card's end
    if (element && !isOld) element.focus({ preventScroll: element.matches(".mark") });
    else if (attempts < 80) setTimeout(() => focusWhenDrawn(selector, attempts + 1, isClosing), 50);
  };
  document.addEventListener("click", (event) => {
    const mark = within(event.target, ".chart .mark[data-event]"), step = within(event.target, ".card .steps a");
    if (mark && mark.closest(".timeline")) focusWhenDrawn(`.card.event[data-event="${CSS.escape(mark.dataset.event)}"]`);
    else if (step && step.matches(".close")) {
      const chosen = step.closest(".card").dataset.event;
      focusWhenDrawn(`.chart .mark[data-event="${CSS.escape(chosen)}"]`, 0, true);
    } else if (step) {
      const chosen = new URL(step.href).searchParams.get("event");
      focusWhenDrawn(`.card.event[data-event="${CSS.escape(chosen)}"]`);
    }
  }, true);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const card = within(event.target, ".card.event"), mark = within(event.target, ".chart .mark");
    const forward = isRtl() ? "ArrowLeft" : "ArrowRight", back = isRtl() ? "ArrowRight" : "ArrowLeft";
    if (card && [forward, back, "Escape"].includes(event.key)) {
      const link = card.querySelector({ [forward]: ".steps a.after", [back]: ".steps a.before", Escape: ".steps .close" }[event.key]);
      if (link) link.click();
      event.preventDefault();
    } else if (mark && [forward, back, "Home", "End"].includes(event.key)) {
      const marks = [...mark.closest(".plot").querySelectorAll(".mark")], index = marks.indexOf(mark);
      const next = { [forward]: index + 1, [back]: index - 1, Home: 0, End: marks.length - 1 }[event.key];
      if (marks[next]) {
        mark.tabIndex = -1;
        marks[next].tabIndex = 0;
        marks[next].focus();
      }
      event.preventDefault();
    }
  });
}
