// Streamlit's uploader has a name but calls itself «presentation», so that screen readers may pass it over.
if (!window.alaqatDoors) {
  window.alaqatDoors = true;
  const named = () => {
    const zone = document.querySelector('[data-testid="stFileUploaderDropzone"][role="presentation"]');
    if (zone) zone.setAttribute("role", "group");
  };
  named();
  new MutationObserver(named).observe(document.body, { childList: true, subtree: true });
}
