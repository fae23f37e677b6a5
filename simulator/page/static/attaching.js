// Files that wait in a message field to be shared: chosen, pasted or dropped, with a small picture of each.
const waiting = new Map();
const MOST = 10;

/** The files that wait in this field. */
export function filesOf(form) {
  return waiting.get(form.id) || [];
}

/** Adds files to those that wait. */
export function addFiles(form, files) {
  const every = [...filesOf(form), ...files];
  waiting.set(form.id, every.slice(0, MOST));
  form.querySelector(".error").textContent = every.length > MOST ? `Only ${MOST} files fit into one message.` : "";
  showFiles(form);
}

/** Lets go of the files, once they are shared. */
export function forgetFiles(form) {
  waiting.delete(form.id);
  form.elements.file.value = "";
  showFiles(form);
}

/** Shows which files wait. */
export function showFiles(form) {
  const list = form.querySelector(".chosen");
  const files = filesOf(form);
  list.hidden = !files.length;
  list.replaceChildren(...files.map((file) => entry(form, file)));
}

function entry(form, file) {
  const item = document.createElement("li");
  const name = Object.assign(document.createElement("span"), { textContent: file.name, className: "chosen-name" });
  const away = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
  away.setAttribute("aria-label", `Take ${file.name} out`);
  away.addEventListener("click", () => {
    waiting.set(form.id, filesOf(form).filter((other) => other !== file));
    showFiles(form);
    form.elements.text.focus();
  });
  item.append(preview(file), name, away);
  return item;
}

/** Draws the picture itself, since the page lets no address in but its own. */
function preview(file) {
  const box = document.createElement("canvas");
  box.width = box.height = 96;
  box.setAttribute("aria-hidden", "true");
  if (!file.type.startsWith("image/")) {
    box.className = "no-picture";
    return box;
  }
  createImageBitmap(file).then(
    (picture) => {
      const scale = Math.max(96 / picture.width, 96 / picture.height);
      const [width, height] = [picture.width * scale, picture.height * scale];
      box.getContext("2d").drawImage(picture, (96 - width) / 2, (96 - height) / 2, width, height);
    },
    () => box.classList.add("no-picture"),
  );
  return box;
}

/** Takes files that are chosen, pasted or dropped. */
export function listenForFiles() {
  document.addEventListener("change", (event) => {
    if (!event.target.matches(".composer input[type=file]")) return;
    addFiles(event.target.form, [...event.target.files]);
    event.target.value = "";
  });
  document.addEventListener("paste", (event) => {
    const form = event.target.closest?.(".composer");
    const files = [...(event.clipboardData?.files || [])];
    if (!form || !files.length) return;
    event.preventDefault();
    addFiles(form, files);
  });
  document.addEventListener("dragover", (event) => {
    const form = formUnder(event);
    if (!form) return;
    event.preventDefault();
    form.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => formUnder(event)?.classList.remove("dropping"));
  document.addEventListener("drop", (event) => {
    const form = formUnder(event);
    if (!form) return;
    event.preventDefault();
    form.classList.remove("dropping");
    addFiles(form, [...event.dataTransfer.files]);
    form.elements.text.focus();
  });
}

function formUnder(event) {
  if (!event.dataTransfer?.types.includes("Files")) return null;
  return event.target.closest?.("#thread, #main")?.querySelector(".composer") || null;
}
