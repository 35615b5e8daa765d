// The two buttons of a quote card: copy its citation, and save the card as a picture of 1200 × 630 pixels.
// Everything shown comes from the buttons' data attributes and is only set as text or drawn on a canvas.
if (!window.alaqatQuoteTools) {
  window.alaqatQuoteTools = true;
  const WIDTH = 1200, HEIGHT = 630, EDGE = 80, PAPER = "#FCFBF8", INK = "#1B1F24", FAINT = "#6B6F76", RULE = "#D9D6CE";
  const FAMILY = '"IBM Plex Sans", "IBM Plex Sans Arabic", sans-serif';
  const font = (weight, size) => `${weight} ${size}px ${FAMILY}`;
  // values are escaped once more than HTML needs (see citation.py)
  const read = (button, name) => (button.dataset[name] || "").replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");

  const announce = (button, text) => {
    const status = button.parentElement.querySelector(".quote-status");
    if (!status) return;
    status.textContent = text;
    setTimeout(() => { status.textContent = ""; }, 3000);
  };

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(read(button, "citation"));
      announce(button, read(button, "done"));
    } catch {
      // no clipboard here: show the citation with its text selected
      const details = button.closest(".quote-card").querySelector(".quote-context");
      details.open = true;
      getSelection().selectAllChildren(details.querySelector(".quote-cited"));
    }
  };

  // A text in lines no wider than the picture; a word wider than a line is cut
  const lines = (pen, text, width) => {
    const set = [];
    let line = "";
    for (const word of text.split(" ")) {
      const longer = line ? `${line} ${word}` : word;
      if (pen.measureText(longer).width <= width) { line = longer; continue; }
      if (line) set.push(line);
      line = word;
      while (pen.measureText(line).width > width) {
        let end = line.length - 1;
        while (end > 1 && pen.measureText(line.slice(0, end)).width > width) end = Math.floor(end * 0.9);
        set.push(line.slice(0, end));
        line = line.slice(end);
      }
    }
    return line ? [...set, line] : set;
  };

  const shortened = (pen, text, width) => {
    let shown = text;
    while (shown && pen.measureText(shown === text ? text : `${shown}…`).width > width) shown = shown.slice(0, -1);
    return shown === text ? text : `${shown}…`;
  };

  const write = (pen, text, y, direction, from, to) => {
    pen.direction = direction;
    pen.textAlign = "start";
    pen.fillText(shortened(pen, text, to - from), direction === "rtl" ? to : from, y);
  };

  const quote = (pen, text) => {
    const width = WIDTH - 2 * EDGE, height = 330;
    let size = 62, set = [];
    for (; size >= 26; size -= 2) {
      pen.font = font(400, size);
      set = lines(pen, text, width);
      if (set.length * size * 1.55 <= height) break;
    }
    const fit = Math.floor(height / (Math.max(size, 26) * 1.55));
    if (set.length > fit) set = [...set.slice(0, fit - 1), `${set[fit - 1]} …`];
    const step = Math.max(size, 26) * 1.55, top = EDGE + (height - set.length * step) / 2;
    set.forEach((line, number) => write(pen, line, top + step * (number + 0.7), "rtl", EDGE, WIDTH - EDGE));
  };

  const draw = (button) => {
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    const pen = canvas.getContext("2d"), direction = read(button, "direction");
    pen.fillStyle = PAPER;
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.fillStyle = INK;
    quote(pen, read(button, "quote"));
    pen.fillStyle = RULE;
    pen.fillRect(EDGE, 450, WIDTH - 2 * EDGE, 1);
    pen.fillStyle = INK;
    pen.font = font(600, 32);
    write(pen, read(button, "who"), 500, direction, EDGE, WIDTH - EDGE);
    pen.font = font(400, 26);
    write(pen, read(button, "about"), 538, direction, EDGE, WIDTH - EDGE);
    pen.fillStyle = FAINT;
    pen.font = font(400, 24);
    const [from, to] = direction === "rtl" ? [EDGE + 160, WIDTH - EDGE] : [EDGE, WIDTH - EDGE - 160];
    write(pen, read(button, "facts"), 580, direction, from, to);
    pen.textAlign = "end";
    pen.fillText(read(button, "brand"), direction === "rtl" ? EDGE : WIDTH - EDGE, 580);
    return canvas;
  };

  const save = async (button) => {
    const text = ["quote", "who", "about", "facts", "brand"].map((name) => read(button, name)).join(" ");
    await Promise.all([400, 600].map((weight) => document.fonts.load(font(weight, 32), text)));
    draw(button).toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = read(button, "name").replace(/[^\w.-]/g, "");
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    });
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest(".stHtml button.quote-tool");
    if (!button) return;
    if (button.classList.contains("quote-copy")) copy(button);
    else save(button);
  });
}
