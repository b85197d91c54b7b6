/* What stands on the routes: numbers, ends, ports where cargo changes, the cross where the lost way is cut, and the hatch
 * of closed countries. Red means closed and nothing else. */
"use strict";
atlas.part("route marks", (ctx) => {
  const { map, facts } = ctx, { nodes } = facts.network;
  const ROOM = { badge: 34, mark: 24, line: 20, edge: 18 }; // px from a number to its neighbours
  const END = 30; // px, the ring round an end
  const STEP = 10; // px between the places that are tried for a number
  const signs = L.layerGroup(), badges = L.layerGroup(), countries = L.layerGroup();
  let points = [];

  map.createPane("closed-countries").style.zIndex = 300;
  for (const [name, level] of [["route-signs", 560], ["route-badges", 570]]) {
    const pane = map.createPane(name);
    pane.style.zIndex = level;
    pane.setAttribute("aria-hidden", "true"); // the legs' own names and the panel say the same
  }
  const hatching = L.svg({ pane: "closed-countries", padding: 0.3 });

  /* ---- closed countries ---- */
  const outlines = (codes) => ctx.base("countries").features.filter(({ properties }) => codes.includes(properties.iso));

  function hatchPattern() {
    const svg = ctx.svg("svg", { width: 0, height: 0, class: "hatch", "aria-hidden": true });
    const defs = svg.appendChild(ctx.svg("defs", {}));
    const pattern = defs.appendChild(ctx.svg("pattern", {
      id: "closed-hatch", width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)",
    }));
    pattern.append(ctx.svg("rect", { width: 7, height: 7, class: "hatch-ground" }), ctx.svg("path", { d: "M0 0V7", class: "hatch-line" }));
    map.getContainer().append(svg);
  }

  function hatch(codes) {
    countries.clearLayers();
    const options = { pane: "closed-countries", renderer: hatching, interactive: false };
    for (const outline of outlines(codes)) {
      const { iso } = outline.properties;
      countries.addLayer(L.geoJSON(outline, { ...options, style: { className: `closed-country iso-${iso}`, fillColor: ctx.closedFill, fillOpacity: 1 } }));
    }
  }

  /* ---- signs ---- */
  function sign(latlng, name, { side, room = side, className = "" }) {
    const svg = ctx.svg("svg", { width: side, height: side, class: "glyph", "aria-hidden": true });
    svg.append(ctx.svg("use", { href: `#${name}` }));
    const icon = L.divIcon({ className: `route-sign ${className}`, iconSize: [room, room], html: svg });
    signs.addLayer(L.marker(latlng, { pane: "route-signs", icon, interactive: false, keyboard: false }));
  }

  /* The legs in order of travel with the nodes they leave and reach; after a gap the next leg begins anew. */
  function travel(legs) {
    const ends = (leg) => (leg ? [leg.from, leg.to] : []);
    const start = (leg, next) => ends(leg).find((end) => !ends(next).includes(end)) ?? leg.from;
    let at = null;
    return legs.map((leg, n) => {
      const from = ends(leg).includes(at) ? at : start(leg, legs[n + 1]);
      at = from === leg.from ? leg.to : leg.from;
      return { leg, from, to: at };
    });
  }

  /* Where cargo changes between rail, road and ship. */
  function changes({ routes }) {
    const ids = routes.flatMap(({ legs }) => travel(legs).slice(1)
      .filter(({ leg }, n) => leg.mode !== legs[n].mode).map(({ from }) => from));
    return [...new Set(ids)];
  }

  function stand(shown) {
    const ends = shown.ends.map(({ id }) => id), met = [...new Set([...ends, ...changes(shown)])];
    points = met.map((id) => ({ id, ...nodes[id], isEnd: ends.includes(id), latlng: L.latLng(nodes[id]) }));
    for (const { latlng, port, isEnd } of points)
      sign(latlng, port ? "port" : "transfer", isEnd ? { side: 18, room: END, className: "route-end" } : { side: port ? 18 : 14 });
    cuts(shown).forEach((latlng) => sign(latlng, "closed", { side: 20, className: "route-cut" }));
  }

  /* ---- the cut ---- */
  ctx.isIn = isIn; // whether a point lies on a country's land, by even and odd crossings over all its rings
  function isIn({ lng, lat }, { geometry: { type, coordinates } }) {
    const rings = (type === "Polygon" ? [coordinates] : coordinates).flat();
    return rings.reduce((odd, ring) => ring.reduce((inside, [x, y], n) => {
      const [ax, ay] = ring[n ? n - 1 : ring.length - 1];
      return (y > lat) !== (ay > lat) && lng < x + ((ax - x) * (lat - y)) / (ay - y) ? !inside : inside;
    }, odd), false);
  }

  /* One cross for each stretch of closed legs: where it enters a closed country, else at the first joint, else midway. */
  function cuts({ lost, closed, countries: codes }) {
    const doors = outlines(codes), stretches = [];
    travel(lost).forEach((step, n, all) => {
      if (!closed.has(step.leg.id)) return;
      if (n && closed.has(all[n - 1].leg.id) && all[n - 1].to === step.from) stretches.at(-1).push(step);
      else stretches.push([step]);
    });
    return stretches.map((steps) => {
      const way = steps.flatMap(({ leg, from }) => (from === leg.from ? leg.latlngs : [...leg.latlngs].reverse()));
      const entry = dense(way).find((latlng) => doors.some((door) => isIn(latlng, door)));
      return entry ?? (steps[1] ? L.latLng(nodes[steps[0].to]) : way[Math.floor(way.length / 2)]);
    });
  }

  /* Points at most 0.1 degree apart, so that a long straight piece has a point near the border it crosses. */
  function dense(way) {
    return way.flatMap((point, n) => {
      const next = way[n + 1] ?? point, pieces = Math.max(1, Math.ceil(Math.hypot(next.lng - point.lng, next.lat - point.lat) * 10));
      return Array.from({ length: pieces }, (_, i) =>
        L.latLng(point.lat + ((next.lat - point.lat) * i) / pieces, point.lng + ((next.lng - point.lng) * i) / pieces));
    });
  }

  /* ---- numbers ---- */
  function samples(legs, frame) {
    const found = [];
    for (const { latlngs } of legs)
      for (const part of atlas.screen.parts(latlngs)) atlas.screen.walk(part, frame, STEP, (x, y) => found.push({ x, y }));
    return found;
  }

  const apart = ({ x, y }, others, room) => others.every((one) => Math.hypot(one.x - x, one.y - y) >= room);
  const clear = ({ x, y }, boxes) => boxes.every(({ left, top, right, bottom }) =>
    x < left - ROOM.edge || x > right + ROOM.edge || y < top - ROOM.edge || y > bottom + ROOM.edge);

  function furniture() {
    const { left, top } = map.getContainer().getBoundingClientRect();
    return [...document.querySelectorAll(".map-bar, .map-corner, .legend, .card")].map((one) => one.getBoundingClientRect())
      .filter(({ width }) => width).map((box) => ({
        left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top,
      }));
  }

  /* Each number midway along what only its route uses, clear of everything else; none where no such piece is in view. */
  function number() {
    const shown = ctx.routing();
    badges.clearLayers();
    if (!shown) return;
    const frame = atlas.screen.frame(map), boxes = furniture(), taken = [];
    const { width, height } = frame, marks = signs.getLayers().map((one) => map.latLngToContainerPoint(one.getLatLng()));
    for (const { n, legs } of shown.routes) {
      const own = samples(legs.filter(({ users }) => users.length === 1), frame), half = own.length / 2;
      const others = samples(shown.legs.filter(({ users }) => !users.includes(n)), frame);
      const tries = own.map((spot, at) => ({ ...spot, away: Math.abs(at - half) })).sort((a, b) => a.away - b.away)
        .filter((spot) => spot.x > ROOM.edge && spot.y > ROOM.edge && spot.x < width - ROOM.edge && spot.y < height - ROOM.edge)
        .filter((spot) => clear(spot, boxes) && apart(spot, taken, ROOM.badge) && apart(spot, marks, ROOM.mark));
      const spot = tries.find((one) => apart(one, others, ROOM.line)) ?? tries[0];
      if (!spot) continue;
      taken.push(spot);
      const icon = L.divIcon({ className: `route-badge s-route-${n}`, iconSize: [24, 24], html: String(n) });
      const latlng = map.containerPointToLatLng([spot.x, spot.y]);
      badges.addLayer(L.marker(latlng, { pane: "route-badges", icon, interactive: false, keyboard: false }));
    }
  }

  /* ---- hooks ---- */
  function show() {
    const shown = ctx.routing();
    for (const group of [signs, badges, countries]) { group.clearLayers(); group[shown ? "addTo" : "removeFrom"](map); }
    points = [];
    if (!shown) return;
    hatch(shown.countries);
    stand(shown);
  }

  hatchPattern();
  ctx.closedFill = "url(#closed-hatch)";
  const layerPoints = ctx.points;
  ctx.points = () => (ctx.routing() ? points.map(({ id, name, port, isEnd, latlng }) => ({
    layer: "routes", id, kind: port ? "port" : "route-stop", status: "operating", name, label: name, latlng, selected: isEnd, ring: isEnd ? END / 2 + 3 : undefined,
  })) : layerPoints());
  ctx.reserve(() => (ctx.routing() ? [...signs.getLayers(), ...badges.getLayers()] : [])
    .map((one) => one.getElement()?.getBoundingClientRect()).filter(Boolean));
  return { routes: show, rest: number };
});
