/* Names while a tour runs: what is lit is named before all else, larger, and at any price; what is dimmed last and faint.
 * ctx.offered(offers, view) changes what label_offers.js and label_names.js offer. */
"use strict";
atlas.part("lit labels", (ctx) => {
  const { map, facts } = ctx, { measure, beside, around, wrapped } = atlas.lettering;
  const ANY = 400, HIDES = 200; // cost of a name at most, and of lying on something else that is lit
  const NAME = { size: 24, weight: 650 }; // px at 1280 × 720
  const FURTHER = [[0, 0], [14, 6], [30, 12]]; // px from the thing, and what that costs
  const SAME = 12, WIDE = 0.4; // px between a town and the glyph that covers it; part of the map's width
  const ALIKE = 18; // letters
  const LARGE = ["country", "sea", "lake", "area"], LAST = ["city", 9, 9];

  const lit = () => ctx.step().lit;
  const layerOf = (ref) => ref.split("/")[0];
  const placeOf = (ref) => (ref?.startsWith("place:") ? facts.places[ref.slice(6)] : null);

  /* Where a thing that is a point stands, in px of the map. */
  function pointOf(ref) {
    const place = placeOf(ref), shape = ctx.feature(ref)?.shape;
    if (place) return LARGE.includes(place.kind) ? null : map.latLngToContainerPoint([place.lat, place.lon]);
    return shape instanceof L.Marker ? map.latLngToContainerPoint(shape.getLatLng()) : null;
  }

  /* Where a port's glyph covers the town that is spoken of, or bears its name, the port's name stands for it. */
  function isAt(ref, other, text) {
    const place = placeOf(ref), at = pointOf(other);
    if (!place || !at || other.startsWith("place:")) return false;
    return place.name === text || at.distanceTo(map.latLngToContainerPoint([place.lat, place.lon])) < SAME * ctx.big();
  }

  /* A layer of which only parts are lit is named where a lit part bears its name. */
  function isLitLayer(id, text) {
    const [name] = text.split(",");
    return lit().some((ref) => ref === id || (layerOf(ref) === id && facts.features[ref]?.name.includes(name)));
  }

  const isIn = ({ x, y }, spot) => x > spot.x - SAME && x < spot.x + spot.w + SAME && y > spot.y - SAME && y < spot.y + spot.h + SAME;

  /* Beside its point, further off, or outside the ring; what is no point keeps its own spots. */
  function named(offer, ref, ringed, view) {
    if (!offer.style) return { ...offer, limit: ANY, turn: ["chosen", 0] }; // a country has several sizes
    const at = pointOf(ref), u = ctx.big(), ring = ringed && ctx.ring();
    const style = at ? { ...offer.style, size: Math.max(offer.style.size, NAME.size * u), weight: NAME.weight } : offer.style;
    const box = measure(offer.text, style, view.tokens.type.family), radius = offer.dot?.radius ?? view.glyph / 2;
    const dearer = (spots, more) => spots.map((spot) => ({ ...spot, cost: spot.cost + more }));
    const near = () => (at ? FURTHER.flatMap(([further, cost]) => dearer(beside(at, radius + further * u, box), cost)) : offer.spots());
    const outside = ring ? dearer(beside(ring, ring.radius + facts.tokens.spotlight.label_gap, box), 3) : [];
    const others = lit().map(pointOf).filter((other) => other && !(at && other.distanceTo(at) < SAME * u));
    const judged = (spot) => (offer.judged?.(spot) ?? 0) + HIDES * others.filter((other) => isIn(other, spot)).length;
    return { ...offer, style, judged, limit: ANY, turn: ["chosen", ringed ? -1 : 0], spots: () => [...near(), ...outside] };
  }

  /* null: the name of a layer of which other parts are lit. */
  function dressed(offer, view, areas) {
    const ref = offer.id.replace(/^layer:/, ""), { spotlight } = ctx.step(), isLayer = offer.id !== ref, { text } = offer;
    const ringed = ref === spotlight || isAt(spotlight, ref, text);
    if (offer.closed) return { ...offer, turn: ["chosen", -2] };
    if (isLayer) {
      if (isLitLayer(ref, text) || !lit().length) return named(offer, ref, ringed, view);
      return lit().some((one) => layerOf(one) === ref) ? null : { ...offer, dim: true, turn: LAST };
    }
    const isSpoken = ringed || ctx.isNamed(ref) || lit().some((one) => isAt(one, ref, text)) || areas.some((area) => isNameOf(offer, area));
    if (isSpoken) return named(offer, ref, ringed, view);
    if (offer.kind === "country" && areas.some(({ facts: { kind, countries } }) => kind === "member-area" && countries.includes(offer.country)))
      return { ...offer, limit: ANY, turn: ["focus", 0] };
    if (ref.startsWith("place:") || !ctx.known.layers.has(layerOf(ref))) return offer;
    if (view.stations.has(text)) return { ...offer, limit: 80, turn: ["port", 2] };
    return ctx.isDim(ref) ? { ...offer, dim: true, turn: LAST } : offer;
  }

  /* "Waters off Eritrea (…)" names the area "Waters off Eritrea: three ships held". */
  function isNameOf({ kind, text }, { facts: { name } }) {
    const said = text.replaceAll("\n", " ");
    return LARGE.includes(kind) && kind !== "country" && (name.startsWith(said) || said.startsWith(name.slice(0, ALIKE)));
  }

  /* Lit areas that bear no name yet: inside when they are wide, else beside them. */
  function unnamed(offers, areas, view) {
    return areas.filter((area) => ctx.isNamed(area.ref) && !offers.some((offer) => isNameOf(offer, area))).flatMap(({ ref, shape, facts: { name } }) => {
      const text = wrapped(name.replace(/ \(.*\)$/, "")), box = shape.getBounds();
      const from = map.latLngToContainerPoint(box.getNorthWest()), size = map.latLngToContainerPoint(box.getSouthEast()).subtract(from);
      const style = { size: NAME.size * ctx.big(), weight: NAME.weight }, label = measure(text, style, view.tokens.type.family);
      if (size.x > WIDE * view.frame.width) return [];
      const centre = from.add(size.divideBy(2)), inside = size.x > label.w ? around(centre, label, 0) : [];
      const spots = () => [...inside, ...beside(centre, Math.max(size.x, size.y) / 2, label)];
      return [{ id: ref, kind: "area", text, style, pad: 3, lines: 2, limit: ANY, turn: ["chosen", 1], spots }];
    });
  }

  ctx.offered = (offers, view) => {
    if (!ctx.step()) return offers;
    const areas = ctx.visible().flatMap(ctx.features).filter(({ ref, shape }) => shape instanceof L.Polygon && ctx.isLit(ref));
    return [...offers.map((offer) => dressed(offer, view, areas)).filter(Boolean), ...unnamed(offers, areas, view)];
  };
  return {};
});
