/* Whose a place is where signs of several layers stand at it: the layer's that draws its ground, such as a port's or a
 * field's, and of several grounds the smallest; not that of a corridor that calls there. */
import { featuresOf } from "../state.js";
import { isNear } from "./ends.js";

/**
 * Of signs that stand on one map, those that stand at a place of another layer.
 * @template {Pick<Feature, "layer" | "shape">} Sign
 * @param {Sign[]} signs
 * @returns {Set<Sign>}
 */
export function guests(signs) {
  const spots = signs.map((sign) => ({ sign, at: sign.shape.getLatLng(), ground: groundOf(sign) }));
  const owned = spots.filter(({ ground }) => ground < Infinity);
  const isGuest = (/** @type {typeof spots[0]} */ { sign, at, ground }) =>
    owned.some((owner) => owner.sign.layer !== sign.layer && owner.ground < ground && isNear(owner.at, at));
  return new Set(spots.filter(isGuest).map(({ sign }) => sign));
}

/**
 * The size of the smallest area of its layer round a sign, in square degrees; Infinity without one.
 * @param {Pick<Feature, "layer" | "shape">} sign
 */
function groundOf({ layer, shape }) {
  const boxes = featuresOf(layer).filter(({ isArea }) => isArea).map(({ shape }) => shape.getBounds());
  const round = boxes.filter((box) => box.contains(shape.getLatLng()));
  return Math.min(
    ...round.map((box) => (box.getNorth() - box.getSouth()) * (box.getEast() - box.getWest())),
  );
}
