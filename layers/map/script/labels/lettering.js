/* How a label is set and where it may stand around its point. A place is {x, y, w, h, cost}: a box in screen
 * px and what standing there costs before anything lies under it. */

const LINE_HEIGHT = 1.12; // as in sheets/furniture.css
const NUDGES = [[0, 0], [0, -12], [0, 12], [-12, 0], [12, 0], [0, -24], [0, 24], [-24, 0], [24, 0]]; // px
const MOST_LETTERS = 22;
/** @type {Map<string, number>} */
const widths = new Map();
/** @type {CanvasRenderingContext2D | null} */
let canvas = null;

/** @param {string} line @param {LabelStyle} style @param {string} family */
function width(line, { size, weight, italic, tracking = 0 }, family) {
  const font = `${italic ? "italic " : ""}${weight} ${size}px ${family}`, key = `${font}|${line}`;
  let known = widths.get(key);
  if (known === undefined) {
    canvas ??= /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    canvas.font = font;
    known = canvas.measureText(line).width;
    widths.set(key, known);
  }
  return known + line.length * tracking * size;
}

/**
 * How much room a text takes, in px.
 * @param {string} text
 * @param {LabelStyle} style
 * @param {string} family
 * @returns {Size}
 */
export function measure(text, style, family) {
  const lines = text.split("\n");
  return {
    w: Math.max(...lines.map((line) => width(line, style, family))),
    h: lines.length * style.size * LINE_HEIGHT,
  };
}

/**
 * Breaks before a bracket, and where a line would get longer than a label should be wide.
 * @param {string} text
 */
export const wrapped = (text) => text.replace(" (", "\n(").split("\n").map(broken).join("\n");

/** @param {string} piece */
function broken(piece) {
  /** @type {string[]} */
  const lines = [];
  for (const word of piece.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < MOST_LETTERS) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines.join("\n");
}

/**
 * The eight places beside a dot, best first.
 * @param {{x: number, y: number}} point
 * @param {number} radius
 * @param {Size} box
 * @returns {LabelPlace[]}
 */
export function beside({ x, y }, radius, { w, h }) {
  const far = radius + 4, near = radius * 0.7 + 2;
  const [east, west, north, south] = [x + far, x - far - w, y - far - h + 2, y + far - 2];
  const [eastward, westward, above, below] = [x + near, x - near - w, y - near - h, y + near];
  const corners = [
    [east, y - h / 2],
    [west, y - h / 2],
    [eastward, above],
    [eastward, below],
    [westward, above],
    [westward, below],
    [x - w / 2, north],
    [x - w / 2, south],
  ];
  return corners.map(([left, top], cost) => ({ x: left, y: top, w, h, cost }));
}

/**
 * With its middle at the point.
 * @param {{x: number, y: number}} point
 * @param {Size} box
 * @param {number} cost
 * @returns {LabelPlace}
 */
export const centred = ({ x, y }, { w, h }, cost) => ({ x: x - w / 2, y: y - h / 2, w, h, cost });

/**
 * The point itself and small steps away from it.
 * @param {{x: number, y: number}} point
 * @param {Size} box
 * @param {number} cost
 * @returns {LabelPlace[]}
 */
export const around = ({ x, y }, box, cost) =>
  NUDGES.map(([dx, dy], n) => centred({ x: x + dx, y: y + dy }, box, cost + n / 2));
