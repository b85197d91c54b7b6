/* While routes are shown: a click on a country's land, a strait or a place of the network offers to close it or to open it
 * again, and on a place to start or end there. The page is asked, which asks the engine. Needs route_marks.js and route_card.js before it. */
"use strict";
atlas.part("doors", (ctx) => {
  const { map, facts: { network: { nodes, countries } } } = ctx, { make, button } = ctx.cardTools;
  const HIT = 9, TOUCH = 20; // px round a place
  const DOT = { place: 2.4, strait: 3.6 }; // px, radius
  const hover = matchMedia("(hover: hover)"), coarse = matchMedia("(pointer: coarse)");
  const card = make("section", "card leg-card door-card"), container = map.getContainer();
  const all = Object.entries(nodes).map(([id, node]) => ({ id, ...node, latlng: L.latLng(node.lat, node.lon) }));
  let dots = null, open = null, corner = null, told = null;

  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-labelledby", "door-card-title");
  L.DomEvent.disableClickPropagation(card).disableScrollPropagation(card);
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

  /* ---- what lies there ---- */
  function placeNear(point) {
    const reach = coarse.matches ? TOUCH : HIT;
    const near = all.map((node) => ({ node, away: map.latLngToContainerPoint(node.latlng).distanceTo(point) })).filter(({ away }) => away < reach);
    return near.sort((a, b) => a.away - b.away)[0]?.node ?? null;
  }

  function countryAt(latlng) {
    const found = ctx.base("countries").features.find((one) => Object.hasOwn(countries, one.properties.iso) && ctx.isIn(latlng, one));
    return found?.properties.iso ?? null;
  }

  const closable = (word, name, list) => ({ word, name, isClosed: ctx.routing()[list].includes(word) });

  /* In a small country a place is always near: its card closes the country, too. */
  function placeDoor({ id, name, strait, port, country, latlng }) {
    const home = countries[country], doors = [closable(id, name, "places")];
    if (home && !strait) doors.push(closable(country, home, "countries"));
    const kind = strait ? "Strait or canal" : [port ? "Port" : "Place", home].filter(Boolean).join(" in ");
    return { name, kind, latlng, end: strait ? null : id, doors };
  }

  const countryDoor = (iso, latlng) =>
    ({ name: countries[iso], kind: "Country", latlng, end: null, doors: [closable(iso, countries[iso], "countries")] });

  /* ---- the card ---- */
  function fill({ name, kind, end, doors }) {
    const title = make("h2", "card-title", name), close = button("card-close", "×", leave), deeds = make("div", "card-deeds");
    const ask = (text, words) => deeds.append(button("card-zoom", text, () => { ctx.ask(words); leave(); }));
    title.id = "door-card-title";
    close.setAttribute("aria-label", "Close this card");
    if (end) { ask("From here", { from: end }); ask("To here", { to: end }); }
    for (const { word, name: closed, isClosed } of doors)
      ask(isClosed ? `Open ${closed} again` : `Close ${closed}`, isClosed ? { open: word } : { close: word });
    card.replaceChildren(close, title, make("p", "card-kind", doors[0].isClosed ? `${kind}, closed in this question` : kind), deeds);
  }

  function enter(door) {
    ctx.leaveLeg();
    open = { ...door, shape: L.marker(door.latlng) };
    fill(open);
    container.append(card);
    corner = ctx.placeCard(card, open.shape, null);
    card.focus({ preventScroll: true });
  }

  function leave() {
    if (!open) return;
    const hadFocus = card.contains(document.activeElement);
    card.remove();
    if (hadFocus) container.focus({ preventScroll: true });
    open = null;
  }

  /* A place before the leg that ends there; true when there was one. */
  ctx.openPlaceAt = (event) => {
    const node = event && placeNear(map.mouseEventToContainerPoint(event));
    if (node) enter(placeDoor(node));
    return Boolean(node);
  };
  ctx.leaveDoor = leave;

  map.on("click", ({ latlng, originalEvent }) => {
    if (!ctx.routing() || !originalEvent || ctx.openPlaceAt(originalEvent)) return;
    const iso = countryAt(latlng);
    if (iso) enter(countryDoor(iso, latlng));
    else leave();
  });

  map.on("mousemove", ({ containerPoint }) => {
    if (!ctx.routing() || !hover.matches) return;
    const node = placeNear(containerPoint);
    if (node) ctx.tip(node.name, containerPoint);
    else if (told) ctx.tip("");
    if (node !== told) container.classList.toggle("at-place", Boolean(node));
    told = node;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    event.preventDefault();
    leave();
  });

  ctx.reserve(() => (open ? [card.getBoundingClientRect()] : []));
  return {
    routes() {
      leave();
      if (ctx.routing()) drawDots();
      else dots?.remove();
    },
    theme() { if (ctx.routing()) drawDots(); },
    rest() { if (open) corner = ctx.placeCard(card, open.shape, corner); },
  };
});
