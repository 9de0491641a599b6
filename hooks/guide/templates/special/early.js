// Runs before anything is drawn, so it is small: says that scripts run (what needs them keeps its room; header.css), and takes up
// the display scheme that the reader chose (layout/header.js). All other scripts wait until the page has been read.
(() => {
  const root = document.documentElement;
  root.dataset.script = "";
  try {
    const scheme = localStorage.getItem("guide-scheme");
    if (scheme) root.dataset.scheme = scheme;
  } catch { /* a closed storage only forgets */ }
})();
