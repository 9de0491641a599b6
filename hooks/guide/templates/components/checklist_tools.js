// Keeps the ticks of a checklist in this browser, and nowhere else. The key of a tick is the same in both languages.
document.addEventListener("DOMContentLoaded", () => {
  const tools = document.querySelector(".guide-checklist-tools");
  if (!tools) return;
  const KEY = "guide-checklist";
  const boxes = [...document.querySelectorAll("input[data-check]")];
  const status = tools.querySelector("[role=status]");

  /** The keys that were ticked before. A closed storage, or one that somebody else wrote to, only forgets. */
  const remembered = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      return new Set(Array.isArray(kept) ? kept : []);
    } catch { return new Set(); }
  };
  const remember = (keys) => {
    try {
      if (keys.length) localStorage.setItem(KEY, JSON.stringify(keys));
      else localStorage.removeItem(KEY);
    } catch { /* see above */ }
  };
  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.dataset.check);
  const tell = () => { status.textContent = tools.dataset.progress.replace("{n}", ticked().length).replace("{total}", boxes.length); };
  const show = () => {
    const kept = remembered();
    for (const box of boxes) box.checked = kept.has(box.dataset.check);
    tell();
  };

  for (const box of boxes) box.addEventListener("change", () => { remember(ticked()); tell(); });
  tools.querySelector("[data-tool=clear]").addEventListener("click", () => { remember([]); show(); });
  tools.querySelector("[data-tool=print]").addEventListener("click", () => {
    document.documentElement.dataset.printing = "checklist";
    print();
  });
  addEventListener("afterprint", () => { delete document.documentElement.dataset.printing; });
  // The same list open in another tab, and a page that the browser brings back as it was left.
  addEventListener("storage", ({ key }) => { if (key === KEY || key === null) show(); });
  addEventListener("pageshow", show);
  tools.hidden = false;
});
