// Says things: at the edge of the screen for a while, and to those who listen instead of look.

/** Says something at the edge of the screen for a while. */
export function toast(words, { bad = false } = {}) {
  const box = document.createElement("div");
  box.className = bad ? "toast bad" : "toast";
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.setAttribute("aria-label", "Close");
  close.addEventListener("click", () => box.remove());
  box.append(close, words);
  document.getElementById("toasts").append(box);
  setTimeout(() => box.remove(), bad ? 12000 : 8000);
}

/** Says it to a screen reader alone. */
export function whisper(words) {
  document.getElementById("news").textContent = words;
}

/** Puts messages in place, and tells a screen reader those that are new at the end. */
export function announce(flow, { order }, put) {
  const known = flow ? new Set([...flow.children].map((item) => item.id)) : null;
  const last = flow?.lastElementChild?.id;
  put();
  if (!known?.size || !last) return;
  const fresh = order.slice(order.indexOf(last) + 1).filter((id) => !known.has(id));
  const said = fresh.slice(-3).map((id) => words(document.getElementById(id)));
  if (order.includes(last) && said.length) whisper(said.filter(Boolean).join(" "));
}

function words(item) {
  const article = item?.querySelector("article");
  if (!article) return "";
  const author = article.getAttribute("aria-label").replace(/, [^,]*$/, "");
  const said = article.querySelector(".body").textContent.replace(/\s+/g, " ").trim();
  const secret = article.classList.contains("ephemeral") ? " (only visible to you)" : "";
  return `${author}${secret}: ${said.length > 160 ? `${said.slice(0, 160)}…` : said}`;
}
