// The search dialog, made by this script. The index of the page's language is loaded when the dialog is first used; the other language's
// is only asked how many results it has.
document.addEventListener("DOMContentLoaded", () => {
  const opener = document.querySelector(".guide-search__open");
  if (!opener || !window.HTMLDialogElement) return;
  const { root, finder, otherFinder, contribute, otherLanguage } = opener.dataset;
  const [index, otherIndex] = [document.documentElement.lang, otherLanguage].map((language) => `${root}${language}/search/`);
  const dialog = Object.assign(document.createElement("dialog"), { className: "guide-search", innerHTML: `
    <form class="guide-search__form" role="search"><h2 class="guide-hidden" id="guide-search-title">${guideWord("search.title")}</h2>
    <label class="guide-search__label" for="guide-search-input">${guideWord("search.label")}</label>
    <input class="guide-search__input" id="guide-search-input" type="search" name="q" autocomplete="off" spellcheck="false" maxlength="200">
    <button class="guide-search__close" type="button">${guideWord("search.close")}</button></form> <p class="guide-search__status" role="status"></p> <ol class="guide-search__results"></ol>
    <div class="guide-search__none" hidden><p>${guideWord("search.nearest")}</p><ul></ul><p>${guideWord("search.invite")} <a href="${contribute}">${guideWord("nav.contribute")}</a></p></div>
    <p class="guide-search__all" hidden><a></a></p> <p class="guide-search__other" lang="${otherLanguage}" hidden><a></a></p>` });
  dialog.setAttribute("aria-labelledby", "guide-search-title");
  opener.after(dialog);
  const part = (name) => dialog.querySelector(`.guide-search__${name}`);
  const [input, status, list, none, all, other] = ["input", "status", "results", "none", "all", "other"].map(part);
  const MOST = 8;
  let asked = 0;

  const element = (name, text, className) => Object.assign(document.createElement(name), { textContent: text ?? "", className: className ?? "" });
  const item = ({ href, title, kind, facts, text }, query) => {
    const entry = document.createElement("li");
    const link = Object.assign(element("a", title), { href });
    entry.append(link, element("p", [kind, facts].filter(Boolean).join(" · "), "guide-search__facts"));
    if (text) {
      const { pieces, before, after } = guideText.passage(text, query);
      const shown = element("p");
      if (before) shown.append("… ");
      for (const { word, hit } of pieces) shown.append(hit ? element("mark", word) : word, " ");
      if (after) shown.append("…");
      entry.append(shown);
    }
    return entry;
  };
  const address = (path) => guideOffline.page(new URL(root + path, document.baseURI).href);

  const exact = async (query) => {
    const wanted = guideText.named(query);
    return (await guideSearch.names(index)).filter(({ meant }) => wanted && meant.has(wanted))
      .map(({ path, title, kind, facts }) => ({ href: address(path), title, kind, facts }));
  };

  const suggest = async (query) => {
    const wanted = guideText.bare(query);
    const near = (await guideSearch.names(index)).map((entry) => ({ ...entry, near: Math.max(...entry.names.map((name) => closeness(wanted, guideText.bare(name)))) }))
      .sort((a, b) => b.near - a.near).slice(0, 5);
    const entry = (link, kind) => { const made = element("li"); made.append(link, ` (${kind})`); return made; };
    none.querySelector("ul").replaceChildren(...near.map(({ path, title, kind }) => entry(Object.assign(element("a", title), { href: address(path) }), kind)));
  };

  /** How alike two names are: the share of letter pairs that they have in common (Dice). */
  const closeness = (one, two) => {
    const pairs = (text) => new Set([...text].slice(1).map((letter, at) => [...text][at] + letter));
    const a = pairs(one), b = pairs(two);
    return (2 * [...a].filter((pair) => b.has(pair)).length) / ((a.size + b.size) || 1);
  };

  const clear = () => {
    for (const shown of [none, all, other]) shown.hidden = true;
    for (const told of [list, status]) told.replaceChildren();
  };

  const show = async () => {
    const query = input.value.trim();
    const turn = ++asked;
    if (!query) return clear();
    try {
      const found = await guideSearch.results(index, query);
      const first = await exact(query);
      const pages = (await guideSearch.shown(index, found.slice(0, MOST))).map((page) => ({ href: address(page.path), ...page }));
      if (turn !== asked) return;
      const rest = pages.filter(({ href }) => !first.some((entry) => entry.href === href));
      const beyond = first.filter(({ href }) => !pages.some((page) => page.href === href)).length;
      const total = Math.max(found.length, first.length, found.length + (found.length > MOST ? 0 : beyond));
      clear();
      status.textContent = total ? guideWord("search.count", total) : guideWord("search.none");
      list.append(...[...first, ...rest].slice(0, MOST).map((entry) => item(entry, query)));
      none.hidden = total > 0;
      if (!total) await suggest(query);
      if (total > MOST) link(all, `${finder}?q=${encodeURIComponent(query)}`, guideWord("search.all"));
      const others = (await guideSearch.results(otherIndex, query)).length;
      if (turn === asked && others) {
        link(other, `${otherFinder}?q=${encodeURIComponent(query)}`, guideWord("search.in-this-language", others, other.lang));
      }
    } catch (problem) {
      if (turn === asked) status.textContent = guideWord("search.failed");
      throw problem;
    }
  };

  const link = (place, href, text) => {
    Object.assign(place.querySelector("a"), { href, textContent: text, ...(place.lang && { hreflang: place.lang }) });
    place.hidden = false;
  };

  const open = () => {
    if (!dialog.open) dialog.showModal();
    guideSearch.prepare(index);
    input.focus();
    input.select();
  };

  opener.hidden = false;
  opener.addEventListener("click", open);
  // The close event comes a moment later; until then the keyboard would be in a field that nobody sees.
  const shut = () => { dialog.close(); opener.focus(); };
  part("close").addEventListener("click", shut);
  dialog.addEventListener("close", () => { if (dialog.contains(document.activeElement)) opener.focus(); });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) shut(); });
  part("form").addEventListener("submit", (event) => { event.preventDefault(); list.querySelector("a")?.focus(); });
  let wait;
  input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(show, 20); });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return event.preventDefault(), shut();  // else the field would be emptied first
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...list.querySelectorAll("a")];
    const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (next < 0 || next >= stops.length) return;
    event.preventDefault();
    stops[next].focus();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const asks = (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
    if (!asks) return;
    event.preventDefault();
    open();
  });
});
