// What is on the screen: asks for what differs from what is shown, and puts it in place without disturbing anybody.
import { held, keepPlace, markWindow, showEnd, windowAsked } from "./flow.js";
import { morph, morphList } from "./morph.js";
import { settleModal } from "./stack.js";
import { announce } from "./telling.js";

let running = null;
let again = null;

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
  document.dispatchEvent(new CustomEvent("leaving"));
  const asked = Object.fromEntries(url.searchParams);
  await fetchParts({ ...asked, arriving: true });
}

/** Shows what changed; `more` asks for older or newer messages too. */
export function refresh(more = "") {
  return fetchParts({ more });
}

/** Asks once at a time: who comes meanwhile shares the next turn. */
function fetchParts(asked) {
  if (!running) {
    running = load(asked).finally(() => {
      running = null;
    });
    return running;
  }
  const wanted = again ? { ...again.asked, ...asked, arriving: again.asked.arriving || asked.arriving, more: asked.more || again.asked.more } : asked;
  if (again) {
    again.asked = wanted;
    return again.promise;
  }
  const turn = { asked: wanted };
  turn.promise = running.catch(() => {}).then(() => {
    again = null;
    return fetchParts(turn.asked);
  });
  again = turn;
  return turn.promise;
}

async function load({ arriving = false, more = "", ...place }) {
  const flow = document.getElementById("flow");
  const asked = {
    ...(arriving ? { team: who().team, as: who().as, ...place } : who()),
    arriving,
    looking: document.visibilityState === "visible" && (arriving || held(flow)),
    window: arriving ? null : windowAsked(more),
    parts: Object.fromEntries([...document.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part.dataset.mark])),
    flow: marks(flow),
    thread_flow: marks(document.getElementById("thread-flow")),
  };
  const answer = await fetch("/page/parts", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(asked),
  }).catch(() => null);
  if (!answer || !answer.ok) return;
  put(await answer.json(), arriving);
}

function marks(flow) {
  return Object.fromEntries([...flow.children].map((item) => [item.id, item.dataset.mark]));
}

function put({ parts, flow, thread, title, place, window: cut }, arriving) {
  const moved = place.in !== who().in || place.as !== who().as || place.team !== who().team;
  const otherThread = place.thread !== who().thread;
  Object.assign(document.body.dataset, place);
  if (document.title !== title) document.title = title;
  for (const [name, { html, mark }] of Object.entries(parts)) {
    const part = document.querySelector(`[data-part="${name}"]`);
    part.dataset.mark = mark;
    morph(part, html);
  }
  if (moved) document.getElementById("toasts").replaceChildren(); // what they told is in front of people now
  const main = document.getElementById("flow");
  const isHome = place.in === "home";
  main.classList.toggle("home", isHome);
  main.setAttribute("role", isHome ? "region" : "log");
  main.setAttribute("aria-label", isHome ? "Home" : "Messages");
  const beside = document.getElementById("thread-flow");
  document.getElementById("thread").hidden = !place.thread;
  announce(moved ? null : main, flow, () => keepPlace(main, { end: moved || arriving, top: moved && isHome }, () => morphList(main, flow.order, flow.items)));
  announce(moved || otherThread ? null : beside, thread, () => keepPlace(beside, { end: moved || otherThread }, () => morphList(beside, thread.order, thread.items)));
  markWindow(main, cut);
  if (moved && !isHome) showEnd(main);
  document.dispatchEvent(new CustomEvent("shown", { detail: { moved, otherThread, arriving } }));
  settleModal();
}

settleModal();
