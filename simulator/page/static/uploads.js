// The files of a form: chosen ones go to the server at once and stand in a list from which they can be taken again.
import { keep } from "./acting.js";
import { toast } from "./telling.js";

/** The ids of the files a field holds. */
export function filesOf(field) {
  return [...field.querySelectorAll("[data-file]")].map((item) => item.dataset.file);
}

/** Takes what was chosen, as many and of such kinds as the field takes; true if there is anything new. */
export async function takeFiles(field, input) {
  const kinds = input.accept ? input.accept.split(",") : [];
  const fits = [...input.files].filter((file) => !kinds.length || kinds.some((kind) => file.name.toLowerCase().endsWith(kind)));
  const room = Number(field.dataset.most) - filesOf(field).length;
  if (fits.length < input.files.length) toast(`Only ${kinds.join(", ")} files fit here.`, { bad: true });
  else if (fits.length > room) toast(`Up to ${field.dataset.most} files fit here.`, { bad: true });
  input.value = "";
  const kept = await keep(fits.slice(0, room));
  for (const file of kept) field.querySelector(".chosen-files").append(entry(file));
  return kept.length > 0;
}

function entry(file) {
  const item = document.createElement("li");
  item.dataset.file = file.id;
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
  button.dataset.unfile = "";
  button.setAttribute("aria-label", `Remove ${file.title || file.name}`);
  item.append(Object.assign(document.createElement("span"), { textContent: file.title || file.name }), button);
  return item;
}
