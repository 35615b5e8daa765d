// Streamlit gives its file uploader a label but the role "presentation", which makes screen readers skip it:
// set the role "group" on every uploader, also on those that are drawn later.
if (!window.alaqatUploaderRole) {
  window.alaqatUploaderRole = true;
  const setRole = () => {
    const uploader = document.querySelector('[data-testid="stFileUploaderDropzone"][role="presentation"]');
    if (uploader) uploader.setAttribute("role", "group");
  };
  setRole();
  new MutationObserver(setRole).observe(document.body, { childList: true, subtree: true });
}
