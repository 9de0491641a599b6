// Comparing cases that a reader chooses. The address names them (?cases=a,b,c) by ids that are the same in both languages;
// each column comes from the case's ready comparison, whose rows are the same on every page (hooks/guide/pages/comparison.py).
const guideComparison = (() => {
  const KEY = "guide-comparison";

  /** The cases chosen last in this tab, so that the next one can be added to them. */
  const remembered = () => { try { return (sessionStorage.getItem(KEY) ?? "").split(",").filter(Boolean); } catch { return []; } };
  const remember = (ids) => { try { sessionStorage.setItem(KEY, ids.join(",")); } catch { /* a closed storage only forgets */ } };

  /** The cases that an address asks for, each once. */
  const asked = (search) => [...new Set((new URLSearchParams(search).get("cases") ?? "").split(",").map((id) => id.trim()).filter(Boolean))];

  const address = (ids) => (ids.length ? `?cases=${ids.join(",")}` : "");

  const loaded = new Map();
  /** The table of a ready comparison, with links that work anywhere. Loaded once. */
  const table = (source) => {
    if (!loaded.has(source)) {
      const found = guideOffline.read(source).then((text) => {
        const page = new DOMParser().parseFromString(text, "text/html").querySelector(".guide-comparison");
        for (const link of page.querySelectorAll("a[href]")) link.setAttribute("href", new URL(link.getAttribute("href"), source).href);
        return page;
      });
      found.catch(() => loaded.delete(source));
      loaded.set(source, found);
    }
    return loaded.get(source);
  };

  /** One table of the columns of several cases, each from the table of its own page. */
  const joined = (ids, tables) => {
    const whole = document.importNode(tables[0], true);
    for (const cell of whole.querySelectorAll("[data-case]")) cell.remove();
    ids.forEach((id, at) => [...tables[at].rows].forEach((row, number) => {
      whole.rows[number].append(document.importNode(row.querySelector(`[data-case="${CSS.escape(id)}"]`), true));
    }));
    return guideTableRoles(whole);
  };

  return { remembered, remember, asked, address, table, joined };
})();

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form.guide-compare");
  if (!form) return;
  const { asked, address, remember, table, joined } = guideComparison;
  const selects = [...form.querySelectorAll("select")];
  const [status, place] = ["status", "table"].map((part) => document.querySelector(`.guide-compare__${part}`));
  const options = new Map([...selects[0].options].filter(({ value }) => value).map((option) => [option.value, option]));
  const source = (id) => new URL(options.get(id).dataset.source, document.baseURI).href;
  const titles = (ids) => ids.map((id) => options.get(id)?.text ?? id).join(", ");
  let turn = 0;

  /** What is to be said about the cases that the address asks for. */
  const told = (ids, leftOut, unknown) => {
    const { one, shown, unknown: missing, leftOut: tooMany } = form.dataset;
    const sentences = [ids.length > 1 ? shown.replace("{n}", ids.length) : ids.length ? one : ""];
    if (unknown.length) sentences.push(missing.replace("{names}", () => unknown.join(", ")));
    if (leftOut.length) sentences.push(tooMany.replace("{names}", () => titles(leftOut)));
    return sentences.filter(Boolean).join(" ");
  };

  /** Shows what the address asks for. */
  const show = async () => {
    const mine = ++turn;
    const wanted = asked(location.search);
    const known = wanted.filter((id) => options.has(id));
    const ids = known.slice(0, selects.length);
    selects.forEach((select, at) => { select.value = ids[at] ?? ""; });
    remember(ids);
    try {
      const tables = await Promise.all(ids.map((id) => table(source(id))));
      if (mine !== turn) return;
      place.replaceChildren(...(ids.length ? [joined(ids, tables)] : []));
      status.textContent = told(ids, known.slice(ids.length), wanted.filter((id) => !options.has(id)));
    } catch {
      if (mine !== turn) return;
      place.replaceChildren();
      status.textContent = form.dataset.failed;
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const next = address([...new Set(selects.map(({ value }) => value).filter(Boolean))]);
    if (next !== location.search) history.pushState(null, "", location.pathname + next);
    dispatchEvent(new Event("guide:address"));
    show();
  });
  addEventListener("popstate", show);
  form.hidden = false;
  show();
});

// A link that adds a case leads to the cases chosen before, and to that one. It is set when a reader gets to it, since
// the finder takes cards out of the page and back.
for (const reached of ["pointerdown", "focusin", "click"]) {
  document.addEventListener(reached, ({ target }) => {
    const link = target.closest?.("a[data-adds-case]");
    if (!link) return;
    const { remembered, address } = guideComparison;
    link.search = address([...remembered().filter((id) => id !== link.dataset.addsCase), link.dataset.addsCase]);
  });
}
