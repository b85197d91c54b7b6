/* The names of corridors and legs, each beside its own line in its subject's colour. */
import { format, layerOf } from "../reference.js";
import { briefName, status as statusOf, stopsOf } from "../words.js";
import { beside, measure } from "./lettering.js";

const GROUPS = ["corridors", "energy"]; // whose lines carry the layer's name; a port's ferry lines don't
const BESIDE = ["sea", "road"]; // a corridor's name stands at its railway or pipe
const LEGS_FROM_ZOOM = 7;
const LARGE_FROM_ZOOM = 6;
const TOWN_COST = 6;
const ELSEWHERE_COST = 60; // of a status beside a line that has another one: more than most names may cost
const PLAIN_COST = 24;
const DISTANCES = [[7, 0], [20, 6], [34, 12]]; // px from the line, and what that costs
const MOST_STEP = 8; // samples, of 6 px, between two tries along a line

/**
 * The offers of a view.
 * @param {LabelView} view
 * @returns {Offer[]}
 */
export function lineNames(view) {
  const named = view.layers.filter(({ group }) => GROUPS.includes(group));
  const legs = view.lines.filter((line) => isNamedApart(view, named, line));
  return [...named.map((layer) => layerName(view, layer)), ...legs.map((line) => legName(view, line))];
}

/**
 * The names of the towns at which legs begin, end or call.
 * @param {Line[]} lines
 */
export const stationsOf = (lines) => new Set(lines.flatMap(({ name }) => stopsOf(name)));

/**
 * Operating goes without saying.
 * @param {string} text
 * @param {string} [status]
 */
const withStatus = (text, status = "") =>
  status && status !== "operating" ? `${text}, ${statusOf({ status })}` : text;

/**
 * "Horadiz – Mincivan – Aghband" is "Horadiz–Aghband" beside its line.
 * @param {string} name
 */
function ends(name) {
  const stops = stopsOf(name);
  return stops.length > 1 ? `${stops[0]}–${stops.at(-1)}` : name;
}

/**
 * How many towns' own names would want this room.
 * @param {LabelView} view
 * @param {LabelBox} box
 */
const townsBeside = ({ dots }, { x, y, w, h }) =>
  dots.filter((dot) => dot.x > x - 30 && dot.x < x + w + 30 && dot.y > y - 8 && dot.y < y + h + 8).length;

/**
 * Beside the leg that bears the name, and early, for a short leg has few places to offer; else beside legs of
 * the layer's own status that no other layer shares; else beside any, but then without the status: nothing
 * built may be called planned.
 * @param {LabelView} view
 * @param {LayerFacts} layer
 */
function layerName(view, { id, short, subject, status, order }) {
  const name = briefName(short), [, middle, large] = view.tokens.type.map.line.size;
  const own = view.lines
    .filter((line) => line.layer === id && line.subject === subject && !BESIDE.includes(line.mode ?? ""))
    .filter((line) => view.room.along(line).length);
  const bearing = own.filter((line) => line.name.includes(name));
  const typical = own.filter((line) => line.status === status);
  const alone = typical.filter((line) => !view.isShared(line));
  const lines = [bearing, alone, typical, own].find((some) => some.length) ?? [];
  const isBearing = lines === bearing, text = lines === own ? name : withStatus(name, status ?? undefined);
  return offer(view, {
    id: `layer:${id}`,
    text,
    subject,
    order,
    lines,
    plain: name,
    others: text === name ? [] : view.lines.filter((line) => line.layer === id && line.status !== status),
    limit: 40,
    size: view.frame.zoom >= LARGE_FROM_ZOOM ? large : middle,
    isLeg: isBearing,
    turn: isBearing ? "focus" : "line",
    isChosen: view.isChosen(id) || (view.selected !== id && layerOf(view.selected) === id),
  });
}

/** @param {LabelView} view @param {Line} line */
function legName(view, line) {
  const ref = format(line.layer, line.id), isChosen = view.isChosen(ref);
  const [small, middle] = view.tokens.type.map.line.size;
  return offer(view, {
    id: ref,
    text: withStatus(ends(line.name), line.status),
    subject: line.subject,
    lines: [line],
    size: isChosen ? middle : small,
    isChosen,
    limit: 16,
    order: 99,
    isLeg: true,
    turn: "line",
  });
}

/**
 * A leg has a name of its own when it is selected, and from zoom 7 where its status is not the layer's; not
 * where the layer's name stands at it anyway.
 * @param {LabelView} view
 * @param {LayerFacts[]} named
 * @param {Line} line
 */
function isNamedApart(view, named, line) {
  const layer = view.layers.find(({ id }) => id === line.layer);
  if (!layer || (named.includes(layer) && line.name.includes(briefName(layer.short)))) return false;
  if (view.isChosen(format(line.layer, line.id))) return true;
  const differs = line.status !== "operating" && line.status !== layer.status;
  const isMain = line.subject === layer.subject && !BESIDE.includes(line.mode ?? "");
  return view.frame.zoom >= LEGS_FROM_ZOOM && differs && named.includes(layer) && isMain;
}

/** @param {LabelView} view @param {LineName} name @returns {Offer} */
function offer(view, name) {
  const { id, text, subject, size, isChosen, limit, order, turn } = name;
  const style = { size, weight: view.tokens.type.map.line.weight };
  return {
    id,
    kind: "line",
    text,
    style,
    subject,
    pad: 3,
    lines: 2,
    limit: isChosen ? 60 : limit,
    places: () => [...alongside(view, name, style), ...withoutStatus(view, name, style)],
    turn: [isChosen ? "chosen" : turn, order],
    judged: (place) => {
      const isElsewhere = !place.text && isNearerTo(view, name, place);
      return TOWN_COST * townsBeside(view, place) + (isElsewhere ? ELSEWHERE_COST : 0);
    },
  };
}

/**
 * Where no place is nearest to the lines that the status is true of, the name alone says nothing wrong.
 * @param {LabelView} view
 * @param {LineName} name
 * @param {LabelStyle} style
 * @returns {LabelPlace[]}
 */
function withoutStatus(view, name, style) {
  const { plain, others = [] } = name;
  if (!plain || !others.length) return [];
  return alongside(view, { ...name, text: plain }, style)
    .map((place) => ({ ...place, text: plain, cost: place.cost + PLAIN_COST }));
}

/**
 * Whether lines of another status than the name tells are nearer to its middle.
 * @param {LabelView} view
 * @param {LineName} name
 * @param {LabelPlace} place
 */
function isNearerTo({ room }, { lines, others = [] }, { x, y, w, h }) {
  const middle = [x + w / 2, y + h / 2];
  const distance = (/** @type {Line[]} */ some) =>
    Math.min(
      ...some.flatMap((line) =>
        room.along(line).map(([atX, atY]) => Math.hypot(atX - middle[0], atY - middle[1]))
      ),
    );
  return others.length > 0 && distance(others) < distance(lines);
}

/**
 * Along the lines, at every 48 px or four times on a short one, the eight places beside a point, and again
 * further off.
 * @param {LabelView} view
 * @param {LineName} name
 * @param {LabelStyle} style
 * @returns {LabelPlace[]}
 */
function alongside(view, { lines, text, isLeg }, style) {
  const box = measure(text, style, view.tokens.type.family);
  return lines.flatMap((line) => {
    const samples = view.room.along(line), away = awayFrom(view, samples, isLeg);
    const step = Math.max(1, Math.min(MOST_STEP, Math.floor(samples.length / 4)));
    const points = samples.filter((_, n) => n % step === 0).map(([x, y]) => ({ x, y }));
    return points.flatMap((point) =>
      DISTANCES.flatMap(([radius, far]) =>
        beside(point, radius, box).map((place) => ({ ...place, cost: place.cost / 2 + far + away(place) }))
      )
    );
  });
}

/**
 * What it costs to stand away from the best place: for a corridor's name the middle of the view, for a leg's
 * the middle of the leg.
 * @param {LabelView} view
 * @param {[number, number][]} samples
 * @param {boolean} isLeg
 * @returns {(place: LabelPlace) => number}
 */
function awayFrom({ frame: { width, height } }, samples, isLeg) {
  const middle = isLeg && samples.length ? samples[Math.floor(samples.length / 2)] : [width / 2, height / 2];
  const perPx = isLeg ? 0.25 : 6 / width;
  return ({ x, y, w, h }) => Math.hypot(x + w / 2 - middle[0], y + h / 2 - middle[1]) * perPx;
}
