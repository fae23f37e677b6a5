// The message field: sends words, commands and files, and keeps what is unfinished for each conversation.
import { act, upload } from "./acting.js";
import { addFiles, filesOf, forgetFiles, showFiles } from "./attaching.js";
import { who } from "./screen.js";
import { hideSuggestions } from "./suggesting.js";

const drafts = new Map();

/** Sends what the field holds; what could not be sent is put back. */
export async function say(form) {
  const field = form.elements.text;
  const files = filesOf(form);
  const text = field.value.trim();
  const error = form.querySelector(".error");
  error.textContent = "";
  if (!text && !files.length) return;
  const { in: channel } = who();
  const { thread } = form.dataset;
  field.value = "";
  drafts.delete(form.id);
  forgetFiles(form);
  hideSuggestions(form);
  const said = files.length ? await upload(channel, thread, text, files) : await act("say", { channel, text, thread });
  if (!said.error) return;
  error.textContent = said.error;
  if (!field.value) field.value = text;
  if (files.length) addFiles(form, files);
}

/** Enter sends, Shift+Enter begins a line. */
export function onComposerKey(event) {
  const form = event.target.closest?.(".composer");
  if (!form || event.target.tagName !== "TEXTAREA") return false;
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return false;
  event.preventDefault();
  form.requestSubmit();
  return true;
}

/** Keeps what is typed, so that it is there again when its writer comes back. */
export function keepDraft(form) {
  const words = form.elements.text.value;
  if (words) drafts.set(form.id, words);
  else drafts.delete(form.id);
}

/** Puts what was unfinished back into the fields that have appeared. */
export function restoreDrafts() {
  for (const form of document.querySelectorAll(".composer")) {
    if (!form.elements.text.value && drafts.has(form.id)) form.elements.text.value = drafts.get(form.id);
    showFiles(form);
  }
}
