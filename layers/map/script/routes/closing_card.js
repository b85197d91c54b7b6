/* While routes are shown: a click on a country's land, the name of a strait or a place of the network offers
 * to close it or to open it again, and on a place to start or end there. */
import { closeCard, focusCard, openCard } from "../cards/frame.js";
import { canHover } from "../dom.js";
import { facts, placeFacts } from "../facts.js";
import { countryAt } from "../ground/countries.js";
import { on } from "../hooks.js";
import { labelAt } from "../labels/labels.js";
import { map } from "../state.js";
import { showName } from "../tooltip.js";
import { isClosed, requestButtons, requestFor } from "./closures.js";
import { placeNear, straitCalled } from "./dots.js";
import { routing } from "./legs.js";

/**
 * The name under the pointer, as it was told last.
 * @type {string}
 */
let named = "";

export function start() {
  map.on("click", click);
  map.on("mousemove", hover);
  on("routes", () => closeCard("closure"));
}

/** @param {{latlng: L.LatLng, containerPoint: L.Point, originalEvent?: MouseEvent}} event */
function click({ latlng, containerPoint, originalEvent }) {
  if (!routing() || !originalEvent || openPlaceAt(originalEvent)) return;
  const strait = straitNamedAt(containerPoint);
  const iso = strait ? null : countryAt(latlng, (code) => Object.hasOwn(facts.network.countries, code));
  if (strait) open(closableOf(strait));
  else if (iso) {
    open({ name: facts.network.countries[iso], kind: "Country", latlng, end: null, pass: null, ids: [iso] });
  } else closeCard("closure");
}

/** @param {{containerPoint: L.Point}} event */
function hover({ containerPoint }) {
  if (!routing() || !canHover()) return;
  const name = (placeNear(containerPoint) ?? straitNamedAt(containerPoint))?.name ?? "";
  if (name || named) showName(name, containerPoint);
  named = name;
}

/**
 * A place before the leg that ends there; true when there was one.
 * @param {MouseEvent} [event]
 */
export function openPlaceAt(event) {
  const node = event ? placeNear(map.mouseEventToContainerPoint(event)) : null;
  if (node) open(closableOf(node));
  return Boolean(node);
}

/**
 * The strait whose name on the map stands there.
 * @param {L.Point} point
 * @returns {NetworkPlace | null}
 */
function straitNamedAt(point) {
  const label = labelAt(point);
  return label?.kind === "sea" ? straitCalled(placeFacts(label.id)?.name) : null;
}

/**
 * In a small country a place is always near: its card closes the country, too.
 * @param {NetworkPlace} place
 * @returns {Closable}
 */
function closableOf({ id, name, strait, port, country = "", latlng }) {
  const home = facts.network.countries[country];
  if (strait) return { name, kind: "Strait or canal", latlng, end: null, pass: id, ids: [id] };
  const kind = [port ? "Port" : "Place", home].filter(Boolean).join(" in ");
  return { name, kind, latlng, end: id, pass: id, ids: home ? [id, country] : [id] };
}

/** @param {Closable} closable */
function open({ name, kind, latlng, end, pass, ids }) {
  /** @type {PageRequest[]} */
  const ends = end ? [["From here", { from: end }], ["To here", { to: end }]] : [];
  openCard({
    by: "closure",
    about: ids[0],
    className: "leg-card door-card",
    shape: L.marker(latlng),
    title: name,
    kind: isClosed(ids[0]) ? `${kind}, closed in this question` : kind,
    body: [requestButtons([...ends, ...(pass ? passing(pass) : []), ...ids.map(requestFor)])],
    home: () => map.getContainer(),
  });
  focusCard();
}

/**
 * The button that has the way pass a place; none at its ends.
 * @param {string} id
 * @returns {PageRequest[]}
 */
function passing(id) {
  const { ends = [], via = [] } = routing() ?? {};
  if (via.includes(id)) return [["No longer by way of here", { unvia: id }]];
  return ends.some((end) => end.id === id) ? [] : [["By way of here", { via: id }]];
}
