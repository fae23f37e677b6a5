// Menus with a search field: several choices as pills, and lists that the app keeps and searches itself.
import { act } from "./acting.js";
import { place, use, valueOf } from "./controls.js";

const seen = new Map(); // field -> what the app has offered there, since only the app knows those options
let typing = 0;

/** What a picker holds: a list, or one value or nothing. */
export function picked(picker) {
  const values = [...picker.querySelectorAll(".pill")].map((pill) => pill.dataset.value);
  return "many" in picker.dataset ? values : values[0] || null;
}

/** Everything the app has offered in this field so far. */
export function offered(control) {
  return seen.get(key(control));
}

/** Answers a click on an entry, a pill's cross or the field itself; true if it was one. */
export function onPicker(target) {
  const picker = target.closest(".picker");
  if (!picker) return false;
  const entry = target.closest("[role=option]");
  const cross = target.closest("[data-unpick]");
  if (entry) pick(picker, entry);
  else if (cross) unpick(picker, cross.closest(".pill"));
  else {
    field(picker).focus();
    open(picker);
  }
  return true;
}

/** Answers a key in the field; true if it meant something. */
export function onPickerKey(event) {
  const picker = event.target.closest?.(".picker");
  if (!picker || event.target !== field(picker)) return false;
  const shown = list(picker).matches(":popover-open");
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) {
    if (shown) step(picker, steps[event.key]);
    else open(picker);
  } else if (event.key === "Enter") {
    const entry = active(picker);
    if (shown && entry) pick(picker, entry);
    else open(picker);
  } else if (event.key === "Escape" && shown) shut(picker);
  else if (event.key === "Backspace" && !event.target.value && picker.querySelector(".pill")) unpick(picker, [...picker.querySelectorAll(".pill")].at(-1));
  else return false;
  event.preventDefault();
  return true;
}

/** Answers typing: fewer entries, or a question to the app. */
export function onPickerInput(input) {
  const picker = input.closest(".picker");
  if (!picker || input !== field(picker)) return false;
  open(picker);
  return true;
}

document.addEventListener("focusout", (event) => {
  const picker = event.target.closest?.(".picker");
  if (picker && !picker.contains(event.relatedTarget)) shut(picker);
});
document.addEventListener("mousedown", (event) => {
  if (event.target.closest?.(".choices")) event.preventDefault(); // the focus stays in the field
});
document.addEventListener("scroll", (event) => {
  if (event.target.closest?.(".choices")) return;
  for (const one of document.querySelectorAll(".choices:popover-open")) settle(one.closest(".picker"));
}, true);

const field = (picker) => picker.querySelector("[role=combobox]");
const list = (picker) => picker.querySelector(".choices");
const entries = (picker) => [...list(picker).querySelectorAll("[role=option]:not([hidden], [aria-disabled])")];
const active = (picker) => document.getElementById(field(picker).getAttribute("aria-activedescendant") || "-");
const key = (picker) => JSON.stringify([place(picker), picker.dataset.block, picker.dataset.action]);

function open(picker) {
  if (!list(picker).matches(":popover-open")) list(picker).showPopover();
  field(picker).setAttribute("aria-expanded", "true");
  settle(picker);
  const words = field(picker).value.trim();
  if ("suggests" in picker.dataset) ask(picker, words);
  else narrow(picker, words.toLowerCase());
}

function shut(picker) {
  if (list(picker).matches(":popover-open")) list(picker).hidePopover();
  field(picker).setAttribute("aria-expanded", "false");
  field(picker).removeAttribute("aria-activedescendant");
}

/** Puts the open list below its field, or above where there is more room. */
function settle(picker) {
  const box = picker.getBoundingClientRect();
  const look = list(picker).style;
  const below = window.innerHeight - box.bottom;
  const up = below < 220 && box.top > below;
  Object.assign(look, { left: `${box.left}px`, width: `${Math.max(box.width, 200)}px`, maxHeight: `${Math.min(280, (up ? box.top : below) - 12)}px` });
  Object.assign(look, up ? { top: "auto", bottom: `${window.innerHeight - box.top + 4}px` } : { top: `${box.bottom + 4}px`, bottom: "auto" });
}

function narrow(picker, words) {
  const chosen = [picked(picker)].flat();
  for (const entry of list(picker).querySelectorAll("[role=option]")) {
    entry.hidden = !entry.textContent.toLowerCase().includes(words);
    entry.setAttribute("aria-selected", String(chosen.includes(entry.dataset.value)));
  }
  for (const group of list(picker).querySelectorAll("[role=group]")) group.hidden = !group.querySelector("[role=option]:not([hidden])");
  mark(picker, words ? entries(picker)[0] : null);
}

function ask(picker, words) {
  clearTimeout(typing);
  const least = Number(picker.dataset.suggests);
  if (words.length < least) return note(picker, least === 1 ? "Type to search" : `Type ${least} letters or more to search`);
  note(picker, "Searching…");
  typing = setTimeout(async () => {
    const { block, action } = picker.dataset;
    const said = await act("suggest", { place: place(picker), block, action, typed: words });
    if (field(picker).value.trim() === words) offer(picker, said.options || [], said.groups || []);
  }, 250);
  return undefined;
}

function offer(picker, options, groups) {
  const known = seen.get(key(picker)) || [];
  seen.set(key(picker), [...known.filter((one) => !options.some((other) => other.value === one.value)), ...options]);
  if (!options.length) return note(picker, "Nothing found");
  const rows = [];
  options.forEach((option, index) => {
    const group = groups[index];
    if (group && group !== groups[index - 1]) rows.push(Object.assign(document.createElement("div"), { className: "group", textContent: group }));
    const row = document.createElement("div");
    row.setAttribute("role", "option");
    Object.assign(row, { id: `${list(picker).id}-${index}` });
    row.dataset.value = option.value;
    row.append(Object.assign(document.createElement("span"), { textContent: option.text.text }));
    if (option.description) row.append(Object.assign(document.createElement("small"), { textContent: option.description.text }));
    rows.push(row);
  });
  list(picker).replaceChildren(...rows);
  return narrow(picker, "");
}

function note(picker, words) {
  const row = Object.assign(document.createElement("div"), { className: "note", textContent: words });
  row.setAttribute("role", "option");
  row.setAttribute("aria-disabled", "true");
  list(picker).replaceChildren(row);
}

function step(picker, by) {
  const all = entries(picker);
  const at = all.indexOf(active(picker));
  mark(picker, all[(at + by + all.length) % all.length] || all[0]);
}

function mark(picker, entry) {
  for (const other of list(picker).querySelectorAll(".active")) other.classList.remove("active");
  if (!entry) return field(picker).removeAttribute("aria-activedescendant");
  entry.classList.add("active");
  entry.scrollIntoView({ block: "nearest" });
  return field(picker).setAttribute("aria-activedescendant", entry.id);
}

function pick(picker, entry) {
  if (entry.getAttribute("aria-disabled") === "true") return;
  const many = "many" in picker.dataset;
  const pills = [...picker.querySelectorAll(".pill")];
  const there = pills.find((pill) => pill.dataset.value === entry.dataset.value);
  if (there && many) return unpick(picker, there);
  if (many && pills.length >= Number(picker.dataset.many)) return note(picker, `Up to ${picker.dataset.many} can be chosen`);
  if (!many) pills.forEach((pill) => pill.remove());
  picker.querySelector(".pills").append(made(entry));
  return chosen(picker);
}

function unpick(picker, pill) {
  pill.remove();
  chosen(picker);
}

function chosen(picker) {
  field(picker).value = "";
  field(picker).focus();
  shut(picker);
  use(picker, valueOf(picker));
}

function made(entry) {
  const pill = Object.assign(document.createElement("span"), { className: "pill" });
  pill.dataset.value = entry.dataset.value;
  const words = entry.querySelector("span").textContent;
  const cross = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
  cross.dataset.unpick = "";
  cross.setAttribute("aria-label", `Remove ${words}`);
  pill.append(Object.assign(document.createElement("span"), { textContent: words }), cross);
  return pill;
}
