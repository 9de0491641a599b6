// A form that writes a record as YAML. What it asks stands in the page (hooks/guide/pages/form.py, made from the model).
// This file puts the others of its folder together; each adds to `it` what it is about.
document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("form.guide-form")) guideForm(form);
});

function guideForm(form) {
  const it = { form, status: form.querySelector(".guide-form__status"), result: form.querySelector(".guide-form__result"), output: form.querySelector("#form-result") };
  const isLong = "tools" in form.dataset;
  const listeners = [];
  it.onChange = (listener) => listeners.push(listener);
  /** Called after every change of what is filled in. */
  it.changed = () => {
    it.result.hidden = true; // it would show what was filled in before
    it.status.textContent = "";
    for (const listener of listeners) listener();
  };
  for (const part of [guideFormFields, guideFormLists, guideFormRules, guideFormFindings, guideFormFill, guideFormNames, guideFormWays]) part(it);
  if (isLong) for (const part of [guideFormCheck, guideFormPreview, guideFormDraft, guideFormLoad]) part(it);

  it.write = () => {
    const record = it.record();
    it.output.dataset.file = it.fileName(record);
    it.output.value = it.text();
    it.result.hidden = false;
    it.offer?.(record);
    it.status.textContent = it.sentence(form.dataset.written, { file: it.output.dataset.file });
    it.result.querySelector("h3").focus();
  };
  form.addEventListener("input", ({ target }) => { if (!target.matches("[data-aside], #form-draft")) it.changed(); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    it.changed();
    it.show(isLong ? await it.checkedNow() : it.simplyWrong());
    if (it.press()) it.write();
  });
  it.begin();
  form.hidden = false;
  it.opened?.();
}
