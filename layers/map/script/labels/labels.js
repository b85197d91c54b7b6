/* Chooses and draws the labels, with the dots of towns, whenever the map rests.
 *   atlas.labels()   what stands there now: [{text, box: {left, top, right, bottom} in px of the map, kind, country, id}]
 * Two panes: countries, seas and areas below the lines; towns, ports and corridor names above. What is offered comes from
 * label_offers.js and label_names.js. No label lies on another, on a glyph, on a dot or on what others have reserved. */
"use strict";
atlas.part("labels", (ctx) => {
  const { map, facts } = ctx;
  const TURNS = ["chosen", "focus", "port", "sea", "line", "area", "country", "capital", "station", "city"];
  const EDGE = 4, SHADOW_KM = 18, NEAR = 5; // px, km, px
  const panes = { low: pane("labels-low", 350), high: pane("labels-high", 500) };
  const places = shadowed(Object.entries(facts.places).map(([id, place]) => ({ id, ...place })));
  const nodes = new Map();
  let standing = [], waiting = false, ready = false;

  function pane(name, level) {
    const element = map.createPane(name);
    element.classList.add("labels");
    element.style.zIndex = level;
    element.setAttribute("aria-hidden", "true"); // the same names stand in the text beside the map
    return element;
  }

  /* GeoNames lists city districts as towns: one so near to a bigger town is shown for a layer's sake only. */
  function shadowed(all) {
    const isNear = (a, b) => Math.abs(a.lat - b.lat) < 0.2 && map.distance([a.lat, a.lon], [b.lat, b.lon]) < SHADOW_KM * 1000;
    const towns = all.filter(({ kind }) => ["capital", "city", "town"].includes(kind));
    return all.map((place) => ({
      ...place,
      shadowed: ["city", "town"].includes(place.kind)
        && towns.some((other) => (other.population ?? 0) > (place.population ?? 0) && isNear(other, place)),
    }));
  }

  /* On a larger screen a tour shows the same names, larger. */
  function framed() {
    const frame = atlas.screen.frame(map);
    return { ...frame, zoom: frame.zoom - Math.log2(ctx.big() || 1) };
  }

  function look() {
    const tokens = ctx.tokens(), frame = framed(), lines = ctx.lines(), on = ctx.visible();
    return {
      map, tokens, frame, places, lines, points: ctx.points(), stations: atlas.stations(lines.filter(({ dim }) => !dim)),
      selected: ctx.now.selected, isChosen: (ref) => ref === ctx.now.selected || ctx.isNamed(ref), big: ctx.big() || 1,
      closed: new Set(ctx.routing()?.countries),
      layers: facts.layers.filter(({ id }) => on.includes(id)), glyph: tokens.glyph.size[frame.zoom >= 7 ? "close" : "explore"],
      isShared: ({ layer, id }) => Boolean(ctx.feature(`${layer}/${id}`)?.facts.shared_with?.length),
      ground: atlas.ground(frame, lines, ctx.base("countries").features),
    };
  }

  function inOrder(offers) {
    const turn = ({ turn: [name, ...rest] }) => [TURNS.indexOf(name), ...rest];
    const keyed = offers.map((offer) => [...turn(offer), 0, 0].slice(0, 3).concat(offer.id, offer));
    const compare = (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1);
    return keyed.sort(compare).map(([, , , , offer]) => offer);
  }

  /* ---- room: boxes are {x, y, w, h} in px of the map ---- */
  const meets = (a, b, pad) => a.x - pad < b.x + b.w && a.x + a.w + pad > b.x && a.y - pad < b.y + b.h && a.y + a.h + pad > b.y;
  const isInside = ({ x, y, w, h }, { width, height }) =>
    x >= EDGE && y >= EDGE && x + w <= width - EDGE && y + h <= height - EDGE;
  const dotBox = ({ x, y, radius: r }) => ({ x: x - r - 1, y: y - r - 1, w: 2 * r + 2, h: 2 * r + 2 });

  function reserved() {
    const corner = map.getContainer().getBoundingClientRect();
    return ctx.reserved().filter(({ width }) => width > 0)
      .map((rect) => ({ x: rect.left - corner.left, y: rect.top - corner.top, w: rect.width, h: rect.height }));
  }

  /* The cheapest free spot; nothing when all are taken or dearer than the offer's limit. */
  function choose(offer, { frame, ground }, boxes) {
    if (offer.dot && boxes.some((box) => meets(dotBox(offer.dot), box, 0))) return null;
    let best = null, least = offer.limit;
    for (const spot of offer.spots()) {
      if (spot.cost >= least || !isInside(spot, frame) || boxes.some((box) => meets(spot, box, offer.pad))) continue;
      let cost = spot.cost + offer.lines * ground.weight(spot);
      if (cost < least && offer.judged) cost += offer.judged(spot);
      if (cost < least) [best, least] = [spot, cost];
    }
    return best;
  }

  function settle() {
    waiting = false;
    if (ctx.flying()) return; // they come back when the map rests
    const start = performance.now(), view = look(), boxes = reserved(), chosen = [], stops = [];
    const named = [...atlas.labelOffers.places(view), ...atlas.labelOffers.spotted(view)];
    view.dots = named.flatMap(({ dot }) => dot ?? []).filter(({ isCapital, isStop }) => isCapital || isStop);
    const offers = [...named, ...atlas.lineNames(view)];
    for (const offer of inOrder(ctx.offered?.(offers, view) ?? offers)) {
      const spot = choose(offer, view, boxes);
      if (spot) {
        boxes.push(spot, ...(offer.dot ? [dotBox(offer.dot)] : []));
        chosen.push({ ...offer, ...spot, text: spot.text ?? offer.text, style: spot.style ?? offer.style });
      } else if (offer.dot?.isStop) stops.push(offer.dot);
    }
    const free = stops.filter((dot) => !boxes.some((box) => meets(dotBox(dot), box, 0)));
    draw(chosen, [...chosen.flatMap(({ dot }) => dot ?? []), ...free], view);
    performance.measure("labels", { start });
  }

  /* ---- drawing: labels that stay keep their element, so that a pan does not rebuild the panes ---- */
  function draw(chosen, dots, { frame, ground }) {
    const kept = new Set(), { paneX, paneY } = frame;
    for (const label of chosen) {
      const { x, y, w, h, style, wet = !ground.land({ x: x + w / 2 - 1, y: y + h / 2, w: 2, h: 0 }) } = label;
      const node = nodeOf(label.id, label.low ? panes.low : panes.high, kept);
      const classes = ["lab", `lab-${label.kind}`, wet && "wet", label.subject && `s-${label.subject}`, label.closed && "lab-closed", label.dim && "lab-dim"];
      node.className = classes.filter(Boolean).join(" ");
      node.textContent = label.text;
      setStyle(node, style);
      Object.assign(node.style, { width: `${w}px`, height: `${h}px`, transform: moved(x - paneX, y - paneY) });
    }
    dots.forEach(({ x, y, radius, isCapital }, n) => {
      const node = nodeOf(`dot ${n}`, panes.high, kept), side = `${2 * radius}px`;
      node.className = isCapital ? "dot capital" : "dot";
      Object.assign(node.style, { width: side, height: side, transform: moved(x - radius - paneX, y - radius - paneY) });
    });
    for (const [key, node] of nodes) if (!kept.has(key)) { node.remove(); nodes.delete(key); }
    for (const element of Object.values(panes)) element.classList.remove("leaving");
    standing = chosen.map((label) => ({ ...label, x: label.x - paneX, y: label.y - paneY }));
  }

  const moved = (x, y) => `translate(${x.toFixed(1)}px,${y.toFixed(1)}px)`;

  function setStyle(node, { size, weight, italic, tracking }) {
    const letterSpacing = tracking ? `${tracking}em` : "normal", fontStyle = italic ? "italic" : "normal";
    Object.assign(node.style, { fontSize: `${size}px`, fontWeight: weight, fontStyle, letterSpacing });
  }

  function nodeOf(key, parent, kept) {
    kept.add(key);
    if (!nodes.has(key)) nodes.set(key, parent.appendChild(document.createElement("span")));
    return nodes.get(key);
  }

  function schedule() {
    if (!ready || waiting) return;
    waiting = true;
    requestAnimationFrame(settle); // after every part has answered the same hook: legend and card may have changed
  }

  atlas.labels = () => {
    const { x: left, y: top } = L.DomUtil.getPosition(map.getPane("mapPane"));
    return standing.map(({ text, x, y, w, h, kind, country, id }) => ({
      text: text.replaceAll("\n", " "), kind, country, id,
      box: { left: x + left, top: y + top, right: x + left + w, bottom: y + top + h },
    }));
  };

  /* The label under a point of the map, in px, or so near that a finger means it. */
  ctx.labelAt = ({ x, y }) => atlas.labels().find(({ box: { left, top, right, bottom } }) => x > left - NEAR && x < right + NEAR && y > top - NEAR && y < bottom + NEAR);

  map.on("resize", schedule);
  map.on("zoomstart", () => { for (const element of Object.values(panes)) element.classList.add("leaving"); });
  const { family } = ctx.tokens().type;
  Promise.allSettled([`650 14px ${family}`, `italic 450 14px ${family}`].map((font) => document.fonts.load(font)))
    .then(() => { ready = true; schedule(); });
  return { rest: schedule, layers: schedule, theme: schedule, select: schedule };
});
