// The form of a modal.
import { act } from "./acting.js";
import { valuesIn } from "./controls.js";

/** Answers a form. */
export async function onSubmit(event) {
  const form = event.target;
  if (!form.dataset.do) return;
  event.preventDefault();
  if (form.dataset.do === "submit") await submit(form);
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
