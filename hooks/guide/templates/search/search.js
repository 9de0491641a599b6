// What the dialog and the finder ask: the pages for a query, and the names that it may mean.
const guideSearch = (() => {
  // With fewer pages than this that have all words, pages that have most of them follow.
  const ENOUGH = 3;

  /** The pages that have all of several words, with the sum of what each says. */
  const all = (found) => {
    const [first, ...others] = found.sort((a, b) => a.size - b.size);
    return new Map([...first].filter(([id]) => others.every((scores) => scores.has(id)))
      .map(([id, score]) => [id, others.reduce((sum, scores) => sum + scores.get(id), score)]));
  };

  /** The pages with a word of a query, which may be several in one: `co-location` stands there so, or as one word. */
  const one = async (engine, word, isLast) => {
    const parts = guideText.words(word);
    const found = await Promise.all(parts.map((part, at) => engine.found(part, isLast && at === parts.length - 1)));
    const joined = parts.length > 1 ? await engine.found(parts.join(""), isLast) : new Map();
    for (const [id, score] of parts.length ? all(found) : []) joined.set(id, Math.max(score, joined.get(id) ?? 0));
    return joined;
  };

  const ranked = (scores) => [...scores].sort(([a, one], [b, other]) => other - one || a - b).map(([id]) => id);

  /** The pages that have most of some words, those with more words first. */
  const most = (found, least) => {
    const tally = new Map();
    for (const [id, score] of found.flatMap((scores) => [...scores])) {
      const kept = tally.get(id) ?? { words: 0, score: 0 };
      tally.set(id, { words: kept.words + 1, score: kept.score + score });
    }
    return [...tally].filter(([, { words }]) => words >= least).sort(([a, one], [b, other]) => other.words - one.words || other.score - one.score || a - b).map(([id]) => id);
  };

  /** The pages for a query, by number: those with all words, then those with most. */
  const results = async (index, query) => {
    const asked = guideText.telling(query);
    if (!asked.length) return [];
    const engine = await guideIndex.open(index);
    const every = await Promise.all(asked.map((word, at) => one(engine, word, at === asked.length - 1)));
    const found = every.filter((scores) => scores.size);
    if (!found.length || found.length < asked.length / 2) return [];
    const whole = ranked(all([...found]));
    return whole.length < ENOUGH ? [...new Set([...whole, ...most(found, asked.length / 2)])] : whole;
  };

  /** What a result shows of some pages. */
  const shown = async (index, numbers) => {
    const engine = await guideIndex.open(index);
    return Promise.all(numbers.map(engine.shown));
  };

  const lists = new Map();
  /** Names of terms, organizations and pages with their addresses, for exact matches (`meant`: ready for comparing) and suggestions. */
  const names = (index) => {
    if (!lists.has(index)) lists.set(index, guideOffline.read(new URL(`${index}names.json`, document.baseURI).href).then((text) => JSON.parse(text)
      .map((entry) => ({ ...entry, meant: new Set(entry.names.map(guideText.named)) }))));
    return lists.get(index);
  };

  /** Loads what a search needs, while a reader is still typing. What fails now is told when it is asked for. */
  const prepare = (index) => Promise.allSettled([guideIndex.open(index), names(index)]);

  return { results, shown, names, prepare };
})();
