/* The canvas of the base map: painted before anything else is there, then kept by the Leaflet map. */
import { world } from "../facts.js";
import { paint } from "./painting.js";

export const BEYOND = 0.2; // of the map's size on each side; a drag beyond it is painted on the way
const SHARPEST = 2; // px of the canvas for one of the screen; more is not seen

/** @type {HTMLCanvasElement} */
export let canvas;
/** What is painted, as a text. */
let painted = "";

/** @param {Clip} view @returns {Clip} with what lies beyond it */
export function beyond({ left, top, width, height, ...rest }) {
  const aside = Math.round(-BEYOND * width), up = Math.round(-BEYOND * height);
  const size = { width: Math.round(width * (1 + 2 * BEYOND)), height: Math.round(height * (1 + 2 * BEYOND)) };
  return { ...rest, ...size, left: left + aside, top: top + up };
}

/** Makes the canvas, as large as nothing. */
export function make() {
  canvas = document.createElement("canvas");
  canvas.className = "ground";
  painted = "";
  return canvas;
}

/**
 * Paints a piece of the world, unless it is what stands there.
 * @param {Clip} clip
 * @param {Theme} theme
 */
export function show(clip, theme) {
  const sharpness = devicePixelRatio > 1 ? SHARPEST : 1, { width, height } = clip;
  const wanted = JSON.stringify([{ ...clip, scale: 0, zoom: clip.zoom.toFixed(9) }, theme, sharpness]);
  if (wanted === painted) return;
  painted = wanted;
  // Setting the size clears it.
  Object.assign(canvas, { width: width * sharpness, height: height * sharpness });
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.scale(sharpness, sharpness);
  paint(pen, clip, world, theme);
  performance.mark("ground");
}
