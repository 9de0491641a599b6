// Leads on from a page that only leads to another one, before anything of it is seen, with all that stands behind the address.
// A page that has moved says where to (data-to). A permanent address says where each language is (data-en, data-fr): the
// choice is the reader's own, made with the language toggle, or else the first language of the browser, if it is one of them.
(() => {
  const root = document.documentElement;
  const rest = location.search + location.hash;
  const chosen = () => { try { return localStorage.getItem("guide-language"); } catch { return null; } };
  const offered = (language) => Object.hasOwn(root.dataset, language ?? "") ? root.dataset[language] : undefined;
  const spoken = (navigator.languages?.[0] ?? navigator.language ?? "").slice(0, 3).toLowerCase().replace(/[-_].*$/, "");
  const to = root.dataset.to ?? offered(chosen()) ?? offered(spoken);
  if (to) {
    stop(); // what follows on this page would lead on without the rest of the address
    location.replace(to + rest);
    return;
  }
  document.addEventListener("DOMContentLoaded", () => {
    for (const link of document.querySelectorAll("a[hreflang]")) link.href += rest;
  });
})();
