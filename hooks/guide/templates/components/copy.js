// Copies the text of an element as a reader sees it: paragraphs stay apart, links become their words. guideCopy readies such a button.
const guideCopy = (() => {
  const written = async (text) => {
    if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
    // A page from a shared folder or an intranet without https has no clipboard of its own.
    const field = document.createElement("textarea");
    field.value = text;
    field.readOnly = true;
    field.className = "guide-hidden";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (!done) throw new Error("copy");
  };

  /** Makes a button copy an element, as its text or in a way of its own. Where the browser refuses, the element is marked. */
  return (button, source, copied = () => written(source.value ?? source.innerText.trim())) => {
    const told = button.parentElement.querySelector("[role=status]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      told.textContent = "";
      try {
        await copied();
        told.textContent = guideWord("copy.done");
      } catch {
        told.textContent = guideWord("copy.failed");
        getSelection().selectAllChildren(source);
      }
      button.focus();
    });
  };
})();

document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-copies]")) guideCopy(button, document.getElementById(button.dataset.copies));
});
