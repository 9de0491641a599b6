// The form's own simple rules, told at once. They hold where the checker is not there; where it is, it alone speaks.
function guideFormRules(it) {
  const told = it.form.dataset;
  const sentence = it.sentence = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const error = (field, text, input) => ({ severity: "error", field, input, text });

  /** The findings of a field. `needed`: its parent is filled in or required, so its own requirement counts. */
  const wrong = (field, needed) => {
    const found = it.value(field), { label, control } = field.dataset;
    if (found === undefined) {
      const isMissing = needed && "required" in field.dataset;
      return isMissing && control !== "group" ? [error(field, sentence(it.own(field, "[data-language]").length ? told.noLanguage : told.missing, { label }))]
        : isMissing ? groupWrong(field, found) : [];
    }
    if (found === "unknown") return [];
    if (control === "group") return groupWrong(field, found);
    if (control === "list") return it.parts(field).filter((item) => it.value(item) !== undefined).flatMap((item) => wrong(item, true));
    return it.inputs(field).filter((input) => input.matches("input[type=text], textarea")).flatMap((input) => textWrong(field, input));
  };
  const groupWrong = (field, found) => {
    const { exactlyOne, atLeastOne } = field.dataset;
    const inner = it.parts(field).flatMap((part) => wrong(part, true));
    if (exactlyOne && (found?.size ?? 0) !== 1) return [error(field, sentence(told.one, { labels: exactlyOne })), ...inner];
    const names = it.parts(field).filter((part) => atLeastOne?.split(", ").includes(part.dataset.label)).map((part) => part.dataset.name);
    return atLeastOne && !names.some((name) => found?.has(name)) ? [error(field, sentence(told.any, { labels: atLeastOne })), ...inner] : inner;
  };
  const textWrong = (field, input) => {
    const { label, pattern, example, limit } = field.dataset;
    const text = guideYaml.cleaned(input.value, "prose" in field.dataset), length = [...text].length;
    if (text && input.dataset.of && !it.records(input.dataset.of).names.has(it.idOf(input))) return [error(field, sentence(told.listed, { label }), input)];
    if (text && pattern && !new RegExp(pattern).test(text)) return [error(field, sentence(told.form, { label, example }), input)];
    return limit && length > Number(limit) ? [error(field, sentence(told.long, { label, limit, length }), input)] : [];
  };

  it.simplyWrong = () => wrong(it.form, true);
}
