/* What may lie over the map while a tour runs: black (B), the notes (N), the list of keys (H). All texts by
 * textContent. */
import { definitions, make } from "../dom.js";
import { on } from "../hooks.js";
import { step } from "../state.js";
import { KEYS } from "./keys.js";
import { pieces, told } from "./pieces.js";
import { answerKey, leaveTour } from "./steps.js";

/** @type {Record<"black" | "notes" | "help", HTMLElement>} */
let overlays;

export function start() {
  overlays = {
    black: make("div", "tour-blank"),
    notes: make("aside", "tour-notes"),
    help: make("section", "tour-help"),
  };
  const { black, notes, help } = overlays;
  help.setAttribute("aria-label", "Keys");
  notes.setAttribute("aria-label", "Speaker’s notes");
  help.append(make("h2", "", "Keys"), definitions("", KEYS.flatMap(({ line }) => (line ? [line] : []))));
  for (const one of [black, notes, help]) {
    one.hidden = true;
    document.body.append(one);
  }
  answerKey("black", () => turn(black));
  answerKey("notes", () => turn(notes));
  answerKey("help", () => turn(help));
  answerKey("leave", () => help.hidden ? leaveTour() : turn(help));
  on("tour", follow);
}

/** @param {HTMLElement} overlay */
const turn = (overlay) => void (overlay.hidden = !overlay.hidden);

/** A new step is meant to be seen: nothing black stays over it. */
function follow() {
  const { black, notes, help } = overlays, shown = step();
  black.hidden = help.hidden = true;
  if (shown) write(shown);
  else notes.hidden = true;
}

/** @param {Step} shown */
function write(shown) {
  const asked = make("p", "tour-question");
  asked.append(...pieces(shown.question));
  overlays.notes.replaceChildren(make("h2", "", "Notes"), asked, ...told(shown));
}
