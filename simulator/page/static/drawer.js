// The drawer for developers: opens, takes its height, shows what went over the wire, and switches trouble on and off.
const wire = document.getElementById("wire");
const panel = document.getElementById("wire-panel");
const toggle = document.getElementById("wire-toggle");
const edge = document.getElementById("wire-edge");
const alone = wire.classList.contains("alone");
const LEAST = 160;
let seen = 0; // the number of the last change that is shown
let most = 200;
let waiting = 0;
let asking = null;
let high = 320;

const isOpen = () => alone || !panel.hidden;
const filter = () => document.getElementById("wire-filter");

function query(more = {}) {
  const { team = "", as = "" } = document.body.dataset;
  const asked = new URLSearchParams({ team, as, ...more });
  for (const [key, value] of new FormData(filter() || undefined)) if (value) asked.set(key, value);
  return asked;
}

/** Opens or closes the drawer; it remembers. */
async function open(wanted) {
  panel.hidden = !wanted;
  edge.hidden = !wanted;
  toggle.setAttribute("aria-expanded", String(wanted));
  document.body.classList.toggle("wire-open", wanted);
  remember("wire-open", wanted ? "yes" : "");
  if (!wanted) return;
  if (!panel.firstElementChild) panel.innerHTML = await (await fetch(`/page/wire/frame?${query()}`)).text();
  meet();
  await show(true);
}

/** Shows what changed since the last time, or everything anew. */
function show(anew = false) {
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

async function detail(row) {
  const answer = await fetch(`/page/wire/${number(row)}`);
  row.querySelector(".wire-detail").innerHTML = answer.ok ? await answer.text() : "<p>This is no longer kept.</p>";
}

function total({ count, refused }) {
  const line = document.getElementById("wire-totals");
  if (line) line.textContent = count ? `${count} exchanges${refused ? `, ${refused} refused` : ""}` : "";
  if (line) line.classList.toggle("bad", refused > 0);
}

/** Asks for a switch to be turned; what came of it replaces the switches. */
async function turn(what, details = {}) {
  const box = document.getElementById("wire-trouble");
  const sent = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(details) };
  const answer = await fetch(`/page/switch/${what}`, sent).catch(() => null);
  const { error = "The simulator does not answer. Is it still running?", html } = answer ? await answer.json() : {};
  if (error) {
    const place = box.querySelector(".error");
    place.textContent = error;
    place.hidden = false;
    return;
  }
  const wasOpen = box.querySelector("details").open;
  box.innerHTML = html;
  box.querySelector("details").open = wasOpen;
  meet();
  box.querySelector("summary").focus();
}

/** Shows only the fields that the chosen trouble has. */
function meet() {
  const form = panel.querySelector(".wire-plan");
  if (!form) return;
  const { meets, default: usual, amount } = form.elements.name.selectedOptions[0].dataset;
  for (const label of form.querySelectorAll("[data-for]")) label.hidden = label.dataset.for !== meets;
  const much = form.querySelector("[data-for=amount]");
  much.hidden = !amount;
  much.firstElementChild.textContent = amount === "seconds" ? "Seconds" : "Times";
  form.elements.method.value = usual;
}

async function copy(address) {
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

const ACTS = {
  "copy-all": () => copy(`/page/wire/all.json?${query()}`),
  copy: ({ id }) => copy(`/page/wire/${id}.json`),
  forget: async () => {
    await turn("forget");
    await show(true);
  },
  end: ({ id }) => turn("end", { id }),
  "end-all": () => turn("end-all"),
  more: () => {
    most = 1000;
    return show(true);
  },
};

wire.addEventListener("click", (event) => {
  event.stopPropagation(); // the page's own listeners mean the page
  const asked = event.target.closest("[data-wire]");
  if (asked && ACTS[asked.dataset.wire]) ACTS[asked.dataset.wire](asked.dataset);
});
wire.addEventListener("input", (event) => {
  event.stopPropagation();
  if (!event.target.closest("#wire-filter")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => show(true), 150);
});
wire.addEventListener("change", (event) => {
  event.stopPropagation();
  if (event.target.name === "name") meet();
});
wire.addEventListener("submit", (event) => {
  event.preventDefault();
  event.stopPropagation();
  if (event.target.dataset.wire !== "plan") return;
  const { name, method, event: kind, much } = event.target.elements;
  const { meets } = name.selectedOptions[0].dataset;
  turn("plan", { name: name.value, what: { method: method.value, event: kind.value }[meets] || "", much: much.value });
});
wire.addEventListener(
  "toggle",
  (event) => {
    const row = event.target.open && event.target.closest(".wire-row");
    if (row && event.target.parentElement === row) detail(row);
  },
  true,
);
wire.addEventListener("keydown", (event) => {
  event.stopPropagation();
  if (event.key === "Escape" && !alone && isOpen()) {
    open(false);
    toggle.focus();
  } else if (event.target === edge) {
    const step = { ArrowUp: 40, ArrowDown: -40, PageUp: 200, PageDown: -200 }[event.key];
    if (step) event.preventDefault();
    if (step) size(high + step);
  } else unfold(event);
});
document.addEventListener("keydown", unfold);

function unfold(event) {
  if (alone || event.key !== "`" || !event.ctrlKey) return;
  event.preventDefault();
  const opening = !isOpen();
  open(opening).then(() => (opening ? filter().elements.words : toggle).focus());
}

function size(height) {
  const fit = Math.round(Math.min(Math.max(height, LEAST), Math.max(innerHeight - 120, LEAST)));
  high = fit;
  document.documentElement.style.setProperty("--wire-panel", `${fit}px`);
  edge.setAttribute("aria-valuenow", String(fit));
  edge.setAttribute("aria-valuemax", String(Math.max(innerHeight - 120, LEAST)));
  remember("wire-height", String(fit));
}

function remember(what, value) {
  try {
    localStorage.setItem(what, value);
  } catch {
    // a browser that keeps nothing still shows everything
  }
}

function remembered(what) {
  try {
    return localStorage.getItem(what);
  } catch {
    return null;
  }
}

function news(text) {
  const state = JSON.parse(text);
  total(state);
  clearTimeout(waiting);
  if (isOpen()) waiting = setTimeout(() => show(), 80);
}

if (alone) {
  const stream = new EventSource("/page/changes");
  stream.addEventListener("wire", (event) => news(event.data));
  meet();
  show(true);
} else {
  document.addEventListener("wire", (event) => news(event.detail));
  toggle.addEventListener("click", () => open(panel.hidden));
  edge.addEventListener("pointerdown", (event) => {
    edge.setPointerCapture(event.pointerId);
    const move = (moved) => size(innerHeight - moved.clientY - toggle.parentElement.offsetHeight);
    edge.addEventListener("pointermove", move);
    edge.addEventListener("lostpointercapture", () => edge.removeEventListener("pointermove", move), { once: true });
  });
  size(Number(remembered("wire-height")) || 320);
  if (remembered("wire-open")) open(true);
}
