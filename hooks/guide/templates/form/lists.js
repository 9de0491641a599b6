// Lists of a form: each entry is a copy of the template, with numbers in place of the marks in its ids. And what a tick does.
function guideFormLists(it) {
  const { form } = it;
  const ATTRIBUTES = ["id", "for", "aria-describedby", "name"];
  const numbered = (fragment, mark, number) => {
    for (const element of fragment.querySelectorAll("[id], [for], [aria-describedby], [name]")) {
      for (const name of ATTRIBUTES) {
        if (element.hasAttribute(name)) element.setAttribute(name, element.getAttribute(name).replaceAll(mark, String(number)));
      }
    }
    for (const inner of fragment.querySelectorAll("template")) numbered(inner.content, mark, number);
    return fragment;
  };
  const renumber = (list) => {
    const all = it.parts(list);
    all.forEach((item, at) => { for (const place of it.own(item, "[data-number]")) place.textContent = String(at + 1); });
    it.own(list, ".guide-form__add")[0].disabled = list.dataset.most > 0 && all.length >= Number(list.dataset.most);
  };

  let made = 0;
  /** A new entry, at the end; `first` puts it before the others. */
  it.add = (list, first = false) => {
    const template = it.own(list, "template")[0];
    const mark = template.content.querySelector("[id]").id.match(/N\d+/g).at(-1);
    const fragment = numbered(document.importNode(template.content, true), mark, `n${made += 1}`);
    const item = fragment.querySelector("[data-control]");
    item.dataset.key = `entry-${made}`;
    it.own(list, ".guide-form__items")[0][first ? "prepend" : "append"](fragment);
    renumber(list);
    return item;
  };
  it.remove = (item) => {
    const list = item.parentElement.closest("[data-control]");
    item.remove();
    renumber(list);
    return it.own(list, ".guide-form__add")[0];
  };

  let ticks = 0;
  /** Remembers in which order boxes were ticked; a record keeps it. */
  it.tick = (box, isTicked) => {
    box.checked = isTicked;
    if (isTicked) box.dataset.at = String(ticks += 1);
    else delete box.dataset.at;
  };
  /** "Not known" takes the place of what could be filled in. */
  it.unknown = (field, isUnknown) => {
    const [box] = it.own(field, "[data-unknown]");
    if (!box) return false;
    box.checked = isUnknown;
    for (const one of field.querySelectorAll("input, textarea, select, button")) if (one !== box) one.disabled = isUnknown;
    return true;
  };

  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button[type=button]");
    if (!button || button.dataset.way) return;
    const field = button.closest("[data-control]");
    if (button.matches(".guide-form__add")) {
      const item = it.add(field, "newestFirst" in field.dataset);
      if ("newestFirst" in field.dataset) it.dated?.(item);
      it.firstInput(item)?.focus();
    } else it.remove(field).focus();
    it.changed();
  });
  form.addEventListener("input", ({ target }) => {
    if (target.matches("[data-unknown]")) it.unknown(target.closest("[data-control]"), target.checked);
    else if (target.matches("[data-control=checks] > * [type=checkbox]")) it.tick(target, target.checked);
  });
  it.begin = () => {
    for (const list of form.querySelectorAll('[data-control="list"][data-required]')) if (!it.parts(list).length) it.add(list);
  };
}
