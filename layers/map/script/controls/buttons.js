/* The buttons top left: zoom, show everything, full screen, dark theme. On a small screen they stand in one
 * row, from edge to edge with the legend's. */
import { button, fullScreen, make, svg } from "../dom.js";
import { on } from "../hooks.js";
import { addControl, cover, takeStart } from "../space.js";
import { flipTheme, map, now, say } from "../state.js";
import { fitByHand } from "../fitting.js";
import { motion } from "../views.js";

/**
 * Paths of each icon, in a box of 16 px.
 * @type {Record<string, string[]>}
 */
const ICONS = {
  in: ["M8 3v10M3 8h10"],
  out: ["M3 8h10"],
  all: ["M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10M6 8h4M8 6v4"],
  full: ["M9.5 2.5h4v4M13.5 2.5l-5 5M6.5 13.5h-4v-4M2.5 13.5l5-5"],
  theme: ["M8 2.5a5.5 5.5 0 1 0 0 11z", "M8 2.5a5.5 5.5 0 0 1 0 11"],
};
/** @type {Record<string, HTMLButtonElement>} */
let made = {};

export function start() {
  const zoomBy = (/** @type {number} */ by) =>
    map.setZoom(Math.round(map.getZoom() + by), { animate: motion() });
  made = {
    in: iconButton("in", "Zoom in", () => zoomBy(1)),
    out: iconButton("out", "Zoom out", () => zoomBy(-1)),
    all: iconButton("all", "Show everything that is on", () => fitByHand("all")),
    full: iconButton("full", "Full screen", () => fullScreen(say)),
    theme: iconButton("theme", "Dark theme", flipTheme),
  };
  const group = groupOf([[made.in, made.out], [
    made.all,
    ...(document.fullscreenEnabled ? [made.full] : []),
    made.theme,
  ]]);
  addControl(() => [...group.children].map((bar) => bar.getBoundingClientRect()));
  takeStart(() => group.getBoundingClientRect());
  const phone = matchMedia("(max-width: 699px)"), low = matchMedia("(max-height: 460px)");
  cover(() => (phone.matches || low.matches ? { top: group.offsetTop + group.offsetHeight } : {}));
  map.on("zoomend", showState);
  document.addEventListener("fullscreenchange", () => press(made.full, Boolean(document.fullscreenElement)));
  on("rest", showState);
  on("theme", showState);
}

/** @param {HTMLButtonElement[][]} bars */
function groupOf(bars) {
  const group = make("div", "map-buttons");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Map controls");
  for (const buttons of bars) {
    const bar = make("div", "map-bar");
    bar.append(...buttons);
    group.append(bar);
  }
  L.DomEvent.disableClickPropagation(group);
  map.getContainer().prepend(group);
  return group;
}

/** @param {string} name @param {string} label @param {() => void} run */
function iconButton(name, label, run) {
  const one = button("map-button", "", run, { label, title: label });
  const icon = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": true, class: `icon icon-${name}` });
  icon.append(...ICONS[name].map((d) => svg("path", { d })));
  one.append(icon);
  return one;
}

/** @param {HTMLButtonElement} one @param {boolean} isPressed */
const press = (one, isPressed) => one.setAttribute("aria-pressed", String(isPressed));

function showState() {
  const isAt = (/** @type {number} */ zoom) => Math.abs(map.getZoom() - zoom) < 0.005;
  made.in.disabled = isAt(map.getMaxZoom());
  made.out.disabled = isAt(map.getMinZoom());
  press(made.theme, now.theme === "dark");
}
