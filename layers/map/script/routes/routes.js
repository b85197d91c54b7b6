/* An answer of the routes panel on the map: its legs in the colours of the routes, the lost way in grey. While it is shown
 * the layers rest unseen; their state stays. A leg of several routes wears the colour of the first.
 *   ctx.routing()   null, or {routes: [{n, title, legs}], lost: [leg], closed: Set of leg ids, countries, ends: [node],
 *                   places: [closed node], wholes: [closed water or corridor], legs: all that are drawn}; a leg: {id, name, mode, status, km, countries, latlngs, users: [n], shape …}
 * Pointer, keyboard and light as for the layers: one tab stop for each route, arrow keys through its legs. */
"use strict";
atlas.part("routes", (ctx) => {
  const { map, facts } = ctx, { legs: network, nodes } = facts.network;
  const { line: sizes, glyph } = facts.tokens;
  const PER_DEGREE = 1000; // as the file of lines counts
  const FIRST = 5, OTHERS = 3.6, LOST = 3; // px
  const ROUTES = [1, 2, 3, 4], PADDING = { large: 64, small: 30 }, GAP = 30; // px round all routes; px round the legend
  const STATUS = { operating: "operating", building: "being built", planned: "planned", idle: "idle", closed: "closed" };
  const hover = matchMedia("(hover: hover)"), coarse = matchMedia("(pointer: coarse)");
  const container = map.getContainer();
  const known = new Map(), stops = new Map(); // legs by id; route → the leg that Tab reaches
  let shown = null, walking = null, lit = null;

  map.createPane("routes").style.zIndex = 410;
  const groups = [...ROUTES.map((n) => ({ id: `route-${n}`, title: `Route ${n}` })), { id: "lost", title: "Lost way" }];
  const order = ["lost", ...ROUTES.map((n) => `route-${n}`).reverse(), "lit"];
  const renderer = new AtlasStrokes({ pane: "routes", padding: 0.3, layers: groups, order });

  /* ---- legs ---- */
  function decoded(steps) {
    const latlngs = [];
    for (let i = 0, lon = 0, lat = 0; i < steps.length; i += 2)
      latlngs.push(L.latLng((lat += steps[i + 1]) / PER_DEGREE, (lon += steps[i]) / PER_DEGREE));
    return latlngs;
  }

  function leg(id) {
    if (!known.has(id)) known.set(id, take(id, network[id]));
    return known.get(id);
  }

  function take(id, { steps, ...told }) {
    const latlngs = decoded(steps), name = `${nodes[told.from].name} – ${nodes[told.to].name}`;
    const options = { renderer, pane: "routes", bubblingMouseEvents: false, interactive: true, smoothFactor: 0.8 };
    const one = { id, ...told, name, latlngs, users: [], shape: L.polyline(latlngs, options) };
    one.shape.line = { get layer() { return groupOf(one); }, dress: (path) => dress(path, one) };
    one.shape.look = () => look(one);
    one.shape.on("mouseover mousemove", ({ originalEvent }) => under(originalEvent));
    one.shape.on("mouseout", () => light(null));
    one.shape.on("click", ({ originalEvent }) => {
      if (ctx.openPlaceAt(originalEvent)) return;
      const met = nearest(originalEvent);
      goTo(met);
      ctx.openLeg(met);
    });
    return one;
  }

  const groupOf = ({ users: [first] }) => (first ? `route-${first}` : "lost");
  const kmOf = ({ km }) => `${km.toLocaleString("en", { maximumFractionDigits: 0 })} km`;

  function spoken(one) {
    const where = one.users.length ? `Route ${one.users.join(" and ")}` : "Lost";
    const closed = shown.closed.has(one.id) ? "closed now" : STATUS[one.status];
    return `${one.name}, ${one.mode}, ${closed}, ${kmOf(one)}. ${where}.`;
  }

  function dress(path, one) {
    const group = groupOf(one);
    if (!stops.has(group)) stops.set(group, one.id);
    const worn = { role: "button", "aria-haspopup": "dialog", "aria-label": spoken(one), "data-leg": one.id };
    for (const [name, value] of Object.entries(worn)) path.setAttribute(name, value);
    path.setAttribute("stroke-width", coarse.matches ? glyph.hit.touch : sizes.hit_width);
    path.setAttribute("tabindex", stops.get(group) === one.id ? 0 : -1);
  }

  /* ---- looks ---- */
  function look(one) {
    const { mode, users: [first] } = one, group = groupOf(one), isLit = ctx.now.lit === one.id;
    const rail = (first === 1 ? FIRST : first ? OTHERS : LOST) * (1.5 * ctx.big() || 1), width = rail * (sizes.mode_factor[mode] ?? 1);
    const stroke = (name, wide, more) => ({
      class: `${name} s-${group}`, "stroke-width": Number(wide.toFixed(2)), "stroke-linecap": "round", "stroke-dasharray": null, ...more,
    });
    const strokes = { core: stroke("core", width, ctx.swatchDash(one, width)) };
    if (mode === "road") strokes.over = stroke("inner", rail * 0.17); // two thin lines of one colour must not read as grey
    if (!isLit) return { rank: group, strokes: { ...strokes, casing: stroke("casing", width + sizes.casing_extra) } };
    const { outline_extra: outline, casing_extra: paper } = sizes.selected;
    return { rank: "lit", strokes: { ...strokes, outline: stroke("outline", width + outline), paper: stroke("paper", width + paper) } };
  }

  /* ---- show and leave ---- */
  function gather({ routes, lost, closed, ends, ...rest }) {
    for (const one of known.values()) one.users = [];
    const inOrder = [...routes].sort((a, b) => a.n - b.n).map((route) => ({ ...route, legs: route.legs.map(leg) }));
    for (const { n, legs } of inOrder) for (const one of legs) one.users.push(n);
    const gone = lost.map(leg).filter(({ users }) => !users.length), used = inOrder.flatMap(({ legs }) => legs);
    const named = ends.map((id) => ({ id, ...nodes[id] }));
    return { routes: inOrder, lost: gone, closed: new Set(closed), ends: named, ...rest, legs: [...new Set([...used, ...gone])] };
  }

  function show(options) {
    const { routes: wanted } = ctx.now, first = !shown, before = shown?.legs ?? [];
    before.forEach(({ shape }) => shape.remove());
    stops.clear();
    ctx.tip("");
    shown = wanted && gather(wanted);
    container.classList.toggle("routing", Boolean(shown));
    if (!shown) container.querySelector(".legend").classList.remove("on-top");
    shown?.legs.forEach(({ shape }) => shape.addTo(map));
    if (!shown?.legs.includes(known.get(ctx.now.lit))) ctx.now.lit = lit = null;
    if (shown) queueMicrotask(() => fit(first, options)); // after the legend has taken its room
  }

  /* At first all routes, later only when one of them lies outside the view. */
  function fit(first, { stay = false, fly = true } = {}) {
    const [west, south, east, north] = facts.extent, points = shown.routes.flatMap(({ legs }) => legs.flatMap(({ latlngs }) => latlngs));
    const inside = points.filter(({ lat, lng }) => lat > south && lat < north && lng > west && lng < east);
    const bounds = L.latLngBounds(inside.length ? inside : shown.ends);
    if (!bounds.isValid() || stay || (!first && map.getBounds().contains(bounds))) return;
    ctx.moveTo(clearView(bounds, inside), { fly });
  }

  /* The nearest view of the box that hides nothing under the legend: whole, with room below or beside, or the legend on top. */
  function clearView(bounds, points) {
    if (ctx.small()) return ctx.viewOf(bounds, { padding: PADDING.small }); // there it is one button beside the others
    const { x: width, y: height } = map.getSize(), legend = container.querySelector(".legend"), box = legend.getBoundingClientRect();
    const hidden = ({ lat, lon, zoom }, top) => {
      const corner = map.project([lat, lon], zoom).subtract([width / 2, height / 2]);
      return points.filter((point) => {
        const { x, y } = map.project(point, zoom).subtract(corner);
        return x > width - box.width - GAP && (top ? y < box.height + GAP : y > height - box.height - GAP);
      }).length;
    };
    const tries = [{}, { bottom: box.height }, { right: box.width }, { top: true }].map(({ top = false, ...room }) => {
      const view = ctx.viewOf(bounds, { padding: PADDING.large, ...room });
      return { view, top, cost: hidden(view, top) - view.zoom + (top ? 0.3 : 0) };
    });
    const [{ view, top }] = tries.sort((a, b) => a.cost - b.cost);
    legend.classList.toggle("on-top", top);
    return view;
  }

  /* ---- light, pointer, keyboard ---- */
  function relight() {
    const now = shown?.legs.includes(known.get(ctx.now.lit)) ? known.get(ctx.now.lit) : null, before = lit;
    lit = now;
    for (const one of [before, now]) if (one && shown?.legs.includes(one)) renderer._updateStyle(one.shape);
  }

  function light(id, point) {
    if (ctx.now.lit !== id) ctx.obey({ lit: id });
    const one = id && leg(id);
    ctx.tip(one && point ? `${one.name} · ${one.users.length ? `route ${one.users.join(", ")}` : "lost"} · ${kmOf(one)}` : "", point);
  }

  /* Hit strokes are wide and overlap: the leg nearest to the pointer wins. */
  function nearest({ clientX, clientY }) {
    const found = document.elementsFromPoint(clientX, clientY).map((one) => one.dataset?.leg).filter(Boolean);
    const spot = map.mouseEventToLayerPoint({ clientX, clientY });
    const distance = (id) => leg(id).shape.closestLayerPoint(spot)?.distance ?? 99;
    return found.sort((a, b) => distance(a) - distance(b))[0] ?? null;
  }

  function under(event) {
    if (hover.matches) light(nearest(event), map.mouseEventToContainerPoint(event));
  }

  function goTo(id) {
    if (!id) return;
    const one = leg(id), group = groupOf(one);
    known.get(stops.get(group))?.shape._path.setAttribute("tabindex", -1);
    stops.set(group, id);
    one.shape._path.setAttribute("tabindex", 0);
    one.shape._path.focus({ preventScroll: true });
  }

  container.addEventListener("focusin", ({ target, relatedTarget }) => {
    const one = shown && target.dataset?.leg && leg(target.dataset.leg);
    if (!one || !target.matches(":focus-visible")) return;
    if (!relatedTarget?.dataset?.leg) walking = one.users[0] ?? null;
    if (!map.getBounds().intersects(one.shape.getBounds())) map.panTo(one.shape.getCenter(), { animate: ctx.motion() });
    light(one.id);
  });
  container.addEventListener("focusout", ({ target }) => { if (target.dataset?.leg) light(null); });

  /* A leg that several routes use belongs to the one along which the arrows came. */
  container.addEventListener("keydown", (event) => {
    const id = event.target.dataset?.leg;
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return;
    const one = leg(id), own = one.users.includes(walking) ? walking : one.users[0];
    const line = shown.routes.find(({ n }) => n === own)?.legs ?? shown.lost, at = line.indexOf(one);
    const next = at + 1, before = at - 1;
    const to = { ArrowRight: next, ArrowDown: next, ArrowLeft: before, ArrowUp: before, Home: 0, End: -1 }[event.key];
    if (to !== undefined) goTo(line.at(to % line.length).id);
    else if (event.key === "Enter" || event.key === " ") ctx.openLeg(id);
    else return;
    walking = own;
    event.preventDefault();
    event.stopPropagation();
  });

  /* ---- what labels and legend ask ---- */
  const layerLines = ctx.lines;
  ctx.lines = () => (shown ? shown.legs.map((one) => {
    const { id, mode, status, name, latlngs } = one, group = groupOf(one);
    return { layer: group, id, subject: group, mode, status, name, latlngs, hollow: false, selected: false, drawn: true };
  }) : layerLines());
  ctx.routing = () => shown;
  ctx.legAt = leg;
  return { routes: show, light: relight };
});
