/* What lies under a label: samples of the drawn lines, and the countries cut into rows of the screen. A row
 * is a horizontal cut every 8 px; a box is {x, y, w, h} in screen px. */
import { parts, walk } from "../ground/screen.js";

const CELL = 32, STEP = 6, ROW = 8; // px
const COLUMNS = 4096; // cells of a row, more than any screen has
const SELECTED = 3; // times that a sample of a selected line weighs
/**
 * Looks at one view.
 * @param {Frame} frame
 * @param {Line[]} lines
 * @param {ProjectedOutline[]} countries
 * @returns {Room}
 */
export function roomIn(frame, lines, countries) {
  const { cells, paths } = sample(frame, lines);
  const inView = new Map(
    countries.filter((outline) => touches(outline, frame)).map((outline) => [outline.iso, outline]),
  );
  /** @type {Map<string, number[][]>} */
  const cut = new Map();
  const rowsOf = (/** @type {string} */ iso) => { // cut when first asked for: not all at once
    const known = cut.get(iso), outline = inView.get(iso);
    if (known || !outline) return known ?? [];
    const made = crossings(outline, frame);
    cut.set(iso, made);
    return made;
  };
  const share = (/** @type {string} */ iso, /** @type {LabelBox} */ box) => shareOf(rowsOf(iso), box);
  const near = (/** @type {LabelBox} */ { x, y, w, h }) => {
    const piece = { ...frame, left: frame.left + x, top: frame.top + y, width: w, height: h };
    return [...inView.values()].filter((outline) => touches(outline, piece));
  };
  const shareIn = (/** @type {ProjectedOutline[]} */ some, /** @type {LabelBox} */ box) =>
    some.reduce((sum, { iso }) => sum + share(iso, box), 0);
  return {
    share,
    sees: (iso) => inView.has(iso),
    weight: (box) => weightIn(cells, box),
    along: (line) => paths.get(line) ?? [],
    land: (box) => shareIn(near(box), box),
    disputed: (box) => shareIn(near(box).filter(({ isDisputed }) => isDisputed), box),
    has: (iso, x, y) => share(iso, { x: x - 0.5, y, w: 1, h: 0 }) > 0.5,
    spans: (iso) => spansOf(rowsOf(iso), frame.width),
  };
}

/* ---- lines ---- */
/**
 * Points every 6 px: by cell, as x, y and weight in turn, and by line.
 * @param {Frame} frame
 * @param {Line[]} lines
 */
function sample(frame, lines) {
  /** @type {Map<number, number[]>} */
  const cells = new Map();
  /** @type {Map<Line, [number, number][]>} */
  const paths = new Map();
  for (const line of lines) {
    /** @type {[number, number][]} */
    const path = [], weight = line.selected ? SELECTED : 1;
    for (const part of parts(line.latlngs)) {
      walk(part, frame, STEP, (x, y) => {
        const cell = Math.floor(x / CELL) + COLUMNS * Math.floor(y / CELL), found = cells.get(cell);
        if (found) found.push(x, y, weight);
        else cells.set(cell, [x, y, weight]);
        path.push([x, y]);
      });
    }
    paths.set(line, path);
  }
  return { cells, paths };
}

/** @param {Map<number, number[]>} cells @param {LabelBox} box */
function weightIn(cells, { x, y, w, h }) {
  let sum = 0;
  for (let row = Math.floor(y / CELL); row <= Math.floor((y + h) / CELL); row += 1) {
    for (let column = Math.floor(x / CELL); column <= Math.floor((x + w) / CELL); column += 1) {
      const found = cells.get(column + COLUMNS * row) ?? [];
      for (let i = 0; i < found.length; i += 3) {
        const isUnder = found[i] >= x && found[i] <= x + w && found[i + 1] >= y && found[i + 1] <= y + h;
        if (isUnder) sum += found[i + 2];
      }
    }
  }
  return sum;
}

/* ---- countries ---- */
/** @param {ProjectedOutline} outline @param {Frame} frame */
function touches({ box: [west, north, east, south] }, { scale, left, top, width, height }) {
  return west * scale < left + width && east * scale > left && north * scale < top + height &&
    south * scale > top;
}

/**
 * Where an outline crosses each row: sorted x, in pairs of entering and leaving.
 * @param {ProjectedOutline} outline
 * @param {Frame} frame
 */
function crossings({ rings }, { scale, left, top, height }) {
  const rows = Array.from({ length: Math.ceil(height / ROW) }, () => /** @type {number[]} */ ([]));
  for (const ring of rings) {
    let ax = ring[0] * scale - left, ay = ring[1] * scale - top;
    for (let i = 2; i < ring.length; i += 2) {
      const bx = ring[i] * scale - left, by = ring[i + 1] * scale - top;
      cross(rows, height, ax, ay, bx, by);
      ax = bx;
      ay = by;
    }
  }
  for (const row of rows) row.sort((a, b) => a - b);
  return rows;
}

/**
 * Notes where one edge crosses the rows.
 * @param {number[][]} rows
 * @param {number} height of the view
 * @param {number} ax
 * @param {number} ay
 * @param {number} bx
 * @param {number} by
 */
function cross(rows, height, ax, ay, bx, by) {
  const low = Math.min(ay, by), high = Math.max(ay, by);
  if (high <= 0 || low >= height) return;
  for (let row = Math.max(0, Math.ceil(low / ROW - 0.5)); row < rows.length; row += 1) {
    const y = (row + 0.5) * ROW;
    if (y >= high) return;
    rows[row].push(ax + ((bx - ax) * (y - ay)) / (by - ay));
  }
}

/**
 * The part of a box that lies between the crossings.
 * @param {number[][]} rows
 * @param {LabelBox} box
 */
function shareOf(rows, { x, y, w, h }) {
  const first = Math.max(0, Math.floor(y / ROW)), last = Math.min(rows.length - 1, Math.floor((y + h) / ROW));
  let sum = 0;
  for (let row = first; row <= last; row += 1) sum += overlap(rows[row], x, x + w);
  return last < first ? 0 : sum / ((last - first + 1) * w);
}

/** @param {number[]} row @param {number} from @param {number} to */
function overlap(row, from, to) {
  let sum = 0;
  for (let i = 1; i < row.length; i += 2) {
    sum += Math.max(0, Math.min(to, row[i]) - Math.max(from, row[i - 1]));
  }
  return sum;
}

/** @param {number[][]} rows @param {number} width of the view @returns {Span[]} */
function spansOf(rows, width) {
  return rows.flatMap((row, n) => {
    const spans = [];
    for (let i = 0; i + 1 < row.length; i += 2) {
      spans.push({ y: (n + 0.5) * ROW, from: Math.max(0, row[i]), to: Math.min(width, row[i + 1]) });
    }
    return spans.filter(({ from, to }) => to > from);
  });
}
