// The scrolling of a conversation: follows the newest message, stays put otherwise, and asks for more near an edge.
const NEAR_END = 60;
const NEAR_EDGE = 500;
let asking = false;
let atEnd = true;

/** Whether a conversation's reader is at its end. */
export function held(flow) {
  return !flow.dataset.newer && flow.scrollHeight - flow.scrollTop - flow.clientHeight < NEAR_END;
}

/** Which part of the conversation is shown, for the server. */
export function windowAsked(more) {
  const flow = document.getElementById("flow");
  const { first, last } = flow.dataset;
  return { first, last, more, following: held(flow) };
}

/** Remembers what the server said of the part that is shown. */
export function markWindow(flow, { first, last, older, newer }) {
  Object.assign(flow.dataset, { first, last, older: older ? "1" : "", newer: newer ? "1" : "" });
  noteEnd(flow);
}

/** Changes a flow and lets what its reader looks at stay where it is, or follows the end. */
export function keepPlace(flow, { end = false, top = false }, change) {
  const follows = !flow.classList.contains("home") && (end || held(flow));
  const edge = flow.getBoundingClientRect().top;
  const anchor = follows ? null : [...flow.children].find((item) => item.getBoundingClientRect().bottom > edge);
  const offset = anchor ? anchor.getBoundingClientRect().top : 0;
  change();
  if (top) flow.scrollTop = 0;
  else if (follows) flow.scrollTop = flow.scrollHeight;
  else if (anchor?.isConnected) flow.scrollTop += anchor.getBoundingClientRect().top - offset;
}

/** Shows the end, or where "New" stands if that is further up. */
export function showEnd(flow) {
  if (flow.classList.contains("home")) return;
  flow.scrollTop = flow.scrollHeight;
  const line = flow.querySelector(".new-line");
  const above = line ? line.getBoundingClientRect().top - flow.getBoundingClientRect().top : 0;
  if (above < 0) flow.scrollTop += above - 60;
  atEnd = held(flow);
  noteEnd(flow);
  fill(flow);
}

/** Asks for older messages where those that are drawn leave nothing to scroll. */
function fill(flow) {
  if (flow.dataset.older && flow.scrollHeight <= flow.clientHeight) flow.dispatchEvent(new Event("scroll"));
}

/** Listens to scrolling: near an edge there is more to fetch, at the end what came is read. */
export function listen(refresh, jump) {
  const flow = document.getElementById("flow");
  flow.addEventListener(
    "scroll",
    async () => {
      noteEnd(flow);
      const up = flow.dataset.older && flow.scrollTop < NEAR_EDGE;
      const down = flow.dataset.newer && flow.scrollHeight - flow.scrollTop - flow.clientHeight < NEAR_EDGE;
      if (asking || flow.classList.contains("home")) return;
      const arrived = held(flow) && !atEnd;
      atEnd = held(flow);
      if (!up && !down && !arrived) return;
      asking = true;
      await refresh(up ? "older" : down ? "newer" : "");
      asking = false;
      fill(flow);
    },
    { passive: true },
  );
  document.getElementById("newest").addEventListener("click", async () => {
    Object.assign(flow.dataset, { first: "", last: "", newer: "" });
    await jump();
    flow.scrollTop = flow.scrollHeight;
    document.getElementById("composer-text")?.focus();
  });
  // Pictures that arrive late make a conversation longer; its reader stays at the end.
  flow.addEventListener("load", () => atEnd && (flow.scrollTop = flow.scrollHeight), true);
}

/** Moves between messages with the arrow keys. */
export function onFlowKey(event) {
  const flow = event.target.closest?.(".flow");
  if (!flow || event.altKey || event.ctrlKey || event.metaKey) return false;
  const here = event.target.closest("article.message");
  if (event.target !== flow && event.target !== here) return false;
  const messages = [...flow.querySelectorAll("article.message")];
  const at = messages.indexOf(here);
  const next = {
    ArrowUp: here ? at - 1 : messages.length - 1,
    ArrowDown: here ? at + 1 : messages.length - 1,
    Home: 0,
    End: messages.length - 1,
  }[event.key];
  if (next === undefined || !messages[next]) return false;
  event.preventDefault();
  messages[next].focus();
  messages[next].scrollIntoView({ block: "nearest" });
  return true;
}

function noteEnd(flow) {
  document.getElementById("newest").hidden = held(flow) || flow.classList.contains("home");
}
