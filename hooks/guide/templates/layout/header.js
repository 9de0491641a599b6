// The menu on small screens, the display scheme, and what the language toggle keeps: the section, and what was chosen.
// The language to which a reader toggles is remembered in the browser, for permanent addresses (see special/onward.js).
// A chosen scheme is taken up by special/early.js. Pages work without both: the navigation is then open, the scheme is the system's, the toggle leads to the page.
(() => {
  const root = document.documentElement;
  document.addEventListener("DOMContentLoaded", () => {
    const menu = document.querySelector(".guide-header__menu");
    const navigation = document.getElementById("guide-navigation");
    if (menu && navigation) {
      const open = (state) => {
        menu.setAttribute("aria-expanded", String(state));
        navigation.classList.toggle("is-open", state);
      };
      menu.hidden = false;
      menu.addEventListener("click", () => open(menu.getAttribute("aria-expanded") !== "true"));
      document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && menu.getAttribute("aria-expanded") === "true") {
          open(false);
          menu.focus();
        }
      });
    }

    const scheme = document.querySelector(".guide-header__scheme");
    if (scheme) {
      const dark = () => root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      const tell = () => scheme.setAttribute("aria-pressed", String(dark()));
      scheme.hidden = false;
      tell();
      scheme.addEventListener("click", () => {
        root.dataset.scheme = dark() ? "light" : "dark";
        try { localStorage.setItem("guide-scheme", root.dataset.scheme); } catch { /* a closed storage only forgets */ }
        tell();
      });
    }

    for (const choice of document.querySelectorAll("[data-chooses-language]")) {
      choice.addEventListener("click", () => {
        try { localStorage.setItem("guide-language", choice.hreflang); } catch { /* a closed storage only forgets */ }
      });
    }

    for (const toggle of document.querySelectorAll("[data-keeps-section]")) {
      const keep = () => { toggle.search = location.search; toggle.hash = location.hash; };
      keep();
      // A script that changes the address without leaving the page says so with "guide:address".
      for (const change of ["hashchange", "popstate", "guide:address"]) addEventListener(change, keep);
    }
  });
})();
