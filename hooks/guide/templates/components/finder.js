// The finder: facets, words and order, all of them in the address. It reads the facets of the panel and the facts of the
// same names on the cards (components/finder.html), and keeps only the cards in the page that are shown.
const guideFinder = (() => {
  const facts = (card, name) => (card.getAttribute(`data-${name}`) ?? "").split(" ").filter(Boolean);

  /** A facet of the panel: its values in order, each with its box, its name and the place of its count. */
  const facet = (part) => {
    const values = [...part.querySelectorAll("li")].map((item) => {
      const [box, link, count] = item.children;
      return { id: box.value, name: link.textContent, n: Number(count.textContent), item, box, link, count };
    });
    return { id: part.dataset.facet, title: part.querySelector("summary").firstChild.textContent, part, values, places: new Map(values.map(({ id }, place) => [id, place])) };
  };

  /** A card as a case: its values by facet, as places, and what it is sorted by. */
  const one = (facets) => (card, at) => ({
    card, at, key: card.dataset.key, started: card.dataset.started ?? "", checked: card.dataset.checked ?? "",
    has: facets.map(({ id, places }) => facts(card, id).map((value) => places.get(value)).filter((place) => place !== undefined)),
  });

  /** The cases that a selection leaves, and for each facet the cases per value if that value alone were chosen in it. */
  const find = (facets, cases, chosen, allows) => {
    const counts = facets.map(({ values }) => new Uint32Array(values.length));
    const left = [];
    const count = (item, at) => { for (const place of item.has[at]) counts[at][place] += 1; };
    for (const item of cases) {
      if (!allows(item)) continue;
      const missed = [];
      for (let at = 0; at < facets.length && missed.length < 2; at += 1) {
        if (chosen[at].size && !item.has[at].some((place) => chosen[at].has(place))) missed.push(at);
      }
      if (missed.length === 1) count(item, missed[0]);
      if (missed.length) continue;
      left.push(item);
      for (let at = 0; at < facets.length; at += 1) count(item, at);
    }
    return { left, counts };
  };

  /** The orders that can be chosen. Cards come in the order of their titles, and keep it where nothing else decides. */
  const orders = {
    relevance: (hits) => (a, b) => (hits?.get(a.key) ?? 0) - (hits?.get(b.key) ?? 0) || a.at - b.at,
    title: () => (a, b) => a.at - b.at,
    checked: () => (a, b) => (a.checked < b.checked) - (a.checked > b.checked) || a.at - b.at,
    started: () => (a, b) => b.started - a.started || a.at - b.at,
  };

  /** What an address asks for. Values that nobody knows are left out. */
  const read = (search, facets, together) => {
    const asked = new URLSearchParams(search);
    const places = (name, from) => new Set(asked.getAll(name).map((value) => from.places.get(value)).filter((place) => place !== undefined));
    const sort = asked.get("sort");
    return { q: asked.get("q") ?? "", chosen: facets.map((from) => places(from.id, from)), also: places("with", facets[together]),
      sort: Object.hasOwn(orders, sort ?? "") ? sort : "" };
  };

  /** The address of a state, from its `?` on. */
  const written = ({ q, chosen, also, sort }, facets, together) => {
    const asked = new URLSearchParams();
    const add = (name, from, places) => { for (const place of [...places].sort((a, b) => a - b)) asked.append(name, from.values[place].id); };
    if (q.trim()) asked.set("q", q.trim());
    facets.forEach((from, at) => add(from.id, from, chosen[at]));
    add("with", facets[together], also);
    if (sort) asked.set("sort", sort);
    return String(asked) && `?${asked}`;
  };

  let keys;
  /** Which case each result of the search is, by its number: a list that is loaded once, when somebody types. */
  const search = async (index, query) => {
    keys ??= guideOffline.read(new URL(`${index}cases.json`, document.baseURI).href).then(JSON.parse).catch((problem) => { keys = undefined; throw problem; });
    const [results, cases] = await Promise.all([guideSearch.results(index, query), keys]);
    return new Map([...new Set(results.map((id) => cases[id]).filter(Boolean))].map((key, rank) => [key, rank]));
  };

  return { facet, one, find, orders, read, written, search };
})();

document.addEventListener("DOMContentLoaded", () => {
  const finder = document.querySelector(".guide-finder");
  if (!finder) return;
  const STEP = 100;
  const part = (name) => finder.querySelector(name);
  const [input, sort, status, list] = ["#guide-finder-query", "#guide-finder-sort", "[role=status]", ".guide-cards"].map(part);
  const [chips, bar, clear, none, more, filters] = ["chips", "chosen-all", "clear", "none", "more", "filters"].map((name) => part(`.guide-finder__${name}`));
  const words = JSON.parse(finder.dataset.words);
  const facets = [...finder.querySelectorAll("[data-facet]")].map(guideFinder.facet);
  const cases = [...list.children].map(guideFinder.one(facets));
  const together = facets.findIndex(({ id }) => id === finder.dataset.together);
  const language = document.documentElement.lang;
  const plural = new Intl.PluralRules(language);
  const number = (n) => n.toLocaleString(`${language}-CA`);
  const counted = (n) => (words[`count.${plural.select(n)}`] ?? words["count.other"]).replace("{n}", number(n));
  const named = (key, name) => words[key].replace("{name}", () => name);
  const element = (name, ...content) => { const made = document.createElement(name); made.append(...content); return made; };
  let state, hits = null, asked = 0, limit = STEP, failed = false;

  const allows = ({ q, also }) => (item) => (!q.trim() || !hits || hits.has(item.key)) && [...also].every((place) => item.has[together].includes(place));
  const found = (wanted) => guideFinder.find(facets, cases, wanted.chosen, allows(wanted));

  /** Everything that narrows the list, each with its name and the state without it. */
  const filtersOf = () => {
    const { q, chosen, also } = state;
    const less = (places, place) => new Set([...places].filter((other) => other !== place));
    const lessOf = (at, place) => chosen.map((places, other) => (other === at ? less(places, place) : places));
    return [
      ...(q.trim() ? [{ name: named("finder.quoted", q.trim()), without: { ...state, q: "" } }] : []),
      ...facets.flatMap(({ title, values }, at) => [...chosen[at]].map((place) => ({ name: named("finder.of", values[place].name).replace("{facet}", () => title), without: { ...state, chosen: lessOf(at, place) } }))),
      ...[...also].map((place) => ({ name: named("finder.also", facets[together].values[place].name), without: { ...state, also: less(also, place) } })),
    ];
  };

  const showCounts = (counts) => facets.forEach(({ part: group, values }, at) => {
    values.forEach((value, place) => {
      const n = counts[at][place];
      if (value.n !== n) {
        value.n = n;
        value.count.textContent = number(n);
        value.item.classList.toggle("is-empty", !n);
      }
      value.box.checked = state.chosen[at].has(place);
    });
    group.querySelector(".guide-finder__chosen").textContent = state.chosen[at].size ? ` (${state.chosen[at].size})` : "";
  });

  const showChips = (all) => {
    bar.hidden = !all.length;
    chips.replaceChildren(...all.map(({ name, without }, at) => {
      const button = Object.assign(element("button", Object.assign(element("span", words["finder.remove"], " "), { className: "guide-hidden" }), name), { type: "button" });
      button.addEventListener("click", () => {
        go(without);
        (chips.children[Math.min(at, chips.children.length - 1)]?.firstChild ?? status).focus();
      });
      return element("li", button);
    }));
  };

  /** Where nothing is found: what would be found with one filter fewer. */
  const showNone = (all) => {
    const better = all.map((filter) => ({ ...filter, n: found(filter.without).left.length })).filter(({ n }) => n);
    none.hidden = false;
    none.querySelector(".guide-finder__instead").hidden = !better.length;
    none.querySelector("ul").replaceChildren(...better.map(({ name, without, n }) => {
      const button = Object.assign(element("button", `${named("finder.without", name)} ${counted(n)}`), { type: "button" });
      button.addEventListener("click", () => { go(without); status.focus(); });
      return element("li", button);
    }));
  };

  const show = () => {
    const { left, counts } = found(state);
    const order = state.sort || (state.q.trim() ? "relevance" : "title");
    const sorted = left.sort(guideFinder.orders[order](hits));
    list.replaceChildren(...sorted.slice(0, limit).map(({ card }) => card));
    more.hidden = sorted.length <= limit;
    more.textContent = words["finder.more"].replace("{n}", number(Math.min(STEP, sorted.length - limit)));
    status.textContent = failed ? words["search.failed"] : state.q.trim() && !hits ? "…" : counted(sorted.length);
    sort.value = order;
    sort.querySelector("[value=relevance]").disabled = order !== "relevance" && !state.q.trim();
    showCounts(counts);
    showChips(filtersOf());
    if (sorted.length) none.hidden = true;
    else showNone(filtersOf());
  };

  /** Look for the words, and show what was found; the facets that are there do not wait for it. */
  const look = async () => {
    const turn = ++asked;
    const query = state.q.trim();
    let result = null;
    failed = false;
    try {
      if (query) result = await guideFinder.search(finder.dataset.index, query);
    } catch { failed = true; }
    if (turn !== asked) return;
    hits = result;
    show();
  };

  /** Go to a state: into the address (a new entry, unless somebody is typing), and onto the page. */
  const go = (next, method = "pushState") => {
    const typed = next.q.trim() !== state.q.trim();
    state = next;
    limit = STEP;
    const address = guideFinder.written(state, facets, together);
    if (address !== location.search) history[method](null, "", address || location.pathname);
    dispatchEvent(new Event("guide:address"));
    if (input.value.trim() !== state.q.trim()) input.value = state.q;
    if (!typed) return show();
    return look();
  };

  /** Take the state from the address, at first and when a reader goes back. */
  const restore = () => {
    const before = state?.q;
    state = guideFinder.read(location.search, facets, together);
    limit = STEP;
    input.value = state.q;
    if (before !== state.q) hits = null;
    show();
    if (before !== state.q) look();
  };

  for (const { part: group, values } of facets) {
    for (const { item, box, link, count } of values) {
      const label = element("label", box, " ", element("span", ...link.childNodes), " ", count);
      box.hidden = false;
      item.replaceChildren(label);
    }
    const narrow = group.querySelector(".guide-finder__narrow");
    if (!narrow) continue;
    narrow.hidden = false;
    narrow.addEventListener("input", (event) => {
      const wanted = guideText.bare(event.target.value);
      for (const value of values) value.item.hidden = !(value.bare ??= guideText.bare(value.name)).includes(wanted);
    });
  }
  part(".guide-finder__panel").addEventListener("submit", (event) => event.preventDefault());
  part(".guide-finder__panel").addEventListener("change", (event) => {
    if (event.target.type !== "checkbox") return;
    go({ ...state, chosen: facets.map(({ values }) => new Set(values.flatMap(({ box }, place) => (box.checked ? [place] : [])))) });
  });
  input.addEventListener("focus", () => guideFinder.search(finder.dataset.index, "a").catch(() => {}), { once: true });  // loads the search
  input.addEventListener("input", () => go({ ...state, q: input.value }, "replaceState"));
  sort.addEventListener("change", () => go({ ...state, sort: sort.value }));
  clear.addEventListener("click", () => { go(guideFinder.read("", facets, together)); status.focus(); });
  more.addEventListener("click", () => {
    const first = limit;
    limit += STEP;
    show();
    list.children[first].querySelector("a").focus();
  });
  addEventListener("popstate", () => { if (location.search !== guideFinder.written(state, facets, together)) restore(); });
  part(".guide-finder__query").hidden = part(".guide-finder__sort").hidden = false;
  filters.open = !matchMedia("(max-width: 47.99em)").matches;
  finder.dataset.ready = "";
  restore();
  for (const [at, { part: group }] of facets.entries()) if (state.chosen[at].size) group.open = true;
});
