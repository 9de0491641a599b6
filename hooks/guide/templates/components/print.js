// A button that prints the page.
document.addEventListener("DOMContentLoaded", () => {
  for (const place of document.querySelectorAll(".guide-print")) {
    place.querySelector("button").addEventListener("click", () => print());
    place.hidden = false;
  }
});
