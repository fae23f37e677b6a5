// The question that a control asks before it acts.

/** Asks it in a dialog; true when the person agrees, or when there is nothing to ask. */
export function confirmed(question) {
  if (!question) return Promise.resolve(true);
  const asked = JSON.parse(question);
  const dialog = document.createElement("dialog");
  dialog.className = "confirm";
  dialog.setAttribute("aria-labelledby", "confirm-title");
  dialog.setAttribute("aria-describedby", "confirm-text");
  const title = Object.assign(document.createElement("h2"), { id: "confirm-title", textContent: asked.title || "Are you sure?" });
  const words = Object.assign(document.createElement("p"), { id: "confirm-text", textContent: asked.text || "" });
  const row = document.createElement("div");
  const no = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: asked.deny || "Cancel" });
  const look = asked.style === "danger" ? "danger" : "primary";
  const yes = Object.assign(document.createElement("button"), { type: "button", className: `button ${look}`, textContent: asked.confirm || "Yes" });
  row.append(no, yes);
  dialog.append(title, words, row);
  document.body.append(dialog);
  const before = document.activeElement;
  return new Promise((resolve) => {
    no.addEventListener("click", () => dialog.close("no"));
    yes.addEventListener("click", () => dialog.close("yes"));
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before && before.isConnected) before.focus();
      resolve(dialog.returnValue === "yes");
    });
    dialog.showModal();
    yes.focus();
  });
}
