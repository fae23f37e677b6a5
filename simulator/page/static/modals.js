// The modal on top: sending it, closing it, waiting for the app's answer.
import { actAloud } from "./acting.js";
import { valuesIn } from "./controls.js";

/** Sends the form; while the app has not answered, nothing is sent twice. */
export async function submit(form) {
  const modal = form.closest(".modal");
  if (modal.getAttribute("aria-busy") === "true") return;
  modal.setAttribute("aria-busy", "true");
  const before = fieldInUse();
  await actAloud("submit", { view: modal.dataset.view, values: valuesIn(form) });
  modal.removeAttribute("aria-busy");
  const wrong = document.querySelector("#modal .field.wrong");
  const now = fieldInUse();
  const writesOn = now !== -1 && now !== before; // the answer was seen, and somebody mends it already
  if (wrong && !writesOn) wrong.querySelector("input, select, textarea, [contenteditable]")?.focus();
}

/** Which of the form's fields has the focus, as its place among them; -1 where none has. */
function fieldInUse() {
  return [...document.querySelectorAll("#modal .field")].findIndex((field) => field.contains(document.activeElement));
}

/** Closes the modal on top, or all of them. */
export async function close(everything) {
  const modal = document.querySelector("#modal .modal");
  if (modal) await actAloud("close", { view: modal.dataset.view, everything });
}
