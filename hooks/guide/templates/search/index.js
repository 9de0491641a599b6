// The index of a language (hooks/guide/outputs/search_index.py), of which only the pieces are loaded that a query needs.
const guideIndex = (() => {
  const IMPACTS = 31;
  // Of the words that begin as a reader has typed so far, those on most pages are looked up.
  const MOST_BEGUN = 8;
  // How much a word counts that only begins as it is asked, or only looks like it.
  const BEGUN = 0.5;

  const read = async (address, anew) => JSON.parse(await guideOffline.read(address, anew));

  /** Loads a file of several parts once, and gives one part. `files` are the number of the first part and the hash of each. */
  const parts = (address, kind, files) => {
    const loaded = new Map();
    return async (number) => {
      const [first, hash] = files.findLast(([start]) => start <= number);
      if (!loaded.has(hash)) loaded.set(hash, read(`${address}${kind}.${hash}.json`).catch((problem) => { loaded.delete(hash); throw problem; }));
      return (await loaded.get(hash))[number - first];
    };
  };

  const opening = async (index) => {
    const address = new URL(index, document.baseURI).href;
    const { documents, groups, frequencies, words, pages } = await read(`${address}index.json`, true);
    const forms = groups.split(" ").map((group) => group.split("/"));
    const places = new Map(forms.flatMap((group, at) => group.map((word) => [word, at])));
    const postings = parts(address, "words", words);
    const page = parts(address, "pages", pages);

    const having = (fits) => forms.flatMap((group, at) => (group.some(fits) ? [at] : []));

    /** The groups in which a word is looked up, with what they count: its own, those that begin with it, those that look like it. */
    const meant = (word, isLast) => {
      const own = places.get(word);
      const begun = own === undefined || isLast ? having((form) => form.startsWith(word)).filter((at) => at !== own) : [];
      const others = own === undefined && !begun.length ? having((form) => guideText.means(form, word, 1)) : begun;
      const most = others.sort((a, b) => frequencies[b] - frequencies[a]).slice(0, MOST_BEGUN).map((at) => [at, BEGUN]);
      return own === undefined ? most : [[own, 1], ...most];
    };

    /** The pages with a word, by number, and how much it says of each. */
    const found = async (word, isLast) => {
      const scores = new Map();
      const lists = meant(word, isLast).map(async ([at, counts]) => [await postings(at), counts * Math.log(1 + (documents - frequencies[at] + 0.5) / (frequencies[at] + 0.5))]);
      for (const [list, counts] of await Promise.all(lists)) {
        let number = 0;
        for (const posting of list) {
          number += Math.floor(posting / (IMPACTS + 1));
          scores.set(number, Math.max(scores.get(number) ?? 0, (posting % (IMPACTS + 1)) * counts));
        }
      }
      return scores;
    };

    /** What a result shows of a page. */
    const shown = async (number) => {
      const [path, title, kind, facts, text] = await page(number);
      return { path, title, kind, facts, text };
    };
    return { found, shown };
  };

  const opened = new Map();
  /** The index of a language, by the address of its folder. */
  const open = (index) => {
    if (!opened.has(index)) opened.set(index, opening(index).catch((problem) => { opened.delete(index); throw problem; }));
    return opened.get(index);
  };
  return { open };
})();
