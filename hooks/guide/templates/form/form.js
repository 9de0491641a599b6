// A form that writes a record as YAML. What it asks stands in the page (hooks/guide/pages/form.py, made from the model);
// here are the rules that can be told at once, and the writing. `guide check` has the last word.
const guideYaml = (() => {
  const WIDTH = 96, SHORT = 72;
  // What needs no quotes: it starts with a letter and holds nothing that YAML could take for a mark.
  const PLAIN = /^[\p{L}][\p{L}\p{M}\p{N} \u00a0\u202f,.;()'’«»/&%$!?–—-]*$/u;
  const NAME = /^(?!\d+$)[A-Za-z0-9][A-Za-z0-9_-]*$/;
  // Words that some readers of YAML take for something else; `unknown` alone is an answer here.
  const WORDS = /^(true|false|yes|no|on|off|y|n|null|none)$/i;

  /** A typed text without what no record may hold. Paragraphs stay only in prose. */
  const cleaned = (text, prose) => {
    const plain = text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(/[\x00-\x09\x0b-\x1f\x7f]/g, "");
    return (prose ? plain.replace(/ +$/gm, "") : plain.replace(/[ \n]+/g, " ")).trim();
  };

  const quoted = (text) => `"${text.replace(/[\\"]/g, "\\$&")}"`;

  /** A line of words, broken before it gets too long. */
  const folded = (text, pad) => {
    const lines = [""];
    for (const word of text.split(" ")) {
      const line = lines.at(-1);
      if (line && pad.length + line.length + 1 + word.length > WIDTH) lines.push(word);
      else lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
    return lines.map((line) => pad + line);
  };

  /** What stands behind `name:` or the dash, and the lines below it. */
  const scalar = (text, pad) => {
    if (text.includes("\n")) return ["|-", ...text.split("\n").map((line) => (line ? pad + line : ""))];
    if (text.length > SHORT && !/(^|[ ])[\u00a0\u202f]|[ ]{2}/.test(text)) return [">-", ...folded(text, pad)];
    return [(PLAIN.test(text) || NAME.test(text)) && !WORDS.test(text) && !/[ ]$/.test(text) ? text : quoted(text)];
  };

  /** The lines of a value below its name. A value is a text, a number, true, a list, or a map of names to values. */
  const below = (value, pad) => {
    if (Array.isArray(value)) {
      return value.flatMap((one) => {
        if (typeof one === "string") { const [first, ...more] = scalar(one, `${pad}  `); return [`${pad}- ${first}`, ...more]; }
        const [first, ...more] = below(one, `${pad}  `);
        return [`${pad}- ${first.slice(pad.length + 2)}`, ...more];
      });
    }
    return [...value].flatMap(([name, one]) => {
      if (typeof one === "number" || one === true) return [`${pad}${name}: ${one}`];
      if (typeof one !== "string") return [`${pad}${name}:`, ...below(one, `${pad}  `)];
      const [first, ...more] = scalar(one, `${pad}  `);
      return [`${pad}${name}: ${first}`, ...more];
    });
  };

  const written = (kind, record) => [`# yaml-language-server: $schema=../schema/${kind}.schema.json`, ...below(record, ""), ""].join("\n");

  return { cleaned, written };
})();

document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("form.guide-form")) guideForm(form);
});

function guideForm(form) {
  const told = form.dataset;
  const result = form.querySelector(".guide-form__result"), output = form.querySelector("#form-result");
  const errors = form.querySelector(".guide-form__errors"), status = form.querySelector(".guide-form__status");

  // --- what stands where: a field owns what is inside it and inside no other field ---
  const own = (field, what) => [...field.querySelectorAll(what)].filter((one) => one.parentElement.closest("[data-control]") === field);
  const parts = (field) => own(field, "[data-control]");
  const inputs = (field) => own(field, "input:not([data-unknown]), textarea:not([readonly]), select");
  const isUnknown = (field) => own(field, "[data-unknown]").some((box) => box.checked);

  /** What is filled in: a text, a list, a map, or undefined where nothing is. */
  const value = (field) => {
    if (isUnknown(field)) return "unknown";
    const { control } = field.dataset;
    if (control === "group") return filled(new Map(parts(field).map((part) => [part.dataset.name, value(part)])));
    if (control === "list") return filled(parts(field).map(value));
    if (control === "checks") return filled(inputs(field).filter((box) => box.checked).map((box) => box.value));
    if (control === "yes") return inputs(field)[0].checked || undefined;
    const typed = inputs(field).map((input) => [input.dataset.language, guideYaml.cleaned(input.value, "prose" in field.dataset) || undefined]);
    if (typed[0][0]) return filled(new Map(typed));
    // Only where the model asks for digits are they a number; elsewhere they are a text, and get quotes.
    return field.dataset.pattern && /^(0|[1-9]\d{0,14})$/.test(typed[0][1]) ? Number(typed[0][1]) : typed[0][1];
  };
  /** A list or a map without its empty places; undefined when nothing is left. */
  const filled = (many) => {
    const kept = Array.isArray(many) ? many.filter((one) => one !== undefined) : new Map([...many].filter(([, one]) => one !== undefined));
    return (kept.length ?? kept.size) ? kept : undefined;
  };

  // --- what is wrong ---
  const sentence = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  /** The findings of a field. `needed`: its parent is filled in or required, so its own requirement counts. */
  const wrong = (field, needed) => {
    const found = value(field), { label, control } = field.dataset;
    if (found === undefined) {
      const isMissing = needed && "required" in field.dataset;
      return isMissing && control !== "group" ? [[field, sentence(own(field, "[data-language]").length ? told.noLanguage : told.missing, { label })]]
        : isMissing ? groupWrong(field, found) : [];
    }
    if (found === "unknown") return [];
    if (control === "group") return groupWrong(field, found);
    if (control === "list") return parts(field).filter((item) => value(item) !== undefined).flatMap((item) => wrong(item, true));
    return inputs(field).flatMap((input) => textWrong(field, input));
  };
  const groupWrong = (field, found) => {
    const { exactlyOne, atLeastOne } = field.dataset;
    const inner = parts(field).flatMap((part) => wrong(part, true));
    if (exactlyOne && (found?.size ?? 0) !== 1) return [[field, sentence(told.one, { labels: exactlyOne })], ...inner];
    const names = parts(field).filter((part) => atLeastOne?.split(", ").includes(part.dataset.label)).map((part) => part.dataset.name);
    return atLeastOne && !names.some((name) => found?.has(name)) ? [[field, sentence(told.any, { labels: atLeastOne })], ...inner] : inner;
  };
  const textWrong = (field, input) => {
    const { label, pattern, example, limit } = field.dataset;
    const text = guideYaml.cleaned(input.value, "prose" in field.dataset), length = [...text].length;
    if (text && pattern && !new RegExp(pattern).test(text)) return [[field, sentence(told.form, { label, example }), input]];
    return limit && length > Number(limit) ? [[field, sentence(told.long, { label, limit, length }), input]] : [];
  };

  const firstInput = (field) => field.querySelector("input:not([data-unknown]), textarea, select, .guide-form__add") ?? field.querySelector("button");
  const show = (findings) => {
    for (const place of form.querySelectorAll(".guide-form__error")) place.textContent = "";
    for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
    const list = errors.querySelector("ul");
    list.replaceChildren();
    for (const [field, text, input = firstInput(field)] of findings) {
      const place = own(field, ".guide-form__error")[0];
      if (place) place.textContent = text;
      input.setAttribute("aria-invalid", "true");
      const link = document.createElement("a");
      link.href = `#${input.id}`;
      link.textContent = text;
      link.addEventListener("click", (event) => { event.preventDefault(); input.focus(); });
      list.append(document.createElement("li"));
      list.lastChild.append(link);
    }
    errors.hidden = !findings.length;
    if (findings.length) errors.focus();
  };

  // --- lists: each item is a copy of the template, with numbers in place of the marks in its ids ---
  const numbered = (fragment, mark, number) => {
    for (const element of fragment.querySelectorAll("[id], [for], [aria-describedby]")) {
      for (const name of ["id", "for", "aria-describedby"]) {
        if (element.hasAttribute(name)) element.setAttribute(name, element.getAttribute(name).replaceAll(mark, String(number)));
      }
    }
    for (const inner of fragment.querySelectorAll("template")) numbered(inner.content, mark, number);
    return fragment;
  };
  const renumber = (list) => parts(list).forEach((item, at, all) => {
    for (const place of own(item, "[data-number]")) place.textContent = String(at + 1);
    list.querySelector(".guide-form__add").disabled = list.dataset.most > 0 && all.length >= Number(list.dataset.most);
  });
  let made = 0;
  const add = (list) => {
    const template = own(list, "template")[0];
    const mark = template.content.querySelector("[id]").id.match(/N\d+/g).at(-1);
    own(list, ".guide-form__items")[0].append(numbered(document.importNode(template.content, true), mark, `n${made += 1}`));
    renumber(list);
    return parts(list).at(-1);
  };
  const remove = (item) => {
    const list = item.parentElement.closest("[data-control]");
    item.remove();
    const button = own(list, ".guide-form__add")[0];
    button.disabled = false;
    renumber(list);
    button.focus();
  };

  // --- the record ---
  /** What the file is called: after the fields that the page names, as an id is written. */
  const fileName = (record) => {
    const found = told.nameFrom.split(" ").map((path) => path.split(".").reduce((inner, name) => inner?.get?.(name), record));
    const words = found.map((one) => (one instanceof Map ? one.values().next().value : one)).filter((one) => typeof one === "string");
    const name = words.join("-").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
    return `${name.slice(0, 80).replace(/^-+|-+$/g, "") || told.kind.replaceAll("_", "-")}.yml`;
  };
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); status.textContent = told.copied; } catch { output.focus(); output.select(); status.textContent = told.failed; }
  };
  const ways = {
    copy: () => copy(output.value),
    email: () => copy(`${sentence(told.email, { file: output.dataset.file })}\n\n${output.value}`),
    download: () => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([output.value], { type: "application/yaml" }));
      link.download = output.dataset.file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },
  };

  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button[type=button]");
    if (button?.matches(".guide-form__add")) firstInput(add(button.closest("[data-control]")))?.focus();
    else if (button?.matches(".guide-form__remove")) remove(button.closest("[data-control]"));
    else if (button) ways[button.dataset.way]();
  });
  form.addEventListener("input", ({ target }) => {
    result.hidden = true; // it would show what was filled in before
    status.textContent = "";
    if (!target.matches("[data-unknown]")) return;
    const field = target.closest("[data-control]");
    for (const one of field.querySelectorAll("input, textarea, select, button")) if (one !== target) one.disabled = target.checked;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const findings = wrong(form, true);
    show(findings);
    result.hidden = findings.length > 0;
    status.textContent = "";
    if (findings.length) return;
    const record = value(form);
    output.dataset.file = fileName(record);
    output.value = guideYaml.written(told.kind, record);
    status.textContent = sentence(told.written, { file: output.dataset.file });
    result.querySelector("h3").focus();
  });
  for (const list of form.querySelectorAll('[data-control="list"][data-required]')) add(list);
  form.hidden = false;
}
