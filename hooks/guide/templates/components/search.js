// The search dialog, made by this script. Queries are folded as the index is (hooks/guide/outputs/search.py); passages keep the page's own
// words. Pagefind is loaded when the dialog is first used, from this site, for the page's language; the other language's
// index is only asked how many results it has.
const guideSearch = (() => {
  // With fewer pages than this that have all words, pages that have most of them follow.
  const ENOUGH = 3;
  const ELISION = /(^|[^\p{L}\p{N}])(?:(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)')+(?=[\p{L}\p{N}])/giu;

  const LETTERS = { "’": "'", "ʼ": "'", œ: "oe", Œ: "Oe", æ: "ae", Æ: "Ae", ł: "l", Ł: "L", ı: "i", đ: "d", Đ: "D", ø: "o", Ø: "O" };

  /** A text as the index has it: no elided article, no apostrophe inside a word, œ as oe. */
  const folded = (text) => text.replace(/[’ʼœŒæÆłŁıđĐøØ]/g, (letter) => LETTERS[letter]).replace(ELISION, "$1")
    .replace(/([\p{L}\p{N}])'(?=[\p{L}\p{N}])/gu, "$1").replace(/\s+/g, " ").trim();

  /** A text for comparing: folded, without accents and capitals. */
  const bare = (text) => folded(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const loaded = new Map();
  const pagefind = async (index) => {
    const from = (name) => new URL(`${index}${name}`, document.baseURI).href;
    // Its worker first: Pagefind waits five seconds for it, then works in the page, which the page's policy forbids.
    const [made] = await Promise.all([import(from("pagefind.js")), fetch(from("pagefind-worker.js"))]);
    await made.options({ baseUrl: "/", ranking: { termFrequency: 0.6, pageLength: 0.4 } });
    await made.init();
    return made;
  };
  /** What searches an index, loaded once. */
  const engine = (index) => {
    if (!loaded.has(index)) loaded.set(index, (guideOffline.is ? guideOffline.engine : pagefind)(index));
    return loaded.get(index);
  };

  // Words that say nothing about a page, so that a question can be typed as it is asked.
  const EMPTY = new Set(("a an and are as at be by can did do does for from had has have how in is it its of on or that the there they this to "
    + "was were what when where which who whose why with not about partnership partnerships "
    + "au aux avec ce ces cette comment dans de des du elle en est est-ce et il ils la le les leur ne on ont ou par pas peut peut-elle peut-il "
    + "peut-on pour qu que quel quelle quelles quels qui quoi sa se ses son sont sur un une partenariat partenariats").split(" "));

  /** The words of a query that count; all of them, if none does. */
  const telling = (query) => {
    const all = folded(query).split(/[^\p{L}\p{N}/-]+/u).filter(Boolean);
    const some = all.filter((word) => !EMPTY.has(bare(word)) && (word.length > 1 || /\d/.test(word)));
    return some.length ? some : all;
  };

  /** A name for comparing: the words that count, in the singular, however they are joined. */
  const named = (text) => telling(text).flatMap((word) => bare(word).split(/[^\p{L}\p{N}]+/u)).map((word) => word.replace(/[sx]$/, "")).join("");

  /** Whether a result has a word itself or a form of it. For a word that is nowhere, Pagefind gives what begins most like it. */
  const has = async (result, word) => {
    const plain = (text) => bare(text).replace(/[^\p{L}\p{N}]/gu, "");
    const start = plain(word).slice(0, Math.max(2, Math.ceil(plain(word).length / 2)));
    return [...(await result.data()).excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].some(([, marked]) => plain(marked).includes(start));
  };

  /** The results of a query in an index, unloaded: pages with all of it as it stands, then with all words, then with most. */
  const results = async (index, query) => {
    const asked = telling(query);
    if (!asked.length) return [];
    const pagefind = await engine(index);
    const search = async (text) => (await pagefind.search(text)).results;
    const found = new Map();
    for (const word of asked) {
      const pages = await search(word);
      if (pages.length && await has(pages[0], word)) found.set(word, pages);
    }
    if (found.size < asked.length / 2) return [];
    if (found.size === 1) return [...found.values()][0];
    const literal = new Set((await search(`"${folded(query).replaceAll('"', "")}"`)).map(({ id }) => id));
    const whole = (await search([...found.keys()].join(" "))).sort((a, b) => literal.has(b.id) - literal.has(a.id));
    const more = whole.length < ENOUGH ? most(found, asked.length / 2) : [];
    return [...whole, ...more.filter(({ id }) => !whole.some((known) => known.id === id))];
  };

  /** The pages that have most of some words, those with more words first. */
  const most = (found, least) => {
    const tally = new Map();
    for (const result of [...found.values()].flat()) {
      const kept = tally.get(result.id) ?? { result, words: 0, score: 0 };
      tally.set(result.id, { result, words: kept.words + 1, score: kept.score + result.score });
    }
    return [...tally.values()].filter(({ words }) => words >= least).sort((a, b) => b.words - a.words || b.score - a.score).map(({ result }) => result);
  };

  const lists = new Map();
  /** Names of terms, organizations and pages with their addresses, for exact matches and suggestions. */
  const names = (index) => {
    if (!lists.has(index)) lists.set(index, guideOffline.read(new URL(`${index}names.json`, document.baseURI).href).then(JSON.parse));
    return lists.get(index);
  };

  /** How many letters two words share at their start. */
  const shared = (one, other) => { let length = 0; while (length < one.length && one[length] === other[length]) length += 1; return length; };

  /** Whether a word of a page is what a word of the query means: equal, begun by it, or another form of it. */
  const means = (word, asked) => word === asked || (asked.length > 2 && word.startsWith(asked))
    || (asked.length > 4 && shared(word, asked) >= Math.max(5, asked.length - 3) && Math.abs(word.length - asked.length) < 5);

  /** The part of a text where most words of the query stand, as pieces that say whether they are marked. */
  const passage = (text, query, length = 32) => {
    const asked = telling(query).flatMap((word) => bare(word).split(/[^\p{L}\p{N}]+/u)).filter(Boolean);
    const words = text.split(/\s+/).map((word) => {
      const parts = bare(word).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      return { word, hit: parts.some((part) => asked.some((one) => means(part, one))) };
    });
    const hits = words.flatMap(({ hit }, at) => (hit ? [at] : []));
    const score = (start) => hits.filter((at) => at >= start && at < start + length).length;
    const best = hits.reduce((kept, at) => (score(at) > score(kept) ? at : kept), hits[0] ?? 0);
    const start = Math.max(0, best - 6);
    const pieces = words.slice(start, start + length);
    return { pieces, before: start > 0, after: start + length < words.length };
  };

  /** Loads what a search needs, while a reader is still typing. What fails now is told when it is asked for. */
  const prepare = (index) => Promise.allSettled([engine(index), names(index)]);

  return { folded, bare, named, results, names, passage, means, prepare };
})();

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
      const { pieces, before, after } = guideSearch.passage(text, query);
      const shown = element("p");
      if (before) shown.append("… ");
      for (const { word, hit } of pieces) shown.append(hit ? element("mark", word) : word, " ");
      if (after) shown.append("…");
      entry.append(shown);
    }
    return entry;
  };
  const address = (path) => guideOffline.page(new URL(root + path.replace(/^\//, ""), document.baseURI).href);

  const exact = async (query) => {
    const wanted = guideSearch.named(query);
    return (await guideSearch.names(index)).filter(({ names }) => wanted && names.some((name) => guideSearch.named(name) === wanted))
      .map(({ path, title, kind, facts }) => ({ href: address(path), title, kind, facts }));
  };

  const suggest = async (query) => {
    const wanted = guideSearch.bare(query);
    const near = (await guideSearch.names(index)).map((entry) => ({ ...entry, near: Math.max(...entry.names.map((name) => closeness(wanted, guideSearch.bare(name)))) }))
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
      const data = await Promise.all(found.slice(0, MOST).map((result) => result.data()));
      if (turn !== asked) return;
      const rest = data.map(({ raw_url, url, meta }) => ({ href: address(raw_url ?? url), ...meta }))
        .filter(({ href }) => !first.some((entry) => entry.href === href));
      const beyond = first.filter(({ href }) => !data.some(({ raw_url, url }) => address(raw_url ?? url) === href)).length;
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
  input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(show, 80); });
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
