/* Which names of places the map offers in this view, how each is set, and the spots where it may stand.
 * labels.js chooses among them; the names of lines come from label_names.js.
 *   atlas.labelOffers.places(view)    countries, seas, lakes and areas
 *   atlas.labelOffers.spotted(view)   towns, and the ports, fields and other points of the layers that are on
 * An offer: {id, kind, text, style, low: below the lines, turn: [class, rank, …] in order of priority, lines: cost of a line
 * sample under it, limit: above this cost it stays away, pad: px to its neighbours, spots(), dot?, judged?(spot): extra cost}. */
"use strict";
atlas.labelOffers = (() => {
  const FOCUS = ["GE", "AM", "AZ"]; // small, and in the middle of everything that the atlas tells
  const GREAT = ["port", "planned-port", "gas-field", "platform", "route-stop"]; // points whose names are set like those of ports
  const WHOLE_NAME_FROM_ZOOM = 7; // "Abkhazia (Georgia; outside government control)"; the short one below that
  const MINOR_FROM_ZOOM = 6; // for other points; nearer to the ground their glyphs stand far enough apart
  const UNDER_GLYPH = 12; // px: a town so near to a glyph shares it
  const TIGHT_COST = 14; // one size of type for all countries looks calmer than the best place for each
  const { measure, wrapped, beside, around, centred } = atlas.lettering;

  const sized = (sizes, zoom) => sizes[Math.max(0, Math.min(sizes.length - 1, Math.round(zoom) - 4))];
  const onScreen = (view, [lon, lat]) => view.map.latLngToContainerPoint([lat, lon]);
  const isNear = ({ x, y }, { width, height }) => x > -60 && y > -60 && x < width + 60 && y < height + 60;
  const anchors = (view, place) => [[place.lon, place.lat], ...(place.anchors ?? [])].map((at) => onScreen(view, at))
    .filter((at) => isNear(at, view.frame));

  function country(view, place) {
    const { frame, ground, tokens: { type } } = view, { size, weight, tracking_em, tracking_small_em } = type.map.country;
    if (view.closed.has(place.country)) return closedCountry(view, place);
    const text = place.name.toLocaleUpperCase(place.country === "TR" ? "tr" : "en"), focus = FOCUS.includes(place.country);
    const usual = { size: sized(size, frame.zoom), weight, tracking: tracking_em };
    const tight = { size: size[0], weight, tracking: tracking_small_em };
    const spots = () => (focus && Math.round(frame.zoom) < 6 ? [tight] : [usual, tight]).flatMap((style, tightness) => {
      const box = measure(text, style, type.family);
      const given = anchors(view, place).flatMap((at, n) => around(at, box, 2 * Math.min(n, 3)));
      return [...given, ...reaches(ground.spans(place.country), box, frame, focus ? 1 : 3)]
        .map((spot) => ({ ...spot, style, cost: spot.cost + TIGHT_COST * tightness }));
    });
    return {
      kind: "country", text, country: place.country, low: true, pad: 3, lines: 2.2, limit: focus ? 60 : 40, spots,
      turn: [focus ? "focus" : "country", place.rank], judged: (spot) => abroad(ground, place.country, spot),
    };
  }

  /* Said in red over the hatch, before all other names. */
  function closedCountry(view, place) {
    const { size: [, size], weight } = view.tokens.type.map.line, style = { size, weight };
    const text = `${place.name} closed`, box = measure(text, style, view.tokens.type.family);
    const spots = () => [
      ...anchors(view, place).flatMap((at, n) => around(at, box, 2 * Math.min(n, 3))),
      ...reaches(view.ground.spans(place.country), box, view.frame, 1),
    ];
    return {
      kind: "country", text, style, country: place.country, closed: true, wet: false, pad: 3, lines: 2.2, limit: 80, spots,
      turn: ["chosen", 9], judged: (spot) => abroad(view.ground, place.country, spot),
    };
  }

  /* A country's name keeps its middle at home. The part over a neighbour is dear, the part over water less. */
  function abroad(ground, iso, spot) {
    const { x, y, w, h } = spot, wider = { x: x - 24, y: y - 24, w: w + 48, h: h + 48 };
    if (!ground.has(iso, x + w / 2, y + h / 2)) return Infinity;
    const own = ground.share(iso, spot), foreign = Math.max(0, ground.land(spot) - own);
    return foreign > 0.45 ? Infinity : 60 * foreign + 12 * (1 - own - foreign) + 14 * (1 - ground.share(iso, wider));
  }

  /* Where a country reaches into the view though its own points may lie outside: the middle of its wide rows. */
  function reaches(spans, box, { width, height }, step) {
    const rows = spans.filter(({ from, to, y }) => to - from > box.w + 12 && y > box.h + 12 && y < height - box.h - 12);
    const middle = rows.reduce((sum, { y }) => sum + y, 0) / rows.length;
    return rows.filter((_, n) => n % step === 0).flatMap(({ from, to, y }) => [0.5, 0.4, 0.6, 0.3, 0.7].map((part, n) => {
      const cost = 10 + n + Math.abs(y - middle) / 30 + (to - from < width / 4 ? 3 : 0);
      return centred({ x: from + (to - from) * part, y }, box, cost);
    }));
  }

  function sea(view, place) {
    const { ground, frame, tokens: { type } } = view, { size, weight, tracking_em } = type.map.sea;
    const steps = place.kind === "lake" ? 0 : Math.max(0, 4 - place.rank) + (frame.zoom >= 6 ? 1 : 0);
    const style = { size: size[Math.min(steps, size.length - 1)], weight, italic: true, tracking: tracking_em };
    const texts = [...new Set([place.name, place.name.replace(" ", "\n")])];
    const spots = () => anchors(view, place).flatMap((at, n) => texts.flatMap((text, broken) =>
      around(at, measure(text, style, type.family), 2 * n + 3 * broken).map((spot) => ({ ...spot, text }))));
    return {
      kind: "sea", text: place.name, style, low: true, wet: true, pad: 3, lines: 2.2, limit: place.rank > 2 ? 24 : 40, spots,
      turn: ["sea", place.rank], judged: (spot) => (place.kind === "lake" ? 0 : 120 * ground.land(spot)),
    };
  }

  function area(view, place) {
    const { family, map: { area: style } } = view.tokens.type, short = wrapped(place.label ?? place.name);
    const texts = view.frame.zoom >= WHOLE_NAME_FROM_ZOOM ? [...new Set([wrapped(place.name), short])] : [short];
    const spots = () => texts.flatMap((text, less) => anchors(view, place).flatMap((at, n) =>
      around(at, measure(text, style, family), 2 * n + 5 * less).map((spot) => ({ ...spot, text }))));
    return { kind: "area", text: short, style, low: true, pad: 3, lines: 2.2, limit: 12, spots, turn: ["area", place.rank] };
  }

  /* Under a glyph a town has no dot of its own: its name stands beside the glyph. */
  function town(view, place, { station, chosen, glyph }) {
    const { family, map: type } = view.tokens.type, population = place.population ?? 0;
    const isCapital = place.kind === "capital", text = place.label ?? place.name;
    const plain = { size: type.city.size[population > 500000 ? 1 : 0], weight: type.city.weight };
    const style = isCapital ? type.capital : plain;
    const at = onScreen(view, [place.lon, place.lat]), radius = (isCapital ? 4.5 : 3) * view.big;
    const turns = [[chosen, "chosen"], [isCapital, "capital"], [station || place.named, "station"], [true, "city"]];
    return {
      kind: place.kind, text, style, pad: 1.5, lines: 2, limit: isCapital || chosen ? 40 : 18, country: place.country,
      dot: glyph ? null : { ...at, radius, isCapital, isStop: station },
      turn: [turns.find(([is]) => is)[1], place.rank, -population],
      spots: () => beside(glyph ?? at, glyph ? view.glyph / 2 : radius, measure(text, style, family)),
    };
  }

  /* The glyph says "port", and a bracket that explains belongs on the card: "Port of Aktau", "Kapıkule (border with Bulgaria)".
   * "Port of Baku (Alat)" keeps both, or it would be the city. */
  function shortName({ label, name }) {
    const text = (label || name).replace(/ \([^)]{9,}\)/, "");
    return text.includes("(") ? text : text.replace(/^Port of /, "");
  }

  function point(view, item) {
    const { layer, id, kind, status, latlng, selected } = item, { family, map: type } = view.tokens.type;
    const great = GREAT.includes(kind), text = shortName(item);
    const style = great ? type.port : { size: type.city.size[0], weight: type.city.weight };
    return {
      id: `${layer}/${id}`, kind: great ? "port" : "point", text, style, pad: 1.5, lines: 2, limit: great || selected ? 80 : 12,
      turn: [selected ? "chosen" : great ? "port" : "station", status === "operating" ? 0 : 1],
      spots: () => [[0, 0], [5, 3]].flatMap(([further, cost]) =>
        beside(view.map.latLngToContainerPoint(latlng), (item.ring ?? view.glyph / 2) + further, measure(text, style, family))
          .map((spot) => ({ ...spot, cost: spot.cost + cost }))),
    };
  }

  const isChosen = (view, place) => view.isChosen(`place:${place.id}`);
  const isStation = (view, place) => view.stations.has(place.name);
  const isDue = (view, place) => isChosen(view, place)
    || view.frame.zoom + 0.1 >= place.rank + (isStation(view, place) ? 1 : 2);
  const isLarge = { country, sea, lake: sea, area };

  /* The glyph that a town lies under, if any: {at, item}. */
  function glyphOver(view, { lon, lat }) {
    const { x, y } = onScreen(view, [lon, lat]);
    return view.points.map((item) => ({ at: view.map.latLngToContainerPoint(item.latlng), item }))
      .find(({ at }) => Math.hypot(at.x - x, at.y - y) < UNDER_GLYPH);
  }

  function towns(view) {
    const told = new Set(view.points.flatMap((item) => [item.id, item.name, shortName(item)]));
    return view.places.filter((place) => !isLarge[place.kind] && isDue(view, place)).flatMap((place) => {
      const chosen = isChosen(view, place), station = isStation(view, place), { x, y } = onScreen(view, [place.lon, place.lat]);
      if (x < 0 || y < 0 || x > view.frame.width || y > view.frame.height || (place.shadowed && !station && !chosen)) return [];
      if ([place.id, place.name, place.label].some((name) => told.has(name))) return [];
      const over = glyphOver(view, place), isMinor = over && !GREAT.includes(over.item.kind);
      if (over && !isMinor && place.kind !== "capital") return [];
      const covers = isMinor ? over.item : null;
      return [{ id: `place:${place.id}`, covers, ...town(view, place, { station, chosen, glyph: over?.at }) }];
    });
  }

  function places(view) {
    const large = view.places.filter((place) => isLarge[place.kind] && isDue(view, place))
      .filter(({ kind, country: iso }) => kind !== "country" || view.ground.sees(iso));
    return large.map((place) => ({ id: `place:${place.id}`, ...isLarge[place.kind](view, place) }));
  }

  /* Towns and points together: where a harbour's glyph lies on its town, the town's name says enough. */
  function spotted(view) {
    const named = towns(view), covered = new Set(named.map(({ covers }) => covers));
    const isDueNow = (item) => item.selected
      || (!covered.has(item) && (GREAT.includes(item.kind) || view.frame.zoom >= MINOR_FROM_ZOOM));
    return [...named, ...view.points.filter(isDueNow).map((item) => point(view, item))];
  }

  return { places, spotted };
})();
