// Buttons, menus, pickers and boxes inside blocks: what they hold, and telling the app. Each larger one has its own file.
import { actAloud } from "./acting.js";
import { confirmed } from "./asking.js";
import { onEditor, onEditorKey, richText } from "./editor.js";
import { close } from "./modals.js";
import { offered, onPicker, onPickerInput, onPickerKey, picked } from "./picker.js";
import { trap } from "./stack.js";
import { onTable } from "./tables.js";
import { toast } from "./telling.js";
import { filesOf, takeFiles } from "./uploads.js";

let typing = 0;

/** Where a control stands: in which message or view. */
export function place(element) {
  const holder = element.closest("[data-place]");
  return holder ? JSON.parse(holder.dataset.place) : null;
}

/** What a control holds. */
export function valueOf(control) {
  const known = { picker: picked, rich: richText, file: filesOf, tick: ticked };
  return (known[control.dataset.act] || ((one) => one.value))(control);
}

/** Every field of a form, as the server reads it. */
export function valuesIn(form) {
  return [...form.querySelectorAll(".field [data-act]")].map((control) => ({
    block: control.dataset.block,
    action: control.dataset.action,
    value: valueOf(control),
    offered: offered(control),
  }));
}

/** Tells the app, after asking what is to be asked first. */
export async function use(control, value) {
  const where = place(control);
  if (!where || control.getAttribute("aria-busy") === "true" || !(await confirmed(control.dataset.confirm))) return;
  const { block, action } = control.dataset;
  const form = control.closest(".modal form");
  const values = form ? valuesIn(form) : undefined;
  if (control.matches("button")) control.setAttribute("aria-busy", "true");
  await actAloud("use", { place: where, block, action, value, values, offered: offered(control) });
  control.removeAttribute("aria-busy");
}

/** Answers a click anywhere. */
export async function onClick(event) {
  const open = document.querySelector("details.overflow[open]");
  if (open && !open.contains(event.target)) open.open = false;
  if (onPicker(event.target)) return;
  const button = event.target.closest("button, a[data-act]");
  if (!button || onTable(button) || onEditor(button)) return;
  const data = button.dataset;
  if (data.act === "click" || data.act === "link") await use(button, data.value || null);
  else if (data.act === "workflow") toast("In Slack this starts a workflow. There are none in this pretend Slack.");
  else if ("unfile" in data) await useFiles(button.closest("[data-act=file]"), button.closest("li"));
  else if (button.closest("[data-act=overflow] .sheet")) await useOverflow(button);
  else if (data.do === "close") await close(button.classList.contains("x"));
}

function ticked(control) {
  const checked = [...control.querySelectorAll("input:checked")].map((input) => input.value);
  return control.dataset.type === "checkboxes" ? checked : checked[0] || null;
}

async function useOverflow(button) {
  const menu = button.closest("[data-act=overflow]");
  menu.open = false;
  menu.querySelector("summary").focus();
  if (button.dataset.url) window.open(button.dataset.url, "_blank", "noopener");
  await use(menu, button.dataset.value);
}

async function useFiles(field, gone) {
  gone.remove();
  await use(field, valueOf(field));
}

/** Answers a choice: the app hears of it at once, unless it waits for the form. */
export async function onChange(event) {
  const control = event.target.closest("[data-act=pick], [data-act=tick], [data-act=type], [data-act=file]");
  if (!control) return;
  if (control.matches("select")) control.classList.toggle("unset", !control.value);
  if (control.dataset.act === "file" && !(await takeFiles(control, event.target))) return;
  const inModal = Boolean(control.closest(".modal"));
  if (control.dataset.act === "type" && (inModal || control.dataset.dispatch)) return;
  await use(control, valueOf(control));
}

/** Answers typing: a search in a menu, fields that speak with every letter. */
export function onInput(event) {
  if (onPickerInput(event.target)) return;
  const eager = event.target.closest("[data-dispatch~=on_character_entered]");
  if (!eager) return;
  clearTimeout(typing);
  typing = setTimeout(() => use(eager, valueOf(eager)), 250);
}

/** Answers Escape, Enter and Tab. */
export function onKey(event) {
  if (onPickerKey(event) || onEditorKey(event)) return;
  trap(event);
  if (event.key === "Escape") escape();
  if (event.key !== "Enter") return;
  const form = event.target.closest?.(".modal form");
  const field = event.target.closest?.("[data-dispatch~=on_enter_pressed]");
  if (form && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  } else if (field && !field.matches("textarea, .editor")) {
    event.preventDefault();
    use(field, valueOf(field));
  }
}

/** Closes what is on top: a menu, a modal. */
function escape() {
  const open = document.querySelector("details.overflow[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  } else if (document.querySelector("dialog[open]") || (CSS.supports("selector(:open)") && document.querySelector("select:open"))) return;
  else close(false);
}
