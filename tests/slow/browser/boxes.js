// What is wrong with the boxes of a page: texts cut off, over each other, wider than the screen, or Arabic set from the left.
() => {
  const found = [], width = document.documentElement.clientWidth;
  const main = document.querySelector("[data-testid=stMain]") || document.body;
  if (main.scrollWidth > main.clientWidth + 1) found.push(`page is ${main.scrollWidth} wide on ${main.clientWidth}`);

  const shown = (box) => box.width > 1 && box.height > 1 && box.bottom > 0;
  const skip = ".unseen, [data-testid=stFileUploader], [data-testid=stIconMaterial], [data-testid=stSkipLink], details:not([open]) > :not(summary), .hoverlayer, [aria-hidden=true]";
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || !parent || parent.closest(skip) || getComputedStyle(parent).visibility === "hidden") continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (shown(box)) texts.push({ node, parent, box, told: node.data.trim().slice(0, 40) });
  }

  for (const { parent, box, told } of texts) {
    const scroller = parent.closest(".scroll, .net-scroll");
    if (!scroller && (box.right > width + 1 || box.left < -1)) found.push(`outside the screen: ${told}`);
    for (let up = parent; up && up !== main; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.overflowX === "visible" || up.closest("[data-baseweb], .scroll, .net-scroll")) continue;
      const edge = up.getBoundingClientRect();
      const isCutBelow = style.overflowY === "hidden" && up.scrollHeight > up.clientHeight + 2 && box.bottom > edge.bottom + 2;
      if (isCutBelow || box.right > edge.right + 2 || box.left < edge.left - 2) found.push(`cut off: ${told}`);
      break;
    }
  }

  // lines of different blocks that lie over each other; sheets and cards may lie over the page
  const sheet = (node) => {
    for (let up = node.parentElement; up && up !== main; up = up.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(up).position)) return up;
    }
    return null;
  };
  const block = (node) => node.parentElement.closest("p, li, td, th, h1, h2, h3, label, button, a, summary, blockquote, text, div");
  texts.sort((a, b) => a.box.top - b.box.top);
  for (let i = 0; i < texts.length; i += 1) {
    for (let j = i + 1; j < texts.length && texts[j].box.top < texts[i].box.bottom - 4; j += 1) {
      const a = texts[i], b = texts[j];
      if (a.node === b.node || block(a.node) === block(b.node) || a.parent.closest("[data-baseweb=popover]")) continue;
      if (sheet(a.node) !== sheet(b.node)) continue;
      const over = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (over > 3 && down > Math.min(a.box.height, b.box.height) * 0.4) found.push(`over each other: ${a.told} | ${b.told}`);
    }
  }

  // blocks of Arabic begin at their right edge
  for (const one of main.querySelectorAll(".stHtml :is(p, li, td, h2, h3, blockquote)")) {
    if (one.closest(skip) || !/^[^A-Za-z]*[\u0621-\u064a]/.test(one.textContent) || getComputedStyle(one).display === "flex") continue;
    const style = getComputedStyle(one);
    if (style.direction !== "rtl") {
      if (document.documentElement.lang === "ar") found.push(`not from right to left: ${one.textContent.trim().slice(0, 40)}`);
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(one);
    const lines = [...range.getClientRects()].filter(shown);
    const edge = one.getBoundingClientRect();
    if (!shown(edge) || !lines.length) continue;
    const right = Math.max(...lines.map((line) => line.right));
    const pad = parseFloat(style.paddingRight) + parseFloat(style.borderRightWidth);
    if (edge.right - pad - right > 24 && style.textAlign !== "end") found.push(`not at its right edge: ${one.textContent.trim().slice(0, 40)}`);
  }
  return [...new Set(found)];
}
