/* The ring round what is spoken of, and the outline of countries that are lit.
 *   ctx.ring()      {x, y, radius} in px of the map, or null       ctx.markLit()   draws both anew for the step on show */
"use strict";
atlas.part("spotlight", (ctx) => {
  const { map, facts } = ctx, { diameter_min: least, ring: width, edge } = facts.tokens.spotlight;
  const POINT = 80, ROOM = 14, MOST = 0.84; // px across a place; px round a line; part of the map's height
  const outlines = L.layerGroup().addTo(map);
  const ring = L.marker([0, 0], { pane: "spotlight", interactive: false, keyboard: false });
  let last = null;

  map.createPane("lit-countries").style.zIndex = 300;
  const pane = map.createPane("spotlight");
  pane.style.zIndex = 590;
  pane.setAttribute("aria-hidden", "true");
  const renderer = L.svg({ pane: "lit-countries", padding: 0.3 });

  /* What the step rings: a point, or the box of a line. */
  function bounds(ref) {
    const place = ref.startsWith("place:") && facts.places[ref.slice(6)];
    if (place) return L.latLngBounds([[place.lat, place.lon]]);
    const shape = ctx.feature(ref)?.shape;
    if (shape) return shape.getBounds?.() ?? L.latLngBounds([shape.getLatLng()]);
    const [west, south, east, north] = ctx.layerFacts(ref).bounds;
    return L.latLngBounds([south, west], [north, east]);
  }

  function measure() {
    const ref = ctx.step()?.spotlight;
    if (!ref) return null;
    const box = bounds(ref), u = ctx.big(), from = map.latLngToLayerPoint(box.getNorthWest()), to = map.latLngToLayerPoint(box.getSouthEast());
    const across = from.equals(to) ? POINT * u : from.distanceTo(to) + 2 * ROOM * u;
    return { ref, centre: map.layerPointToLatLng(from.add(to).divideBy(2)), radius: Math.max(least * u, Math.min(across, MOST * map.getSize().y)) / 2 };
  }

  function draw() {
    const found = measure();
    if (!found || ctx.flying()) {
      ring.remove();
      last = null;
      return;
    }
    const side = Math.round(2 * found.radius), step = `${ctx.now.tour} ${ctx.now.step}`, isNew = last?.step !== step;
    ring.setLatLng(found.centre);
    if (isNew || last.side !== side) ring.setIcon(L.divIcon({ className: isNew ? "spotlight arriving" : "spotlight", iconSize: [side, side] }));
    last = { step, side };
    if (!map.hasLayer(ring)) ring.addTo(map);
  }

  ctx.ring = () => {
    const found = measure();
    return found && { ...map.latLngToContainerPoint(found.centre), radius: found.radius };
  };

  ctx.markLit = () => {
    const codes = (ctx.step()?.lit ?? []).map((ref) => facts.places[ref.replace("place:", "")])
      .filter((place) => place?.kind === "country").map(({ country }) => country);
    outlines.clearLayers();
    for (const country of ctx.base("countries").features)
      if (codes.includes(country.properties.iso))
        outlines.addLayer(L.geoJSON(country, { pane: "lit-countries", renderer, interactive: false, style: { className: "lit-country" } }));
    draw();
  };

  /* No label through the ring: small boxes along it, a name inside or outside stays free. */
  ctx.reserve(() => {
    const found = ctx.ring(), corner = map.getContainer().getBoundingClientRect();
    if (!found) return [];
    const side = (width + 2 * edge) * ctx.big() + 2, count = Math.ceil((2 * Math.PI * found.radius) / side);
    return Array.from({ length: count }, (_, n) => {
      const angle = (2 * Math.PI * n) / count, x = found.x + found.radius * Math.cos(angle), y = found.y + found.radius * Math.sin(angle);
      return new DOMRect(corner.left + x - side / 2, corner.top + y - side / 2, side, side);
    });
  });
  map.on("zoomend moveend", () => { if (ctx.step()) draw(); });
  return { rest: () => { if (ctx.step() && !map.hasLayer(ring)) draw(); } }; // a hand on the map has ended the flight
});
