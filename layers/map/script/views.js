/* Where the map looks: flights and cuts, fitting a thing whole, and the view that the state reports.
 * The view that was asked for is reported until a person moves the map, so that a link stays letter for letter the same. */
"use strict";
const atlasMoves = ({ map, facts, layerFacts, feature, visible, show, moved, covered }) => {
  const lessMotion = matchMedia("(prefers-reduced-motion: reduce)");
  const round = (number, digits) => Number(number.toFixed(digits));
  const box = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);
  const SMALL = 700, PADDING = { large: 40, small: 24 }; // px: width of a map, and what stays free on each side
  const NEAREST = { line: 10.5, point: 9 };
  const PLACE_ZOOM = { country: 6, sea: 5.5, lake: 7, area: 7.5 };
  const small = () => map.getSize().x < SMALL, usual = () => PADDING[small() ? "small" : "large"];
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
    const padding = ref === "home" ? 0 : usual();
    moveTo(viewOf(bounds, { padding, nearest: isPoint ? NEAREST.point : NEAREST.line }), options);
    return true;
  }

  /* The view that shows the box whole, `padding` px from the edges, `right` and `bottom` px more, and clear of what covers an edge;
   * never nearer than `nearest`. */
  function viewOf(bounds, { padding = usual(), nearest = NEAREST.line, right = 0, bottom = 0 }) {
    const top = covered("top"), low = covered("bottom") + bottom;
    const whole = Math.min(map.getBoundsZoom(bounds, false, L.point(2 * padding + right, 2 * padding + top + low)), nearest);
    const zoom = Math.max(whole, map.getMinZoom());
    const corners = [bounds.getNorthWest(), bounds.getSouthEast()].map((corner) => map.project(corner, zoom));
    const wanted = map.unproject(corners[0].add(corners[1]).add([right, low - top]).divideBy(2), zoom);
    return within(wanted, zoom);
  }

  /* As setView would limit it. */
  function within(wanted, zoom) {
    const { lat, lng: lon } = map._limitCenter(wanted, zoom, map.options.maxBounds);
    return { lat, lon, zoom };
  }

  /* Moves what the map shows up by so many px. */
  function raise(px) {
    const zoom = map.getZoom();
    moveTo(within(map.unproject(map.project(map.getCenter(), zoom).add([0, px]), zoom), zoom));
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

  return { view, moveTo, fit, viewOf, raise, small, watch, start: () => { started = true; }, flying: () => flying, motion: () => !lessMotion.matches };
};
