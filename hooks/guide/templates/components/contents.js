// Opens the list of sections where it stands beside the text.
document.addEventListener("DOMContentLoaded", () => {
  const contents = document.querySelector(".guide-contents");
  if (contents && matchMedia("(min-width: 64em)").matches) contents.open = true;
});
