// Shows the page that the record makes: the real one, from the real template, in a frame in which nothing runs.
function guideFormPreview(it) {
  const { form } = it;
  const state = form.querySelector(".guide-form__preview-state"), frame = form.querySelector(".guide-form__frame");
  const buttons = [...form.querySelectorAll("[data-way=preview]")], closing = form.querySelector("[data-way=close]");
  let asked = 0;

  const close = (text = "") => {
    frame.replaceChildren();
    frame.hidden = closing.hidden = true;
    for (const button of buttons) button.setAttribute("aria-pressed", "false");
    state.textContent = text;
  };
  /** Links in the page start where the page would stand. A `base` element would say it once, but the policy of the pages refuses it. */
  const based = (html, path) => {
    const root = new URL(form.querySelector("[data-checker]").dataset.checker, document.baseURI).href.replace(/assets\/checker\/.*$/, "");
    return html.replace(/ (href|src)="(?![a-z]+:|#|\/)([^"]*)"/g, (_, name, to) => ` ${name}="${new URL(to.replaceAll("&amp;", "&"), root + path).href.replaceAll("&", "&amp;")}"`);
  };
  const shown = ({ html, path }, language) => {
    const page = document.createElement("iframe");
    page.setAttribute("sandbox", "");
    page.title = frame.dataset.title;
    page.lang = language;
    page.srcdoc = based(html, path ?? "");
    frame.replaceChildren(page);
    frame.hidden = closing.hidden = false;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.in === language));
    state.textContent = it.say("shown");
  };
  const open = async (language) => {
    const number = asked += 1;
    state.textContent = it.say("drawing");
    const checker = await it.checker();
    if (!checker) { close(it.say("no-preview")); return; }
    const answer = await checker.preview({ ...it.question(), language }).catch((error) => { console.warn(error.message); return { failed: true }; });
    if (number !== asked || !answer) return;
    if (answer.failed) { close(it.say("no-preview")); return; }
    if (answer.html) { shown(answer, language); return; }
    close(it.say("not-shown"));
    it.show(await it.checkedNow());
    it.press();
  };
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-way]");
    if (button?.dataset.way === "preview") open(button.dataset.in);
    else if (button?.dataset.way === "close") { close(); buttons[0].focus(); }
  });
  it.onChange(() => { if (!frame.hidden) { asked += 1; close(); } });
}
