/* The frame of every card on the map: its head with the close button, its place, and where the focus goes afterwards. There is one
 * card at a time: the next one takes the frame over. In a small map it is a sheet along the lower edge, elsewhere it stands in the
 * corner where it hides least of its subject. Everything in it goes in by textContent.
 *   ctx.card.open({by, about, className, title, kind, body, shape, home, leave})   `by` opens a card about something, or fills it anew;
 *       shape: what it stands beside; home(): where the focus was; leave(): what closing it means, when that is more than to close it
 *   ctx.card.about(by)   what the open card of this part is about, or null        ctx.card.close(by)   its card goes, if it is open
 *   ctx.card.focus(), ctx.card.leave()   as a person would                         ctx.card.make, ctx.card.button   what cards are made of */
"use strict";
atlas.part("card frame", (ctx) => {
  const { map } = ctx, container = map.getContainer();
  const INSET = 12, ZOOM_BUTTONS = 52, GLYPH = 14; // px
  const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });
  const card = make("section", "card");
  let now = null, corner = null, isNew = false;

  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-labelledby", "card-title");
  L.DomEvent.disableClickPropagation(card).disableScrollPropagation(card);

  function button(className, text, deed) {
    const element = make("button", className, text);
    element.type = "button";
    element.addEventListener("click", deed);
    return element;
  }

  /* ---- open and close ---- */
  function open(wanted) {
    const { className, kind, body } = wanted, title = make("h2", "card-title", wanted.title), close = button("card-close", "×", leave);
    title.id = "card-title";
    close.setAttribute("aria-label", "Close this card");
    card.className = `card ${className}`;
    card.replaceChildren(close, title, make("p", "card-kind", kind), ...body);
    isNew = isNew || wanted.about !== about(wanted.by);
    now = wanted;
    if (!card.isConnected) container.append(card);
    if (isNew) [corner, card.scrollTop] = [null, 0];
    stand();
  }

  const about = (by) => (now?.by === by ? now.about : null);

  function close(by) {
    if (now?.by !== by) return;
    card.remove();
    now = null;
  }

  function leave() {
    if (!now) return;
    const { by, home, leave: own } = now, hadFocus = card.contains(document.activeElement);
    if (own) own();
    else close(by);
    if (hadFocus) home()?.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !now) return;
    event.preventDefault();
    leave();
  });

  /* ---- where it stands ---- */
  function spots() {
    const { x, y } = map.getSize(), { offsetWidth: width, offsetHeight: height } = card, right = x - width - INSET, low = y - height - INSET;
    return [[right, INSET], [INSET + ZOOM_BUTTONS, INSET], [INSET, low], [right, low]]
      .map(([left, top]) => ({ left, top, right: left + width, bottom: top + height }));
  }

  /* Points of the subject that are in view, every 8 px along a line, in px of the map. */
  function samples(shape) {
    const { x: width, y: height } = map.getSize();
    const along = (point, next) => {
      const steps = Math.max(1, Math.floor(point.distanceTo(next) / 8));
      return Array.from({ length: steps }, (_, step) => point.add(next.subtract(point).multiplyBy(step / steps)));
    };
    const all = shape instanceof L.Marker
      ? [map.latLngToContainerPoint(shape.getLatLng())]
      : (shape._parts ?? []).flatMap((part) => part.flatMap((point, at) => along(point, part[at + 1] ?? point))).map((point) => map.layerPointToContainerPoint(point));
    return all.filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height);
  }

  const overlap = (a, b) =>
    Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
    Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

  /* Boxes of buttons, legend and scale in px of the map; glyphs are too small to matter. */
  function furniture() {
    const { left, top } = container.getBoundingClientRect(), own = card.getBoundingClientRect();
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

  /* It leaves its corner only for one where it hides clearly less. A sheet takes less than half the map. */
  function stand() {
    if (!now) return;
    const { y } = map.getSize(), small = ctx.small();
    card.classList.toggle("sheet", small);
    card.style.maxHeight = `${Math.round(small ? y / 2 - GLYPH : y - 2 * INSET)}px`;
    if (small) return Object.assign(card.style, { left: "", top: "" });
    const points = samples(now.shape), others = furniture();
    const rated = spots().map((spot, at) => ({ spot, at, cost: cost(spot, points, others) - (at === corner ? 0.4 : 0) }));
    const best = rated.reduce((least, one) => (one.cost < least.cost ? one : least));
    Object.assign(card.style, { left: `${best.spot.left}px`, top: `${best.spot.top}px` });
    corner = best.at;
  }

  /* Once for each subject: the map moves up where the sheet would hide much of it. */
  function rise() {
    if (!now || !isNew) return;
    isNew = false;
    const rows = samples(now.shape).map(({ y }) => y), edge = map.getSize().y - card.offsetHeight - GLYPH;
    if (!ctx.small() || rows.filter((y) => y > edge).length <= rows.length / 3) return;
    ctx.raise((Math.min(...rows) + Math.max(...rows) - ctx.covered("top") - edge) / 2);
  }

  ctx.card = { make, button, open, close, leave, about, focus: () => card.focus({ preventScroll: true }) };
  ctx.reserve(() => (now ? [card.getBoundingClientRect()] : []));
  ctx.cover(() => (now && ctx.small() ? { bottom: card.offsetHeight } : {}));
  return { rest: () => { stand(); rise(); } };
});
