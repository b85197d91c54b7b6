/* window.atlas: the map's state inside the document, used by the page, by tests and by the other scripts alike.
 *
 *   atlas.ready          a promise; resolves when every visible layer is drawn and labelled
 *   atlas.state()        {layers: [id], view: {lat, lon, zoom}, selected, tour, step, routes, lit, theme}
 *   atlas.apply(delta)   takes any part of that shape; flies unless reduced motion is asked for or {fly: false} is given
 *   atlas.fit(ref)       "all" | "layer" | "layer/feature" | "place:id": shows it whole
 *   atlas.part(name, factory)   joins a part before the start; factory(ctx) returns hooks:
 *       rest    the map stands still and something changed      move    a movement begins
 *       layers  the set of layers changed    theme, select      what their names say
 *       tour    another tour or step, or the map is left to the class (exploring) and taken back
 *   atlas.map            the Leaflet map            atlas.feature(ref)   {ref, layer, id, shape, facts}
 *
 * ctx, what the parts share: see begin(). Panes by z-index: ground 250 (canvas), lines 400 (one SVG), points 600;
 * labels of land and sea belong between 250 and 400, other labels between 400 and 600. */
"use strict";
const atlas = (window.atlas = (() => {
  const block = (id) => JSON.parse(document.getElementById(id).textContent);
  const facts = block("atlas-facts"), topology = block("base-map");
  const darkScreen = matchMedia("(prefers-color-scheme: dark)");
  const ownTheme = () => (darkScreen.matches ? "dark" : "light");
  const layerFacts = new Map(facts.layers.map((layer) => [layer.id, layer]));
  const known = {
    layers: new Set(layerFacts.keys()),
    features: new Set(Object.keys(facts.features)),
    places: new Set(Object.keys(facts.places)),
    tours: new Set(Object.keys(facts.tours)),
    ...Object.fromEntries(["legs", "nodes", "countries", "wholes"].map((sort) => [sort, new Set(Object.keys(facts.network[sort] ?? {}))])),
  };
  const state = { layers: [], selected: null, tour: null, step: 0, exploring: false, routes: null, lit: null, theme: ownTheme() };
  const joined = [], parts = [], features = new Map(), reserves = [], covers = [], listeners = [], bases = new Map();
  let map, shapes, moves, restTimer, markReady, deeds = 0, rested = false;
  const ready = new Promise((resolve) => { markReady = resolve; });

  // Fixed when folium makes the map, so it is said before.
  if (matchMedia("(prefers-reduced-motion: reduce)").matches)
    L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false });

  // A part that fails is told of, but takes neither the map nor the other parts along.
  const attempt = (deed) => { try { return deed(); } catch (fault) { reportError(fault); } };
  const call = (hook, ...words) => { for (const part of parts) attempt(() => part[hook]?.(...words)); };
  const report = (said) => { for (const listener of listeners) listener(said); };
  const read = () => ({ ...state, layers: [...state.layers], view: moves.view() });

  function apply(wanted, options) {
    const { delta, faults } = atlasAddress.check(wanted ?? {}, known);
    const said = faults.map((fault) => `Ignored: ${fault}`);
    if (delta.layers) said.push(...showLayers(delta.layers));
    if (delta.tour && delta.tour !== state.tour) Object.assign(state, { step: 0, exploring: false });
    for (const key of ["tour", "step", "exploring", "routes", "lit"]) if (key in delta) state[key] = delta[key];
    if ("routes" in delta) call("routes", options);
    if ("lit" in delta) call("light");
    if (delta.theme && delta.theme !== state.theme) {
      state.theme = delta.theme;
      showTheme();
      said.push(state.theme === "dark" ? "Dark theme." : "Light theme.");
    }
    if ("selected" in delta && delta.selected !== state.selected) {
      state.selected = delta.selected;
      if (delta.selected) show(delta.selected.split("/")[0]);
      call("select");
      said.push(delta.selected ? `Selected: ${nameOf(delta.selected)}.` : "Nothing selected.");
    }
    if ("tour" in delta || "step" in delta || "exploring" in delta) call("tour", options);
    if (delta.view && !(delta.tour && !state.exploring)) moves.moveTo(delta.view, options); // a step says itself where to look
    if (Object.keys(delta).join() !== "lit") rest(); // light moves no label
    report(said.join(" "));
  }

  function showLayers(wanted) {
    const on = wanted.filter((id) => shapes[id]);
    const come = on.filter((id) => !state.layers.includes(id)), go = state.layers.filter((id) => !on.includes(id));
    if (!come.length && !go.length) return [];
    state.layers = on;
    go.forEach((id) => map.removeLayer(shapes[id]));
    come.forEach((id) => map.addLayer(shapes[id]));
    call("layers");
    const names = (ids) => ids.map((id) => layerFacts.get(id).short).join(", ");
    return [come.length && `Shown: ${names(come)}.`, go.length && `Hidden: ${names(go)}.`].filter(Boolean);
  }

  /* What is picked or flown to must be on. */
  function show(layer) {
    if (shapes[layer] && !state.layers.includes(layer)) apply({ layers: [...state.layers, layer] });
  }

  function showTheme() {
    document.documentElement.dataset.theme = state.theme;
    call("theme");
  }

  function nameOf(ref) {
    if (ref.startsWith("place:")) return facts.places[ref.slice(6)].name;
    return facts.features[ref]?.name ?? layerFacts.get(ref).short;
  }

  /* Tokens without a theme, with those of the theme laid over them (`label` and `spotlight` hold both kinds). */
  function tokens() {
    const { light, dark, ...shared } = facts.tokens, own = state.theme === "dark" ? dark : light;
    const both = ([key, value]) => [key, shared[key]?.constructor === Object ? { ...shared[key], ...value } : value];
    return { ...shared, ...Object.fromEntries(Object.entries(own).map(both)) };
  }

  /* Parts that measure the map (labels, legend) wait until it stands still. */
  function rest() {
    clearTimeout(restTimer);
    if (rested) restTimer = setTimeout(() => (moves.flying() ? rest() : call("rest")), 40);
  }

  /* The first time once for all: with the fonts that are measured, and in the box that the strip below leaves. */
  async function firstRest() {
    // A window that nobody sees gets no frames; it goes on without.
    const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 250); });
    await Promise.all([document.fonts.ready, frame()]);
    await frame();
    rested = true;
    call("rest");
    moves.start();
    await frame();
    await frame();
    markReady();
  }

  /* What the base map holds, as GeoJSON; made once for each object. */
  function base(name) {
    if (!bases.has(name)) bases.set(name, topojson.feature(topology, topology.objects[name]));
    return bases.get(name);
  }

  function svg(name, attributes) {
    const element = L.SVG.create(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
    return element;
  }

  const act = (deed) => (...words) => { deeds += 1; deed(...words); };

  function fit(ref, options) {
    if (!moves.fit(ref, options)) report("There is nothing to zoom to.");
  }

  function begin(leafletMap, foliumLayers) {
    if (location.hash.startsWith("#speaker")) return atlasSpeaker(facts);
    map = leafletMap;
    shapes = foliumLayers;
    for (const [layer, shape] of Object.entries(shapes))
      shape.eachLayer((one) => {
        const id = one.feature.id, ref = `${layer}/${id}`;
        features.set(ref, { ref, layer, id, shape: one, facts: facts.features[ref] });
      });
    const feature = (ref) => features.get(ref);
    const ofLayer = (layer) => [...features.values()].filter((one) => one.layer === layer);
    const visible = () => [...state.layers], factsOf = (id) => layerFacts.get(id);
    const moved = ({ byPerson = false } = {}) => {
      if (byPerson) deeds += 1;
      else { rest(); report(); }
    };
    const covered = (edge) => Math.max(0, ...covers.map((room) => room()[edge] ?? 0));
    moves = atlasMoves({ map, facts, layerFacts: factsOf, feature, visible, show, moved, covered });
    const ctx = {
      map, facts, known, now: state, state: read, visible, tokens, theme: () => state.theme,
      layerFacts: factsOf, feature, features: ofLayer,
      lines: () => [], points: () => [], // lines.js and points.js put their own here
      tour: () => null, step: () => null, isLit: () => false, isNamed: () => false, isDim: () => false, big: () => 0, // presenter.js, stage.js
      apply: act(apply), fit: act(fit), // a person did it: counted
      obey: apply, obeyFit: fit, deeds: () => deeds, // another program did
      viewOf: moves.viewOf, moveTo: moves.moveTo, raise: moves.raise, small: moves.small, flying: moves.flying,
      say: report, hear: (listener) => { listeners.push(listener); }, rest, motion: moves.motion,
      query: () => atlasAddress.write(read(), ownTheme()), ready: () => rested,
      base, topology, svg,
      // Parts say which boxes (DOMRects) labels and cards must leave free.
      reserve: (boxes) => { reserves.push(boxes); }, reserved: () => reserves.flatMap((boxes) => [...boxes()]),
      // On a small map parts may take a whole edge, {top: px, bottom: px}; what is fitted keeps clear of it.
      cover: (room) => { covers.push(room); }, covered,
    };
    const { delta, faults } = atlasAddress.read(location.hash.slice(1), known);
    // First where to look, then what to draw: each new view would project the whole base map again.
    moves.watch();
    if (delta.view) moves.moveTo(delta.view, { fly: false });
    else moves.fit("home", { fly: false });
    state.theme = delta.theme ?? state.theme;
    for (const [, factory] of joined) parts.push(attempt(() => factory(ctx)) ?? {});
    showTheme();
    map.on("movestart zoomstart", () => call("move"));
    darkScreen.addEventListener("change", () => apply({ theme: ownTheme() }));
    apply({ layers: facts.layers.filter(({ on }) => on).map(({ id }) => id), ...delta }, { fly: false });
    for (const part of parts) part.begin?.();
    firstRest();
    report(faults.length ? `Ignored in the address: ${faults.join(" ")}` : "");
  }

  return {
    ready, begin, state: read, apply, fit,
    part: (name, factory) => { joined.push([name, factory]); },
    feature: (ref) => features.get(ref), bounds: (id) => layerFacts.get(id)?.bounds,
    readAddress: (query) => atlasAddress.read(query, known),
    get map() { return map; },
  };
})());
