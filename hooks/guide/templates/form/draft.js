// Keeps what is typed in this browser, but only where the reader asked for it; says so, and deletes it on demand.
function guideFormDraft(it) {
  const { form } = it;
  const KEY = "guide-draft";
  const box = form.querySelector("#form-draft"), state = form.querySelector(".guide-form__draft-state"), forget = form.querySelector("[data-way=forget]");
  let timer = 0, isTyped = false;

  const plain = (value) => (value instanceof Map ? Object.fromEntries([...value].map(([name, one]) => [name, plain(one)])) : Array.isArray(value) ? value.map(plain) : value);
  const stored = () => { try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; } };
  const keep = () => {
    if (!box.checked) return;
    const named = form.querySelector("#form-file");
    const draft = { record: plain(it.record()), file: named.value, own: "own" in named.dataset, correcting: it.correcting ?? "" };
    try {
      localStorage.setItem(KEY, JSON.stringify(draft));
      state.textContent = it.say("kept", { time: new Date().toLocaleTimeString(`${document.documentElement.lang}-CA`, { timeStyle: "short" }) });
      forget.hidden = false;
      isTyped = false;
    } catch { state.textContent = it.say("no-draft"); box.checked = false; }
  };
  const drop = () => {
    clearTimeout(timer);
    try { localStorage.removeItem(KEY); } catch { /* there is none */ }
    box.checked = false;
    forget.hidden = true;
    state.textContent = it.say("deleted");
    box.focus();
  };

  it.onChange(() => { isTyped = true; clearTimeout(timer); timer = setTimeout(keep, 400); });
  box.addEventListener("change", () => { if (box.checked) keep(); else drop(); });
  forget.addEventListener("click", drop);
  addEventListener("pagehide", () => { if (isTyped) keep(); });
  // What is not kept is asked about before it is lost; what came from a file or from the Guide, unchanged, is not lost.
  addEventListener("beforeunload", (event) => { if (isTyped && !box.checked && it.record().size) event.preventDefault(); });
  it.isTyped = () => isTyped && it.record().size > 0;
  it.untouched = () => { isTyped = false; };

  /** Brings the draft back; says whether there was one. */
  it.restore = () => {
    const draft = stored();
    if (!draft?.record) return false;
    box.checked = true;
    forget.hidden = false;
    it.correcting = draft.correcting || undefined;
    it.fill(draft.record);
    if (draft.file) it.nameOf(draft.file, draft.own || draft.correcting);
    isTyped = false;
    it.tell([it.say("restored"), ...(it.correcting ? [it.say("correcting", { file: `${it.correcting}.yml` })] : [])]);
    return true;
  };
}
