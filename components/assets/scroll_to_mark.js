// Scroll the mark that the link asked for to the middle of the window; wait up to 4 seconds for it to be drawn.
(() => {
  let attempts = 0;
  const scroll = () => {
    const mark = document.getElementById("reader-here");
    if (mark) mark.scrollIntoView({ block: "center" });
    else if (attempts++ < 40) setTimeout(scroll, 100);
  };
  setTimeout(scroll, 150);
})();
