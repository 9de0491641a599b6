// Asks the real checker (components/checker.js) about what is typed, and finds the field that each of its sentences is about.
function guideFormCheck(it) {
  const { form } = it;
  const place = form.querySelector("[data-checker]"), PAUSE = 500;
  let starting = null, checker = null, timer = 0;

  /** Starts it once, when somebody begins to use the form; gives null where there is none. */
  it.checker = () => {
    if (!place?.dataset.checker) return Promise.resolve(null);
    starting ??= guideChecker.start(place.dataset.checker, () => {}, place).then((found) => { checker = found; return found; }, () => null);
    return starting;
  };
  it.question = (record = it.record()) => ({
    kind: form.dataset.kind, name: it.fileName(record).replace(/\.yml$/, ""), text: it.text(), language: document.documentElement.lang,
  });

  /** The field and the input at a location of the record: `["results", 0, "statement", "fr"]`, as far as there is one. */
  const at = (location) => {
    let field = form, input;
    for (const step of location) {
      const { control } = field.dataset;
      const inner = control === "group" ? it.parts(field).find((part) => part.dataset.name === step)
        : control === "list" ? it.parts(field).filter((item) => it.value(item) !== undefined)[step] : undefined;
      if (!inner) {
        input = control === "checks" ? it.ticked(field)[step] : it.own(field, `[data-language="${step}"]`)[0] ?? it.own(field, "[data-translated]")[0];
        break;
      }
      field = inner;
    }
    return { field, input };
  };
  const told = ({ severity, location, sentence }) => {
    const found = at(location ?? []);
    return { severity, text: sentence, ...found, label: labels(found.field) };
  };
  /** What a field is called, with the entries around it. */
  const labels = (field) => {
    if (field === form) return form.querySelector("label[for=form-file]").textContent;
    const legend = field.querySelector(":scope > legend [data-number]")?.parentElement.textContent.trim();
    const around = field.parentElement.closest(".guide-form__item")?.querySelector(":scope > legend").textContent.trim();
    return [around, legend ?? field.dataset.label].filter(Boolean).join(", ");
  };

  /** What is wrong now: by the checker, or by the form's own rules while there is none, or nothing is filled in. */
  it.checkedNow = async () => {
    clearTimeout(timer);
    const record = it.record();
    if (!checker || !record.size) return [...it.nameWrong(), ...it.simplyWrong()];
    try {
      const answer = await checker.check(it.question(record));
      if (answer) return [...it.nameWrong(), ...answer.findings.map(told)];
      return it.found(); // a newer question took its place, and will be answered
    } catch {
      return [...it.nameWrong(), ...it.simplyWrong()];
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => it.show(await it.checkedNow()), checker ? PAUSE : 0);
  };
  it.onChange(later);
  form.addEventListener("focusin", async ({ target }) => {
    if (starting || !target.closest(".guide-form__fields")) return;
    if (await it.checker()) later();
  });
  it.checkSoon = later;
}
