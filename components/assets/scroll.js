// Bring the place a link asked for to the middle of the window, once its text is there.
(() => {
  let tries = 0;
  const look = () => {
    const place = document.getElementById("reader-here");
    if (place) place.scrollIntoView({ block: "center" });
    else if (tries++ < 40) setTimeout(look, 100);
  };
  setTimeout(look, 150);
})();
