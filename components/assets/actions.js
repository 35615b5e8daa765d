// The buttons of the action rows: copy a link, print, save the chart above as SVG or PNG with its fonts, its title and
// its source. Everything shown comes from the buttons' data attributes and is only set as text.
if (!window.alaqatActions) {
  window.alaqatActions = true;
  const FAMILY = "'IBM Plex Sans', 'IBM Plex Sans Arabic', sans-serif", SVG = "http://www.w3.org/2000/svg", EDGE = 16, LINE = 28;
  // values are escaped once more than HTML needs (see action_links.py)
  const read = (button, name) => (button.dataset[name] || "").replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");

  const announce = (button, text) => {
    const status = button.closest(".actions, .cite").querySelector(".action-status");
    status.textContent = text;
    setTimeout(() => { status.textContent = ""; }, 4000);
  };

  const copy = async (button) => {
    const text = read(button, "text") || new URL(read(button, "address"), location.href).href;
    try {
      await navigator.clipboard.writeText(text);
      announce(button, read(button, "done"));
    } catch {
      announce(button, text);  // no clipboard here: show it, to be copied by hand
    }
  };

  // The last chart before the button that is drawn
  const chartBefore = (button) => [...document.querySelectorAll(".stPlotlyChart, .stEChartsChart")]
    .filter((chart) => chart.querySelector("svg, canvas"))
    .filter((chart) => chart.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING).pop();

  const base64 = async (address) => {
    const blob = await (await fetch(address)).blob();
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsDataURL(blob);
    });
  };

  let faces = null;
  const fonts = () => {
    const files = [["IBM Plex Sans Arabic", "arabic-arabic"], ["IBM Plex Sans", "latin"]].flatMap(([family, part]) =>
      [400, 600].map(async (weight) => {
        const data = await base64(new URL(`assets/fonts/ibm-plex-sans-${part}-${weight}-normal.woff2`, document.baseURI.replace(/[^/]*(\?.*)?$/, "")));
        return `@font-face{font-family:"${family}";font-weight:${weight};src:url(${data}) format("woff2")}`;
      }));
    faces = faces || Promise.all(files).then((all) => all.join(""));
    return faces;
  };

  const element = (name, attributes, text = "") => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  };

  // The parts of a chart: every SVG layer in order, or a canvas as a picture
  const layers = (chart) => {
    const canvas = chart.querySelector("canvas"), drawn = chart.querySelectorAll("svg.main-svg");
    const svgs = drawn.length ? [...drawn] : [...chart.querySelectorAll("svg")].slice(0, 1);
    if (svgs.length) return svgs.map((layer) => layer.cloneNode(true));
    const box = canvas.getBoundingClientRect();
    return [element("image", { href: canvas.toDataURL(), width: box.width, height: box.height })];
  };

  const compose = async (button) => {
    const chart = chartBefore(button), inner = chart.querySelector("svg.main-svg, svg, canvas").getBoundingClientRect();
    const isRtl = read(button, "direction") === "rtl", style = getComputedStyle(document.querySelector(".stApp"));
    const width = Math.round(inner.width), height = Math.round(inner.height) + 2 * LINE + EDGE;
    const picture = element("svg", { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FAMILY });
    picture.append(element("style", {}, await fonts()), element("rect", { width, height, fill: style.backgroundColor }));
    const write = (y, size, weight, opacity, text) => picture.append(element("text", {
      x: isRtl ? width - EDGE : EDGE, y, direction: isRtl ? "rtl" : "ltr", "font-size": size, "font-weight": weight, fill: style.color, opacity,
    }, text));
    write(LINE, 16, 600, 1, read(button, "title"));
    const body = element("g", { transform: `translate(0 ${LINE + EDGE / 2})` });
    for (const layer of layers(chart)) {
      for (const name of ["class", "style"]) layer.removeAttribute(name);
      body.append(layer);
    }
    picture.append(body);
    write(height - EDGE / 2, 12, 400, 0.75, `${read(button, "caption")} · ${location.host}`);
    return picture;
  };

  const download = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name.replace(/[^\w.-]/g, "");
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const paint = (source, width, height) => new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = 2 * width;
      canvas.height = 2 * height;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(resolve);
    };
    image.onerror = reject;
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  });

  // The server's SVG as PNG
  const saveDrawn = async (button) => {
    const answer = await fetch(new URL(read(button, "source"), location.href));
    const source = await answer.text();
    if (!answer.ok) return announce(button, source);
    const size = [...source.match(/viewBox="0 0 (\d+) (\d+)"/)].slice(1).map(Number);
    await paint(source, ...size);
    download(await paint(source, ...size), read(button, "name"));
  };

  const save = async (button) => {
    if (button.dataset.source) return saveDrawn(button);
    if (!chartBefore(button)) return announce(button, read(button, "wait"));
    const picture = await compose(button), name = read(button, "name");
    const source = new XMLSerializer().serializeToString(picture);
    if (name.endsWith(".svg")) return download(new Blob([source], { type: "image/svg+xml" }), name);
    // fonts in a picture are ready only at its second drawing
    const size = [Number(picture.getAttribute("width")), Number(picture.getAttribute("height"))];
    await paint(source, ...size);
    download(await paint(source, ...size), name);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest(".stHtml .action");
    const isForBrowser = button && button.href && (event.ctrlKey || event.metaKey || event.shiftKey);
    if (!button || isForBrowser) return;
    if (button.href) event.preventDefault();
    if (button.classList.contains("action-copy")) copy(button);
    else if (button.classList.contains("action-print")) window.print();
    else save(button);
  });

  // Escape closes the list in which it is pressed, and nothing behind it
  document.addEventListener("keydown", (event) => {
    const list = event.key === "Escape" && event.target.closest && event.target.closest("details.cite[open], .actions details[open]");
    if (!list) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    list.open = false;
    list.querySelector("summary").focus();
  }, true);
}
