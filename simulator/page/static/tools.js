// What one does with a message: react, edit, delete, dismiss, use a shortcut; and joining a channel.
import { act, actAloud } from "./acting.js";
import { confirmed } from "./asking.js";
import { toast } from "./telling.js";

const REACTIONS = { "+1": "👍", heart: "❤️", tada: "🎉", white_check_mark: "✅", eyes: "👀", raised_hands: "🙌", joy: "😂", thinking_face: "🤔", tooth: "🦷", fire: "🔥", pray: "🙏", "-1": "👎" };
let picking = null;

/** Answers a click on one of a message's tools. */
export function onTool(event) {
  const button = event.target.closest("button");
  if (!button) return false;
  const { channel, ts, react, shortcut, join } = button.dataset;
  if ("pick" in button.dataset) pick(button);
  else if (react) actAloud("react", { channel, ts, name: react });
  else if (shortcut) useShortcut(button);
  else if ("dismiss" in button.dataset) actAloud("dismiss", { channel, ts });
  else if ("edit" in button.dataset) edit(button);
  else if ("delete" in button.dataset) remove(channel, ts);
  else if (join) actAloud("join", { channel: join });
  else return false;
  return true;
}

/** Moves between the emoji of the picker with the arrow keys. */
export function onEmojiKey(event) {
  const picker = document.getElementById("emoji");
  if (!picker.contains(event.target)) return false;
  const items = [...picker.children];
  const step = { ArrowRight: 1, ArrowLeft: items.length - 1, ArrowDown: 6, ArrowUp: items.length - 6 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") {
    picker.hidePopover();
    picking?.focus();
  } else if (step) {
    items[(items.indexOf(event.target) + step) % items.length].focus();
  } else {
    return false;
  }
  event.preventDefault();
  return true;
}

function pick(button) {
  const picker = document.getElementById("emoji");
  const { channel, ts } = button.dataset;
  picking = button;
  picker.replaceChildren(
    ...Object.entries(REACTIONS).map(([name, glyph]) => {
      const one = Object.assign(document.createElement("button"), { type: "button", textContent: glyph });
      one.setAttribute("role", "menuitem");
      one.setAttribute("aria-label", name.replaceAll("_", " "));
      one.addEventListener("click", async () => {
        picker.hidePopover();
        await actAloud("react", { channel, ts, name });
        document.querySelector(`article[data-ts="${ts}"]`)?.focus();
      });
      return one;
    }),
  );
  picker.showPopover();
  const place = button.getBoundingClientRect();
  const [width, height] = [picker.offsetWidth, picker.offsetHeight];
  picker.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, place.right - width))}px`;
  picker.style.top = `${place.bottom + height + 12 > innerHeight ? place.top - height - 6 : place.bottom + 6}px`;
  picker.firstElementChild.focus();
}

async function useShortcut(button) {
  const menu = button.closest("details");
  menu.open = false;
  menu.querySelector("summary").focus();
  const { channel, ts, shortcut: callback } = button.dataset;
  await actAloud("shortcut", { channel, ts, callback });
}

async function remove(channel, ts) {
  const question = { title: "Delete this message?", text: "It is gone for everybody.", confirm: "Delete", deny: "Keep it", style: "danger" };
  if (await confirmed(JSON.stringify(question))) await actAloud("delete", { channel, ts });
}

/** Puts a field in place of one's own words. */
async function edit(button) {
  const { channel, ts } = button.dataset;
  const { words, error } = await act("words", { channel, ts });
  if (error) return toast(error, { bad: true });
  const article = button.closest("article");
  const body = article.querySelector(".body");
  const form = document.createElement("form");
  form.className = "editing";
  form.dataset.own = "";
  const field = Object.assign(document.createElement("textarea"), { value: words, rows: 2 });
  field.setAttribute("aria-label", "Edit this message");
  const save = Object.assign(document.createElement("button"), { className: "button primary", textContent: "Save" });
  const cancel = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: "Cancel" });
  form.append(field, cancel, save);
  const done = () => {
    form.remove();
    body.hidden = false;
    article.focus();
  };
  cancel.addEventListener("click", done);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") done();
    else if (event.key === "Enter" && !event.shiftKey && event.target === field) form.requestSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    const said = await actAloud("edit", { channel, ts, text: field.value });
    if (!said.error) done();
  });
  body.hidden = true;
  body.after(form);
  field.focus();
  return undefined;
}
