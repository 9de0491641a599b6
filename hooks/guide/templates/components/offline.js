// A copy of the Guide that is opened from a folder (make offline, hooks/guide/outputs/offline.py). A browser lets no script
// read files of a folder, but it runs scripts from there. So each file that scripts read has a twin beside it, a script
// with the same text.
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

  /** The text of a file of the Guide, by its address; `anew` asks the server whether it has changed. */
  const read = async (source, anew = false) => {
    if (is) {
      const twin = `${source}.js`;
      if (!kept.has(twin)) kept.set(twin, run(twin));
      return kept.get(twin);
    }
    const answer = await fetch(source, { cache: anew ? "no-cache" : "default" });
    if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
    return answer.text();
  };

  /** The address of a page: a folder has no page of its own. */
  const page = (address) => (is ? address.replace(/\/(?=$|[?#])/, "/index.html") : address);

  document.addEventListener("DOMContentLoaded", () => {
    for (const notice of document.querySelectorAll(".guide-offline")) notice.hidden = !is;
  });
  return { is, keep, read, page };
})();
