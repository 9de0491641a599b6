// Puts a record into the form: one from a file, a published case or a draft. What has no place is told, not dropped in silence.
function guideFormFill(it) {
  const { form } = it;
  const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const asText = (value) => (["string", "number", "boolean"].includes(typeof value) ? String(value) : null);

  /** Everything as on a new form. */
  it.empty = () => {
    for (const item of form.querySelectorAll(".guide-form__items > [data-control]")) item.remove();
    for (const box of form.querySelectorAll("[data-unknown]")) it.unknown(box.closest("[data-control]"), false);
    for (const field of form.querySelectorAll("[data-control]")) {
      for (const input of it.inputs(field)) {
        if (input.matches("[type=checkbox], [type=radio]")) it.tick(input, false); else input.value = "";
      }
    }
    for (const select of form.querySelectorAll("[data-translated]")) select.value = "";
    for (const input of form.querySelectorAll("[data-own]")) delete input.dataset.own;
    it.begin();
  };

  const fill = (field, value, path, apart) => {
    if (value === undefined || value === null || value === false) return;
    if (value === "unknown" && it.unknown(field, true)) return;
    const { control } = field.dataset;
    if (control === "group") group(field, value, path, apart);
    else if (control === "list") list(field, value, path, apart);
    else if (control === "checks") [value].flat().forEach((one) => choose(field, one, path, apart));
    else if (control === "radios") choose(field, value, path, apart);
    else if (control === "yes" && String(value) === "true") it.inputs(field)[0].checked = true;
    else if (control !== "yes" && it.inputs(field)[0].dataset.language) languages(field, value, path, apart);
    else if (control === "yes" || !single(field, value)) apart.push([path, value]);
  };
  const group = (field, value, path, apart) => {
    if (!isMap(value)) { apart.push([path, value]); return; }
    const parts = new Map(it.parts(field).map((part) => [part.dataset.name, part]));
    for (const [name, inner] of Object.entries(value)) {
      const here = path ? `${path}.${name}` : name;
      if (parts.has(name)) fill(parts.get(name), inner, here, apart);
      else apart.push([here, inner]);
    }
  };
  const list = (field, value, path, apart) => {
    for (const item of it.parts(field)) item.remove();
    [value].flat().forEach((one, at) => fill(it.add(field), one, `${path}[${at}]`, apart));
  };
  const choose = (field, value, path, apart) => {
    const box = it.inputs(field).find((one) => one.value === asText(value));
    if (box) it.tick(box, true); else apart.push([path, value]);
  };
  const languages = (field, value, path, apart) => {
    const text = asText(value), texts = text === null ? value : undefined;
    if (text === null && !isMap(value)) { apart.push([path, value]); return; }
    const inputs = it.inputs(field), [translated] = it.own(field, "[data-translated]");
    for (const input of inputs) put(field, input, texts ? asText(texts[input.dataset.language]) ?? "" : text);
    for (const [name, inner] of Object.entries(texts ?? {})) {
      if (name === "translated" && translated && ["en", "fr"].includes(inner)) translated.value = inner;
      else if (!inputs.some((input) => input.dataset.language === name) || asText(inner) === null) apart.push([`${path}.${name}`, inner]);
    }
  };
  const put = (field, input, text) => { input.value = guideYaml.cleaned(text, "prose" in field.dataset); };
  /** Whether there was a place for it. */
  const single = (field, value) => {
    const [input] = it.inputs(field), text = asText(value);
    if (text === null) return false;
    if (input.dataset.from) { input.dataset.wanted = text; return true; }
    if (input.matches("select")) {
      if (![...input.options].some((option) => option.value === text)) return false;
      input.value = text;
      return true;
    }
    put(field, input, input.dataset.of ? it.records(input.dataset.of).names.get(text) ?? text : text);
    return true;
  };

  /** Fills the empty form; gives what had no place, as pairs of a path and a value. */
  it.fill = (record) => {
    const apart = [];
    it.empty();
    group(form, record, "", apart);
    for (const part of form.querySelectorAll("details.guide-form__part")) part.open = it.parts(form).some((field) => part.contains(field) && it.value(field) !== undefined);
    for (const input of form.querySelectorAll("[data-name=slug] input")) if (input.value) input.dataset.own = "";
    it.refreshSources();
    it.changed();
    return apart;
  };
}
