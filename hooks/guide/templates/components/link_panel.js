// Copies a link as a link: Outlook and Word paste it as a title that leads to the page, other programs as title and address.
(() => {
  const copied = async (source) => {
    const links = [...source.querySelectorAll("a")];
    const plain = links.map((link) => `${link.textContent}\n${link.href}`).join("\n\n");
    if (navigator.clipboard?.write && window.ClipboardItem && isSecureContext) {
      const as = (type, text) => ({ [type]: new Blob([text], { type }) });
      return navigator.clipboard.write([new ClipboardItem({ ...as("text/html", source.innerHTML.trim()), ...as("text/plain", plain) })]);
    }
    // A page without https has no clipboard of its own; what is marked is copied as it looks.
    getSelection().selectAllChildren(source);
    if (!document.execCommand("copy")) throw new Error("copy");
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-copies-link]")) {
      const source = document.getElementById(button.dataset.copiesLink);
      const told = button.parentElement.querySelector("[role=status]");
      button.hidden = false;
      button.addEventListener("click", async () => {
        told.textContent = "";
        try {
          await copied(source);
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
