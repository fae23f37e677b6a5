// The message field with its suggestions, the form of a modal, and the clock's own moment.
import { act, upload } from "./acting.js";
import { skip, valuesIn } from "./controls.js";
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

async function submit(form) {
  const modal = form.closest(".modal");
  const said = await act("submit", { view: modal.dataset.view, values: valuesIn(form) });
  const error = form.querySelector(".form-error");
  if (error && error.isConnected) {
    error.textContent = said.error || "";
    error.hidden = !said.error;
  }
  const wrong = document.querySelector("#modal .field.wrong");
  if (wrong) wrong.querySelector("input, select, textarea")?.focus();
}

/** Enter sends, Shift+Enter begins a line; arrows and Tab choose a suggestion. */
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
  if (items.length && event.key === "Tab") {
    event.preventDefault();
    take(form, items[Math.max(at, 0)].dataset.command);
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

/** Offers the app's commands while one is typed. */
export function onComposerInput(event) {
  const form = event.target.closest(".composer");
  if (!form) return;
  if (event.target.type === "file") {
    show(form);
    return;
  }
  const typed = form.elements.text.value;
  const known = JSON.parse(form.dataset.commands || "[]");
  const fits = /^\/\S*$/.test(typed) ? known.filter((one) => one.command.startsWith(typed)) : [];
  suggestions(form, fits);
}

/** Takes the suggestion that was clicked. */
export function onSuggestion(event) {
  const item = event.target.closest(".suggestions li");
  if (!item) return false;
  take(item.closest(".composer"), item.dataset.command);
  return true;
}

function take(form, command) {
  form.elements.text.value = `${command} `;
  suggestions(form, []);
  form.elements.text.focus();
}

function suggestions(form, fits) {
  const list = form.querySelector(".suggestions");
  list.hidden = !fits.length;
  list.replaceChildren(
    ...fits.map((one, index) => {
      const item = document.createElement("li");
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(index === 0));
      item.dataset.command = one.command;
      const name = Object.assign(document.createElement("code"), { textContent: one.command });
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
