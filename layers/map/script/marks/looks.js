/* How a line or an area looks, by the four channels: colour = subject (a CSS class, so a change of theme
 * costs nothing), dash = status, width and texture = mode, hollow = approximate. Reads the tokens, touches no
 * map. Strokes are named by the passes of strokes.js. */
import { facts, layerFacts } from "../facts.js";
import { hatchOf } from "./hatch.js";

/** For shapes of no layer. @type {any} */
const NO_LAYER = {};
const AREA = { least: 1.6, times: 0.6 }; // px and factor: a quiet edge

const table = () => facts.tokens.line;
/** @param {number} value */
const round = (value) => Number(value.toFixed(2));
/**
 * @param {number[] | null | undefined} pattern in widths of the line
 * @param {number} width
 */
const scaled = (pattern, width) => (pattern ? pattern.map((part) => round(part * width)).join(" ") : null);

/* ---- widths in px ---- */
/**
 * The table's steps by zoom, straight between them.
 * @param {number} zoom
 */
function plainWidth(zoom) {
  // In order of zoom, as integer keys always are.
  const steps = Object.entries(table().width_by_zoom).map(([at, width]) => [Number(at), width]);
  const after = steps.find(([at]) => at >= zoom), before = steps.findLast(([at]) => at <= zoom);
  if (!after || !before) return /** @type {number[]} */ (after ?? before)[1];
  const share = after[0] === before[0] ? 0 : (zoom - before[0]) / (after[0] - before[0]);
  return before[1] + share * (after[1] - before[1]);
}

/** @param {How} how */
function railWidth({ zoom, big }) {
  const { least, times } = table().presenter;
  return big ? Math.max(least, times * plainWidth(zoom)) * big : plainWidth(zoom);
}

/**
 * How wide a mode is beside a railway.
 * @param {string | undefined} mode
 * @param {number} [big]
 */
export function modeFactor(mode, big = 0) {
  return Math.max(big ? table().presenter.least_factor : 0, facts.modes[mode ?? ""]?.width ?? 1);
}

/** @param {Drawn} line @param {How} how */
export const widthOf = ({ mode }, how) => railWidth(how) * modeFactor(mode, how.big);
/** @param {Drawn} line @param {How} how */
const edgeOf = (line, how) => Math.max(AREA.least, widthOf(line, how) * AREA.times);

/* ---- strokes ---- */
/** @param {Drawn} line */
export const isSchematic = ({ facts: { geometry_class: kind }, mode }) =>
  kind === "schematic" && mode !== "pipeline";

/** A cap, as `more` of a stroke. */
export const ROUND = { "stroke-linecap": "round" };

/**
 * @param {string} name
 * @param {string} subject
 * @param {number} width
 * @param {Partial<Stroke>} [more]
 * @returns {Stroke}
 */
export function stroke(name, subject, width, more) {
  return {
    class: `${name} s-${subject}`,
    "stroke-width": round(width),
    "stroke-linecap": "butt",
    "stroke-dasharray": null,
    "stroke-dashoffset": null,
    ...more,
  };
}

/**
 * The status as a dash, for a line of this width.
 * @param {{status?: string}} line
 * @param {number} width
 * @returns {Partial<Stroke>}
 */
export function dash({ status = "" }, width) {
  const { dash: dashes, cap: caps } = facts.tokens, pattern = scaled(dashes[status], width);
  return {
    "stroke-dasharray": pattern,
    "stroke-linecap": caps[status] ?? (pattern ? caps.default : caps.solid),
  };
}

/**
 * What lies on the core: hollow goes before beads, beads before a road's centre line.
 * @param {{subject: string, mode?: string, status?: string, isHollow?: boolean}} line
 * @param {{width: number, rail: number}} widths
 */
export function texture({ subject, mode, status, isHollow }, { width, rail }) {
  const { pipeline_beads: beads, road_centre: centre } = table();
  if (isHollow) return inner(subject, width);
  if (mode === "pipeline" && status === beads.only_when) {
    const pattern = scaled(beads.dash, width);
    return stroke("core", subject, width * beads.width, { ...ROUND, "stroke-dasharray": pattern });
  }
  return mode === "road" ? stroke("inner", subject, rail * centre.width, slits(status, width)) : null;
}

/**
 * A road bears short slits, one in each dash, so that it is neither a railway nor hollow.
 * @param {string | undefined} status
 * @param {number} width px
 * @returns {Partial<Stroke>}
 */
function slits(status = "", width) {
  const { dash: usual, inset } = table().road_centre, dashes = facts.tokens.dash[status];
  if (!dashes) return { "stroke-dasharray": scaled(usual, width * 2) };
  const cut = dashes.map((/** @type {number} */ part, /** @type {number} */ n) =>
    Math.max(0.1, part + (n % 2 ? 2 * inset : -2 * inset))
  );
  return { "stroke-dasharray": scaled(cut, width), "stroke-dashoffset": String(round(-inset * width)) };
}

/** @param {string} subject @param {number} width */
const inner = (subject, width) => stroke("inner", subject, width * table().hollow.inner_width);

/**
 * Round a selected line: paper, and an outline round that.
 * @param {string} subject
 * @param {number} width
 * @returns {Strokes}
 */
export function outlines(subject, width) {
  const { selected } = table();
  return {
    outline: stroke("outline", subject, width + selected.outline_extra, ROUND),
    paper: stroke("paper", subject, width + selected.casing_extra, ROUND),
  };
}

/**
 * The line's own colour, dashed as its status says.
 * @param {Drawn} line
 * @param {number} drawn px
 * @param {number} width px that the dash counts in
 */
const core = (line, drawn, width) => stroke("core", line.subject, drawn, dash(line, width));

/**
 * `share`: {hidden} or {turn, pattern, offset} on a track that other layers draw too.
 * @param {Drawn} line
 * @param {How} how
 * @returns {Strokes}
 */
function ofLine(line, how) {
  const { share, subject } = line, width = widthOf(line, how);
  const drawn = width + (how.lit ? table().hover_extra : 0);
  if (share?.hidden) return {};
  if (share?.pattern) {
    const turns = { "stroke-dasharray": share.pattern, "stroke-dashoffset": share.offset };
    return { core: stroke("core", subject, drawn, turns) };
  }
  const over = texture({ ...line, isHollow: isSchematic(line) }, { width, rail: railWidth(how) });
  const border = how.selected
    ? outlines(subject, drawn)
    : { casing: stroke("casing", subject, drawn + table().casing_extra) };
  return { core: core(line, drawn, width), ...border, ...(over && { over }) };
}

/**
 * The hatch says that it is so; what is to come is washed alone.
 * @param {Drawn} line
 */
function filling({ layer, status }) {
  const hatch = facts.statuses[status ?? ""]?.to_come ? null : hatchOf(layerFacts(layer ?? "") ?? NO_LAYER);
  return hatch && `fill:${hatch};fill-opacity:1`;
}

/** @param {Drawn} line @param {How} how @returns {Strokes} */
function ofArea(line, how) {
  const { subject } = line, width = edgeOf(line, how);
  const drawn = width + (how.lit ? table().hover_extra : 0);
  return {
    area: { class: `area s-${subject}`, style: filling(line) },
    core: core(line, drawn, width),
    ...(how.selected && outlines(subject, drawn)),
    ...(isSchematic(line) && { over: inner(subject, width) }),
  };
}

/**
 * What is not spoken of: grey, thin, without casing and texture.
 * @param {Drawn} line
 * @param {How} how
 * @returns {Strokes}
 */
function ofDimmed(line, { big }) {
  const width = table().dimmed_width.presenter * big;
  if (line.share?.hidden) return {};
  if (line.isArea) return { area: { class: "area dimmed", style: null } };
  return { core: stroke("core dimmed", line.subject, width, dash(line, width)) };
}

/**
 * A corridor's roads lie wholly under its rails: a road that shone through the gaps would make a planned line
 * look built.
 * @param {Strokes} strokes
 * @param {Drawn} line
 * @returns {Strokes}
 */
function placed(strokes, { mode }) {
  if (mode !== "road") return strokes;
  return Object.fromEntries(
    Object.entries(strokes).map(([pass, attributes]) => [`road-${pass}`, attributes]),
  );
}

/**
 * The strokes of a line or an area by pass.
 * @param {Drawn} line
 * @param {How} how
 */
export function looksOf(line, how) {
  if (how.dim) return placed(ofDimmed(line, how), line);
  return placed(line.isArea ? ofArea(line, how) : ofLine(line, how), line);
}

/**
 * The strokes of the pieces in doubt, which lie on the line.
 * @param {Drawn} line
 * @param {How} how
 */
export function looksOfPieces(line, how) {
  if (how.dim || line.share?.hidden || line.share?.pattern) return {};
  return placed({ over: inner(line.subject, widthOf(line, how)) }, line);
}
