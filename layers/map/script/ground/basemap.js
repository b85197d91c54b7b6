/* The ground: land, lakes, coast, borders and disputed lines on one canvas below everything else. */
"use strict";
atlas.part("basemap", (ctx) => {
  const { map } = ctx;
  const renderer = L.canvas({ pane: "ground", padding: 0.4 });
  const plain = { pane: "ground", renderer, interactive: false, lineJoin: "round" };
  const layer = (geojson, style) => L.geoJSON(geojson, { ...plain, style }).addTo(map);
  const upper = () => (map.getZoom() >= 7 ? 1 : 0);

  const styles = {
    far: ({ map: colour }) => ({ stroke: false, fill: true, fillColor: colour.land, fillOpacity: 1 }),
    land: ({ map: colour }) => ({ color: colour.coast, weight: 0.8, fill: true, fillColor: colour.land, fillOpacity: 1 }),
    lake: ({ map: colour }) => ({ color: colour.coast, weight: 0.7, fill: true, fillColor: colour.water, fillOpacity: 1 }),
    border: ({ map: colour, boundary: { recognised } }) => ({
      color: colour.border, weight: recognised.width[upper()], fill: false,
    }),
    disputed: ({ map: colour, boundary: { disputed } }) => ({
      color: colour.disputed, weight: disputed.width[upper()], fill: false,
      dashArray: (upper() ? disputed.dash_px : disputed.dash_px_below_zoom_7).join(" "),
    }),
  };

  /* The arcs that more than one country holds are borders. What the disputed lines hold is left to them, for a solid
   * line under the dashes would settle what is not. */
  function arcsOf(name) {
    const count = new Map(), walk = (arcs) => arcs.forEach((arc) => (Array.isArray(arc) ? walk(arc) : note(arc < 0 ? ~arc : arc)));
    const note = (arc) => count.set(arc, (count.get(arc) ?? 0) + 1);
    ctx.topology.objects[name].geometries.forEach(({ arcs }) => walk(arcs));
    return count;
  }
  const disputed = arcsOf("disputed");
  const borders = [...arcsOf("countries")].filter(([arc, users]) => users > 1 && !disputed.has(arc)).map(([arc]) => [arc]);
  // All countries as one land: each coast and each border is then projected and drawn once, not once a neighbour.
  const land = topojson.merge(ctx.topology, ctx.topology.objects.countries.geometries);
  const drawn = [
    ["far", layer(ctx.base("world"))],
    ["land", layer(land)],
    ["lake", layer(ctx.base("lakes"))],
    ["border", layer(topojson.mesh(ctx.topology, { type: "MultiLineString", arcs: borders }))],
    ["disputed", layer(ctx.base("disputed"))],
  ];

  function paint(names = Object.keys(styles)) {
    const tokens = ctx.tokens();
    for (const [name, group] of drawn) if (names.includes(name)) group.setStyle(styles[name](tokens));
  }

  let level = upper();
  map.on("zoomend", () => {
    if (level !== (level = upper())) paint(["border", "disputed"]);
  });
  return { theme: () => paint() };
});
