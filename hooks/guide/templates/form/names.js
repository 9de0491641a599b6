// Names that follow what is filled in until somebody types another one: of the file, of the page's addresses, of a source.
function guideFormNames(it) {
  const { form } = it;
  const told = form.dataset, named = form.querySelector("#form-file");
  const MOST = 80, SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const slug = (text) => text.replace(/œ/gi, "oe").replace(/æ/gi, "ae").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[^a-z0-9]+/g, "-").slice(0, MOST).replace(/^-+|-+$/g, "");

  /** After the fields that the page names, as an id is written. */
  const following = (record) => {
    const found = told.nameFrom.split(" ").map((path) => path.split(".").reduce((inner, name) => inner?.get?.(name), record));
    const words = found.map((one) => (one instanceof Map ? one.get(document.documentElement.lang) ?? one.values().next().value : one)).filter((one) => typeof one === "string");
    return slug(words.join("-"));
  };
  it.fileName = (record) => `${(named && slug(named.value.replace(/\.ya?ml$/, ""))) || following(record) || told.kind.replaceAll("_", "-")}.yml`;
  if (!named) return;

  const texts = (name) => { const field = it.field(name); return field ? it.inputs(field) : []; };
  const follow = (input, text) => { if (!("own" in input.dataset) && document.activeElement !== input) input.value = slug(text); };
  const sourceNames = () => {
    for (const item of it.parts(it.field("sources"))) {
      const [id, title] = ["id", "title"].map((name) => it.inputs(it.parts(item).find((part) => part.dataset.name === name)));
      if (id[0].value === "" || id[0].dataset.made === id[0].value) {
        const taken = new Set(it.parts(it.field("sources")).filter((other) => other !== item).map((other) => other.querySelector("[data-name=id] input").value));
        const name = slug(title.map((input) => input.value).find(Boolean) ?? "").slice(0, 40).replace(/-+$/, "");
        let free = name;
        for (let n = 2; name && taken.has(free); n += 1) free = `${name}-${n}`;
        id[0].value = id[0].dataset.made = document.activeElement === id[0] ? id[0].value : free;
      }
    }
  };
  it.named = () => {
    if (!it.correcting) follow(named, following(new Map([["title", it.value(it.field("title"))]])));
    texts("slug").forEach((input) => follow(input, texts("title").find((one) => one.dataset.language === input.dataset.language)?.value ?? ""));
    sourceNames();
    it.refreshSources();
  };
  it.nameOf = (file, isOwn) => { named.value = file.replace(/\.ya?ml$/i, ""); if (isOwn) named.dataset.own = ""; named.readOnly = Boolean(it.correcting); };
  /** What is wrong with the name of the file. */
  it.nameWrong = () => {
    const name = named.value.trim(), field = named.closest(".guide-form__field");
    const one = (text) => [{ severity: "error", field, input: named, place: form.querySelector("#form-file-error"), text, label: field.querySelector("label").textContent }];
    if (name && (!SLUG.test(name) || name.length > MOST)) return one(it.say("name"));
    return name !== it.correcting && it.records("case_study").names.has(name) ? one(it.say("taken")) : [];
  };
  form.addEventListener("input", ({ target }) => {
    if (target === named || texts("slug").includes(target)) { if (target.value) target.dataset.own = ""; else delete target.dataset.own; }
  });
  it.onChange(it.named);

  /** A new entry of the changes, or a new check, is of today. */
  it.today = () => { const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-"); };
  it.dated = (item) => { const day = it.parts(item).find((part) => part.dataset.name === "on"); if (day) it.inputs(day)[0].value = it.today(); };
}
