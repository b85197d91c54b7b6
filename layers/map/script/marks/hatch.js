/* The hatches: one of closed countries, and one of each layer whose areas have a hatch. Patterns of the document,
 * used by the map and, of what is closed, by the legend. */
import { svg } from "../dom.js";
import { facts } from "../facts.js";
import { map } from "../state.js";

const CLOSED = "closed-hatch", STEP = 7; // px

export const HATCH = `url(#${CLOSED})`;

/** @param {LayerFacts} layer */
const isHatched = ({ hatch }) => Object.hasOwn(facts.tokens.hatch, hatch ?? "");

/** @param {LayerFacts} layer */
export const hatchOf = (layer) => (isHatched(layer) ? `url(#hatch-${layer.id})` : null);

export function start() {
  const holder = svg("svg", { width: 0, height: 0, class: "hatch", "aria-hidden": true });
  const closed = [svg("path", { d: `M0 0V${STEP}`, class: "hatch-line" })];
  holder.appendChild(svg("defs")).append(
    pattern(CLOSED, STEP, 45, "hatch-ground", closed),
    ...facts.layers.filter(isHatched).map(layerHatch),
  );
  map.getContainer().append(holder);
}

/** @param {LayerFacts} layer */
function layerHatch({ id, subject, hatch }) {
  const { angles, gap, width } = facts.tokens.hatch[hatch ?? ""];
  const lines = [`M0 ${gap / 2}H${gap}`, `M${gap / 2} 0V${gap}`].slice(0, angles.length);
  const drawn = svg("path", { d: lines.join(""), class: "area-lines", "stroke-width": width });
  const made = pattern(`hatch-${id}`, gap, -angles[0], "area-wash", [drawn]);
  made.setAttribute("class", `s-${subject}`);
  return made;
}

/**
 * @param {string} id
 * @param {number} side px
 * @param {number} turn degrees
 * @param {string} ground class
 * @param {SVGElement[]} lines
 */
function pattern(id, side, turn, ground, lines) {
  const patternTransform = `rotate(${turn})`, units = { patternUnits: "userSpaceOnUse", patternTransform };
  const made = svg("pattern", { id, width: side, height: side, ...units });
  made.append(svg("rect", { width: side, height: side, class: ground }), ...lines);
  return made;
}
