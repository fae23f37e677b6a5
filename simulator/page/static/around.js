// The page's own surroundings: the clock, the tour, the menu, people's accounts, light and dark, and getting about with the keyboard.
import { act, actAloud } from "./acting.js";
import { confirmed } from "./asking.js";
import { go } from "./screen.js";
import { settleInert } from "./stack.js";
import { whisper } from "./telling.js";

const LANDMARKS = ["#clock .skips-button, #clock [data-skip]:not(:disabled)", "#sidebar a[aria-current=page], #sidebar a", "#tour button", "#flow", "#composer-text", "#thread-flow", "#composer-thread", "#wire-toggle"];

/** Answers a click on what stands around the conversation. */
export function onAround(event) {
  const button = event.target.closest("button");
  if (!button) return false;
  const { skip: to, run, tour, account, do: what } = button.dataset;
  if (to) skip(to);
  else if (run) act(run, {});
  else if (tour) act("tour", { hide: tour === "hide", reset: tour === "reset" });
  else if (account) changeAccount(button.dataset);
  else if (what === "menu") toggleMenu();
  else if (what === "tour-more") document.body.classList.toggle("tour-open");
  else if (what === "theme") changeTheme();
  else if (what === "start-over") startOver();
  else return false;
  return true;
}

/** Lets pretend time pass; what came of it is told beside the clock. */
export async function skip(to) {
  const menu = document.getElementById("skips");
  if (menu.matches(":popover-open")) menu.hidePopover();
  document.body.classList.add("skipping");
  const said = await actAloud("skip", { to });
  document.body.classList.remove("skipping");
  if (!said.error) whisper(document.querySelector("#clock .tally p")?.textContent.replace(/\s+/g, " ").trim() || "");
}

/** Answers Escape, and F6, which goes from one part of the page to the next. */
export function onAroundKey(event) {
  if (event.key === "F6") {
    const stops = LANDMARKS.map((one) => document.querySelector(one)).filter((one) => one && one.checkVisibility() && !one.closest("[inert]"));
    const at = stops.findLastIndex((one) => one === document.activeElement || (one.closest("section.clock, aside, .sidebar") || one).contains(document.activeElement));
    stops.at((at + (event.shiftKey ? stops.length - 1 : 1)) % stops.length)?.focus();
    event.preventDefault();
    return true;
  }
  if (event.key !== "Escape" || document.querySelector("#modal .modal, dialog[open], details.overflow[open], :popover-open")) return false;
  if (document.body.classList.contains("menu-open")) toggleMenu();
  else if (event.target.closest?.("#thread")) document.querySelector("#thread-bar .close")?.click();
  else if (document.querySelector(".toast")) document.querySelector(".toast").remove();
  else return false;
  return true;
}

/** Puts the focus where it belongs after somebody went somewhere. */
export function settleFocus({ otherThread, arriving }) {
  const { thread } = document.body.dataset;
  if (otherThread && thread) document.getElementById("composer-thread")?.focus();
  else if (otherThread && (document.activeElement === document.body || !document.activeElement?.isConnected)) document.getElementById("composer-text")?.focus();
  if (arriving && document.activeElement === document.body && matchMedia("(max-width: 760px)").matches) document.querySelector("#clock .menu-button")?.focus();
}

function toggleMenu() {
  const open = document.body.classList.toggle("menu-open");
  settleInert();
  if (open) document.querySelector("#sidebar .sidebar-close").focus();
  else document.querySelector("#clock .menu-button").focus();
}

function changeTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
}

/** Closes or opens somebody's account, as an administrator of the workspace does. */
async function changeAccount({ account, whose, name }) {
  const closed = account === "close";
  const question = { title: `Deactivate ${name}?`, text: "They leave every channel and can't come in any more. You can reactivate the account here.", confirm: "Deactivate", deny: "Cancel", style: "danger" };
  if (closed && !(await confirmed(JSON.stringify(question)))) return;
  await actAloud("account", { whose, closed });
}

async function startOver() {
  const question = { title: "Start over?", text: "Everything is as it was at the beginning: messages, the plan, the clock and the tour.", confirm: "Start over", deny: "Keep going" };
  if (!(await confirmed(JSON.stringify(question)))) return;
  document.body.classList.add("skipping");
  const said = await actAloud("start-over", {});
  document.body.classList.remove("skipping");
  if (!said.error) await go("/");
}
