/* The speaker's window: this same document opened with #speaker. It draws no map; it shows step, notes,
 * question, timer and clock, and sends its keys to the audience's window. Both are sandboxed, so they speak by
 * references alone:
 *   speaker → opener   {speaker: "hello"} | {speaker: "key", key}
 *   opener → speaker   {audience: {tour, step, exploring}} */
import { button, isPlain, make } from "../dom.js";
import { facts } from "../facts.js";
import { letterOf } from "../letter.js";
import { ownTheme } from "../state.js";
import { keyFor } from "./keys.js";
import { pieces, told } from "./pieces.js";

// ms between two greetings; an audience's window that was loaded again learns of us by them
const HELLO = 1000;
/** @type {Record<"now" | "next" | "question" | "notes", HTMLElement>} */
let cells;
/** @type {Record<"root" | "timer" | "clock" | "count" | "word", HTMLElement>} */
let parts;
let begun = 0; // ms since 1970
let heard = ""; // what the audience's window said last

export function start() {
  build();
  document.documentElement.classList.add("speaking");
  document.documentElement.dataset.theme = ownTheme();
  document.title = "Speaker";
  addEventListener("message", hear);
  addEventListener("keydown", press);
  restart(Number(new URLSearchParams(location.hash.slice(1)).get("begun")) || Date.now());
  setInterval(tick, HELLO);
}

function build() {
  const waiting = "Waiting for the audience’s window …";
  parts = {
    root: make("main", "speaker"),
    timer: make("span", "speaker-timer"),
    clock: make("span", "speaker-clock"),
    count: make("span", "speaker-count"),
    word: make("p", "speaker-word", waiting),
  };
  cells = { now: make("div"), next: make("div"), question: make("div"), notes: make("div") };
  const { root, timer, clock, count, word } = parts, bar = make("div", "speaker-bar");
  bar.append(
    button("", "‹ Back", () => send("ArrowLeft")),
    button("", "Next ›", () => send("ArrowRight")),
    count,
    timer,
    button("", "Start the timer again", () => restart(Date.now())),
    clock,
  );
  root.append(bar, word, ...Object.entries(cells).map(([name, body]) => cell(name, body)));
  document.body.replaceChildren(root);
}

/** @param {string} name @param {HTMLElement} body */
function cell(name, body) {
  const made = make("section", `speaker-${name}`);
  made.append(make("h2", "", name[0].toUpperCase() + name.slice(1)), body);
  return made;
}

/* ---- timer and clock ---- */
/** @param {number} at */
function restart(at) {
  begun = at;
  history.replaceState(null, "", `#speaker=1&begun=${begun}`); // a reload goes on counting
  tick();
}

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

function tick() {
  const seconds = Math.max(0, Math.floor((Date.now() - begun) / 1000)), time = new Date();
  parts.timer.textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  parts.clock.textContent = `${two(time.getHours())}:${two(time.getMinutes())}`;
  if (!opener || opener.closed) parts.word.textContent = "The audience’s window is closed.";
  else opener.postMessage({ speaker: "hello" }, "*");
}

/* ---- the step ---- */
/** @param {{tour: string | null, step: number, exploring: boolean}} audience */
function show({ tour: id, step: at, exploring }) {
  const tour = facts.tours[id ?? ""], step = tour?.steps[at], following = tour?.steps[at + 1];
  parts.word.textContent = wordFor(tour, exploring);
  parts.count.textContent = tour
    ? `${tour.title} · ${at + 1} of ${tour.steps.length} · ${tour.minutes} min`
    : "";
  document.title = tour ? `${at + 1} of ${tour.steps.length} · Speaker` : "Speaker";
  cells.now.replaceChildren(...(step ? words(step) : []));
  const last = make("p", "", step ? "This is the last step." : "");
  cells.next.replaceChildren(...(following ? words(following) : [last]));
  cells.question.replaceChildren(...pieces(step?.question ?? []));
  cells.notes.replaceChildren(...(step ? told(step) : []));
  parts.root.dataset.step = step ? String(at) : "";
}

/** @param {Tour | undefined} tour @param {boolean} exploring */
function wordFor(tour, exploring) {
  if (!tour) return "No tour is running.";
  return exploring ? "The map is left to the class; T goes back to the tour." : "";
}

/** @param {Step} step */
function words(step) {
  const said = make("p", "speaker-caption");
  said.append(...pieces(step.caption));
  return [make("h3", "", step.headline), said];
}

/* ---- the audience's window ---- */
/** @param {string} key */
const send = (key) => opener?.postMessage({ speaker: "key", key }, "*");

/** @param {MessageEvent} event */
function hear({ source, data }) {
  if (!opener || source !== opener || !data?.audience) return;
  const news = JSON.stringify(data.audience);
  if (news !== heard) show(data.audience);
  heard = news;
}

/** @param {KeyboardEvent} event */
function press(event) {
  if (!isPlain(event) || !keyFor(event)?.speaker) return;
  if (event.key === " " && /** @type {Element} */ (event.target).closest("button")) return;
  event.preventDefault();
  send(letterOf(event));
}
