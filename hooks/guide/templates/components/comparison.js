// Says the role of each part of a comparison. Small screens show the table as blocks, which some browsers then no longer take for
// a table. HTML does not allow these roles to be written on the page, where they would only repeat what its elements say.
const guideTableRoles = (table) => {
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")]) {
    part.setAttribute("role", roles[part.tagName] ?? (part.scope === "row" ? "rowheader" : "columnheader"));
  }
  return table;
};

document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".guide-comparison").forEach(guideTableRoles));
