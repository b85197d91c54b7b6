/* While routes are shown: a click on a country's land, a strait, the name of a sea or a place of the network offers to close it or to
 * open it again, and on a place to start or end there. The page is asked, which asks the engine. Needs route_marks.js before it.
 *   ctx.doors   {through(leg): what can be closed around it, buttons([[text, words]])} */
"use strict";
atlas.part("doors", (ctx) => {
  const { map, facts: { places, network: { nodes, countries, wholes = {} } } } = ctx, { make, button } = ctx.card;
  const HIT = 9, TOUCH = 20; // px round a place
  const DOT = { place: 2.4, strait: 3.6 }; // px, radius
  const LISTS = ["places", "countries", "wholes"]; // of what an answer says is closed
  const hover = matchMedia("(hover: hover)"), coarse = matchMedia("(pointer: coarse)");
  const all = Object.entries(nodes).map(([id, node]) => ({ id, ...node, latlng: L.latLng(node.lat, node.lon) }));
  let dots = null, told = null;

  map.createPane("route-places").style.zIndex = 405;

  /* ---- dots of the places ---- */
  function style({ id, strait }) {
    const { page, map: colour } = ctx.tokens(), isClosed = ctx.routing()?.places.includes(id);
    return { color: isClosed ? colour.closed : page.ink_2, weight: 1, fillColor: isClosed ? colour.closed : colour.casing, fillOpacity: 1, radius: strait ? DOT.strait : DOT.place };
  }

  function drawDots() {
    dots ??= L.layerGroup(all.map((node) => {
      const renderer = (drawDots.renderer ??= L.canvas({ pane: "route-places", padding: 0.3 }));
      return Object.assign(L.circleMarker(node.latlng, { pane: "route-places", renderer, interactive: false }), { node });
    }));
    dots.eachLayer((dot) => { const { radius, ...rest } = style(dot.node); dot.setRadius(radius).setStyle(rest); });
    dots.addTo(map);
  }

  /* ---- what can be closed ---- */
  const nameOf = (word) => nodes[word]?.name ?? wholes[word]?.name ?? countries[word];
  const isClosed = (word) => LISTS.some((list) => ctx.routing()[list].includes(word));
  const deedOf = (word) => (isClosed(word) ? [`Open ${nameOf(word)} again`, { open: word }] : [`Close ${nameOf(word)}`, { close: word }]);

  /* In a small country a place is always near: its card closes the country, too. */
  function placeDoor({ id, name, strait, port, country, latlng }) {
    const home = countries[country], kind = strait ? "Strait or canal" : [port ? "Port" : "Place", home].filter(Boolean).join(" in ");
    return { name, kind, latlng, end: strait ? null : id, doors: home && !strait ? [id, country] : [id] };
  }

  const countryDoor = (iso, latlng) => ({ name: countries[iso], kind: "Country", latlng, doors: [iso] });

  /* ---- what lies there ---- */
  function placeNear(point) {
    const reach = coarse.matches ? TOUCH : HIT;
    const near = all.map((node) => ({ node, away: map.latLngToContainerPoint(node.latlng).distanceTo(point) })).filter(({ away }) => away < reach);
    return near.sort((a, b) => a.away - b.away)[0]?.node ?? null;
  }

  /* A sea's or a strait's name stands for what the network calls the same. */
  function waterAt(point) {
    const label = ctx.labelAt(point), name = label?.kind === "sea" && places[label.id.slice("place:".length)].name;
    if (!name) return null;
    const strait = all.find((node) => node.strait && node.name === name), [id] = Object.entries(wholes).find(([, whole]) => whole.name === name) ?? [];
    if (strait) return placeDoor(strait);
    return id ? { name, kind: "Sea", latlng: map.containerPointToLatLng(point), doors: [id] } : null;
  }

  function countryAt(latlng) {
    const found = ctx.base("countries").features.find((one) => Object.hasOwn(countries, one.properties.iso) && ctx.isIn(latlng, one));
    return found?.properties.iso ?? null;
  }

  /* ---- the card ---- */
  function buttons(list) {
    const row = make("div", "card-deeds");
    row.append(...list.map(([text, words]) => button("card-zoom", text, () => { ctx.ask(words); ctx.card.leave(); })));
    return row;
  }

  function enter({ name, kind, latlng, end, doors }) {
    const ends = end ? [["From here", { from: end }], ["To here", { to: end }]] : [];
    ctx.card.open({
      by: "door", about: doors[0], className: "leg-card door-card", shape: L.marker(latlng), title: name,
      kind: isClosed(doors[0]) ? `${kind}, closed in this question` : kind,
      body: [buttons([...ends, ...doors.map(deedOf)])], home: () => map.getContainer(),
    });
    ctx.card.focus();
  }

  /* What is too long or too wide to be clicked whole is closed from its legs: straits at their ends, waters, corridors. */
  function through({ id, from, to }) {
    const straits = [from, to].filter((end) => nodes[end].strait);
    return [...straits, ...Object.keys(wholes).filter((one) => wholes[one].legs.includes(id))].map(deedOf);
  }

  /* A place before the leg that ends there; true when there was one. */
  ctx.openPlaceAt = (event) => {
    const node = event && placeNear(map.mouseEventToContainerPoint(event));
    if (node) enter(placeDoor(node));
    return Boolean(node);
  };
  ctx.doors = { buttons, through };

  map.on("click", ({ latlng, containerPoint, originalEvent }) => {
    if (!ctx.routing() || !originalEvent || ctx.openPlaceAt(originalEvent)) return;
    const water = waterAt(containerPoint), iso = !water && countryAt(latlng);
    if (water) enter(water);
    else if (iso) enter(countryDoor(iso, latlng));
    else ctx.card.close("door");
  });

  map.on("mousemove", ({ containerPoint }) => {
    if (!ctx.routing() || !hover.matches) return;
    const name = (placeNear(containerPoint) ?? waterAt(containerPoint))?.name ?? "";
    if (name || told) ctx.point(name, containerPoint);
    told = name;
  });

  return {
    routes() {
      ctx.card.close("door");
      if (ctx.routing()) drawDots();
      else dots?.remove();
    },
    theme() { if (ctx.routing()) drawDots(); },
  };
});
