/* What a line or an area wears, by the four channels: colour = subject (a CSS class, so a change of theme costs nothing),
 * dash = status, width and texture = mode, hollow = approximate. Reads the tokens, touches no map.
 * A stroke is {class, stroke-width, …} as SVG attributes; strokes are named by the passes of strokes.js. */
"use strict";
const atlasLooks = ({ line: sizes, dash: dashes, cap: caps }) => {
  const EARTH = 40075.017; // km round the equator, WGS84
  const steps = Object.entries(sizes.width_by_zoom)
    .map(([zoom, width]) => [Number(zoom), width])
    .sort(([a], [b]) => a - b);
  const round = (value) => Number(value.toFixed(2));
  const times = (pattern, width) => (pattern ? pattern.map((part) => round(part * width)).join(" ") : null);

  const LEAST = 6, TIMES = 1.5, THIN = 0.7, DIMMED = 2.4; // presenting: px, factor, the least factor of a mode, px
  let big = 0; // how many times larger than on a screen of 1280 × 720; 0 when nothing is presented

  const railWidth = (zoom) => (big ? Math.max(LEAST, TIMES * plainWidth(zoom)) * big : plainWidth(zoom));

  /* The table's steps, straight between them. */
  function plainWidth(zoom) {
    const after = steps.find(([at]) => at >= zoom), before = steps.findLast(([at]) => at <= zoom);
    if (!after || !before) return (after ?? before)[1];
    const share = after[0] === before[0] ? 0 : (zoom - before[0]) / (after[0] - before[0]);
    return before[1] + share * (after[1] - before[1]);
  }
  const widthOf = ({ mode }, zoom) => railWidth(zoom) * Math.max(big ? THIN : 0, sizes.mode_factor[mode] ?? 1);
  const outlineOf = (line, zoom) => Math.max(1.6, widthOf(line, zoom) * 0.6); // areas: a quiet edge

  /* ---- hollow ---- */
  const isSchematic = ({ facts, mode }) => facts.geometry_class === "schematic" && mode !== "pipeline";

  /* An error shows when it is wider on screen than twice the line. */
  function errorShows(km, lat, width, zoom) {
    const pixels = (km * 256 * 2 ** zoom) / (EARTH * Math.cos((lat * Math.PI) / 180));
    return pixels > 2 * width;
  }

  /* The pieces whose possible error shows at this zoom, as lists of [lat, lon]. */
  function piecesInDoubt(line, zoom) {
    const { chords, uncertainty_km: bound, geometry_class: kind } = line.facts, width = widthOf(line, zoom);
    // A ship has no track to miss, and a pipeline says "schematic" in legend and card.
    if (line.area || ["pipeline", "sea"].includes(line.mode) || isSchematic(line)) return [];
    if (chords?.length)
      return chords
        .filter(({ from, bound_km: km }) => errorShows(km, from[1], width, zoom))
        .map(({ from, to }) => [[from[1], from[0]], [to[1], to[0]]]);
    const parts = line.parts();
    return kind === "hand" && bound && errorShows(bound, parts[0][0].lat, width, zoom) ? parts : [];
  }

  /* ---- strokes ---- */
  function stroke(name, line, width, more) {
    return {
      class: `${name} s-${line.subject}`, "stroke-width": round(width),
      "stroke-linecap": "butt", "stroke-dasharray": null, "stroke-dashoffset": null, ...more,
    };
  }

  function dash({ status }, width) {
    const pattern = times(dashes[status], width);
    return { "stroke-dasharray": pattern, "stroke-linecap": caps[status] ?? (pattern ? caps.default : caps.solid) };
  }

  /* line.share: {hidden} or {turn, pattern, offset} on a track that other layers draw too. */
  function ofLine(line, { zoom, selected, lit }) {
    const { share } = line, width = widthOf(line, zoom), drawn = width + (lit ? sizes.hover_extra : 0);
    if (share?.hidden) return {};
    if (share?.turn) {
      const turns = { "stroke-dasharray": share.pattern, "stroke-dashoffset": share.offset };
      return { core: stroke("core", line, drawn, turns) };
    }
    const strokes = { core: stroke("core", line, drawn, dash(line, width)) };
    if (selected) Object.assign(strokes, outlines(line, drawn));
    else strokes.casing = stroke("casing", line, drawn + sizes.casing_extra);
    const texture = textureOf(line, width, zoom);
    return texture ? { ...strokes, over: texture } : strokes;
  }

  function outlines(line, width) {
    const round = { "stroke-linecap": "round" };
    return {
      outline: stroke("outline", line, width + sizes.selected.outline_extra, round),
      paper: stroke("paper", line, width + sizes.selected.casing_extra, round),
    };
  }

  /* On top of the core: hollow goes before beads, beads before a road's centre line. */
  function textureOf(line, width, zoom) {
    if (isSchematic(line)) return inner(line, width);
    const { dash: beads, only_when: status } = sizes.pipeline_beads;
    if (line.mode === "pipeline" && line.status === status)
      return stroke("core", line, width * 1.9, { "stroke-dasharray": times(beads, width), "stroke-linecap": "round" });
    return line.mode === "road" ? stroke("inner", line, railWidth(zoom) * 0.25) : null;
  }
  const inner = (line, width) => stroke("inner", line, width * 0.38);

  function ofArea(line, { zoom, selected, lit }) {
    const width = outlineOf(line, zoom), drawn = width + (lit ? sizes.hover_extra : 0);
    return {
      area: { class: `area s-${line.subject}` },
      core: stroke("core", line, drawn, dash(line, width)),
      ...(selected && outlines(line, drawn)),
      ...(isSchematic(line) && { over: inner(line, width) }),
    };
  }

  /* What is not spoken of: grey, thin, without casing and texture. */
  function ofDimmed(line) {
    const width = DIMMED * big;
    if (line.share?.hidden) return {};
    return line.area ? { area: { class: "area dimmed" } } : { core: { ...stroke("core dimmed", line, width, dash(line, width)) } };
  }

  function ofPieces(line, { zoom, dim }) {
    return dim || line.share?.hidden || line.share?.turn ? {} : { over: inner(line, widthOf(line, zoom)) };
  }

  /* A corridor's roads lie wholly under its rails: a road that shone through the gaps would make a planned line look built. */
  function placed(strokes, { mode }) {
    if (mode !== "road") return strokes;
    return Object.fromEntries(Object.entries(strokes).map(([pass, worn]) => [`road-${pass}`, worn]));
  }

  return {
    isSchematic, piecesInDoubt, dash,
    present: (times) => { big = times; },
    of: (line, how) => placed(how.dim ? ofDimmed(line) : line.area ? ofArea(line, how) : ofLine(line, how), line),
    ofPieces: (line, how) => placed(ofPieces(line, how), line),
  };
};
