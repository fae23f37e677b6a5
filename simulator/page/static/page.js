// The page's beginning: listens for changes, follows links, and hands what people do to the modules that know it.
import { listenForFiles } from "./attaching.js";
import { onAround, onAroundKey, settleFocus, skip } from "./around.js";
import { keepDraft, onComposerKey, restoreDrafts, say } from "./composer.js";
import { onChange, onClick, onInput, onKey } from "./controls.js";
import { listen, onFlowKey, showEnd } from "./flow.js";
import { submit } from "./modals.js";
import { go, refresh } from "./screen.js";
import { onComposerInput, onSuggestion, onSuggestionKey } from "./suggesting.js";
import { onEmojiKey, onTool } from "./tools.js";

const stream = new EventSource("/page/changes");
stream.onmessage = ({ data }) => {
  const { what, team } = JSON.parse(data);
  if (what === "reset") go("/");
  else if (what === "open" || team === document.body.dataset.team) refresh();
};
stream.addEventListener("wire", (event) => document.dispatchEvent(new CustomEvent("wire", { detail: event.data })));

stream.onopen = () => document.body.classList.add("live");
stream.onerror = () => document.body.classList.remove("live");

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-nav]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    go(link.href);
    return;
  }
  if (onSuggestion(event) || onTool(event) || onAround(event)) return;
  onClick(event);
});
document.addEventListener("change", onChange);
document.addEventListener("input", (event) => {
  const form = event.target.closest(".composer");
  if (form && event.target.tagName === "TEXTAREA") {
    onComposerInput(form);
    keepDraft(form);
  } else onInput(event);
});
document.addEventListener("submit", (event) => {
  const send = { say, submit, skip: (form) => skip(form.elements.at.value) }[event.target.dataset.do];
  if (!send) return;
  event.preventDefault();
  send(event.target);
});
document.addEventListener("keydown", (event) => {
  if (onSuggestionKey(event) || onComposerKey(event) || onEmojiKey(event) || onFlowKey(event) || onAroundKey(event)) return;
  onKey(event);
});
document.addEventListener("shown", ({ detail }) => {
  restoreDrafts();
  settleFocus(detail);
});
document.addEventListener("visibilitychange", () => refresh());
window.addEventListener("popstate", () => go(location.href, false));

listenForFiles();
listen(refresh, () => refresh());
showEnd(document.getElementById("flow"));
// A clock that runs says so by itself; one that is hurried every second.
setInterval(() => document.querySelector("#clock .fast") && refresh(), 1000);
setInterval(() => refresh(), 15000);
