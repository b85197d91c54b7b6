/* Lines and areas: takes folium's paths over, finds the tracks that several layers share, and dresses all anew when zoom,
 * selection or the set of layers changes. What each wears is decided in looks.js. */
"use strict";
atlas.part("lines", (ctx) => {
  const { map, facts } = ctx;
  const coarse = matchMedia("(pointer: coarse)");
  const looks = atlasLooks(facts.tokens), sizes = facts.tokens.line;
  const TOUCH = facts.tokens.glyph.hit.touch;
  const all = new Map(); // by reference, as "layer/id"
  let shown = new Map(), lit = null;

  map.createPane("lines").style.zIndex = 400;
  const renderer = new AtlasStrokes({ pane: "lines", padding: 0.3, layers: facts.layers });

  /* ---- one feature ---- */
  /* A selected corridor means its main line where the definition names one, not every branch and road beside it. */
  function isSelected({ ref, layer, id, subject }) {
    const { selected } = ctx.now, own = ctx.layerFacts(layer);
    if (selected !== layer) return selected === ref;
    return own.strip.length ? own.strip.includes(id) : subject === own.subject || subject !== "other";
  }

  const isDim = ({ ref }) => ctx.isDim(ref);
  const rankOf = (line) => (isSelected(line) ? "selected" : isDim(line) ? "dimmed" : line.rank);
  const how = (line) => ({ zoom: map.getZoom(), selected: isSelected(line), lit: line === lit, dim: isDim(line) });

  function take(one) {
    const { shape, facts: { subject, mode, status, name } } = one;
    const line = {
      ...one, subject, mode, status, name, area: shape instanceof L.Polygon, share: null, pieces: [],
      rank: ATLAS_ORDER.includes(subject) ? subject : "other",
      parts() {
        const whole = shape.getLatLngs();
        return whole[0]?.lat === undefined ? whole : [whole];
      },
      dress(path) {
        path.dataset.ref = one.ref;
        path.setAttribute("stroke-width", coarse.matches ? TOUCH : sizes.hit_width);
        path.classList.toggle("hit-area", line.area);
        ctx.dressTarget?.(path, line);
      },
    };
    const plain = { renderer, pane: "lines", bubblingMouseEvents: false };
    Object.assign(shape.options, plain, { interactive: true, smoothFactor: 0.8 });
    Object.assign(shape, { line, look: () => ({ rank: rankOf(line), strokes: looks.of(line, how(line)) }) });
    all.set(one.ref, line);
    if (line.area) return;
    // The pieces in doubt are a path of their own: they are straight, and others at every zoom.
    line.doubt = L.polyline([], { ...plain, interactive: false, smoothFactor: 0 });
    line.doubt.look = () => ({ rank: rankOf(line), strokes: looks.ofPieces(line, how(line)) });
    shape.on("add", () => line.doubt.addTo(map)).on("remove", () => line.doubt.remove());
  }

  /* ---- tracks that several layers draw ---- */
  /* Equal for the same track in two layers, whichever way it runs. */
  function trackOf({ shape }) {
    const { coordinates } = shape.feature.geometry;
    return [coordinates.length, ...[coordinates[0], coordinates.at(-1)].map(String).sort()].join(" ");
  }

  function sharedTracks() {
    const tracks = new Map();
    for (const line of shown.values()) {
      line.share = null;
      if (!line.facts.shared_with?.length) continue;
      line.track ??= trackOf(line);
      tracks.set(line.track, [...(tracks.get(line.track) ?? []), line]);
    }
    return [...tracks.values()].filter((lines) => lines.length > 1);
  }

  const height = (line) =>
    100 * ATLAS_ORDER.indexOf(rankOf(line)) + facts.layers.findIndex(({ id }) => id === line.layer);

  /* Drawn once, by the upper line; from zoom 6.5 corridors of different colours take turns of 12 px.
   * What is there for comparison ("other") lies under a corridor unseen. */
  function share(lines) {
    const [turn] = sizes.shared_track.dash_px, isCorridor = ({ subject }) => subject !== "other";
    lines.sort((a, b) => height(a) - height(b));
    const striped = lines.filter((line, at) =>
      isCorridor(line) && !lines.slice(at + 1).some(({ subject }) => subject === line.subject));
    const dashed = lines.some((line) => isCorridor(line) && line.status !== "operating"); // dash is status, not turn
    const together = !lines.some(isDim) && map.getZoom() >= sizes.shared_track.from_zoom && striped.length > 1 && !dashed;
    for (const line of lines) {
      const at = striped.indexOf(line);
      if (!together) line.share = { hidden: line !== lines.at(-1) };
      else if (at < 0) line.share = { hidden: true };
      else line.share = { turn: at, pattern: `${turn} ${turn * (striped.length - 1)}`, offset: -turn * at };
    }
  }

  /* ---- changes ---- */
  function restyle() {
    looks.present(ctx.big());
    sharedTracks().forEach(share);
    for (const line of shown.values()) {
      line.pieces = looks.piecesInDoubt(line, map.getZoom());
      renderer._updateStyle(line.shape);
      if (!line.doubt) continue;
      line.doubt.setLatLngs(line.pieces);
      renderer._updateStyle(line.doubt);
    }
  }

  function gather() {
    shown = new Map([...all].filter(([, { layer }]) => ctx.now.layers.includes(layer)));
    restyle();
  }

  /* Under the pointer or focused: 1.5 px more. */
  ctx.light = (ref) => {
    const before = lit;
    lit = shown.get(ref) ?? null;
    for (const line of [before, lit]) if (line && shown.has(line.ref)) renderer._updateStyle(line.shape);
  };

  const inStrip = ({ layer, id }) => ctx.layerFacts(layer).strip.includes(id);

  function entries(line) {
    const { layer, id, subject, mode, status, name, share: shared, pieces } = line;
    const hollow = looks.isSchematic(line) || pieces.length > 0;
    const entry = { layer, id, subject, mode, status, name, hollow, selected: isSelected(line), drawn: !shared?.hidden };
    return line.parts().map((latlngs) => ({ ...entry, latlngs }));
  }

  /* The main line first: a legend takes the first one for the layer's look. */
  ctx.layerLines = ctx.lines = () => [...shown.values()].filter(({ area }) => !area).sort((a, b) => inStrip(b) - inStrip(a)).flatMap(entries);
  ctx.swatchDash = looks.dash;
  ctx.restyle = restyle;

  for (const layer of ctx.known.layers)
    for (const one of ctx.features(layer)) if (one.shape instanceof L.Polyline) take(one);
  map.on("zoomend", restyle);
  return { layers: gather, select: restyle };
});
