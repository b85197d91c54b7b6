/* The frame of every card on the map: its head with the close button, its place, and where the focus goes
 * afterwards. There is one card at a time: the next one takes the frame over. In a small map it is a sheet
 * along the lower edge, elsewhere it stands beside its subject or in a corner, where it hides least of it. What a card
 * holds says `Card` in types.d.ts. */
import { button, make } from "../dom.js";
import { on } from "../hooks.js";
import { isToldBeside } from "../messages.js";
import { addControl, cover, covered, onMap, reserved } from "../space.js";
import { map } from "../state.js";
import { isSmall, raise } from "../views.js";
import { bestSpot, corners, GLYPH, INSET, priced, sides } from "./place.js";

const SAMPLE = 8; // px
const NOWHERE = { x: -9999, y: -9999 }; // px
const LARGE = 1200; // px²: of a glyph no card needs to keep clear
/** @type {HTMLElement} */
let card;
/** @type {Card | null} */
let shown = null;
/**
 * Which of the spots that place.js offers.
 * @type {number | null}
 */
let spot = null;
let isNew = false;

export function start() {
  card = make("section", "card");
  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-labelledby", "card-title");
  L.DomEvent.disableClickPropagation(card).disableScrollPropagation(card);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    event.preventDefault();
    leaveCard();
  });
  addControl(box);
  cover(() => (shown && isSmall() ? { bottom: card.offsetHeight } : {}));
  on("rest", () => {
    place();
    rise();
  });
}

const box = () => (shown ? [card.getBoundingClientRect()] : []);

/* ---- open and close ---- */
/**
 * Opens a card, or fills the open one anew.
 * @param {Card} wanted
 */
export function openCard(wanted) {
  const title = make("h2", "card-title", wanted.title);
  const close = button("card-close", "×", leaveCard, { label: "Close this card" });
  title.id = "card-title";
  card.className = `card ${wanted.className}`;
  card.replaceChildren(close, title, make("p", "card-kind", wanted.kind), ...wanted.body);
  isNew = isNew || wanted.about !== cardAbout(wanted.by);
  shown = wanted;
  if (!card.isConnected) map.getContainer().append(card);
  if (isNew) {
    spot = null;
    card.scrollTop = 0;
  }
  place();
}

/**
 * What the open card of a part is about; null without one.
 * @param {Card["by"]} by
 * @returns {unknown}
 */
export const cardAbout = (by) => (shown?.by === by ? shown.about : null);

/**
 * Closes the card of a part, if it is open.
 * @param {Card["by"]} by
 */
export function closeCard(by) {
  if (shown?.by !== by) return;
  card.remove();
  shown = null;
}

/** Closes it as a person would. */
export function leaveCard() {
  if (!shown) return;
  const { by, home, leave } = shown, hadFocus = card.contains(document.activeElement);
  if (leave) leave();
  else closeCard(by);
  if (hadFocus) home()?.focus({ preventScroll: true });
}

export const focusCard = () => card.focus({ preventScroll: true });

/* ---- where it stands ---- */
/** A sheet takes less than half the map. */
function place() {
  if (!shown) return;
  const size = map.getSize(), isSheet = isSmall();
  card.classList.toggle("sheet", isSheet);
  card.hidden = isSheet && shown.by === "feature" && isToldBeside(); // twice on a small screen is once too often
  card.style.maxHeight = `${Math.round(isSheet ? size.y / 2 - GLYPH : size.y - 2 * INSET)}px`;
  if (isSheet) return Object.assign(card.style, { left: "", top: "" });
  const own = { width: card.offsetWidth, height: card.offsetHeight }, points = samples(shown.shape);
  const beside = points.length && !shown.isDocked ? middle(points) : NOWHERE;
  const spots = priced(size, sides(beside, own), corners(size, own));
  spot = bestSpot(spots, spot, points, controls());
  const { left, top } = spots[spot].spot;
  Object.assign(card.style, { left: `${left}px`, top: `${top}px` });
}

/**
 * The point of a subject that is nearest to the middle of all of its points.
 * @param {{x: number, y: number}[]} points
 */
function middle(points) {
  const mean = (/** @type {"x" | "y"} */ axis) =>
    points.reduce((sum, one) => sum + one[axis], 0) / points.length;
  const centre = L.point(mean("x"), mean("y"));
  return points.reduce((near, one) => (centre.distanceTo(one) < centre.distanceTo(near) ? one : near));
}

/**
 * Points of the subject that are in view, every 8 px along a line, in px of the map.
 * @param {L.Layer} shape
 * @returns {{x: number, y: number}[]}
 */
function samples(shape) {
  const { x: width, y: height } = map.getSize();
  const all = shape.getLatLng
    ? [map.latLngToContainerPoint(shape.getLatLng())]
    : (shape._parts ?? []).flatMap(along).map((/** @type {L.Point} */ point) =>
      map.layerPointToContainerPoint(point)
    );
  return all.filter((/** @type {L.Point} */ { x, y }) => x >= 0 && y >= 0 && x <= width && y <= height);
}

/** @param {L.Point[]} part @returns {L.Point[]} */
const along = (part) =>
  part.flatMap((point, at) => {
    const next = part[at + 1] ?? point, steps = Math.max(1, Math.floor(point.distanceTo(next) / SAMPLE));
    return Array.from({ length: steps }, (_, n) => point.add(next.subtract(point).multiplyBy(n / steps)));
  });

/** Boxes of buttons, legend and scale; glyphs are too small to matter. */
function controls() {
  const own = card.getBoundingClientRect();
  const others = reserved().filter((one) =>
    one.width * one.height > LARGE && (one.left !== own.left || one.top !== own.top)
  );
  return onMap(others, map.getContainer());
}

/** Once for each subject: the map moves up where the sheet would hide much of it. */
function rise() {
  if (!shown || !isNew) return;
  isNew = false;
  const rows = samples(shown.shape).map(({ y }) => y), edge = map.getSize().y - card.offsetHeight - GLYPH;
  if (!isSmall() || rows.filter((y) => y > edge).length <= rows.length / 3) return;
  raise((Math.min(...rows) + Math.max(...rows) - covered("top") - edge) / 2);
}
