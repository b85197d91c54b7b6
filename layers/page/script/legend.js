/* The map's legend, as far as it concerns the page: left open it is open in the next map of the visit; in a small window
 * it lies over the map, and Back takes it away. */

import { closeOver, onStep, openOver } from "./history.js";
import { isOfMap, send } from "./link.js";

let isOver = false;

export function startLegend() {
  addEventListener("message", (message) => {
    if (isOfMap(message) && typeof message.data?.legend === "string") hear(message.data);
  });
  onStep((step) => {
    if (isOver && !step.isOver) send({ legend: "" });
    isOver &&= Boolean(step.isOver);
  });
  if (left()) send({ legend: left() });
}

/** @param {{ legend: string, isSheet: boolean }} word */
function hear({ legend, isSheet }) {
  left(isSheet ? "" : legend);
  if (isOver && !legend) closeOver();
  isOver = isSheet && Boolean(legend);
  if (isOver) openOver();
}

/**
 * Whether it was left open; where nothing may be kept it begins closed.
 * @param {string} [now]
 */
function left(now) {
  try {
    if (now !== undefined) sessionStorage.setItem("atlas-legend", now);
    return sessionStorage.getItem("atlas-legend") ?? "";
  } catch {
    return "";
  }
}
