/* The names of corridors and legs, each beside its own line in its subject's colour.
 *   atlas.lineNames(view)   offers as label_offers.js describes them
 *   atlas.stations(lines)   the names of the towns at which legs begin, end or call: "Shu – Mointy – Zharyk" names three */
"use strict";
atlas.stations = (lines) => new Set(lines.flatMap(({ name }) => name.replace(/ \(.*?\)/g, "").split(/ [–-] /)));

atlas.lineNames = (() => {
  const SAID = { building: "being built", planned: "planned", idle: "idle", closed: "closed" };
  const GROUPS = ["corridors", "energy"]; // whose lines carry the layer's name; a port's ferry lines don't
  const BESIDE = ["sea", "road"]; // a corridor's name stands at its railway or pipe
  const LEGS_FROM_ZOOM = 7;
  const TOWN_COST = 6;
  const DISTANCES = [[7, 0], [20, 6], [34, 12]]; // px from the line, and what that costs
  const { measure, beside } = atlas.lettering;

  /* Towns whose own names would want this room. */
  const townsBeside = ({ dots }, { x, y, w, h }) => dots.filter((dot) =>
    dot.x > x - 30 && dot.x < x + w + 30 && dot.y > y - 8 && dot.y < y + h + 8).length;

  const withStatus = (text, status) => (SAID[status] ? `${text}, ${SAID[status]}` : text);

  /* "TRIPP / “Zangezur corridor”" is "TRIPP" beside its line. */
  const nameOf = (short) => short.split(" / ")[0].replace(/ corridor$/, "");

  /* "Horadiz – Mincivan – Aghband" is "Horadiz–Aghband" beside its line. */
  function ends(name) {
    const stops = name.replace(/ \(.*?\)/g, "").split(/ [–-] /);
    return stops.length > 1 ? `${stops[0]}–${stops.at(-1)}` : name;
  }

  /* Along the lines, at every 48 px or four times on a short one, the eight places beside a point, and again further off.
   * A corridor's name stands best in the middle of the view, a leg's at the middle of the leg. */
  function alongside({ ground, frame: { width, height }, tokens }, lines, text, style, isLeg) {
    const box = measure(text, style, tokens.type.family);
    return lines.flatMap((line) => {
      const samples = ground.along(line), step = Math.max(1, Math.min(8, Math.floor(samples.length / 4)));
      const [x, y] = isLeg && samples.length ? samples[Math.floor(samples.length / 2)] : [width / 2, height / 2];
      const away = (spot) => Math.hypot(spot.x + box.w / 2 - x, spot.y + box.h / 2 - y) * (isLeg ? 0.25 : 6 / width);
      return samples.filter((_, n) => n % step === 0).flatMap(([px, py]) => DISTANCES.flatMap(([radius, far]) =>
        beside({ x: px, y: py }, radius, box).map((spot) => ({ ...spot, cost: spot.cost / 2 + far + away(spot) }))));
    });
  }

  function offer(view, { id, text, subject, lines, size, chosen, limit, order, isLeg, turn = "line" }) {
    const { weight } = view.tokens.type.map.line, style = { size, weight };
    return {
      id, kind: "line", text, style, subject, pad: 3, lines: 2, limit: chosen ? 60 : limit,
      spots: () => alongside(view, lines, text, style, isLeg), turn: [chosen ? "chosen" : turn, order],
      judged: (spot) => TOWN_COST * townsBeside(view, spot),
    };
  }

  /* Beside the leg that bears the name, and early, for a short leg has few places to offer; else beside legs of the layer's own
   * status that no other layer shares; else beside any, but then without the status: nothing built may be called planned. */
  function layerName(view, { id, short, subject, status, order }) {
    const name = nameOf(short), [, middle, large] = view.tokens.type.map.line.size;
    const own = view.lines.filter((line) => line.layer === id && line.subject === subject && !BESIDE.includes(line.mode))
      .filter((line) => view.ground.along(line).length);
    const bearing = own.filter((line) => line.name.includes(name)), typical = own.filter((line) => line.status === status);
    const alone = typical.filter((line) => !view.isShared(line));
    const lines = [bearing, alone, typical, own].find((some) => some.length) ?? [];
    return offer(view, {
      id: `layer:${id}`, text: lines === own ? name : withStatus(name, status), subject, order, lines, limit: 40,
      size: view.frame.zoom >= 6 ? large : middle, isLeg: lines === bearing, turn: lines === bearing ? "focus" : "line",
      chosen: view.isChosen(id) || Boolean(view.selected?.startsWith(`${id}/`)),
    });
  }

  function legName(view, line) {
    const chosen = view.isChosen(`${line.layer}/${line.id}`), [small, middle] = view.tokens.type.map.line.size;
    return offer(view, {
      id: `${line.layer}/${line.id}`, text: withStatus(ends(line.name), line.status), subject: line.subject, lines: [line],
      size: chosen ? middle : small, chosen, limit: 16, order: 99, isLeg: true,
    });
  }

  /* A leg is told apart when it is selected, and from zoom 7 where its status is not the layer's; not where the layer's name
   * stands at it anyway. */
  function isTold(view, named, line) {
    const layer = view.layers.find(({ id }) => id === line.layer);
    const differs = line.status !== "operating" && line.status !== layer?.status;
    if (!layer || (named.includes(layer) && line.name.includes(nameOf(layer.short)))) return false;
    return view.isChosen(`${line.layer}/${line.id}`) || (view.frame.zoom >= LEGS_FROM_ZOOM && differs
      && named.includes(layer) && line.subject === layer.subject && !BESIDE.includes(line.mode));
  }

  return (view) => {
    const named = view.layers.filter(({ group }) => GROUPS.includes(group));
    const told = view.lines.filter((line) => isTold(view, named, line));
    return [...named.map((layer) => layerName(view, layer)), ...told.map((line) => legName(view, line))];
  };
})();
