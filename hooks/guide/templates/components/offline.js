// A copy of the Guide that is opened from a folder (make offline, hooks/guide/outputs/offline.py). A browser lets no script
// read files of a folder, but it runs scripts from there. So each file that scripts read has a twin beside it, a script
// with the same text, and the search has one with all its documents, in place of Pagefind.
const guideOffline = (() => {
  const is = location.protocol === "file:";
  const texts = new Map();
  const kept = new Map();

  /** Called by a twin: keeps its text under its own address. */
  const keep = (text) => texts.set(document.currentScript.src, text);

  const run = (source) => new Promise((done, failed) => {
    const script = Object.assign(document.createElement("script"), { src: source });
    script.addEventListener("load", () => done(texts.get(script.src)));
    script.addEventListener("error", () => { kept.delete(source); failed(new Error(source)); });
    document.head.append(script);
  });

  /** The text of a file of the Guide, by its address. */
  const read = async (source) => {
    if (is) {
      const twin = `${source}.js`;
      if (!kept.has(twin)) kept.set(twin, run(twin));
      return kept.get(twin);
    }
    const answer = await fetch(source);
    if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
    return answer.text();
  };

  /** The address of a page: a folder has no page of its own. */
  const page = (address) => (is ? address.replace(/\/(?=$|[?#])/, "/index.html") : address);

  const TITLE = 9;
  /** The words of a document, plain, each with its weight. */
  const weighed = ({ content, meta }) => {
    const found = new Map();
    const count = (text, weight) => {
      for (const word of guideSearch.bare(text).split(/[^\p{L}\p{N}]+/u)) if (word) found.set(word, (found.get(word) ?? 0) + weight);
    };
    count(meta.title ?? "", TITLE);
    count(content, 1);
    return found;
  };

  /** A search that answers as Pagefind does, as far as search.js asks. Words in quotation marks stand together. */
  const engine = async (index) => {
    const pages = JSON.parse(await read(new URL(`${index}documents.json`, document.baseURI).href))
      .map((document) => ({ ...document, words: weighed(document), plain: guideSearch.bare(document.content) }));
    const fits = (words, asked) => [...words].filter(([word]) => guideSearch.means(word, asked));
    const score = (hits) => hits.reduce((sum, [word, weight]) => sum + weight, 0);

    const one = (page, asked) => {
      const hits = asked.map((word) => fits(page.words, word));
      if (hits.some((words) => !words.length)) return [];
      const total = hits.reduce((sum, words) => sum + score(words), 0) / Math.sqrt(page.words.size);
      const excerpt = hits.flat().map(([word]) => `<mark>${word}</mark>`).join(" ");
      return [{ id: page.id, score: total, data: async () => ({ url: page.url, meta: page.meta, excerpt }) }];
    };
    const search = async (text) => {
      const plain = guideSearch.bare(text);
      const asked = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      const among = /^".*"$/s.test(text) ? pages.filter((page) => page.plain.includes(plain.replaceAll('"', ""))) : pages;
      return { results: asked.length ? among.flatMap((page) => one(page, asked)).sort((a, b) => b.score - a.score) : [] };
    };
    return { search };
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const notice of document.querySelectorAll(".guide-offline")) notice.hidden = !is;
  });
  return { is, keep, read, page, engine };
})();
