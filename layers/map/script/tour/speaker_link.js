/* The audience's end of the speaker's window (speaker.js). Inside a page the page opens and holds it, for the
 * page's window outlives a reload of this document; alone this document does it itself. */
import { pressKey } from "../dom.js";
import { on } from "../hooks.js";
import { isFramed } from "../messages.js";
import { now, say } from "../state.js";
import { answerKey } from "./steps.js";

/** @type {WindowProxy | null} */
let speaker = null;

export function start() {
  answerKey("speaker", openSpeaker);
  addEventListener("message", hear);
  on("tour", tell);
}

function openSpeaker() {
  if (isFramed()) return parent.postMessage({ speaker: "open" }, "*");
  const address = `${location.href.split("#")[0]}#speaker=1`;
  speaker = open(address, "atlas-speaker", "popup,width=960,height=720") ?? speaker;
  if (!speaker) say("The browser keeps new windows shut: allow pop-ups here for the speaker’s window.");
}

function tell() {
  const { tour, step, exploring } = now;
  speaker?.postMessage({ audience: { tour, step, exploring } }, "*");
}

/**
 * Only a window that this one opened may drive it.
 * @param {MessageEvent} event
 */
function hear({ source, data }) {
  const from = /** @type {WindowProxy | null} */ (source);
  if (isFramed() || !data?.speaker || from?.opener !== window) return;
  speaker = from;
  if (data.speaker === "key" && typeof data.key === "string") pressKey(data.key);
  tell();
}
