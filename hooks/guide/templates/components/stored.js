// Tells what the Guide keeps in this browser, by the names of the table on the page of privacy, and removes it.
// Every name of ours begins the same way; what other pages of the same site keep is not touched.
document.addEventListener("DOMContentLoaded", () => {
  const part = document.querySelector(".guide-stored");
  if (!part) return;
  const START = "guide-";
  const [status, button] = ["[role=status]", "button"].map((one) => part.querySelector(one));

  /** The names that are kept, each with the storage that holds it. Throws where the browser has closed its storage. */
  const kept = () => [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage).filter((name) => name.startsWith(START)).map((name) => ({ storage, name })));

  const show = (done = "") => {
    let found = [];
    try { found = kept(); } catch { /* a closed storage keeps nothing */ }
    const names = found.map(({ name }) => name).sort().join(", ");
    status.textContent = done || (found.length ? part.dataset.some.replace("{names}", () => names) : part.dataset.none);
    button.hidden = !found.length;
  };

  button.addEventListener("click", () => {
    try {
      for (const { storage, name } of kept()) storage.removeItem(name);
      show(part.dataset.done);
      status.tabIndex = -1;
      status.focus();
    } catch { status.textContent = part.dataset.failed; }
  });
  addEventListener("storage", () => show());
  part.hidden = false;
  show();
});
