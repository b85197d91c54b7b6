/* What a step shows on the map: its layers, its view, what is lit and what is dimmed, its routes, large type.
 *   ctx.isNamed(ref)  the step lights or rings exactly this: "layer", "layer/feature" or "place:id"
 *   ctx.isLit(ref)    the same, or its layer is lit      ctx.isDim(ref)   everything else while a tour runs
 * A quick presenter skips pictures, never steps: the map follows once a frame. */
"use strict";
atlas.part("stage", (ctx) => {
  const { map, facts } = ctx, coarse = matchMedia("(pointer: coarse)");
  const SAME = 12, ENDS = 1.5; // px between two signs of one thing; the rings of a route's ends, times
  const PADDING = facts.tokens.layout.presenter.padding, NEAREST = 10.5, LATE = 120; // px, zoom, ms
  const LIKE = { label: 26, large: 24, name: 20, area: 18 }; // px at 1280 × 720
  let before = null, fitted = null, waiting = false, options = {};

  const lit = () => ctx.step()?.lit ?? [];
  const layerOf = (ref) => ref.split("/")[0];
  ctx.isNamed = (ref) => lit().includes(ref) || (Boolean(ref) && ctx.step()?.spotlight === ref);
  ctx.isLit = (ref) => ctx.isNamed(ref) || lit().includes(layerOf(ref));
  ctx.isDim = (ref) => Boolean(ctx.step()) && lit().length > 0 && !ctx.isLit(ref);

  /* ---- what other parts read ---- */
  const plain = { tokens: ctx.tokens, lines: ctx.lines, points: ctx.points };
  const refOf = ({ layer, id }) => `${layer}/${id}`;
  const marked = (one) => ({ ...one, dim: ctx.isDim(refOf(one)), selected: one.selected || ctx.isLit(refOf(one)) });
  /* Beside an answer's routes only what is lit stays on the map. */
  const told = (all, ofLayers) => {
    if (!ctx.step()) return all();
    const own = ofLayers().map(marked);
    const drawn = ctx.routing() ? all().map((one) => (one.ring ? { ...one, ring: one.ring * ENDS * ctx.big() } : one)) : [];
    return ctx.routing() ? [...drawn, ...own.filter((one) => !one.dim && !drawn.some((other) => isSame(one, other)))] : own;
  };
  const isSame = (one, other) => Boolean(one.latlng && other.latlng)
    && map.latLngToLayerPoint(one.latlng).distanceTo(map.latLngToLayerPoint(other.latlng)) < SAME * ctx.big();
  ctx.lines = () => told(plain.lines, ctx.layerLines);
  ctx.points = () => told(plain.points, ctx.layerPoints);
  ctx.tokens = () => (ctx.step() ? enlarged(plain.tokens(), ctx.big()) : plain.tokens());

  /* The table with the sizes of type that the last row can read. */
  function enlarged(tokens, u) {
    const { map: type, presenter } = tokens.type, least = presenter.label_min * u, country = presenter.label_country * u;
    const sized = (style, ...sizes) => ({ ...style, size: sizes.length > 1 ? sizes : sizes[0] });
    return {
      ...tokens,
      glyph: { ...tokens.glyph, size: { ...tokens.glyph.size, explore: tokens.glyph.size.presenter * u, close: tokens.glyph.size.presenter * u } },
      type: { ...tokens.type, map: {
        country: sized(type.country, country, country, country),
        sea: sized(type.sea, least, least, 20 * u, 22 * u),
        area: sized(type.area, LIKE.area * u),
        capital: sized(type.capital, LIKE.name * u),
        city: sized(type.city, LIKE.name * u, LIKE.name * u),
        port: sized(type.port, LIKE.large * u),
        line: sized(type.line, LIKE.name * u, LIKE.large * u, LIKE.label * u),
      } },
    };
  }

  /* ---- a step ---- */
  function show() {
    const step = ctx.step(), { now } = ctx;
    waiting = false;
    if (!step) return leave();
    before ??= { layers: [...now.layers], selected: now.selected, routes: now.routes };
    map.invalidateSize({ animate: false });
    if (now.selected) ctx.obey({ selected: null });
    if (now.routes || step.routes) ctx.obey({ routes: step.routes }, { stay: true });
    ctx.obey({ layers: step.layers }, { fly: false });
    look(step, options);
    light(); // after the flight has begun, for the ring waits for its end
  }

  function light() {
    ctx.restyle();
    for (const id of ctx.known.layers)
      for (const { ref, shape } of ctx.features(id)) if (shape instanceof L.Marker) shape.getElement()?.classList.toggle("dimmed", ctx.isDim(ref));
    ctx.markLit();
  }

  function look({ focus }, { fly = true } = {}) {
    const u = ctx.big();
    if (focus.view) {
      const [lat, lon, zoom] = focus.view;
      ctx.moveTo({ lat, lon, zoom: zoom + Math.log2(u) }, { fly });
    } else if (focus.bounds) {
      const [west, south, east, north] = focus.bounds, bounds = L.latLngBounds([south, west], [north, east]);
      ctx.moveTo(ctx.viewOf(bounds, { padding: PADDING * u, nearest: NEAREST }), { fly });
    } else ctx.obeyFit(focus.ref, { fly });
    fitted = JSON.stringify(ctx.state().view);
  }

  /* Back to what was on before; where the map looks stays. After a reload nothing is known of before. */
  function leave() {
    const { now } = ctx, back = before ?? { routes: null };
    if (!now.tour) before = null;
    light();
    if (!now.tour) {
      const { routes, ...rest } = back;
      ctx.obey(now.routes || routes ? back : rest, { stay: true });
    }
    ctx.rest();
  }

  function follow(wanted = {}) {
    options = wanted;
    map.dragging[ctx.step() && coarse.matches ? "disable" : "enable"](); // there a swipe is a step
    if (!ctx.ready()) return show();
    if (waiting) return;
    waiting = true;
    const once = () => { if (waiting) show(); };
    requestAnimationFrame(once);
    setTimeout(once, LATE); // a window behind another one gets no frames
  }

  /* Another window or a taller caption: the same step in its new box, unless somebody has moved the map. */
  map.on("resize", () => {
    if (!ctx.step() || waiting || JSON.stringify(ctx.state().view) !== fitted) return;
    look(ctx.step(), { fly: false });
    light();
  });
  return { tour: follow };
});
