// The ways out: a file, a copied text, an e-mail, GitHub. Nothing is sent from here; the reader does it.
function guideFormWays(it) {
  const { form, output, status } = it;
  const told = form.dataset;
  // Longer addresses are refused by GitHub or cut on the way: https://docs.github.com (new files by query parameters).
  const LONGEST = 8000;

  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); status.textContent = told.copied; } catch { output.focus(); output.select(); status.textContent = told.failed; }
  };
  const download = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([output.value], { type: "application/yaml" }));
    link.download = output.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  /** The answers under the headings of the form, for whoever reads the message. */
  const answers = () => {
    const lines = [];
    const say = (field, pad) => {
      if (it.value(field) === undefined) return;
      const { control, label } = field.dataset, value = it.value(field);
      const inner = it.parts(field);
      if (value === "unknown") lines.push(`${pad}${label}: ${it.say("unknown")}`);
      else if (control === "group" || control === "list") {
        if (!field.matches(".guide-form__item")) lines.push(`${pad}${label}:`);
        for (const part of inner) say(part, `${pad}  `);
      } else lines.push(`${pad}${label}: ${shown(field).join(" / ")}`);
    };
    for (const part of form.querySelectorAll(".guide-form__part")) {
      const before = lines.length;
      for (const field of it.parts(form).filter((one) => part.contains(one))) say(field, "");
      if (lines.length > before) lines.splice(before, 0, "", part.querySelector("h3").textContent.toLocaleUpperCase(), "");
    }
    return lines.join("\n");
  };
  const shown = (field) => it.inputs(field).filter((input) => !input.matches("[type=checkbox], [type=radio]") || input.checked)
    .map((input) => (input.matches("select") ? input.selectedOptions[0].textContent : input.matches("[type=checkbox], [type=radio]") ? input.labels[0].textContent : input.value).trim()).filter(Boolean);
  const message = () => {
    if (!("tools" in told)) return `${it.sentence(told.email, { file: output.dataset.file })}\n\n${output.value}`;
    const [title] = shown(it.field("title"));
    const file = `${told.folder}/${output.dataset.file}`;
    return [it.say(it.correcting ? "subject-edit" : "subject", { title: title ?? output.dataset.file }), "", it.say("mail", { file }), answers(), "", output.value].join("\n");
  };

  const ways = { copy: () => copy(output.value), email: () => copy(message()), download, anyway: () => it.write() };
  form.addEventListener("click", ({ target }) => ways[target.closest("button[data-way]")?.dataset.way]?.());

  const out = form.querySelector(".guide-form__out");
  if (!out) return;
  /** Which way to GitHub there is for this record, and where its links lead. */
  it.offer = () => {
    const name = `filename=${encodeURIComponent(output.dataset.file)}`;
    const links = { filled: `${out.dataset.new}?${name}&value=${encodeURIComponent(output.value)}`, empty: `${out.dataset.new}?${name}`, edit: `${out.dataset.edit}${output.dataset.file}` };
    for (const link of out.querySelectorAll("[data-link]")) link.href = links[link.dataset.link];
    const way = it.correcting ? "edit" : links.filled.length > LONGEST ? "long" : "new";
    for (const one of out.querySelectorAll("[data-when]")) one.hidden = one.dataset.when !== way;
  };
}
