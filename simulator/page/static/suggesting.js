// Suggestions while a command, a person or a channel is typed: a list that the message field points into.
import { whisper } from "./telling.js";

const MOST = 24;

/** Offers what begins like the word that is being typed, and shows how the command in front is used. */
export function onComposerInput(form) {
  const field = form.elements.text;
  const word = wordBefore(field);
  const known = JSON.parse(form.dataset.suggested || "[]");
  const fits = word ? known.filter((one) => matches(one, word)).slice(0, MOST) : [];
  show(form, fits);
  const command = known.find((one) => one.word.startsWith("/") && field.value.startsWith(`${one.word} `));
  const usage = form.querySelector(".usage");
  usage.hidden = !command || !command.hint || fits.length > 0;
  usage.textContent = command ? `${command.word} ${command.hint}` : "";
}

/** Arrows choose, Tab and Enter take a suggestion that is not typed out yet, Escape puts the list away. */
export function onSuggestionKey(event) {
  const form = event.target.closest?.(".composer");
  if (!form || event.target.tagName !== "TEXTAREA") return false;
  const items = [...form.querySelectorAll(".suggestions:not([hidden]) li")];
  if (!items.length) return false;
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    select(form, items, (at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length);
  } else if (event.key === "Escape") {
    hideSuggestions(form);
  } else if (event.key === "Tab" || (event.key === "Enter" && items[at].dataset.word !== wordBefore(event.target))) {
    if (event.shiftKey) return false;
    take(form, items[at].dataset.word);
  } else {
    return false;
  }
  event.preventDefault();
  return true;
}

/** Takes the suggestion that was clicked. */
export function onSuggestion(event) {
  const item = event.target.closest(".suggestions li");
  if (!item) return false;
  take(item.closest(".composer"), item.dataset.word);
  return true;
}

/** Puts the list away. */
export function hideSuggestions(form) {
  show(form, []);
  form.querySelector(".usage").hidden = true;
}

function matches(one, word) {
  if (one.word.startsWith(word)) return true;
  return word.startsWith("@") && one.word.startsWith("@") && one.about.toLowerCase().split(/\s+/).some((name) => name.startsWith(word.slice(1)));
}

/** The command, mention or channel that is being typed: a command only begins a message. */
function wordBefore(field) {
  const typed = field.value.slice(0, field.selectionStart);
  const found = /(?:^|\s)([@#][\w-]*)$/.exec(typed) || /^(\/\S*)$/.exec(typed);
  return found ? found[1].toLowerCase() : "";
}

function take(form, word) {
  const field = form.elements.text;
  const start = field.selectionStart - wordBefore(field).length;
  field.setRangeText(`${word} `, start, field.selectionStart, "end");
  field.focus();
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function show(form, fits) {
  const list = form.querySelector(".suggestions");
  const field = form.elements.text;
  const was = list.childElementCount;
  list.hidden = !fits.length;
  list.replaceChildren(...fits.map((one, index) => entry(list.id, one, index)));
  if (fits.length) select(form, [...list.children], 0);
  else field.removeAttribute("aria-activedescendant");
  if (fits.length && fits.length !== was) whisper(`${fits.length} ${fits.length === 1 ? "suggestion" : "suggestions"}`);
}

function entry(id, one, index) {
  const item = document.createElement("li");
  item.id = `${id}-${index}`;
  item.setAttribute("role", "option");
  item.dataset.word = one.word;
  const name = Object.assign(document.createElement("strong"), { textContent: one.word });
  const hint = Object.assign(document.createElement("span"), { textContent: one.hint, className: "hint" });
  const about = Object.assign(document.createElement("small"), { textContent: one.about });
  item.append(name, " ", hint, " ", about);
  return item;
}

function select(form, items, next) {
  items.forEach((item, index) => item.setAttribute("aria-selected", String(index === next)));
  form.elements.text.setAttribute("aria-activedescendant", items[next].id);
  items[next].scrollIntoView({ block: "nearest" });
}
