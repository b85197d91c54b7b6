/* A place in this view: whether it is near enough to be named, and where its points lie. */
import { placeRef } from "../reference.js";

/** @param {LabelView} view @param {LabelledPlace} place */
export const isChosen = (view, place) => view.isChosen(placeRef(place.id));
/** @param {LabelView} view @param {LabelledPlace} place */
export const isStation = (view, place) => view.stations.has(place.name);
/**
 * Whether this zoom is near enough.
 * @param {LabelView} view
 * @param {LabelledPlace} place
 */
export const isDue = (view, place) =>
  isChosen(view, place) || view.written.has(place.id) ||
  view.frame.zoom + 0.1 >= place.rank + (isStation(view, place) ? 1 : 2);
/**
 * @param {LabelView} view
 * @param {[number, number]} position lon and lat
 * @returns {L.Point}
 */
export const onScreen = (view, [lon, lat]) => view.map.latLngToContainerPoint([lat, lon]);

/**
 * A place's own points in or near the view.
 * @param {LabelView} view
 * @param {LabelledPlace} place
 */
export function anchors(view, place) {
  /** @type {[number, number][]} */
  const positions = [[place.lon, place.lat], ...(place.anchors ?? [])];
  return positions.map((at) => onScreen(view, at)).filter((at) => isNear(at, view.frame));
}

/** @param {L.Point} point @param {Frame} frame */
const isNear = ({ x, y }, { width, height }) => x > -60 && y > -60 && x < width + 60 && y < height + 60;
