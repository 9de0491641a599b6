/*
 * The checker of `guide check` in the browser: starts it in a worker, and asks it.
 *
 *   const checker = await guideChecker.start(place.dataset.checker, (state, sentence) => …);
 *   await checker.check({ kind, name, text, language })    {findings: [{severity, code, path, line, column, field, location, sentence, paste}]}
 *   await checker.read({ kind, name, text, language })     {record, findings, repaired: [{code, line, field, sentence, before, after}]}
 *   await checker.preview({ kind, name, text, language })  {html, path} or, if it cannot be shown, {findings}
 *   checker.stop()
 *
 * States are "loading", "ready" and "failed", each with its sentence from components/checker.html. `start` is refused when the state
 * is "failed". `text` may also be the bytes of a file (an ArrayBuffer). One question is asked at a time; one that still waits gives way
 * to the next of its sort, and is answered null. A question about what went wrong inside is refused; the checker goes on.
 */
const guideChecker = (() => {
  /** The worker's address, with what the browser keeps of it made new: it names files that another publication may have replaced. */
  const current = async (base) => {
    const url = new URL("worker.js", new URL(base, document.baseURI));
    const answer = await fetch(url, { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${answer.status} ${url}`);
    return url;
  };

  /** What asks the worker: a function of sort and question. */
  const asking = (worker) => {
    const waiting = new Map();
    let asked = null, number = 0;
    const next = () => {
      const [sort] = waiting.keys();
      if (asked || !sort) return;
      asked = { number: number += 1, ...waiting.get(sort) };
      waiting.delete(sort);
      worker.postMessage({ number, sort, question: asked.question });
    };
    const answered = ({ number: of, answer, error }) => {
      if (of !== asked?.number) return;
      const { resolve, reject } = asked;
      asked = null;
      if (error) reject(new Error(error)); else resolve(answer);
      next();
    };
    const ended = (error) => {
      for (const { reject } of [asked, ...waiting.values()]) reject?.(error);
      waiting.clear();
    };
    const ask = (sort, question) => new Promise((resolve, reject) => {
      waiting.get(sort)?.resolve(null);
      waiting.set(sort, { resolve, reject, question: { language: document.documentElement.lang, ...question } });
      next();
    });
    return { ask, answered, ended };
  };

  const start = async (base, tell = () => {}, place = document.querySelector("[data-checker]")) => {
    let state = "";
    const enter = (now, reason) => {
      if (state === "failed") return;
      state = now;
      const sentence = place?.dataset[now] ?? "";
      if (place) { place.hidden = !sentence; place.textContent = sentence; }
      if (reason) console.warn(`guideChecker: ${reason}`);
      tell(now, sentence);
    };
    enter("loading");
    let worker, asks;
    try {
      if (!base) throw new Error("this site was built without the checker");
      worker = new Worker(await current(base), { type: "module" });
      asks = asking(worker);
      await new Promise((resolve, reject) => {
        worker.addEventListener("message", ({ data }) => {
          if (data.state === "ready") resolve();
          else if (data.state === "failed") reject(new Error(data.reason));
          else asks.answered(data);
        });
        worker.addEventListener("error", (event) => {
          const error = new Error(event.message || "the worker stopped");
          asks.ended(error);
          if (state === "ready") enter("failed", error.message);
          reject(error);
        });
      });
    } catch (error) {
      worker?.terminate();
      enter("failed", error.message);
      throw error;
    }
    enter("ready");
    const [check, read, preview] = ["check", "read", "preview"].map((sort) => (question) => asks.ask(sort, question));
    return { check, read, preview, stop: () => { worker.terminate(); asks.ended(new Error("stopped")); } };
  };

  return { start };
})();
