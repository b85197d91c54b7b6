/* The name of a country that has no room for it while a step of a tour speaks of it: a dot on its land, and the
 * name beside that or at the end of a short line. */
import { placeRef } from "../reference.js";
import { beside } from "./lettering.js";
import { anchors } from "./places.js";

const DOTS = [3, 1], DOT_COST = 80; // px, the smaller where glyphs leave no more; and only where no name fits
const REACHES = [0, 10, 18, 28, 44, 64, 88, 116]; // px from the dot to the name; but for the first, along a line
const ROWS = 8, PARTS = [0.5, 0.2, 0.35, 0.65, 0.8]; // of its land, where its own points are covered
const ROW_COST = 6, WIDE = 10; // px of land: no sliver
const FOREIGN_COST = 80; // of a name that lies all over a neighbour; water is free
const MISTAKEN_COST = 200; // more, where the neighbour is told of itself
const FOREIGN = 0.1; // the share of it that may lie there without a line, or it would seem to name the neighbour

/**
 * @param {LabelView} view
 * @param {LabelledPlace} place
 * @param {Size} box
 * @param {LabelStyle} style
 * @returns {LabelPlace[]}
 */
export function callouts(view, place, box, style) {
  const ref = placeRef(place.id);
  return DOTS.flatMap((size) =>
    spots(view, place).flatMap(({ x, y, cost }) =>
      REACHES.flatMap((reach) => {
        const radius = size * view.big;
        return beside({ x, y }, radius + reach * view.big, box).map((spot) => ({
          ...spot,
          style,
          cost: spot.cost + reach + cost + (DOTS[0] - size) + DOT_COST,
          dot: {
            ref,
            x,
            y,
            radius,
            isCapital: false,
            isStop: false,
            leader: reach ? leaderTo(spot, { x, y }) : undefined,
          },
        }));
      })
    )
  );
}

/**
 * What such a name costs by the land that it covers.
 * @param {Room} room
 * @param {string} iso
 * @param {LabelPlace} spot
 * @param {string[]} told countries that the atlas tells of, which it would seem to name
 */
export function overNeighbours(room, iso, spot, told) {
  const foreign = Math.max(0, room.land(spot) - room.share(iso, spot));
  if (foreign > FOREIGN && !spot.dot?.leader) return Infinity;
  const mistaken = told.reduce((sum, other) => sum + (other === iso ? 0 : room.share(other, spot)), 0);
  return FOREIGN_COST * foreign + MISTAKEN_COST * mistaken;
}

/**
 * Where its dot may stand: its own points, and in some rows its land.
 * @param {LabelView} view
 * @param {LabelledPlace} place
 */
function spots(view, place) {
  const wide = view.room.spans(place.country).filter(({ from, to }) => to - from > WIDE);
  const step = Math.ceil(wide.length / ROWS);
  return [
    ...anchors(view, place).map(({ x, y }) => ({ x, y, cost: 0 })),
    ...wide.filter((_, n) => n % step === 0).flatMap(({ y, from, to }) =>
      PARTS.map((part) => ({ x: from + (to - from) * part, y, cost: ROW_COST }))
    ),
  ];
}

/**
 * The point of a name's box that is nearest to its dot.
 * @param {LabelBox} box
 * @param {{x: number, y: number}} dot
 */
const leaderTo = ({ x, y, w, h }, dot) => ({
  x: Math.min(Math.max(dot.x, x), x + w),
  y: Math.min(Math.max(dot.y, y), y + h),
});
