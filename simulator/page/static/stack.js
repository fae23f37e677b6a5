// Where the focus goes when modals come and go: into the new one, back to what opened it, never behind it.

const FIRST = ".field .line, .field .menu, .field input, .field [contenteditable], .modal-body .button, footer .button";
const TABBED = "a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex='0'], [contenteditable]";
const openers = [];
let shown = "";
let depth = 0;
let last = described(document.body); // what had the focus, also once it is gone from the page

document.addEventListener("focusin", (event) => (last = described(event.target)));

/** Keeps the keyboard in what lies on top: a modal, or the menu of a narrow screen. */
export function settleInert() {
  const modal = Boolean(document.querySelector("#modal .modal"));
  const menu = document.body.classList.contains("menu-open");
  for (const part of ["clock", "sidebar"]) document.getElementById(part).inert = modal;
  for (const part of ["tour", "main", "thread"]) document.getElementById(part).inert = modal || menu;
}

/** Looks what is on top now, and moves the focus if that has changed. */
export function settleModal() {
  const veil = document.querySelector("#modal .veil");
  const modal = veil && veil.querySelector(".modal");
  settleInert();
  const view = modal ? modal.dataset.view : "";
  const now = modal ? Number(veil.dataset.stack) : 0;
  if (view === shown && now === depth) return;
  const came = now > depth || (now === depth && view !== shown);
  if (came) openers[now - 1] = openers[now - 1] && now === depth ? openers[now - 1] : last;
  const left = came ? null : openers[now];
  openers.length = now;
  [shown, depth] = [view, now];
  const target = (left && again(left)) || (modal ? firstIn(modal) : document.getElementById("composer-text"));
  if (target) target.focus();
}

/** Keeps Tab inside the modal on top. */
export function trap(event) {
  const modal = document.querySelector("#modal .modal");
  if (event.key !== "Tab" || !modal || document.querySelector("dialog[open]")) return;
  const stops = [...modal.querySelectorAll(TABBED)].filter((one) => one.tabIndex >= 0 && one.getClientRects().length);
  const [first, last] = [stops[0], stops.at(-1)];
  const inside = modal.contains(document.activeElement);
  if (!first || (inside && document.activeElement !== (event.shiftKey ? first : last))) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}

function firstIn(modal) {
  return modal.querySelector("[autofocus]") || modal.querySelector(FIRST) || modal.querySelector(".x");
}

/** Remembers an element also for when it will have been drawn anew. */
function described(element) {
  const { block, action, view } = element.dataset;
  const path = block && action ? `[data-block="${CSS.escape(block)}"][data-action="${CSS.escape(action)}"]` : view;
  return { element, id: element.id, path };
}

function again({ element, id, path }) {
  if (element.isConnected && element !== document.body) return element;
  return (id && document.getElementById(id)) || (path && document.querySelector(path)) || null;
}
