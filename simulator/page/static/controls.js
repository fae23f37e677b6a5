// Buttons, menus, pickers and boxes inside blocks, and closing a form.
import { act, actAloud, confirmed, keep } from "./acting.js";

const offered = new WeakMap();
const kept = new WeakMap();
let typing = 0;

/** Where a control stands: in which message or view. */
function place(element) {
  const holder = element.closest("[data-place]");
  return holder ? JSON.parse(holder.dataset.place) : null;
}

/** What a control holds. */
export function valueOf(control) {
  if (control.matches("select[multiple]")) return [...control.selectedOptions].map((option) => option.value).filter(Boolean);
  if (control.dataset.act === "tick") {
    const checked = [...control.querySelectorAll("input:checked")].map((input) => input.value);
    return control.dataset.type === "checkboxes" ? checked : checked[0] || null;
  }
  if (control.dataset.act === "file") return kept.get(control) || [];
  return control.value;
}

/** Every filled field of a form, as the server reads it. */
export function valuesIn(form) {
  return [...form.querySelectorAll(".field [data-act]")].map((control) => ({
    block: control.dataset.block,
    action: control.dataset.action,
    value: valueOf(control),
    offered: offered.get(control),
  }));
}

async function use(control, value) {
  const where = place(control);
  if (!where || !(await confirmed(control.dataset.confirm))) return;
  const { block, action } = control.dataset;
  control.setAttribute("aria-busy", "true");
  const form = control.closest(".modal form");
  const values = form ? valuesIn(form) : undefined;
  await actAloud("use", { place: where, block, action, value, values, offered: offered.get(control) });
  control.removeAttribute("aria-busy");
}

/** Answers a click anywhere. */
export async function onClick(event) {
  const open = document.querySelector("details.overflow[open]");
  if (open && !open.contains(event.target)) open.open = false;
  const button = event.target.closest("button, a[data-act]");
  if (!button) return;
  const data = button.dataset;
  if (data.act === "click" || data.act === "link") await use(button, data.value || null);
  else if (button.closest("[data-act=overflow] .sheet")) await useOverflow(button);
  else if (data.do === "close") await close(button.classList.contains("x"));
}

async function useOverflow(button) {
  const menu = button.closest("[data-act=overflow]");
  menu.open = false;
  if (button.dataset.url) window.open(button.dataset.url, "_blank", "noopener");
  await use(menu, button.dataset.value);
}

async function close(everything) {
  const modal = document.querySelector("#modal .modal");
  if (modal) await actAloud("close", { view: modal.dataset.view, everything });
}

/** Answers a choice: the app hears of it at once, unless it waits for the form. */
export async function onChange(event) {
  const control = event.target.closest("[data-act=pick], [data-act=tick], [data-act=type], [data-act=file]");
  if (!control) return;
  if (control.dataset.act === "file") kept.set(control, await keep(control.files));
  const inModal = Boolean(control.closest(".modal"));
  if (control.dataset.act === "type" && (inModal || control.dataset.dispatch)) return;
  await use(control, valueOf(control));
}

/** Answers typing: suggestions of an outside list, fields that speak with every letter. */
export function onInput(event) {
  const search = event.target.closest("[data-suggests]");
  const eager = event.target.closest("[data-dispatch~=on_character_entered]");
  if (!search && !eager) return;
  clearTimeout(typing);
  typing = setTimeout(() => (search ? suggest(search) : use(eager, eager.value)), 250);
}

async function suggest(search) {
  if (search.value.length < Number(search.dataset.suggests)) return;
  const { block, action } = search.dataset;
  const { options = [] } = await act("suggest", { place: place(search), block, action, typed: search.value });
  const menu = search.parentElement.querySelector("select");
  menu.replaceChildren(...options.map((option) => new Option(option.text.text, option.value)));
  if (!menu.multiple) menu.prepend(new Option(options.length ? "Choose" : "Nothing found", "", true, true));
  offered.set(menu, options);
}

/** Answers Escape and Enter. */
export function onKey(event) {
  if (event.key === "Escape") {
    const open = document.querySelector("details.overflow[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    } else if (document.querySelector("dialog[open]")) return;
    else close(false);
  }
  const field = event.target.closest?.("[data-dispatch~=on_enter_pressed]");
  if (event.key === "Enter" && field) {
    event.preventDefault();
    use(field, field.value);
  }
}
