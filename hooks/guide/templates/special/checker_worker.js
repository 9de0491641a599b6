/* The checker in its worker: loads Python and our own package, then answers one question after another (guide/browser/answers.py). */
const FILES = __FILES__, LOCK = __LOCK__;
const HOME = "/guide";

const address = (file) => new URL(file, import.meta.url).href;
const loaded = async (file) => {
  const answer = await fetch(address(file));
  if (!answer.ok) throw new Error(`${answer.status} ${file}`);
  return answer;
};
const bytes = async (file) => (await loaded(file)).arrayBuffer();

/** Python with our package. Everything is asked for at once, and what is missing ends it at once. */
const begun = async () => {
  const engine = import(address(`${FILES.python}pyodide.mjs`)).then(({ loadPyodide }) => loadPyodide({
    indexURL: address(FILES.python), lockFileContents: JSON.stringify(LOCK), packageBaseUrl: address(FILES.python),
  }));
  const parts = [bytes(FILES.core), bytes(FILES.check), loaded(FILES.known).then((answer) => answer.text())];
  const [python, core, check, known] = await Promise.all([engine, ...parts]);
  for (const part of [core, check]) python.unpackArchive(part, "zip", { extractDir: HOME });
  python.runPython(`import sys; sys.path.insert(0, "${HOME}")`);
  const { Answers } = python.pyimport("guide.browser.answers");
  return { python, answers: Answers(known) };
};

/** Previews need more than checks: loaded when the first one is asked for. */
let ready = null;
const preview = ({ python, answers }) => ready ??= bytes(FILES.preview).then((part) => {
  python.unpackArchive(part, "zip", { extractDir: HOME });
  answers.open_preview(HOME);
}).catch((error) => { ready = null; throw error; });

const asBytes = (text) => (typeof text === "string" ? new TextEncoder().encode(text) : new Uint8Array(text));

const answer = async (checker, sort, { kind, name, text, language }) => {
  if (sort === "preview") await preview(checker);
  const raw = checker.python.toPy(asBytes(text));
  try {
    return JSON.parse(checker.answers[sort](kind, name.replace(/\.yml$/, ""), raw, language));
  } finally {
    raw.destroy?.();
  }
};

const checker = begun();
checker.then(() => postMessage({ state: "ready" }), (error) => postMessage({ state: "failed", reason: String(error?.message ?? error) }));
addEventListener("message", async ({ data: { number, sort, question } }) => {
  try {
    postMessage({ number, answer: await answer(await checker, sort, question) });
  } catch (error) {
    postMessage({ number, error: String(error?.message ?? error) });
  }
});
