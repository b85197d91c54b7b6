/* Presenting: the running tour, its step, and the keys that drive it. All of it happens in this document, so
 * that neither the page nor the server can stop a talk. What a step shows is stage.js, what it says
 * caption.js. */
import { fullScreen, isCoarse, isField, isPlain } from "../dom.js";
import { scale } from "../emphasis.js";
import { on } from "../hooks.js";
import { act, correct, flipTheme, now, say, step, tour } from "../state.js";
import { backFor, keyFor } from "./keys.js";

/** @type {Map<TourAction, () => void>} */
const actions = new Map();
let hasRun = false; // a tour has been on, and its end has not been told

export function start() {
  answerKey("next", () => goBy(1));
  answerKey("back", () => goBy(-1));
  answerKey("first", () => goToStep(0));
  answerKey("last", () => goToStep((tour()?.steps.length ?? 1) - 1));
  // A page that holds the document asks for itself: only there is the key a person's own.
  answerKey("fill", () => fullScreen(say));
  answerKey("theme", flipTheme);
  answerKey("explore", explore);
  addEventListener("keydown", press, { capture: true });
  addEventListener("keydown", pressShared);
  addEventListener("resize", setSize);
  on("tour", follow);
}

/**
 * What a key does while a step is on show.
 * @param {TourAction} does
 * @param {() => void} action
 */
export const answerKey = (does, action) => void actions.set(does, action);

/** @param {number} at one after the last leaves the map to the class where the tour says so */
export function goToStep(at) {
  const running = tour();
  if (!running) return;
  const last = running.steps.length - 1, next = Math.min(last, Math.max(0, at));
  if (at > last && running.ends === "explore") act({ exploring: true });
  else if (next !== now.step || now.exploring) act({ step: next, exploring: false });
}

/** @param {number} by */
export const goBy = (by) => goToStep(now.step + by);
export const leaveTour = () => act({ tour: null, exploring: false });
const explore = () => act({ exploring: !now.exploring });

/** The unit of sizes in presenter.css, and its bare number. */
function setSize() {
  const { style } = document.documentElement, factor = String(scale());
  style.setProperty("--u", `${factor}px`);
  style.setProperty("--factor", factor);
}

function follow() {
  const running = tour(), { classList } = document.documentElement;
  if (running) correct({ step: Math.min(now.step, running.steps.length - 1) });
  else correct({ exploring: false });
  const shown = step();
  setSize();
  classList.toggle("presenting", Boolean(shown));
  classList.toggle("exploring", Boolean(running && !shown));
  if (running && !shown) {
    say(`The map is yours.${isCoarse() ? "" : " T goes back to the tour, Esc ends it."}`);
  }
  if (!running && hasRun) say("The tour has ended.");
  hasRun = Boolean(running);
}

/** @param {KeyboardEvent} event */
function press(event) {
  const found = meant(event);
  if (found && !found.shared) take(event, found);
}

/** Once cards, legend and the map itself have had the key. @param {KeyboardEvent} event */
function pressShared(event) {
  const found = meant(event);
  if (found?.shared && !event.defaultPrevented) take(event, found);
}

/** @param {KeyboardEvent} event */
function meant(event) {
  if (!tour() || !isPlain(event) || isField(event.target)) return;
  return step() ? keyFor(event) : backFor(event);
}

/** @param {KeyboardEvent} event @param {Pick<TourKey, "does">} found */
function take(event, { does }) {
  const action = actions.get(does);
  if (!action) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  action();
}
