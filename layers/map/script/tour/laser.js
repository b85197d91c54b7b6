/* A pointer that a camera or a compressed screen share doesn't lose (L), and a pen for the map (D). Neither
 * is kept. */
import { make, svg } from "../dom.js";
import { on } from "../hooks.js";
import { map, step } from "../state.js";
import { answerKey } from "./steps.js";

/** @type {HTMLElement} */
let dot;
/** @type {SVGElement} */
let sheet;
let isPointing = false;
let isPenOut = false;
/**
 * The strokes that are being drawn.
 * @type {SVGElement[]}
 */
let strokes = [];
/** @type {string[]} */
let points = [];

/** Whether touches draw. */
export const isDrawing = () => isPenOut;

export function start() {
  dot = make("div", "laser");
  dot.hidden = true;
  sheet = svg("svg", { class: "drawing", "aria-hidden": true, hidden: "" });
  map.getContainer().append(sheet);
  document.body.append(dot);
  addEventListener("pointermove", moveDot);
  sheet.addEventListener("pointerdown", begin);
  sheet.addEventListener("pointermove", (event) => strokes.length && extend(event));
  for (const end of ["pointerup", "pointercancel"]) sheet.addEventListener(end, () => void (strokes = []));
  L.DomEvent.disableClickPropagation(sheet).disableScrollPropagation(sheet);
  answerKey("laser", () => point(!isPointing));
  answerKey("pen", () => draw(!isPenOut));
  on("tour", clear);
}

/** A drawing belongs to its step. */
function clear() {
  if (isPenOut) draw(Boolean(step()));
  if (!step()) point(false);
}

/** @param {boolean} isOn */
function point(isOn) {
  isPointing = isOn;
  dot.hidden = true; // until the pointer moves
  document.documentElement.classList.toggle("pointing", isOn);
}

/** @param {PointerEvent} event */
function moveDot({ clientX, clientY }) {
  if (!isPointing) return;
  dot.hidden = false;
  dot.style.translate = `${clientX}px ${clientY}px`;
}

/* ---- the pen ---- */
/** @param {boolean} isOn */
function draw(isOn) {
  isPenOut = isOn;
  strokes = [];
  sheet.replaceChildren();
  sheet.toggleAttribute("hidden", !isOn);
  document.documentElement.classList.toggle("drawing-on", isOn);
}

/** @param {PointerEvent} event */
function begin(event) {
  points = [];
  strokes = ["drawn-edge", "drawn"].map((name) => sheet.appendChild(svg("path", { class: name })));
  sheet.setPointerCapture(event.pointerId);
  extend(event);
}

/** @param {PointerEvent} event */
function extend({ clientX, clientY }) {
  const { left, top } = map.getContainer().getBoundingClientRect();
  points.push(`${(clientX - left).toFixed(1)} ${(clientY - top).toFixed(1)}`);
  const form = `M${points.join("L")}${points.length === 1 ? "h.1" : ""}`;
  for (const stroke of strokes) stroke.setAttribute("d", form);
}
