// The filter line: a choice in a box or a submitted search leads to the URL of the next view. Menus close when the
// reader leaves them; on a phone the line opens as a sheet. After a rerun the reader stays where they were.
if (!window.alaqatFilters) {
  window.alaqatFilters = true;
  const line = () => document.querySelector(".filters");
  const boxes = () => [...line().querySelectorAll("[data-parameter]")];
  let sheet = false;

  // Go to the URL with the values of all boxes; the first year is never after the last
  const choose = () => {
    const to = new URL(location), values = Object.fromEntries(boxes().map((box) => [box.dataset.parameter, box.value.trim()]));
    if (values.from && values.to && Number(values.from) > Number(values.to)) [values.from, values.to] = [values.to, values.from];
    for (const [name, value] of Object.entries(values)) {
      if (value) to.searchParams.set(name, value);
      else to.searchParams.delete(name);
    }
    for (const name of [...line().dataset.dropped.split(" "), "all"]) to.searchParams.delete(name);
    if (!line().querySelector("[aria-current]") && !Object.values(values).some(Boolean)) to.searchParams.set("all", "1");
    if (to.href === location.href) return;
    history.pushState({}, "", to);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };

  const setSheet = (open) => {
    sheet = open;
    line().classList.toggle("open", open);
    line().querySelector(".filters-opener").setAttribute("aria-expanded", open);
    (open ? line().querySelector(".filters-rest select") : line().querySelector(".filters-opener")).focus();
  };

  document.addEventListener("change", (event) => {
    if (event.target.matches(".filters select")) choose();
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".filters")) return;
    event.preventDefault();
    choose();
  });
  document.addEventListener("search", (event) => {
    if (event.target.matches(".filter-query input") && !event.target.value) choose();
  }, true);
  document.addEventListener("input", (event) => {
    if (!event.target.matches(".narrow")) return;
    const wanted = event.target.value.trim().toLocaleLowerCase();
    for (const item of event.target.parentElement.querySelectorAll("li")) item.hidden = !item.textContent.toLocaleLowerCase().includes(wanted);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest(".filters-opener")) setSheet(!sheet);
    else if (event.target.closest(".filters-closer")) setSheet(false);
    for (const menu of document.querySelectorAll(".filters details[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("focusin", (event) => {
    for (const menu of document.querySelectorAll(".filters details[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !line()) return;
    const menu = line().querySelector("details[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (sheet) setSheet(false);
  });

  // A rerun draws the line anew: open the menu that was open and focus what had the focus
  const described = (element) => {
    const own = ["class", "href", "data-parameter"].find((name) => element.getAttribute(name));
    const menu = element.closest("details"), name = own && element.getAttribute(own);
    return { own, name, menu: menu && menu.className, text: own === "href" ? element.textContent.replace(/[\d,]+/g, "").trim() : "" };
  };
  let drawn = null, place = null;
  document.addEventListener("focusin", (event) => {
    place = event.target.closest(".filters") ? described(event.target) : null;
  });
  const restore = () => {
    const now = line();
    if (!now || now === drawn) return;
    const isAnew = drawn !== null;
    drawn = now;
    now.classList.toggle("open", sheet);
    if (!isAnew || !place || (document.activeElement && document.activeElement !== document.body)) return;
    const menu = place.menu && now.querySelector(`details.${place.menu}`);
    if (menu) menu.open = true;
    const alike = [...(menu || now).querySelectorAll("a, select, input, summary, button")].find((element) => {
      const found = described(element);
      return found.own === place.own && (place.text ? found.text === place.text : found.name === place.name);
    });
    const next = alike || (menu && menu.querySelector("summary"));
    if (next) next.focus({ preventScroll: true });
  };
  new MutationObserver(restore).observe(document.documentElement, { childList: true, subtree: true });
}
