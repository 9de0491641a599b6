// Writes what the address says of a missing case as lines of YAML. An address without such words shows nothing.
(() => {
  document.addEventListener("DOMContentLoaded", () => {
    const section = document.querySelector(".guide-first-lines");
    if (!section) return;
    const asked = new URLSearchParams(location.search);
    const values = (name) => asked.getAll(name).filter((value) => /^[A-Za-z0-9-]{1,80}$/.test(value));
    const places = [...new Set([...values("jurisdiction"), ...values("with")])];
    const lines = places.length ? [`# ${section.dataset.partners.replace("{codes}", places.join(", "))}`] : [];
    for (const [facet, field] of section.dataset.fields.split(" ").map((pair) => pair.split(":"))) {
      const [value] = values(facet);
      if (!value) continue;
      if (field.startsWith("-")) lines.push(`${field.slice(1)}:`, `  - ${value}`);
      else lines.push(`${field}: ${value}`);
    }
    if (!lines.length) return;
    document.getElementById("first-lines-text").textContent = lines.join("\n");
    const form = document.getElementById("first-lines-form");
    if (form) form.search = location.search;
    section.hidden = false;
    if (location.hash === "#first-lines") section.scrollIntoView();
  });
})();
