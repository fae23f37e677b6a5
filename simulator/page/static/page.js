// The page's beginning: listens for changes, follows links, and hands clicks to the modules that know them.
import { refresh, go } from "./screen.js";
import { onChange, onClick, onInput, onKey } from "./controls.js";
import { onSubmit, onComposerKey, onComposerInput, onSuggestion } from "./forms.js";

const stream = new EventSource("/page/changes");
let waiting = 0;
stream.onmessage = () => {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 60);
};
stream.addEventListener("wire", (event) => document.dispatchEvent(new CustomEvent("wire", { detail: event.data })));

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-nav]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    go(link.href);
    return;
  }
  if (onSuggestion(event)) return;
  onClick(event);
});
document.addEventListener("change", onChange);
document.addEventListener("input", (event) => {
  onComposerInput(event);
  onInput(event);
});
document.addEventListener("submit", onSubmit);
document.addEventListener("keydown", (event) => {
  if (!onComposerKey(event)) onKey(event);
});
window.addEventListener("popstate", () => go(location.href, false));
setInterval(refresh, 20000); // the clock may run by itself
refresh();
