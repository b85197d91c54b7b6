/* Draws the chosen labels and the dots of towns. Two panes: countries, seas and areas below the lines, unless one
 * runs over the name; towns, ports and corridor names above. Labels that stay keep their element, so that a pan does
 * not rebuild the panes. */
import { map, now } from "../state.js";

/** @type {Record<string, HTMLElement>} */
let panes = {};
/**
 * Elements by label or dot.
 * @type {Map<string, HTMLElement>}
 */
const nodes = new Map();
const LINE = 6; // px that a line reaches to either side, at most

export function start() {
  panes = { low: pane("labels-low", "350"), high: pane("labels-high", "500") };
  map.on("zoomstart", () => mark("add"));
}

/**
 * Labels of another zoom fade until there are new ones.
 * @param {"add" | "remove"} how
 */
function mark(how) {
  for (const element of Object.values(panes)) element.classList[how]("leaving");
}

/** @param {string} name @param {string} level @returns {HTMLElement} */
function pane(name, level) {
  const element = map.createPane(name);
  element.classList.add("labels");
  element.style.zIndex = level;
  element.setAttribute("aria-hidden", "true"); // the same names stand in the text beside the map
  return element;
}

/** @param {ChosenLabel[]} labels @param {Dot[]} dots @param {LabelView} view */
export function drawLabels(labels, dots, view) {
  const kept = new Set();
  for (const label of labels) drawLabel(label, view, kept);
  dots.forEach((dot, n) => drawDot(dot, n, view.frame, kept));
  for (const [key, node] of nodes) {
    if (kept.has(key)) continue;
    node.remove();
    nodes.delete(key);
  }
  mark("remove");
}

/** @param {ChosenLabel} label @param {LabelView} view @param {Set<string>} kept */
function drawLabel(label, { frame: { paneX, paneY }, room, layers }, kept) {
  const isHatched = layers.some(({ hatch }) => hatch); // which would lie over the names
  const { x, y, w, h, style: { size, weight, italic, tracking }, subject } = label;
  const isUnderLine = room.weight({ x: x - LINE, y: y - LINE, w: w + 2 * LINE, h: h + 2 * LINE }) > 0;
  const isWet = label.isWet ?? !room.land({ x: x + w / 2 - 1, y: y + h / 2, w: 2, h: 0 });
  const node = nodeOf(label.id, label.low && !isHatched && !isUnderLine ? panes.low : panes.high, kept);
  const marks = {
    wet: isWet,
    [`s-${subject}`]: subject,
    "lab-focus": label.isFocus,
    "lab-closed": label.isClosed,
    "lab-dim": label.isDim,
    "lab-named": now.named.includes(label.id),
  };
  const worn = Object.entries(marks).flatMap(([name, isOn]) => (isOn ? [name] : []));
  node.className = ["lab", `lab-${label.kind}`, ...worn]
    .join(" ");
  node.textContent = label.text;
  Object.assign(node.style, {
    fontSize: `${size}px`,
    fontWeight: weight,
    fontStyle: italic ? "italic" : "normal",
    letterSpacing: tracking ? `${tracking}em` : "normal",
    width: `${w}px`,
    height: `${h}px`,
    transform: moved(x - paneX, y - paneY),
  });
}

/** @param {Dot} dot @param {number} n @param {Frame} frame @param {Set<string>} kept */
function drawDot({ x, y, radius, isCapital, leader }, n, { paneX, paneY }, kept) {
  if (leader) {
    const line = nodeOf(`leader ${n}`, panes.high, kept), [dx, dy] = [leader.x - x, leader.y - y];
    line.className = "leader";
    const transform = `${moved(x - paneX, y - paneY)} rotate(${Math.atan2(dy, dx)}rad)`;
    Object.assign(line.style, { width: `${Math.hypot(dx, dy)}px`, transform });
  }
  const node = nodeOf(`dot ${n}`, panes.high, kept), side = `${2 * radius}px`;
  node.className = isCapital ? "dot capital" : "dot";
  const transform = moved(x - radius - paneX, y - radius - paneY);
  Object.assign(node.style, { width: side, height: side, transform });
}

/** @param {number} x @param {number} y */
const moved = (x, y) => `translate(${x.toFixed(1)}px,${y.toFixed(1)}px)`;

/** @param {string} key @param {HTMLElement} parent @param {Set<string>} kept */
function nodeOf(key, parent, kept) {
  kept.add(key);
  const known = nodes.get(key);
  if (known) {
    if (known.parentNode !== parent) parent.append(known);
    return known;
  }
  const made = parent.appendChild(document.createElement("span"));
  nodes.set(key, made);
  return made;
}
