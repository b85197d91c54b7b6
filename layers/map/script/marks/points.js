/* Points: ports, fields, crossings … as glyphs of one size, and the ring round a place that is selected.
 * Where glyphs would lie on each other the less important one waits for a nearer zoom. */
"use strict";
atlas.part("points", (ctx) => {
  const { map, facts } = ctx;
  const coarse = matchMedia("(pointer: coarse)");
  const { size: sizes, hit: hits } = facts.tokens.glyph;
  const GLYPHS = {
    port: "port", "planned-port": "port", harbour: "port", terminal: "port", "oil-terminal": "port",
    "gas-field": "field", "oil-field": "field", platform: "field", well: "field", landfall: "transfer",
    "border-crossing": "crossing", "gauge-break": "gauge-break", capital: "capital", city: "city", town: "city",
    base: "base", event: "event", works: "event",
  };
  // What stays when there is no room for all, most important first.
  const IMPORTANCE = [
    "port", "planned-port", "gas-field", "platform", "capital", "border-crossing", "harbour", "oil-terminal", "terminal",
  ];
  const FILLED = ["field", "base", "event", "gauge-break"]; // turned inside out when open; the others are open as they are
  const NOT_YET = ["planned", "building"];
  const WIDE = ["country", "sea", "lake"]; // places whose names the map writes across them
  const NEAR_ZOOM = 6, SPREAD = 60; // px more for each zoom step below
  const CROWDED = 13; // px: two glyphs of 18 px nearer than this hide each other's sign
  const all = new Map();
  let shown = [], ring = null;

  const isSelected = ({ ref }) => ctx.now.selected === ref;
  const importance = ({ kind }) => IMPORTANCE.indexOf(kind) + 1 || IMPORTANCE.length + 1;
  /* A country or a sea is no point: its name stands for it, unless a step of a tour speaks of it. */
  const isNamed = ({ ref, id }) => WIDE.includes(facts.places[id]?.kind) && !ctx.isNamed(ref);
  /* Far out crossings would stand along every line like sleepers: each keeps more room the wider the view. */
  const spread = ({ kind }) => (kind === "border-crossing" ? SPREAD * Math.max(0, NEAR_ZOOM - map.getZoom() + Math.log2(ctx.big() || 1)) : 0);
  const seen = () => shown.filter(({ crowded }) => !crowded);

  /* Dashed: not there yet. Open: so uncertain that at this zoom the true spot may lie outside the glyph. */
  function mannerOf({ status, kind, uncertainty_km: km }, { lat }) {
    if (NOT_YET.includes(status) || kind === "planned-port") return "planned";
    const kmPerPixel = (40075 * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** map.getZoom());
    return km > (sizes.explore / 2) * kmPerPixel ? "open" : "";
  }

  function drawing({ kind }, manner) {
    const glyph = GLYPHS[kind] ?? "city", own = glyph === "port" && manner; // ports have a drawing for each manner
    const side = sizes[glyph] ?? (own ? sizes.close : sizes.explore);
    const classes = ["glyph", manner && "open", manner === "planned" && "planned", FILLED.includes(glyph) && "filled"];
    const svg = ctx.svg("svg", { width: side, height: side, class: classes.filter(Boolean).join(" "), "aria-hidden": true });
    svg.append(ctx.svg("use", { href: `#${own ? `port-${manner}` : glyph}` }));
    return svg;
  }

  function draw({ shape, facts: feature, ...point }) {
    const icon = shape.getElement(), manner = mannerOf(feature, shape.getLatLng());
    if (icon.dataset.manner === manner) return;
    icon.dataset.manner = manner;
    icon.replaceChildren(drawing(point, manner));
  }

  function take(one) {
    const { shape, ref, facts: { kind, status, name } } = one, side = coarse.matches ? hits.touch : hits.mouse;
    shape.options.keyboard = false; // Leaflet would make every marker a tab stop
    shape.options.bubblingMouseEvents = false;
    shape.setIcon(L.divIcon({ className: "point", iconSize: [side, side] }));
    const point = { ...one, kind, status, name, crowded: false };
    shape.on("add", () => {
      const icon = shape.getElement();
      icon.dataset.ref = ref;
      ctx.dressTarget?.(icon, point);
      draw(point);
    });
    all.set(ref, point);
  }

  /* Also settles what two layers both hold: the same thing at the same spot is drawn once. */
  function thin() {
    const taken = [];
    const isFirst = (point) => isSelected(point) || ctx.isLit(point.ref), room = CROWDED * (ctx.big() || 1);
    const order = [...shown].sort((a, b) => isFirst(b) - isFirst(a) || importance(a) - importance(b));
    for (const point of order) {
      const spot = map.latLngToLayerPoint(point.shape.getLatLng());
      const apart = isFirst(point) ? room : room + spread(point);
      point.crowded = isNamed(point) || taken.some((other) => other.distanceTo(spot) < apart);
      if (!point.crowded) taken.push(spot);
      point.shape.getElement()?.classList.toggle("crowded", point.crowded);
    }
  }

  function drawRing() {
    const { selected } = ctx.now, place = selected?.startsWith("place:") && facts.places[selected.slice(6)];
    ring?.remove();
    ring = null;
    if (!place || ["country", "sea", "area"].includes(place.kind)) return;
    const icon = L.divIcon({ className: "place-ring", iconSize: [28, 28] });
    ring = L.marker([place.lat, place.lon], { interactive: false, keyboard: false, icon }).addTo(map);
  }

  function select() {
    for (const point of shown) point.shape.getElement()?.classList.toggle("selected", isSelected(point));
    drawRing();
    thin();
  }

  function gather() {
    shown = [...all.values()].filter(({ layer }) => ctx.now.layers.includes(layer));
    select();
  }

  for (const layer of ctx.known.layers)
    for (const one of ctx.features(layer)) if (one.shape instanceof L.Marker) take(one);
  map.on("zoomend", () => { shown.forEach(draw); thin(); });

  ctx.namedPoint = (place) => shown.find((point) => place === `place:${point.id}` && isNamed(point))?.ref ?? null;
  ctx.layerPoints = ctx.points = () => seen().map((point) => {
    const { layer, id, kind, status, name, shape, facts: feature } = point;
    const label = feature.label ?? name, latlng = shape.getLatLng();
    return { layer, id, kind, status, name, label, latlng, selected: isSelected(point) };
  });
  ctx.reserve(() => seen().filter(({ ref }) => !ctx.isDim(ref)).map(({ shape }) => shape.getElement()?.firstChild?.getBoundingClientRect()).filter(Boolean));
  return { layers: gather, select, tour: thin };
});
