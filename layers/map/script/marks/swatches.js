/* Every swatch of legends and cards: a piece of what is drawn on the map, by the same looks. */
import { svg } from "../dom.js";
import { feature } from "../state.js";
import { format } from "../reference.js";
import { HATCH } from "./hatch.js";
import { dash, modeFactor, outlines, texture } from "./looks.js";

/** Lengths in px. */
export const LEGEND = { wide: 46, narrow: 34 };
const HEIGHT = 16, RAIL = 5;
const SIGN = { width: 34, height: HEIGHT }; // as map/swatches.py draws it
const CARD = { width: 34, height: 10, rail: 4 };
const DISPUTED = { width: 1.4, dash: "5.04 4.06" }; // as from zoom 7

/**
 * @param {{width: number, height?: number, className?: string}} box
 * @param {object[]} strokes attributes of each
 */
function drawing({ width, height = HEIGHT, className = "swatch" }, strokes) {
  const viewBox = `0 0 ${width} ${height}`, d = `M1 ${height / 2}H${width - 1}`;
  const swatch = svg("svg", { class: className, "aria-hidden": true, width, height, viewBox });
  swatch.append(...strokes.map((attributes) => svg("path", { d, ...attributes })));
  return swatch;
}

/**
 * A line with what lies on it. A swatch is cut out of the middle of a line, so an unbroken one ends straight.
 * @param {{subject?: string, status?: string, mode?: string, isHollow?: boolean}} line without a subject: in
 *   ink
 * @param {number} rail
 */
function strokesOf({ subject = "", status = "operating", mode = "rail", isHollow = false }, rail) {
  const width = rail * modeFactor(mode), look = dash({ status }, width);
  const over = texture({ subject, mode, status, isHollow }, { width, rail });
  const cap = look["stroke-dasharray"] ? look["stroke-linecap"] : "butt";
  const core = { class: `core s-${subject}`, "stroke-width": width, ...look, "stroke-linecap": cap };
  return over ? [core, over] : [core];
}

/**
 * @param {number} width
 * @param {{subject?: string, status?: string, mode?: string, isHollow?: boolean}} [line]
 */
export const lineSwatch = (width, line = {}) => drawing({ width }, strokesOf(line, RAIL));

/**
 * On a card.
 * @param {FeatureFacts} facts
 */
export function cardSwatch({ subject, mode, status }) {
  const box = { width: CARD.width, height: CARD.height, className: `swatch s-${subject}` };
  return drawing(box, strokesOf({ subject, mode, status }, CARD.rail));
}

/**
 * The sign of a layer, which the list beside the map shows too.
 * @param {{id: string}} layer
 */
export function layerSwatch({ id }) {
  const swatch = drawing({ ...SIGN, className: "swatch sign" }, []);
  swatch.append(svg("use", { href: `#sign-${id}` }));
  return swatch;
}

/**
 * The sign of a point as it is on the map.
 * @param {{layer: string, id: string}} point
 * @returns {SVGElement | undefined}
 */
export const glyphOf = ({ layer, id }) =>
  feature(format(layer, id))?.shape.getElement()?.querySelector("svg") ?? undefined;

export const disputedSwatch = () =>
  drawing({ width: LEGEND.wide }, [
    {
      class: "disputed",
      "stroke-width": DISPUTED.width,
      "stroke-linecap": "butt",
      "stroke-dasharray": DISPUTED.dash,
    },
  ]);

/** The lost way with the cross that cuts it. */
export function cutSwatch() {
  const swatch = lineSwatch(LEGEND.wide, { subject: "lost" });
  swatch.append(svg("path", { d: "M17 3l8 8m0-8l-8 8", class: "cut", "stroke-width": 2.4 }));
  return swatch;
}

/** A leg of the weakest link, which is drawn as what is selected. */
export const weakSwatch = () =>
  drawing({ width: LEGEND.wide }, [
    ...Object.values(outlines("route-1", RAIL)).map((line) => ({ ...line, "stroke-linecap": "butt" })),
    ...strokesOf({ subject: "route-1" }, RAIL),
  ]);

export function closedSwatch() {
  const swatch = drawing({ width: LEGEND.wide }, []);
  swatch.append(svg("rect", { x: 8, y: 1, width: 26, height: 12, class: "closed-area", fill: HATCH }));
  return swatch;
}
