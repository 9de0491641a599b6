// Shows the slides of a page one at a time, in a window over it. Without it they stand below one another, which is also
// how they are printed. The slide shown stands in the address, so that a link and the other language keep it.
document.addEventListener("DOMContentLoaded", () => {
  const start = document.querySelector("[data-starts-show]");
  const show = document.querySelector(".guide-show");
  const deck = document.querySelector(".guide-slides");
  if (!start || !deck || !show || !show.showModal) return;

  const slides = [...deck.children];
  const titles = slides.map((slide) => slide.querySelector("[id^=slide-]"));
  const stage = show.querySelector(".guide-show__stage");
  const position = show.querySelector(".guide-show__position");
  const notes = show.querySelector("[data-shows-notes]");
  const goes = Object.fromEntries([...show.querySelectorAll("[data-goes]")].map((button) => [button.dataset.goes, button]));
  let at = 0;
  let closed = [];

  const inAddress = () => Math.max(titles.findIndex((title) => `#${title.id}` === location.hash), 0);

  const go = (index) => {
    at = Math.min(Math.max(index, 0), slides.length - 1);
    slides.forEach((slide, number) => { slide.hidden = number !== at; });
    // Kept as buttons that can have the focus: a reader who reaches the end is not thrown elsewhere.
    goes.previous.setAttribute("aria-disabled", String(at === 0));
    goes.next.setAttribute("aria-disabled", String(at === slides.length - 1));
    const told = { number: at + 1, total: slides.length, title: titles[at].textContent.trim() };
    position.textContent = show.dataset.position.replace(/\{(\w+)\}/g, (place, name) => told[name]);
    stage.scrollTop = 0;
    history.replaceState(history.state, "", `#${titles[at].id}`);
    dispatchEvent(new Event("guide:address"));
  };

  const tellNotes = (state) => {
    notes.setAttribute("aria-pressed", String(state));
    for (const slide of slides) for (const found of slide.querySelectorAll(".guide-slide__notes")) found.open = state;
  };

  start.hidden = false;
  start.nextElementSibling.hidden = false;
  start.addEventListener("click", () => {
    const first = inAddress();
    closed = [...deck.querySelectorAll(".guide-slide__notes")].map((found) => found.open);
    stage.append(...slides);
    document.documentElement.classList.add("guide-is-showing");
    show.showModal();
    tellNotes(false);
    go(first);
    goes.next.focus();
  });

  goes.previous.addEventListener("click", () => go(at - 1));
  goes.next.addEventListener("click", () => go(at + 1));
  notes.addEventListener("click", () => tellNotes(notes.getAttribute("aria-pressed") !== "true"));
  show.querySelector("[data-ends-show]").addEventListener("click", () => end());

  // Heard on the whole document: after a change of the address nothing in the window has the focus.
  document.addEventListener("keydown", (event) => {
    if (!show.open || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The arrows up and down move within a slide that is longer than the window, wherever the focus is.
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      stage.scrollTop += event.key === "ArrowDown" ? 60 : -60;
      event.preventDefault();
      return;
    }
    const to = { ArrowRight: at + 1, PageDown: at + 1, ArrowLeft: at - 1, PageUp: at - 1, Home: 0, End: slides.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  });

  // A link within the window, or an address typed by hand, leads to its slide.
  addEventListener("hashchange", () => { if (show.open) go(inAddress()); });

  // Everything goes back to where it was, at the slide shown last; at once, not when the event of closing comes.
  const end = () => {
    if (show.open) show.close();
    if (!stage.children.length) return;
    for (const slide of slides) slide.hidden = false;
    deck.append(...slides);
    deck.querySelectorAll(".guide-slide__notes").forEach((found, number) => { found.open = closed[number]; });
    document.documentElement.classList.remove("guide-is-showing");
    start.focus({ preventScroll: true });
    slides[at].scrollIntoView({ block: "nearest" });
  };
  show.addEventListener("cancel", (event) => {
    event.preventDefault();
    end();
  });
  show.addEventListener("close", end);
});
