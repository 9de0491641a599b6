// Shows what was found: at its field once the reader has left it or pressed the button, in a list, and by section.
function guideFormFindings(it) {
  const { form } = it;
  const told = form.dataset, errors = form.querySelector(".guide-form__errors");
  const words = told.words ? JSON.parse(told.words) : {};
  /** What the form says, with its places filled in; by number, where `n` is given. */
  it.say = (key, values = {}) => {
    const isOne = values.n === 1 || (values.n === 0 && words["zero-is-one"]);
    return it.sentence(words["n" in values ? `${key}.${isOne ? "one" : "other"}` : key], values);
  };

  let found = [], isPressed = false, left = new WeakSet();
  const isShown = (one) => isPressed || left.has(one.field);
  const sign = ({ severity, text }) => {
    const line = document.createElement("span"), mark = document.createElement("span");
    line.className = `guide-form__finding guide-form__finding--${severity}`;
    mark.className = "guide-form__sign";
    mark.textContent = told[severity];
    line.append(mark, ` ${text}`);
    return line;
  };

  const atFields = () => {
    const now = new Map();
    for (const one of found.filter(isShown)) {
      const place = one.place ?? it.own(one.field, ".guide-form__error")[0];
      if (place) now.set(place, [...now.get(place) ?? [], one]);
    }
    for (const place of form.querySelectorAll(".guide-form__error")) {
      const lines = now.get(place) ?? [], text = lines.map((one) => `${one.severity} ${one.text}`).join("\n");
      if (place.dataset.text === text || (!text && !place.dataset.text)) continue;
      place.dataset.text = text;
      place.replaceChildren(...lines.map(sign));
    }
    for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
    for (const one of found.filter((one) => one.severity === "error" && isShown(one))) (one.input ?? it.firstInput(one.field))?.setAttribute("aria-invalid", "true");
  };

  const inList = () => {
    const isLong = "tools" in told, lines = found.filter(isShown);
    errors.hidden = !isPressed || !found.some(({ severity }) => severity === "error");
    // The same lines stay as they are: one of them may have the focus.
    const list = errors.querySelector("ul"), same = JSON.stringify(lines.map((one) => [one.severity, one.label, one.text]));
    if (list.dataset.lines === same && [...list.querySelectorAll("a")].every((link) => document.getElementById(link.hash.slice(1)))) return;
    list.dataset.lines = same;
    list.replaceChildren(...lines.map((one) => {
      const item = document.createElement("li"), link = document.createElement("a"), input = one.input ?? it.firstInput(one.field);
      link.href = `#${input?.id ?? form.querySelector("[id]").id}`;
      if (isLong) link.append(sign({ ...one, text: one.label ? `${one.label}\u00a0– ${one.text}` : one.text })); else link.textContent = one.text;
      link.addEventListener("click", (event) => { event.preventDefault(); it.goTo(input); });
      item.append(link);
      return item;
    }));
  };
  it.goTo = (input) => {
    const part = input?.closest("details.guide-form__part");
    if (part) part.open = true;
    input?.focus();
  };

  const bySection = () => {
    for (const state of form.querySelectorAll("[data-part]")) {
      const part = document.getElementById(state.dataset.part);
      const inside = found.filter(({ field, input }) => part.contains(input ?? field));
      const [left, advice] = ["error", "warning"].map((severity) => inside.filter((one) => one.severity === severity).length);
      const isEmpty = !it.parts(form).some((field) => part.contains(field) && it.value(field) !== undefined);
      const text = left ? it.say("left", { n: left }) : part.matches("details") && isEmpty ? it.say("empty") : advice ? it.say("advice", { n: advice }) : it.say("done");
      if (state.textContent !== text) state.textContent = text;
      state.dataset.state = left ? "left" : text === it.say("done") ? "done" : "other";
    }
  };

  const shown = () => { atFields(); inList(); bySection(); };
  const before = (one, other) => ((one.input ?? one.field).compareDocumentPosition(other.input ?? other.field) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  /** In the order of the form, what has to be corrected before advice. */
  it.show = (findings) => { found = findings.sort((one, other) => one.severity.localeCompare(other.severity) || before(one, other)); shown(); };
  it.found = () => found;
  /** Shows everything, and gives the focus to the list where something has to be corrected. Says whether nothing has. */
  it.press = () => {
    isPressed = true;
    shown();
    if (!errors.hidden) errors.focus();
    return errors.hidden;
  };
  it.unpress = () => { isPressed = false; left = new WeakSet(); shown(); };
  // A field is left when the focus goes elsewhere than into another part of it.
  form.addEventListener("focusout", ({ target }) => target.closest(".guide-form__field") && setTimeout(() => {
    for (let field = target.closest(".guide-form__field"); field; field = field.parentElement?.closest(".guide-form__field")) {
      if (!field.contains(document.activeElement)) left.add(field);
    }
    shown();
  }));
}
