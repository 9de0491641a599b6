// What stands where in a form, and what is filled in. A field owns what is inside it and inside no other field.
function guideFormFields(it) {
  const { form } = it;
  it.own = (field, what) => [...field.querySelectorAll(what)].filter((one) => one.parentElement.closest("[data-control]") === field);
  it.parts = (field) => it.own(field, "[data-control]");
  it.inputs = (field) => it.own(field, "input:not([data-unknown], [data-aside], #form-file, #form-draft), textarea:not([readonly]), select:not([data-translated])");
  it.firstInput = (field) => it.inputs(field)[0] ?? field.querySelector(":scope [data-control] :is(input:not([data-unknown]), textarea, select)") ?? field.querySelector("button");
  const isUnknown = (field) => it.own(field, "[data-unknown]").some((box) => box.checked);

  /** Ids of records by the names by which they are searched, and the other way round. */
  const records = new Map();
  it.records = (kind) => {
    if (!records.has(kind)) {
      const options = [...document.querySelectorAll(`#form-records-${kind} option`)].map((one) => [one.value, one.dataset.id]);
      records.set(kind, { ids: new Map(options), names: new Map(options.map(([name, id]) => [id, name])) });
    }
    return records.get(kind);
  };
  /** The id that a typed name means; the typed text itself, where no record is called so. */
  it.idOf = (input) => {
    const text = guideYaml.cleaned(input.value, false);
    return it.records(input.dataset.of).ids.get(text) ?? text;
  };

  /** A list or a map without its empty places; undefined when nothing is left. */
  const filled = (many) => {
    const kept = Array.isArray(many) ? many.filter((one) => one !== undefined) : new Map([...many].filter(([, one]) => one !== undefined));
    return (kept.length ?? kept.size) ? kept : undefined;
  };
  /** What is ticked, in the order in which it was: that of the file, then of the reader. */
  it.ticked = (field) => it.inputs(field).filter((box) => box.checked).sort((one, other) => (one.dataset.at ?? 0) - (other.dataset.at ?? 0));

  const typed = (field, input) => (input.dataset.of ? it.idOf(input) : guideYaml.cleaned(input.value, "prose" in field.dataset)) || undefined;
  const inLanguages = (field) => {
    const texts = new Map(it.inputs(field).map((input) => [input.dataset.language, typed(field, input)]));
    const [one, other] = texts.values(), translated = it.own(field, "[data-translated]")[0]?.value;
    if (one && one === other && !translated) return one; // a plain text means: the same in both languages
    return filled(filled(texts) && translated ? texts.set("translated", translated) : texts);
  };
  const single = (field) => {
    const [input] = it.inputs(field);
    if (input.dataset.from) return it.sourceOf(input);
    const text = typed(field, input);
    // Only where the model asks for digits are they a number; elsewhere they are a text, and get quotes.
    return "digits" in field.dataset && /^(0|[1-9]\d{0,14})(\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text;
  };

  /** What is filled in: a text, a number, a list, a map, or undefined where nothing is. */
  it.value = (field) => {
    if (isUnknown(field)) return "unknown";
    switch (field.dataset.control) {
      case "group": return filled(new Map(it.parts(field).map((part) => [part.dataset.name, it.value(part)])));
      case "list": return filled(it.parts(field).map(it.value));
      case "checks": return filled(it.ticked(field).map((box) => box.value));
      case "radios": return it.ticked(field)[0]?.value;
      case "yes": return it.inputs(field)[0].checked || undefined;
      default: return it.inputs(field)[0].dataset.language ? inLanguages(field) : single(field);
    }
  };
  /** The whole record, its fields in the order of the file. */
  it.record = () => {
    const found = it.value(form) ?? new Map();
    return new Map(form.dataset.order.split(" ").filter((name) => found.has(name)).map((name) => [name, found.get(name)]));
  };
  it.text = () => guideYaml.written(form.dataset.kind, it.record());
  it.field = (name) => it.parts(form).find((part) => part.dataset.name === name);

  // --- a source is chosen from those typed in, so it keeps its place when it gets another name ---
  const sources = (select) => {
    const list = it.field(select.dataset.from);
    return (list ? it.parts(list) : []).map((item) => {
      const [id, title] = ["id", "title"].map((name) => it.parts(item).find((part) => part.dataset.name === name));
      const texts = it.inputs(title).map((input) => input.value.trim()).filter(Boolean);
      return { key: item.dataset.key, id: it.inputs(id)[0].value.trim(), title: texts[0] ?? "" };
    }).filter(({ id, title }) => id || title);
  };
  it.sourceOf = (select) => sources(select).find(({ key }) => key === select.value)?.id || select.dataset.wanted || undefined;
  it.refreshSources = () => {
    for (const select of form.querySelectorAll("select[data-from]")) {
      const found = sources(select), known = found.find(({ id }) => id && id === select.dataset.wanted);
      const chosen = known?.key ?? select.value;
      if (known) delete select.dataset.wanted;
      const options = found.map(({ key, id, title }) => new Option(title && id ? `${id}: ${title}` : id || title, key));
      if (select.dataset.wanted) options.push(new Option(select.dataset.wanted, ""));
      select.replaceChildren(select.options[0], ...options);
      select.value = select.dataset.wanted ? "" : chosen;
      if (select.dataset.wanted) options.at(-1).selected = true;
      else if (select.selectedIndex < 0) select.value = "";
    }
  };
}
