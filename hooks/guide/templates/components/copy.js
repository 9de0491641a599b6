// Copies the text of an element as a reader sees it: paragraphs stay apart, links become their words.
(() => {
  const copied = async (text) => {
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

  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-copies]")) {
      const source = document.getElementById(button.dataset.copies);
      const told = button.parentElement.querySelector("[role=status]");
      button.hidden = false;
      button.addEventListener("click", async () => {
        told.textContent = "";
        try {
          await copied(source.value ?? source.innerText.trim());
          told.textContent = button.dataset.done;
        } catch {
          told.textContent = button.dataset.failed;
          getSelection().selectAllChildren(source);
        }
        button.focus();
      });
    }
  });
})();
