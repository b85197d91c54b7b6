/* Where the map looks: flights and cuts, fitting a thing whole, and the view that the state reports.
 * The view that was asked for is reported until a person moves the map, so that a link stays letter for letter the same. */
"use strict";
const atlasMoves = ({ map, facts, layerFacts, feature, visible, show, moved }) => {
  const lessMotion = matchMedia("(prefers-reduced-motion: reduce)");
  const round = (number, digits) => Number(number.toFixed(digits));
  const box = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);
  const PADDING = 40; // px on each side
  const NEAREST = { line: 10.5, point: 9 };
  const PLACE_ZOOM = { country: 6, sea: 5.5, lake: 7, area: 7.5 };
  let goal = null, sent = false, flying = false, started = false;

  function view() {
    const { lat, lng } = map.getCenter();
    return goal ?? { lat: round(lat, 4), lon: round(lng, 4), zoom: round(map.getZoom(), 2) };
  }

  /* Between 0.7 and 1.6 s by distance, counted in widths of the map and in zoom steps. */
  function flightSeconds(centre, zoom) {
    const [short, long] = facts.tokens.motion.fly_ms, wide = Math.min(zoom, map.getZoom());
    const widths = map.project(map.getCenter(), wide).distanceTo(map.project(centre, wide)) / map.getSize().x;
    return Math.min(long, short + 300 * widths + 100 * Math.abs(zoom - map.getZoom())) / 1000;
  }

  function moveTo({ lat, lon, zoom }, { fly = true } = {}) {
    const near = Math.min(Math.max(zoom, map.getMinZoom()), map.getMaxZoom()), centre = L.latLng(lat, lon);
    const already = map.getCenter().distanceTo(centre) < 1 && Math.abs(map.getZoom() - near) < 0.005;
    goal = { lat: round(lat, 4), lon: round(lon, 4), zoom: round(near, 2) };
    if (already && !flying) return moved();
    sent = true;
    if (fly && started && !lessMotion.matches) {
      flying = true;
      map.flyTo(centre, near, { duration: flightSeconds(centre, near) });
    } else map.setView(centre, near, { animate: false });
  }

  function boundsOf(ref) {
    if (ref === "home") return box(facts.home);
    if (ref === "all") {
      const boxes = visible().map((id) => layerFacts(id).bounds).filter(Boolean).map(box);
      return boxes.length ? boxes.reduce((all, one) => all.extend(one)) : box(facts.home);
    }
    const layer = layerFacts(ref), { shape } = feature(ref) ?? {};
    if (layer) return layer.bounds && box(layer.bounds);
    return shape && (shape.getBounds?.() ?? L.latLngBounds([shape.getLatLng()]));
  }

  /* Shows "all", "home", "layer", "layer/feature" or "place:id" whole; false when there is no such thing. */
  function fit(ref, options) {
    const place = String(ref).startsWith("place:") && facts.places[ref.slice(6)];
    if (place) {
      moveTo({ lat: place.lat, lon: place.lon, zoom: PLACE_ZOOM[place.kind] ?? 8.5 }, options);
      return true;
    }
    const bounds = boundsOf(String(ref));
    if (!bounds) return false;
    if (!["all", "home"].includes(ref)) show(ref.split("/")[0]);
    const isPoint = bounds.getNorthWest().equals(bounds.getSouthEast());
    const padding = ref === "home" ? 0 : PADDING;
    moveTo(viewOf(bounds, { padding, nearest: isPoint ? NEAREST.point : NEAREST.line }), options);
    return true;
  }

  /* The view that shows the box whole, `padding` px from the edges and `right` and `bottom` px more, never nearer than `nearest`. */
  function viewOf(bounds, { padding = PADDING, nearest = NEAREST.line, right = 0, bottom = 0 }) {
    const whole = Math.min(map.getBoundsZoom(bounds, false, L.point(2 * padding + right, 2 * padding + bottom)), nearest);
    const zoom = Math.max(whole, map.getMinZoom());
    const corners = [bounds.getNorthWest(), bounds.getSouthEast()].map((corner) => map.project(corner, zoom));
    const wanted = map.unproject(corners[0].add(corners[1]).add([right, bottom]).divideBy(2), zoom);
    const middle = map._limitCenter(wanted, zoom, map.options.maxBounds); // as setView would
    return { lat: middle.lat, lon: middle.lng, zoom };
  }

  /* The map ends where the base map ends: no wider view, no further drag. */
  function bound() {
    const [west, , east] = facts.extent, { x } = map.getSize();
    map.setMinZoom(Math.max(3, Math.log2((x * 360) / (256 * (east - west)))));
    map.setMaxBounds(box(facts.extent));
  }

  /* A hand on the map ends a flight; Leaflet stops it without a word. */
  function grab() {
    if (!flying) return;
    flying = sent = false;
    goal = null;
    moved();
  }

  function watch() {
    const container = map.getContainer();
    for (const kind of ["pointerdown", "wheel"]) container.addEventListener(kind, grab, { capture: true, passive: true });
    map.on("movestart", () => { if (!sent) { goal = null; moved({ byPerson: true }); } });
    map.on("moveend", () => { sent = flying = false; moved(); });
    // The attribution strip or a turned phone change the map's box without a resize of the window.
    new ResizeObserver(() => { map.invalidateSize({ animate: false }); bound(); }).observe(container);
    bound();
  }

  return { view, moveTo, fit, viewOf, watch, start: () => { started = true; }, flying: () => flying, motion: () => !lessMotion.matches };
};
