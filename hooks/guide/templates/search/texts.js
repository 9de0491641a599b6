// Texts as the search compares them. Queries are folded as the index is (hooks/guide/outputs/search.py); passages keep the page's own words.
const guideText = (() => {
  const ELISION = /(^|[^\p{L}\p{N}])(?:(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)')+(?=[\p{L}\p{N}])/giu;

  const LETTERS = { "’": "'", "ʼ": "'", œ: "oe", Œ: "Oe", æ: "ae", Æ: "Ae", ł: "l", Ł: "L", ı: "i", đ: "d", Đ: "D", ø: "o", Ø: "O" };

  /** A text as the index has it: no elided article, no apostrophe inside a word, œ as oe. */
  const folded = (text) => text.replace(/[’ʼœŒæÆłŁıđĐøØ]/g, (letter) => LETTERS[letter]).replace(ELISION, "$1")
    .replace(/([\p{L}\p{N}])'(?=[\p{L}\p{N}])/gu, "$1").replace(/\s+/g, " ").trim();

  /** A text for comparing: folded, without accents and capitals. */
  const bare = (text) => folded(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /** The parts of a text that are words, as the index has them. Most texts are one plain word, perhaps before a comma. */
  const PLAIN = /^[(«]?([a-z]+)[.,;:!?)»]*$/i;
  const words = (text) => (PLAIN.test(text) ? [text.match(PLAIN)[1].toLowerCase()] : bare(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean));

  // Words that say nothing about a page, so that a question can be typed as it is asked.
  const EMPTY = new Set(("a an and are as at be by can did do does for from had has have how in is it its of on or that the there they this to "
    + "was were what when where which who whose why with not about partnership partnerships "
    + "au aux avec ce ces cette comment dans de des du elle en est est-ce et il ils la le les leur ne on ont ou par pas peut peut-elle peut-il "
    + "peut-on pour qu que quel quelle quelles quels qui quoi sa se ses son sont sur un une partenariat partenariats").split(" "));

  /** The words of a query that count; all of them, if none does. */
  const telling = (query) => {
    const all = folded(query).split(/[^\p{L}\p{M}\p{N}/-]+/u).filter(Boolean);
    const some = all.filter((word) => !EMPTY.has(bare(word)) && (word.length > 1 || /\d/.test(word)));
    return some.length ? some : all;
  };

  /** A name for comparing: the words that count, in the singular, however they are joined. */
  const named = (text) => telling(text).flatMap(words).map((word) => word.replace(/[sx]$/, "")).join("");

  /** How many letters two words share at their start. */
  const shared = (one, other) => { let length = 0; while (length < one.length && one[length] === other[length]) length += 1; return length; };

  /** Whether a word of a page is what a word of the query means: equal, begun by it, or another form of it, which ends otherwise by a few letters. */
  const means = (word, asked, few = 3) => word === asked || (asked.length > 2 && word.startsWith(asked))
    || (asked.length > 4 && shared(word, asked) >= Math.max(5, asked.length - few) && Math.abs(word.length - asked.length) < 5);

  /** The part of a text where most words of the query stand, as pieces that say whether they are marked. */
  const passage = (text, query, length = 32) => {
    const asked = telling(query).flatMap(words);
    const known = new Map();
    const fits = (word) => {
      if (!known.has(word)) known.set(word, words(word).some((part) => asked.some((one) => means(part, one))));
      return known.get(word);
    };
    const all = text.split(/\s+/).map((word) => ({ word, hit: fits(word) }));
    const hits = all.flatMap(({ hit }, at) => (hit ? [at] : []));
    let most = 0, best = hits[0] ?? 0;
    for (let first = 0, last = 0; first < hits.length; first += 1) {
      while (last < hits.length && hits[last] < hits[first] + length) last += 1;
      if (last - first > most) [most, best] = [last - first, hits[first]];
    }
    const start = Math.max(0, best - 6);
    const pieces = all.slice(start, start + length);
    return { pieces, before: start > 0, after: start + length < all.length };
  };

  return { folded, bare, words, telling, named, means, passage };
})();
