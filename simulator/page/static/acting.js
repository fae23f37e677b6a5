// Asks the server to do something as the person on the screen, and says what went wrong.
import { refresh, who } from "./screen.js";
import { toast } from "./telling.js";

/** Does one thing; answers with what the server said. */
export async function act(what, details) {
  document.body.classList.add("busy");
  try {
    const { team, as } = who();
    const answer = await fetch(`/page/act/${what}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ team, as, ...details }),
    });
    return await answer.json();
  } catch {
    return { error: "The simulator does not answer. Is it still running?" };
  } finally {
    document.body.classList.remove("busy");
    await refresh();
  }
}

/** Does one thing and shows its error at the edge of the screen. */
export async function actAloud(what, details) {
  const said = await act(what, details);
  if (said.error) toast(said.error, { bad: true });
  return said;
}

/** Shares files in a conversation. */
export async function upload(channel, thread, text, files) {
  const answer = await send("/page/upload", { channel, thread, text }, files);
  await refresh();
  return answer ? answer.json() : { error: "The file could not be sent." };
}

/** Puts files aside for a form; answers with what Slack keeps of them. */
export async function keep(files) {
  const answer = await send("/page/keep", {}, files);
  return answer ? (await answer.json()).files || [] : [];
}

/** Sends files with these details; answers with nothing where that went wrong. */
async function send(address, details, files) {
  const { team, as } = who();
  const form = new FormData();
  for (const [key, value] of Object.entries({ team, as, ...details })) form.append(key, value || "");
  for (const file of files) form.append("file", file);
  const answer = await fetch(address, { method: "POST", body: form }).catch(() => null);
  return answer?.ok ? answer : null;
}
