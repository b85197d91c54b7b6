/* Paints the base map: land, lakes, coast, borders and disputed lines in one view, on any canvas. */
import { drawnLine, linesIn } from "./arcs.js";

const NEAR_ZOOM = 7; // from here lines are broader
const OUTSIDE = 4; // px beyond the canvas, more than half of any line's width
const SAME = 1; // px: points nearer to each other than this are one

/** Where the pen of a canvas goes; what lies wholly on one side of the view is left out. */
class Outline {
  /** @param {CanvasRenderingContext2D} pen @param {Clip} clip */
  constructor(pen, clip) {
    this.pen = pen;
    this.clip = clip;
  }

  /** Which sides of the view a point lies beyond. @param {number} x @param {number} y */
  sides(x, y) {
    const { width, height } = this.clip;
    return (x < -OUTSIDE ? 1 : x > width + OUTSIDE ? 2 : 0) |
      (y < -OUTSIDE ? 4 : y > height + OUTSIDE ? 8 : 0);
  }

  /**
   * The point before is drawn only when the next one shows that the way does not stay outside.
   * @param {Float64Array} part
   */
  draw(part) {
    const { scale, left, top } = this.clip, { pen } = this, last = part.length - 2;
    let x = part[0] * scale - left, y = part[1] * scale - top, at = this.sides(x, y), drawnAt = at;
    pen.moveTo(x, y);
    for (let i = 2; i <= last; i += 2) {
      const nextX = part[i] * scale - left, nextY = part[i + 1] * scale - top;
      if (i < last && (nextX - x) ** 2 + (nextY - y) ** 2 < SAME) continue;
      const next = this.sides(nextX, nextY);
      if (!(drawnAt & at & next)) {
        pen.lineTo(x, y);
        drawnAt = at;
      }
      [x, y, at] = [nextX, nextY, next];
    }
    pen.lineTo(x, y);
  }
}

/** @param {Box} box @param {Clip} clip */
const isInView = ([west, north, east, south], { scale, left, top, width, height }) =>
  west * scale < left + width + OUTSIDE && east * scale > left - OUTSIDE &&
  north * scale < top + height + OUTSIDE && south * scale > top - OUTSIDE;

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Clip} clip
 * @param {WorldLine[]} lines
 * @param {boolean} areClosed
 */
function trace(pen, clip, lines, areClosed) {
  const outline = new Outline(pen, clip);
  pen.beginPath();
  for (const { part, box } of lines) {
    if (!isInView(box, clip)) continue;
    outline.draw(part);
    if (areClosed) pen.closePath();
  }
}

/**
 * From below: far land without lines, land and lakes with their coasts, borders, disputed lines.
 * @param {CanvasRenderingContext2D} pen cleared, one unit a CSS px
 * @param {Clip} clip
 * @param {World} world
 * @param {Theme} theme
 */
export function paint(pen, clip, world, theme) {
  const { objects, land, borders, boundary: { recognised, disputed } } = world;
  const colours = world.colours[theme], level = clip.zoom >= NEAR_ZOOM ? 1 : 0;
  const drawn = (/** @type {number[][]} */ lines) => lines.map((line) => drawnLine(world, line));
  const of = (/** @type {string} */ name) => drawn(objects[name].flatMap(({ arcs }) => linesIn(arcs)));
  const stroke = (/** @type {string} */ colour, /** @type {number} */ width) => {
    Object.assign(pen, { strokeStyle: colour, lineWidth: width });
    pen.stroke();
  };
  const fill = (/** @type {WorldLine[]} */ rings, /** @type {string} */ colour) => {
    trace(pen, clip, rings, true);
    pen.fillStyle = colour;
    pen.fill("evenodd");
  };
  Object.assign(pen, { lineCap: "round", lineJoin: "round" });
  fill(of("world"), colours.land);
  fill(drawn(land), colours.land);
  stroke(colours.coast, 0.8);
  fill(of("lakes"), colours.water);
  stroke(colours.coast, 0.7);
  trace(pen, clip, drawn(borders), false);
  stroke(colours.border, recognised.width[level]);
  pen.setLineDash(level ? disputed.dash_px : disputed.dash_px_below_zoom_7);
  trace(pen, clip, of("disputed"), false);
  stroke(colours.disputed, disputed.width[level]);
  pen.setLineDash([]);
}
