/* The card of a place that is selected, or of a point where nothing is drawn: where that is, what passes there, how far
 * it is from the point before, and the ways from it. */
import { button, definitions, make } from "../dom.js";
import { facts, layerFacts, placeFacts } from "../facts.js";
import { disputedAt, disputedOf, landAt } from "../ground/countries.js";
import { kmPerPixel } from "../ground/screen.js";
import { waterAt } from "../ground/waters.js";
import { on } from "../hooks.js";
import { askPage, isFramed } from "../messages.js";
import { isLarge } from "../labels/place_names.js";
import { dashesNear, linesNear, nodeNear, partsIn } from "../nearby.js";
import { placeOf, placeRef, pointOf } from "../reference.js";
import { act, map, now, step } from "../state.js";
import { position } from "../position.js";
import { km, stateOf, status } from "../words.js";
import { cardAbout, closeCard, openCard } from "./frame.js";
import { openFeature } from "./feature.js";

const REACH = 50; // km round a point
const MOST = 5; // layers that are named at once
const BESIDE = 10; // px from a dashed line
const AT_PLACE = 5, FAR = 150; // km: a place of the network that is the spot itself, and one that is none of its
/** @typedef {{name: string, latlng: L.LatLng}} Measured what distances are measured from: no land, no sea */
/** @type {Measured | null} */
let here = null;
/**
 * The spot before it.
 * @type {Measured | null}
 */
let before = null;
/** @type {L.Layer | null} */
let ruler = null;

export function start() {
  on("select", follow);
  on("routes", follow);
  on("tour", follow);
}

/** Beside routes and in a tour other cards say what is wanted. */
function follow() {
  const spot = now.routes || step() ? null : spotOf(now.selected);
  if ((spot && now.selected) === cardAbout("spot")) return;
  ruler?.remove();
  if (spot) show(spot);
  else closeCard("spot");
}

/**
 * @typedef {{ref: string, title: string, kind: string, note?: string, country?: string, wide: boolean,
 * latlng: L.LatLng}} ShownSpot
 * note: what is said of disputed ground; wide: no point, but a land or a sea
 */

/** @param {string | null} ref @returns {ShownSpot | null} */
function spotOf(ref) {
  const place = placeFacts(ref), point = pointOf(ref);
  const at = place ?? point, latlng = at && L.latLng(at.lat, at.lon);
  if (place) return { ...ofPlace(place, placeOf(ref)), ref: String(ref), latlng };
  return point && { ...ofPoint(latlng), latlng };
}

/** @param {Place} place @param {string | null} id */
function ofPlace({ name, kind, country, lat, lon }, id) {
  const home = kind === "country" ? "" : facts.network.countries[country];
  const wide = isLarge({ kind }),
    own = disputedOf(id),
    under = wide ? undefined : disputedAt(L.latLng(lat, lon));
  const words = [home ? `${kind} in ${home}` : kind, !wide && position({ lat, lon })];
  return {
    title: name,
    kind: words.filter(Boolean).join(" · "),
    note: own ? sentence(own.note) : under && `${under.name}: ${under.note}.`,
    country: kind === "country" ? country : undefined,
    wide,
  };
}

/** @param {L.LatLng} latlng */
function ofPoint(latlng) {
  const land = landAt(latlng), water = land ? null : waterAt(latlng), ground = land && disputedAt(latlng);
  const country = Object.entries(facts.places).find(([, { kind, country }]) =>
    kind === "country" && country === land?.iso
  );
  const place = ground?.place ?? country?.[0], ref = place ? placeRef(place) : water?.ref ?? "";
  const title = ground?.name ?? land?.name ?? water?.name ?? "At sea";
  return {
    ref,
    title,
    note: sentence(ground?.note),
    kind: position({ lat: latlng.lat, lon: latlng.lng }),
    wide: false,
  };
}

/** @param {string | undefined} note */
const sentence = (note) => note && `${note[0].toUpperCase()}${note.slice(1)}.`;

/** @param {ShownSpot} spot */
function show(spot) {
  const { title, kind, note, latlng } = spot;
  const isPoint = pointOf(now.selected) !== null;
  if (!spot.wide && !here?.latlng.equals(latlng)) {
    [before, here] = [here, { name: isPoint ? kind : title, latlng }];
  }
  openCard({
    by: "spot",
    about: now.selected,
    className: "spot-card",
    shape: L.marker(latlng),
    isDocked: spot.wide,
    title,
    kind,
    body: [
      note ? make("p", "card-ground", note) : null,
      isPoint ? dashes(latlng) : null,
      spot.wide ? null : measured(latlng),
      passing(spot),
      deeds(spot, isPoint),
    ].filter((one) => one !== null),
    home: () => map.getContainer(),
    leave: () => act({ selected: null }),
  });
}

/**
 * What the dashed line under or beside the pointer is called.
 * @param {L.LatLng} latlng
 */
function dashes(latlng) {
  const name = dashesNear(latlng, BESIDE * kmPerPixel(latlng.lat, map.getZoom()));
  return name ? make("p", "card-dashes", `Dashed line: ${name}.`) : null;
}

/**
 * How far the spot before lies, with a line to it.
 * @param {L.LatLng} latlng
 */
function measured(latlng) {
  if (!before || before.latlng.equals(latlng)) return null;
  const options = { className: "ruler", interactive: false, pane: "shadowPane" };
  ruler = L.polyline([before.latlng, latlng], options).addTo(map);
  return definitions("card-rows", [[
    `From ${before.name}`, // a land or a sea may have been clicked since
    `${km(map.distance(before.latlng, latlng) / 1000)} in a straight line`,
  ]]);
}

/** @param {ShownSpot} spot what passes there, as buttons that show it */
function passing({ country, wide, latlng }) {
  const near = country ? partsIn(country) : wide ? [] : linesNear(latlng, REACH);
  if (wide && !near.length) return null;
  const box = make("div", "card-near"),
    some = country ? "Passes through it, lies in it or leads to it" : `Lines within ${REACH} km`;
  box.append(make("p", "", near.length ? some : `No line within ${REACH} km.`));
  box.append(...near.slice(0, MOST).map(nearButton));
  if (near.length > MOST) {
    const more = button(
      "card-zoom",
      `and ${near.length - MOST} more`,
      () => more.replaceWith(...near.slice(MOST).map(nearButton)),
    );
    box.append(more);
  }
  return box;
}

/**
 * A layer with its own state; where that of the part is another, the part by its name.
 * @param {{layer: string, ref: string, km: number}} near
 */
function nearButton({ layer, ref, km: away }) {
  const own = layerFacts(layer), part = facts.features[ref];
  const state = stateOf(part, own), isOwn = !own || state === status(own);
  const words = [
    own?.short ?? layer,
    part.mode === "sea" && facts.modes.sea.cargo,
    away >= 1 && km(away),
    !isOwn ? `${part.name}: ${state}` : part.status !== "operating" && state,
  ];
  return button("card-zoom", words.filter(Boolean).join(" · "), () => openFeature(ref));
}

/** @param {ShownSpot} spot @param {boolean} isPoint what the page can do with it */
function deeds({ ref, wide, latlng }, isPoint) {
  if (!isFramed()) return null;
  const row = make("div", "card-deeds"), node = nodeNear(latlng), last = before && nodeNear(before.latlng);
  const ask = (/** @type {string} */ text, /** @type {object} */ message) =>
    row.append(button("card-zoom", text, () => askPage(message)));
  const about = isPoint && placeFacts(ref);
  if (about) {
    row.append(button("card-zoom", `All about ${about.label ?? about.name}`, () => act({ selected: ref })));
  }
  if (!wide && node.km < FAR) {
    if (last && last.id !== node.id && last.km < FAR) {
      ask(`Route ${withAway(last)} – ${withAway(node)}`, { from: last.id, to: node.id });
    }
    ask(`From ${withAway(node)}`, { from: node.id });
    ask(`To ${node.name}`, { to: node.id });
  }
  return row.childElementCount ? row : null;
}

/** @param {{name: string, km: number}} node a place of the network, and how far it lies from the spot */
const withAway = ({ name, km: away }) => (away > AT_PLACE ? `${name} (${km(away)})` : name);
