// What is on the screen: fetches the parts after a change and puts them in place without disturbing who is typing.
import { morph } from "./morph.js";
import { settleModal } from "./stack.js";

const PARTS = ["sidebar", "main", "thread", "modal"];
let asked = 0;
let latest = null;

/** Who looks at what, as the server last told. */
export function who() {
  const { team, as, in: where, thread } = document.body.dataset;
  return { team, as, in: where, thread };
}

/** Goes to another place, person or thread. */
export async function go(address, remember = true) {
  const url = new URL(address, location.href);
  if (remember) history.pushState(null, "", url);
  document.body.classList.remove("menu-open");
  await fetchParts(url.searchParams, true);
}

/** Shows what changed. */
export async function refresh() {
  await fetchParts(new URLSearchParams(location.search), false);
}

/** Fetches the parts; whoever is overtaken by a newer fetch waits for that one. */
function fetchParts(params, arriving) {
  latest = load(params, arriving, ++asked);
  return latest;
}

async function load(params, arriving, turn) {
  const query = new URLSearchParams(params);
  if (!query.get("as") && who().as) query.set("as", who().as);
  if (!query.get("in") && !arriving) query.set("in", who().in);
  if (arriving) query.set("arriving", "1");
  const answer = await fetch(`/page/parts?${query}`).catch(() => null);
  if (!answer || !answer.ok) return;
  const { parts, title, place } = await answer.json();
  if (turn !== asked) {
    await latest;
    return;
  }
  const flow = document.getElementById("flow");
  const atEnd = !flow || flow.scrollHeight - flow.scrollTop - flow.clientHeight < 80;
  const moved = place.in !== who().in || place.as !== who().as;
  Object.assign(document.body.dataset, place);
  document.title = title;
  for (const part of PARTS) morph(document.getElementById(part), parts[part]);
  document.getElementById("thread").hidden = !place.thread;
  if (moved) document.getElementById("toasts").replaceChildren(); // what they told is in front of people now
  if (atEnd || moved) toEnd();
  settleModal();
}

function toEnd() {
  const flow = document.getElementById("flow");
  if (flow && !flow.classList.contains("home")) flow.scrollTop = flow.scrollHeight;
}

/** Says something at the edge of the screen for a while. */
export function toast(words, { bad = false, list = [] } = {}) {
  const box = document.createElement("div");
  box.className = bad ? "toast bad" : "toast";
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.setAttribute("aria-label", "Close");
  close.addEventListener("click", () => box.remove());
  box.append(close, words);
  if (list.length) {
    const items = document.createElement("ul");
    for (const line of list) items.append(Object.assign(document.createElement("li"), { textContent: line }));
    box.append(items);
  }
  const toasts = document.getElementById("toasts");
  if (list.length) toasts.replaceChildren(box);
  else toasts.append(box);
  if (!list.length) setTimeout(() => box.remove(), bad ? 12000 : 8000); // a list is read at one's own pace
}

toEnd();
settleModal();
