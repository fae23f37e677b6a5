// The modal on top: sending it, closing it, waiting for the app's answer.
import { actAloud } from "./acting.js";
import { valuesIn } from "./controls.js";

/** Sends the form; while the app has not answered, nothing is sent twice. */
export async function submit(form) {
  const modal = form.closest(".modal");
  if (modal.getAttribute("aria-busy") === "true") return;
  modal.setAttribute("aria-busy", "true");
  await actAloud("submit", { view: modal.dataset.view, values: valuesIn(form) });
  modal.removeAttribute("aria-busy");
  const wrong = document.querySelector("#modal .field.wrong");
  if (wrong) wrong.querySelector("input, select, textarea, [contenteditable]")?.focus();
}

/** Closes the modal on top, or all of them. */
export async function close(everything) {
  const modal = document.querySelector("#modal .modal");
  if (modal) await actAloud("close", { view: modal.dataset.view, everything });
}
