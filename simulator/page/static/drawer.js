// The drawer for developers: opens, takes its height, shows what went over the wire, and switches trouble on and off.
import { keepPlace } from "./flow.js";
import { copy, count, detail, query, show, showAll, total } from "./wire-rows.js";

const wire = document.getElementById("wire");
const panel = document.getElementById("wire-panel");
const toggle = document.getElementById("wire-toggle");
const edge = document.getElementById("wire-edge");
const alone = wire.classList.contains("alone");
const LEAST = 160;
let waiting = 0;
let high = 320;

const isOpen = () => alone || !panel.hidden;
const filter = () => document.getElementById("wire-filter");

/** Opens or closes the drawer; it remembers. */
async function open(wanted) {
  beside(() => {
    panel.hidden = !wanted;
    edge.hidden = !wanted;
    toggle.setAttribute("aria-expanded", String(wanted));
    document.body.classList.toggle("wire-open", wanted);
  });
  remember("wire-open", wanted ? "yes" : "");
  if (!wanted) return;
  if (!panel.firstElementChild) panel.innerHTML = await (await fetch(`/page/wire/frame?${query()}`)).text();
  meet();
  await show(true);
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

const ACTS = {
  "copy-all": () => copy(`/page/wire/all.json?${query()}`),
  copy: ({ id }) => copy(`/page/wire/${id}.json`),
  forget: async () => {
    await turn("forget");
    await show(true);
  },
  end: ({ id }) => turn("end", { id }),
  "end-all": () => turn("end-all"),
  more: showAll,
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
  if (event.key === "F6") return; // it goes round the page, also from here
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
  beside(() => document.documentElement.style.setProperty("--wire-panel", `${fit}px`));
  edge.setAttribute("aria-valuenow", String(fit));
  edge.setAttribute("aria-valuemax", String(Math.max(innerHeight - 120, LEAST)));
  remember("wire-height", String(fit));
}

/** Changes the room there is, and lets whoever reads the conversation stay where they are. */
function beside(change) {
  const flow = document.getElementById("flow");
  if (flow) keepPlace(flow, {}, change);
  else change();
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
  else count();
}
