// Everything that can be copied to link to this page, made when the panel is first opened: from the permanent address and the
// two titled links that stand in it, and from the card of the page (an iframe shows it elsewhere; hooks/guide/pages/embed.py).
(() => {
  const BETWEEN = " / ";
  // Characters to which Markdown (CommonMark, and the dialects of wikis) gives a meaning inside the text of a link.
  const MARKDOWN = /[\\`*_[\]<>|~&!]/g;
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const escaped = (text) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);

  const element = (name, attributes = {}, ...content) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };

  const markdown = (link) => `[${link.textContent.replace(MARKDOWN, "\\$&")}](${link.href})`;

  /** An address that opens an e-mail with the titles as its subject (RFC 6068: lines end with CR and LF). */
  const mail = (links) => {
    const subject = links.map((link) => link.textContent).join(BETWEEN);
    const body = links.map((link) => `${link.textContent}\r\n${link.href}`).join("\r\n\r\n");
    return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  };

  /** An iframe with the card, as oEmbed gives it (hooks/guide/pages/snippets.py). */
  const frame = (link, card, height) => `<iframe src="${escaped(card)}" title="${escaped(link.textContent)}" lang="${link.hreflang}" width="600" height="${height}" `
    + 'loading="lazy" style="border:0;width:100%;max-width:600px" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>';

  /** The card for sites that forbid iframes, with its look in style attributes because such sites take no stylesheet. */
  const pasted = (card, { href, hreflang: language }) => {
    const inside = (selector) => card.querySelector(selector)?.innerHTML.trim() ?? "";
    const facts = [...card.querySelectorAll("dl > div")].map((fact) =>
      `<p style="margin:0;font-size:14px"><strong>${fact.querySelector("dt").innerHTML}${guideWord("embed.colon", 0, language)}</strong> ${fact.querySelector("dd").innerHTML}</p>`);
    const text = inside("p:not([class])");
    return [
      `<div lang="${language}" style="max-width:600px;border:1px solid #cfd8d8;border-top:4px solid #14464d;border-radius:5px;padding:12px 16px;background:#fff;`
        + "color:#1b2426;font-family:system-ui,'Segoe UI',sans-serif;line-height:1.45\">",
      `<p style="margin:0;color:#4c5a5d;font-size:14px">${inside(".kicker")}</p>`,
      `<p style="margin:0 0 8px;font-size:19px;line-height:1.25;font-weight:bold"><a href="${escaped(href)}" hreflang="${language}" style="color:#0f5a66">${inside("h1 a")}</a></p>`,
      ...(text ? [`<p style="margin:0 0 8px">${text}</p>`] : []), ...facts,
      `<p style="margin:8px 0 0;color:#4c5a5d;font-size:14px">${escaped(guideWord("site.name", 0, language))}</p>`,
      "</div>",
    ].join("\n");
  };

  /** A card as elements, without its stylesheet, which the policy of the page would refuse. */
  const parsed = (text) => new DOMParser().parseFromString(text.replace(/<style>.*?<\/style>/s, ""), "text/html");

  /** Copies a link as a link: Outlook and Word paste it as a title that leads to the page, other programs as title and address. */
  const copied = async (source) => {
    const plain = [...source.querySelectorAll("a")].map((link) => `${link.textContent}\n${link.href}`).join("\n\n");
    if (navigator.clipboard?.write && window.ClipboardItem && isSecureContext) {
      const as = (type, text) => ({ [type]: new Blob([text], { type }) });
      return navigator.clipboard.write([new ClipboardItem({ ...as("text/html", source.innerHTML.trim()), ...as("text/plain", plain) })]);
    }
    // A page without https has no clipboard of its own; what is marked is copied as it looks.
    getSelection().selectAllChildren(source);
    if (!document.execCommand("copy")) throw new Error("copy");
  };

  const button = (name, source, way) => {
    const made = element("button", { type: "button", class: "guide-copy__button", "data-copies": `link-${name}`, "aria-describedby": `link-${name}-label` }, guideWord("copy.button"));
    const around = element("p", { class: "guide-copy" }, made, " ", element("span", { class: "guide-copy__told", role: "status" }));
    guideCopy(made, source, way);
    return around;
  };

  /** A text to copy, under its name. `show` puts another text in, or hides the field where there is none. */
  const field = (name, title, rows) => {
    const area = element("textarea", { id: `link-${name}`, rows, readonly: "", spellcheck: "false" });
    const label = element("p", { class: "guide-link-panel__label" }, element("label", { id: `link-${name}-label`, for: `link-${name}` }, title));
    const whole = element("div", {}, label, element("code", { translate: "no" }, area), button(name, area));
    return { whole, show: (text) => { area.value = text; whole.hidden = !text; } };
  };

  const CHOICE = "both";
  /** The choice of a language, which `chosen` is told. */
  const choice = (links, chosen) => [...links.map((link) => link.hreflang), CHOICE].flatMap((value, at) => {
    const input = element("input", { type: "radio", name: "link-language", id: `link-in-${value}`, value });
    input.checked = at === 0;
    input.addEventListener("change", () => chosen(value));
    const name = value === CHOICE ? guideWord("link-panel.both") : guideWord("language", 0, value);
    return [input, " ", element("label", { for: input.id, ...(value !== CHOICE && { lang: value }) }, name), " "];
  });

  const open = (panel) => {
    const permanent = panel.querySelector("#link-permanent");
    const links = [...panel.querySelectorAll(".guide-link-panel__titled a")];
    const mailed = panel.querySelector(".guide-link-panel__mail");
    const path = permanent.textContent.slice(document.querySelector("link[hreflang=x-default]").href.length);
    const cardOf = (language) => `${language}/embed/${path}`;
    const here = permanent.href.replace(/index\.html$/, "").slice(0, -path.length);

    const rich = element("p", { id: "link-rich" });
    const html = field("html", "HTML", 3), md = field("markdown", "Markdown", 2);
    const iframe = field("frame", guideWord("link-panel.frame"), 4), card = field("card", guideWord("link-panel.card"), 5);
    const cards = new Map();
    const load = (language) => {
      const address = guideOffline.page(here + cardOf(language));
      if (!cards.has(language)) cards.set(language, guideOffline.read(address).then(parsed));
      return cards.get(language);
    };
    let shown = "";
    const show = async (value) => {
      shown = value;
      const some = links.filter((link) => value === CHOICE || link.hreflang === value);
      rich.replaceChildren(...some.flatMap((link, at) => [at ? BETWEEN : "", link.cloneNode(true)]));
      mailed.firstElementChild.href = mail(some);
      html.show(some.map((link) => link.outerHTML).join(BETWEEN));
      md.show(some.map(markdown).join(BETWEEN));
      const [one, second] = some;
      iframe.show(second ? "" : frame(one, permanent.textContent.slice(0, -path.length) + cardOf(value), panel.dataset.height));
      card.show("");
      if (second) return;
      const text = await load(value).then((page) => pasted(page, one), () => { cards.delete(value); return guideWord("link-panel.no-card"); });
      if (shown === value) card.show(text);
    };

    const fields = element("fieldset", {}, element("legend", {}, guideWord("link-panel.language")), ...choice(links, show),
      element("p", { class: "guide-link-panel__label", id: "link-rich-label" }, guideWord("link-panel.rich")), rich, button("rich", rich, () => copied(rich)),
      mailed, html.whole, md.whole, iframe.whole, card.whole);
    permanent.parentElement.after(button("permanent", permanent));
    panel.querySelector(".guide-link-panel__titled").replaceWith(fields);
    return show(links[0].hreflang);
  };

  document.addEventListener("DOMContentLoaded", () => {
    const panel = document.querySelector(".guide-link-panel");
    panel?.addEventListener("toggle", () => open(panel), { once: true });
  });
})();
