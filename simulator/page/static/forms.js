// The message field with its suggestions, and which form is sent how.
import { act, upload } from "./acting.js";
import { skip } from "./controls.js";
import { submit } from "./modals.js";
import { who } from "./screen.js";

/** Answers a form. */
export async function onSubmit(event) {
  const form = event.target;
  if (!form.dataset.do) return;
  event.preventDefault();
  if (form.dataset.do === "say") await say(form);
  else if (form.dataset.do === "submit") await submit(form);
  else if (form.dataset.do === "skip") await skip(form.elements.at.value);
}

async function say(form) {
  const field = form.elements.text;
  const files = [...form.elements.file.files];
  const text = field.value.trim();
  const error = form.querySelector(".error");
  error.textContent = "";
  if (!text && !files.length) return;
  const { in: channel } = who();
  const { thread } = form.dataset;
  field.value = "";
  form.elements.file.value = "";
  show(form);
  suggestions(form, []);
  const said = files.length ? await upload(channel, thread, text, files) : await act("say", { channel, text, thread });
  if (!said.error) return;
  error.textContent = said.error;
  if (!field.value) field.value = text;
}

/** Enter sends, Shift+Enter begins a line; arrows, Tab and Enter choose a suggestion that is not typed out yet. */
export function onComposerKey(event) {
  const form = event.target.closest?.(".composer");
  if (!form || event.target.tagName !== "TEXTAREA") return false;
  const items = [...form.querySelectorAll(".suggestions:not([hidden]) li")];
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (items.length && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    const next = (at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length;
    items.forEach((item, index) => item.setAttribute("aria-selected", String(index === next)));
    return true;
  }
  const chosen = items.length ? items[Math.max(at, 0)].dataset.word : "";
  const unfinished = chosen && chosen !== wordBefore(event.target);
  if (chosen && (event.key === "Tab" || (event.key === "Enter" && unfinished))) {
    event.preventDefault();
    take(form, chosen);
    return true;
  }
  if (items.length && event.key === "Escape") {
    suggestions(form, []);
    return true;
  }
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
    return true;
  }
  return false;
}

/** Offers the app's commands, people and channels while one is typed. */
export function onComposerInput(event) {
  const form = event.target.closest(".composer");
  if (!form) return;
  if (event.target.type === "file") {
    show(form);
    return;
  }
  const word = wordBefore(form.elements.text);
  const known = JSON.parse(form.dataset.suggested || "[]");
  suggestions(form, word ? known.filter((one) => one.word.startsWith(word)).slice(0, 8) : []);
}

/** Takes the suggestion that was clicked. */
export function onSuggestion(event) {
  const item = event.target.closest(".suggestions li");
  if (!item) return false;
  take(item.closest(".composer"), item.dataset.word);
  return true;
}

/** The command, mention or channel that is being typed: a command only begins a message. */
function wordBefore(field) {
  const before = field.value.slice(0, field.selectionStart);
  const found = /(?:^|\s)([@#][\w-]*)$/.exec(before) || /^(\/\S*)$/.exec(before);
  return found ? found[1].toLowerCase() : "";
}

function take(form, word) {
  const field = form.elements.text;
  const start = field.selectionStart - wordBefore(field).length;
  field.setRangeText(`${word} `, start, field.selectionStart, "end");
  suggestions(form, []);
  field.focus();
}

function suggestions(form, fits) {
  const list = form.querySelector(".suggestions");
  list.hidden = !fits.length;
  list.replaceChildren(
    ...fits.map((one, index) => {
      const item = document.createElement("li");
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(index === 0));
      item.dataset.word = one.word;
      const name = Object.assign(document.createElement("code"), { textContent: one.word });
      const about = Object.assign(document.createElement("small"), { textContent: one.about });
      item.append(name, ` ${one.hint} `, about);
      return item;
    }),
  );
}

function show(form) {
  const names = [...form.elements.file.files].map((file) => file.name);
  form.querySelector(".chosen").textContent = names.join(", ");
}
