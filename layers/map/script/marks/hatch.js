/* The hatch of closed countries: one pattern in the document, used by the map and by the legend. */
import { svg } from "../dom.js";
import { map } from "../state.js";

const ID = "closed-hatch", STEP = 7; // px

export const HATCH = `url(#${ID})`;

export function start() {
  const hatch = svg("svg", { width: 0, height: 0, class: "hatch", "aria-hidden": true });
  const pattern = svg("pattern", {
    id: ID,
    width: STEP,
    height: STEP,
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  });
  pattern.append(
    svg("rect", { width: STEP, height: STEP, class: "hatch-ground" }),
    svg("path", { d: `M0 0V${STEP}`, class: "hatch-line" }),
  );
  hatch.appendChild(svg("defs")).append(pattern);
  map.getContainer().append(hatch);
}
