// The rows of the drawer: what went over the wire, newest first, kept fresh; one that is opened is fetched whole.
let seen = 0; // the number of the last change that is shown
let most = 200;
let asking = null;

/** What the rows are asked for: whose page it is, and the filters. */
export function query(more = {}) {
  const { team = "", as = "" } = document.body.dataset;
  const asked = new URLSearchParams({ team, as, ...more });
  for (const [key, value] of new FormData(document.getElementById("wire-filter") || undefined)) if (value) asked.set(key, value);
  return asked;
}

/** Shows what changed since the last time, or everything anew. */
export function show(anew = false) {
  const turn = (asking || Promise.resolve()).then(() => load(anew)).catch(() => {});
  asking = turn;
  return turn;
}

async function load(anew) {
  const rows = document.getElementById("wire-rows");
  const answer = await fetch(`/page/wire?${query({ after: anew ? 0 : seen, most })}`);
  if (!answer.ok) return;
  const found = await answer.json();
  if (anew) rows.replaceChildren();
  for (const { id, html } of found.rows.reverse()) put(rows, id, html);
  for (const row of [...rows.children]) if (number(row) < found.oldest) row.remove();
  while (rows.children.length > most) rows.lastElementChild.remove();
  if (anew) document.getElementById("wire-more").hidden = !found.more;
  document.getElementById("wire-empty").hidden = rows.children.length > 0;
  seen = found.changed;
  total(found);
}

const number = (row) => Number(row.id.slice("wire-".length));

/** Puts one row where it belongs; one that is open stays open and is read anew. */
function put(rows, id, html) {
  const made = document.createElement("template");
  made.innerHTML = html;
  const fresh = made.content.firstElementChild;
  const old = document.getElementById(fresh.id);
  if (old) {
    old.className = fresh.className;
    old.querySelector("summary").replaceChildren(...fresh.querySelector("summary").childNodes);
    if (old.querySelector("details").open) detail(old);
    return;
  }
  rows.insertBefore(fresh, [...rows.children].find((row) => number(row) < id) || null);
}

/** Fetches everything about one exchange. */
export async function detail(row) {
  const answer = await fetch(`/page/wire/${number(row)}`);
  row.querySelector(".wire-detail").innerHTML = answer.ok ? await answer.text() : "<p>This is no longer kept.</p>";
}

/** Says how many there are already. */
export async function count() {
  const answer = await fetch(`/page/wire?${query({ most: 0 })}`).catch(() => null);
  if (answer?.ok) total(await answer.json());
}

/** Says how many there are, and how many were refused. */
export function total({ count, refused }) {
  const line = document.getElementById("wire-totals");
  if (line) line.textContent = count ? `${count} exchanges${refused ? `, ${refused} refused` : ""}` : "";
  if (line) line.classList.toggle("bad", refused > 0);
}

/** Shows as many as there are. */
export function showAll() {
  most = 1000;
  return show(true);
}

/** Puts what is at this address where it can be pasted from. */
export async function copy(address) {
  const text = await (await fetch(address)).text();
  const said = document.getElementById("wire-said");
  const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
  if (!done) return choose(text);
  said.textContent = "Copied.";
}

/** Where the browser does not let a page copy, the text is there to be copied by hand. */
function choose(text) {
  const dialog = document.createElement("dialog");
  dialog.className = "confirm";
  const area = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, rows: 16 });
  area.setAttribute("aria-label", "JSON to copy");
  const close = Object.assign(document.createElement("button"), { type: "button", className: "wire-act", textContent: "Close" });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(area, close);
  document.body.append(dialog);
  dialog.showModal();
  area.select();
}
