// Streamlit says of its box for files that it is only decoration, though it has a name: say that it is a group.
(() => {
  let tries = 0;
  const mend = () => {
    const box = document.querySelector('[data-testid="stFileUploaderDropzone"]');
    if (box) box.setAttribute("role", "group");
    else if (tries++ < 40) setTimeout(mend, 100);
  };
  mend();
})();
