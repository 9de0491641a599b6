// Opens a published case, a file from the reader's computer, or what the address says of a missing case.
function guideFormLoad(it) {
  const { form } = it;
  const start = form.querySelector(".guide-form__start"), told = form.querySelector(".guide-form__told");
  const file = form.querySelector("#form-load-file"), chosen = form.querySelector("#form-load-case"), LARGEST = 200_000;

  /** Says what happened: sentences, and lists below a sentence. */
  it.tell = (lines) => {
    told.replaceChildren(...lines.map((line) => {
      const element = document.createElement(Array.isArray(line) ? "ul" : "p");
      if (Array.isArray(line)) element.append(...line.map((one) => Object.assign(document.createElement("li"), { textContent: one })));
      else element.textContent = line;
      return element;
    }));
    told.hidden = false;
  };
  const mayReplace = () => !it.isTyped() || confirm(it.say("replace"));
  const listed = (key, lines) => (lines.length ? [it.say(key), lines] : []);
  const plainly = ([path, value]) => `${path}: ${typeof value === "string" ? value : JSON.stringify(value)}`.slice(0, 300);

  /** Comments of a file that stand in no text of its record. */
  const comments = (text, record) => {
    const kept = JSON.stringify(record);
    return text.split("\n").slice(1).map((line) => /(?:^|\s)(#.*)$/.exec(line)?.[1].trim())
      .filter((comment) => comment && !kept.includes(JSON.stringify(comment).slice(1, -1)));
  };
  const open = (record, name, correcting) => {
    it.correcting = correcting;
    it.unpress();
    const known = Object.fromEntries(Object.entries(record).filter(([key]) => !correcting || form.dataset.order.split(" ").includes(key)));
    const apart = it.fill(known);
    it.nameOf(name, true);
    it.named();
    it.untouched();
    return apart;
  };

  const openCase = async (id) => {
    const name = `${id}.yml`;
    try {
      if (!it.records("case_study").names.has(id)) throw new Error(id);
      const text = await guideOffline.read(new URL(start.dataset.records.replace("{id}", id), document.baseURI).href);
      const apart = open(JSON.parse(text).case, name, id);
      it.tell([it.say("correcting", { file: name }), ...listed("apart", apart.map(plainly))]);
    } catch { it.tell([it.say("no-case", { file: name })]); }
    told.focus();
  };
  const openFile = async (found) => {
    if (found.size > LARGEST) { it.tell([it.say("unread")]); return; }
    const text = await found.text();
    it.tell([it.say("reading")]);
    const checker = await it.checker();
    if (!checker) { it.tell([it.say("no-checker")]); return; }
    const name = found.name.replace(/\.ya?ml$/i, "");
    const answer = await checker.read({ kind: form.dataset.kind, name, text: await found.arrayBuffer(), language: document.documentElement.lang }).catch(() => null);
    if (!answer?.record) { it.tell([it.say("unread"), (answer?.findings ?? []).map((one) => `${one.line}: ${one.sentence}`)]); return; }
    if (!mayReplace()) return;
    const isPublished = it.records("case_study").names.has(name);
    const apart = open(answer.record, name, isPublished ? name : undefined);
    it.tell([it.say(isPublished ? "correcting" : "loaded", { file: found.name }), ...listed("repaired", answer.repaired.map((one) => `${one.line}, ${one.field}: ${one.sentence}`)),
      ...listed("apart", apart.map(plainly)), ...listed("comments", comments(text, answer.record))]);
    it.show(await it.checkedNow());
    it.press();
    told.focus();
  };

  form.querySelector("[data-way=load]").addEventListener("click", () => { if (chosen.value && mayReplace()) openCase(it.idOf(chosen)); });
  file.addEventListener("change", async () => { if (file.files[0]) await openFile(file.files[0]); file.value = ""; });
  for (const kind of ["dragover", "drop"]) {
    form.addEventListener(kind, (event) => {
      if (![...event.dataTransfer.items].some((item) => item.kind === "file")) return;
      event.preventDefault();
      if (kind === "drop" && event.dataTransfer.files[0]) openFile(event.dataTransfer.files[0]);
    });
  }

  /** What an empty cell of a table knows of a case that is missing. */
  const prefilled = (asked) => {
    const values = (name) => asked.getAll(name).filter((value) => /^[A-Za-z0-9-]{1,80}$/.test(value));
    const known = start.dataset.prefilled.split(" ").map((pair) => pair.split(":")).filter(([facet]) => values(facet).length);
    const places = [...new Set([...values("jurisdiction"), ...values("with")])];
    if (!known.length && !places.length) return false;
    it.fill(Object.fromEntries(known.map(([facet, field]) => [field.replace(/^-/, ""), field.startsWith("-") ? values(facet) : values(facet)[0]])));
    it.untouched();
    if (places.length) it.tell([it.say("places", { codes: places.join(", ") })]);
    return true;
  };
  it.opened = () => {
    const asked = new URLSearchParams(location.search), id = asked.get("case");
    if (id) openCase(id);
    else if (!it.restore()) prefilled(asked);
    it.checkSoon();
  };
}
