/* The legend's entries for glyphs: one for each sign that is drawn; an open one says why it is open. */
import { facts } from "../facts.js";
import { glyphOf } from "../marks/swatches.js";

/** @param {Spot[]} points @returns {{svg: SVGElement, text: string}[]} */
export function signsOf(points) {
  /** @type {Map<string, Sign>} */
  const signs = new Map();
  for (const point of points) {
    const svg = glyphOf(point), sign = svg?.querySelector("use")?.getAttribute("href")?.slice(1);
    if (svg && sign) {
      signs.set(sign, withPoint(signs.get(sign) ?? { svg, kinds: new Set(), states: new Set() }, point, svg));
    }
  }
  return [...signs].map(([sign, one]) => ({ svg: one.svg, text: textOf(sign, one) }));
}

/** @param {Sign} one @param {Spot} point @param {SVGElement} svg */
function withPoint(one, { kind, status = "" }, svg) {
  if (!svg.classList.contains("open")) one.svg = svg;
  one.kinds.add(kind.replace("planned-", "").replaceAll("-", " "));
  one.states.add(kind.startsWith("planned") || facts.statuses[status]?.to_come ? "planned" : "approximate");
  return one;
}

/** @param {string} sign @param {Sign} one */
function textOf(sign, { svg, kinds, states }) {
  const name = kinds.size === 1 && sign !== "field"
    ? [...kinds][0]
    : facts.glyphs[sign].split(",")[0].toLowerCase();
  const isOpen = sign === "port-planned" || svg.classList.contains("open");
  return isOpen ? `${name}, ${[...states].sort().reverse().join(" or ")}` : name;
}
