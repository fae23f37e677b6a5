// Data tables: another order on a click on a heading, and pages. The rows are all there; only what is shown changes.

const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

/** Answers a click on a heading or a page button; true if it was one. */
export function onTable(button) {
  const table = button.closest(".data-table");
  if (!table || !("sort" in button.dataset || "turn" in button.dataset)) return false;
  if (button.getAttribute("aria-disabled") === "true") return true;
  if ("sort" in button.dataset) sort(table, button);
  else table.dataset.page = String(Number(table.dataset.page) + Number(button.dataset.turn));
  show(table);
  return true;
}

function sort(table, button) {
  const head = button.closest("th");
  const way = NEXT[head.getAttribute("aria-sort")];
  for (const other of table.querySelectorAll("thead th")) other.setAttribute("aria-sort", other === head ? way : "none");
  const column = Number(button.dataset.sort);
  const body = table.querySelector("tbody");
  const rows = [...body.rows].sort((one, other) => {
    if (way === "none") return Number(one.dataset.at) - Number(other.dataset.at);
    return compare(one.cells[column].dataset.key, other.cells[column].dataset.key) * (way === "ascending" ? 1 : -1);
  });
  body.append(...rows);
  table.dataset.page = "0";
}

/** Numbers by size and before words; words by the alphabet. */
function compare(one, other) {
  const [a, b] = [one, other].map((key) => (key.trim() === "" ? NaN : Number(key)));
  if (Number.isNaN(a) && Number.isNaN(b)) return one.localeCompare(other, undefined, { numeric: true, sensitivity: "base" });
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) ? 1 : -1;
  return a - b;
}

function show(table) {
  const [size, page] = [Number(table.dataset.size), Number(table.dataset.page)];
  const rows = [...table.querySelectorAll("tbody tr")];
  const [from, to] = [page * size, Math.min((page + 1) * size, rows.length)];
  rows.forEach((row, index) => (row.hidden = index < from || index >= to));
  const pager = table.querySelector(".pager");
  if (!pager) return;
  pager.querySelector("span").textContent = `${from + 1}–${to} of ${rows.length}`;
  pager.querySelector("[data-turn='-1']").setAttribute("aria-disabled", String(page === 0));
  pager.querySelector("[data-turn='1']").setAttribute("aria-disabled", String(to >= rows.length));
}
