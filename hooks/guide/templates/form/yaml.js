// The one writer of YAML: what it writes passes `guide check`, and the files in guide_data/case_studies/ are written in
// its style, so that a file which is loaded and saved again is the same byte for byte.
const guideYaml = (() => {
  const WIDTH = 104, SHORT = 96;
  // What needs no quotes: it starts with a letter and holds nothing that YAML could take for a mark.
  const PLAIN = /^[\p{L}](?:[\p{L}\p{M}\p{N} \u00a0\u202f,.;()'’«»/&%$!?+–—-]|:(?=[^\s:]))*$/u;
  const NAME = /^(?!\d+$)[A-Za-z0-9][A-Za-z0-9_-]*$/;
  const ADDRESS = /^https?:\/\/[^\s"'`]*[^\s"'`:]$/;
  // Words that some readers of YAML take for something else; `unknown` alone is an answer here.
  const WORDS = /^(true|false|yes|no|on|off|y|n|null|none)$/i;
  // Spaces at which a folded line would not come back as it was.
  const UNFOLDED = /(^|[ ])[\u00a0\u202f]|[ ]{2}/;

  /** A typed text without what no record may hold. Paragraphs stay only in prose. */
  const cleaned = (text, prose) => {
    const plain = text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(/[\x00-\x09\x0b-\x1f\x7f]/g, "");
    return (prose ? plain.replace(/ +$/gm, "").replace(/\n{3,}/g, "\n\n") : plain.replace(/[ \n]+/g, " ")).trim();
  };

  const quoted = (text) => `"${text.replace(/[\\"]/g, "\\$&")}"`;

  /** A line of words, broken before it gets too long. */
  const folded = (text, pad) => {
    const lines = [""];
    for (const word of text.split(" ")) {
      const line = lines.at(-1);
      if (line && pad.length + line.length + 1 + word.length > WIDTH) lines.push(word);
      else lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
    return lines.map((line) => pad + line);
  };

  /** What stands behind `name:` or the dash, and the lines below it. */
  const scalar = (text, pad) => {
    const paragraphs = text.split("\n\n");
    const folds = !paragraphs.some((one) => one.includes("\n") || /^ /.test(one) || UNFOLDED.test(one));
    if (text.includes("\n") && !folds) return ["|-", ...text.split("\n").map((line) => (line ? pad + line : ""))];
    if (text.includes("\n") || (folds && text.length > SHORT && !ADDRESS.test(text))) {
      return [">-", ...paragraphs.flatMap((one, at) => (at ? ["", ...folded(one, pad)] : folded(one, pad)))];
    }
    const isPlain = (PLAIN.test(text) || NAME.test(text) || ADDRESS.test(text)) && !WORDS.test(text) && !/[ ]$/.test(text);
    return [isPlain ? text : quoted(text)];
  };

  /** The lines of a value below its name. A value is a text, a number, true, a list, or a map of names to values. */
  const below = (value, pad) => {
    if (Array.isArray(value)) {
      return value.flatMap((one) => {
        if (typeof one === "string") { const [first, ...more] = scalar(one, `${pad}  `); return [`${pad}- ${first}`, ...more]; }
        const [first, ...more] = below(one, `${pad}  `);
        return [`${pad}- ${first.slice(pad.length + 2)}`, ...more];
      });
    }
    return [...value].flatMap(([name, one]) => {
      if (typeof one === "number" || one === true) return [`${pad}${name}: ${one}`];
      if (typeof one !== "string") return [`${pad}${name}:`, ...below(one, `${pad}  `)];
      const [first, ...more] = scalar(one, `${pad}  `);
      return [`${pad}${name}: ${first}`, ...more];
    });
  };

  const written = (kind, record) => [`# yaml-language-server: $schema=../schema/${kind}.schema.json`, ...below(record, ""), ""].join("\n");

  return { cleaned, written };
})();
