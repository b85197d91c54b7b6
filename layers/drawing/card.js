/* The card of the selected feature: what it is, how long, whose data, how sure. It stands in the corner where it hides
 * least of its subject, opens with the selection and ends it when closed. Everything in it goes in by textContent. */
"use strict";
atlas.part("card", (ctx) => {
  const { map, facts } = ctx;
  const words = atlasWords(facts, ctx.base);
  const INSET = 12, ZOOM_BUTTONS = 52, PHONE = 700, GLYPH = 14; // px
  const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });
  const card = make("section", "card");
  let open = null, corner = null;

  card.hidden = true;
  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-labelledby", "card-title");
  map.getContainer().append(card);
  L.DomEvent.disableClickPropagation(card).disableScrollPropagation(card);

  /* ---- what it says ---- */
  function button(className, text, deed) {
    const element = make("button", className, text);
    element.type = "button";
    element.addEventListener("click", deed);
    return element;
  }

  /* The line as on the map: its colour, its dash. */
  function swatch(feature) {
    const width = 4 * (facts.tokens.line.mode_factor[feature.mode] ?? 1);
    const box = { width: 34, height: 10, viewBox: "0 0 34 10" };
    const svg = ctx.svg("svg", { ...box, class: `swatch s-${feature.subject}`, "aria-hidden": true });
    svg.append(ctx.svg("path", { d: "M1 5H33", class: "core", "stroke-width": width, ...ctx.swatchDash(feature, width) }));
    return svg;
  }

  function statusLine(feature) {
    const line = make("p", "card-status");
    const note = [feature.as_of && `as of ${words.date(feature.as_of)}`, feature.status_note].filter(Boolean).join(" · ");
    if (feature.mode) line.append(swatch(feature));
    line.append(make("strong", "", words.status(feature)), make("span", "", note));
    return line;
  }

  function rows(feature) {
    const list = make("dl", "card-rows");
    const shared = (feature.shared_with ?? []).map((id) => ctx.layerFacts(id)?.short).filter(Boolean).join(", ");
    for (const [term, text] of [...words.rows(feature), ...(shared ? [["Also part of", shared]] : [])])
      list.append(make("dt", "", term), make("dd", "", text));
    return list;
  }

  function fill(ref) {
    const { layer, facts: feature } = ctx.feature(ref), title = make("h2", "card-title", feature.name);
    const close = button("card-close", "×", leave);
    title.id = "card-title";
    close.setAttribute("aria-label", "Close");
    card.className = `card s-${feature.subject}`;
    card.replaceChildren(
      close, title, make("p", "card-kind", `${words.what(feature)} · ${ctx.layerFacts(layer).short}`),
      statusLine(feature), rows(feature), button("card-zoom", "Zoom to it", () => ctx.fit(ref)),
    );
    card.scrollTop = 0;
  }

  /* ---- where it stands ---- */
  /* On a phone it takes less than half the map: above or below it, its subject can always be seen. */
  function spots(element) {
    const { x, y } = map.getSize(), phone = x < PHONE;
    element.style.width = phone ? `${x - 2 * INSET}px` : "";
    element.style.maxHeight = `${Math.round(phone ? y / 2 - INSET - GLYPH : y - 2 * INSET)}px`;
    const { offsetWidth: width, offsetHeight: height } = element, right = x - width - INSET, low = y - height - INSET;
    const corners = phone
      ? [[INSET, low], [INSET, INSET]]
      : [[right, INSET], [INSET + ZOOM_BUTTONS, INSET], [INSET, low], [right, low]];
    return corners.map(([left, top]) => ({ left, top, right: left + width, bottom: top + height }));
  }

  /* Points of the feature every 8 px, those in view only, in px of the map. */
  function samples(shape) {
    const { x: width, y: height } = map.getSize();
    if (shape instanceof L.Marker) return [map.latLngToContainerPoint(shape.getLatLng())];
    const along = (point, next) => {
      const steps = Math.max(1, Math.floor(point.distanceTo(next) / 8));
      return Array.from({ length: steps }, (_, step) => point.add(next.subtract(point).multiplyBy(step / steps)));
    };
    return (shape._parts ?? [])
      .flatMap((part) => part.flatMap((point, at) => along(point, part[at + 1] ?? point)))
      .map((point) => map.layerPointToContainerPoint(point))
      .filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height);
  }

  const overlap = (a, b) =>
    Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
    Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

  /* Boxes of buttons, legend and scale in px of the map; glyphs are too small to matter. */
  function furniture(element) {
    const { left, top } = map.getContainer().getBoundingClientRect(), own = element.getBoundingClientRect();
    return ctx.reserved()
      .filter((box) => box.width * box.height > 1200 && (box.left !== own.left || box.top !== own.top))
      .map((box) => ({ left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top }));
  }

  /* The share of its subject that a card would hide there counts most, then the furniture. */
  function cost(spot, points, others) {
    const hides = ({ x, y }) =>
      x > spot.left - GLYPH && x < spot.right + GLYPH && y > spot.top - GLYPH && y < spot.bottom + GLYPH;
    const hidden = points.filter(hides).length / Math.max(1, points.length);
    return 10 * hidden + others.reduce((sum, box) => sum + overlap(spot, box), 0) / 40000;
  }

  /* Puts a card beside the shape it tells of and returns its corner; it leaves `now` only where another hides clearly less. */
  ctx.placeCard = (element, shape, now) => {
    const points = samples(shape), others = furniture(element);
    const rated = spots(element).map((spot, at) => ({ spot, at, cost: cost(spot, points, others) - (at === now ? 0.4 : 0) }));
    const best = rated.reduce((least, one) => (one.cost < least.cost ? one : least));
    Object.assign(element.style, { left: `${best.spot.left}px`, top: `${best.spot.top}px` });
    return best.at;
  };

  function stand() {
    if (!card.hidden) corner = ctx.placeCard(card, ctx.feature(open).shape, corner);
  }

  /* ---- open and close ---- */
  function follow() {
    const ref = ctx.feature(ctx.now.selected) ? ctx.now.selected : null;
    if (ref === open) return;
    open = ref;
    corner = null;
    card.hidden = !ref;
    if (!ref) return;
    fill(ref);
    stand();
  }

  function leave() {
    const { shape } = ctx.feature(open), hadFocus = card.contains(document.activeElement);
    ctx.apply({ selected: null });
    if (hadFocus) (shape.getElement?.() ?? shape._path)?.focus({ preventScroll: true });
  }

  /* What is hidden with its layer is no longer selected. */
  function forget() {
    if (open && !ctx.now.layers.includes(open.split("/")[0])) ctx.obey({ selected: null });
  }

  ctx.open = (ref) => {
    ctx.apply({ selected: ref });
    card.focus({ preventScroll: true });
  };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || card.hidden) return;
    event.preventDefault();
    leave();
  });

  ctx.reserve(() => (card.hidden ? [] : [card.getBoundingClientRect()]));
  return { select: follow, layers: forget, rest: stand };
});
