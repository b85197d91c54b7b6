/* Pointer and keyboard: what is under the pointer, the tooltip, one tab stop for each layer with arrow keys inside,
 * the focus box. */
"use strict";
atlas.part("keys", (ctx) => {
  const { map, facts } = ctx;
  const words = atlasWords(facts, ctx.base);
  const hover = matchMedia("(hover: hover)");
  const box = document.createElement("div"), tip = document.createElement("div");
  const stops = new Map(); // layer → reference that Tab reaches
  let focused = null, hovered = null, named = null;

  box.className = "focus-box";
  tip.className = "tip";
  box.hidden = tip.hidden = true;
  box.setAttribute("aria-hidden", "true");
  tip.setAttribute("aria-hidden", "true"); // the same words are the target's own name
  map.getContainer().append(box, tip);

  const target = (ref) => ctx.feature(ref)?.shape.getElement?.() ?? ctx.feature(ref)?.shape._path;

  /* The main line in order of travel, then the other lines, then points. */
  function inOrder(layer) {
    const { strip } = ctx.layerFacts(layer), isPoint = ({ shape }) => shape instanceof L.Marker;
    const place = ({ id }) => (strip.includes(id) ? strip.indexOf(id) : strip.length);
    return ctx.features(layer).sort((a, b) => isPoint(a) - isPoint(b) || place(a) - place(b));
  }
  const orders = new Map([...ctx.known.layers].map((layer) => [layer, inOrder(layer).map(({ ref }) => ref)]));

  /* Called by lines.js and points.js for each element as it comes onto the map. */
  ctx.dressTarget = (element, { ref, layer }) => {
    if (!stops.has(layer)) stops.set(layer, orders.get(layer)[0]);
    element.setAttribute("role", "button");
    element.setAttribute("aria-haspopup", "dialog");
    element.setAttribute("tabindex", stops.get(layer) === ref ? 0 : -1);
    element.setAttribute("aria-label", words.spoken(facts.features[ref], ctx.layerFacts(layer)));
  };

  function goTo(ref) {
    const { layer } = ctx.feature(ref);
    target(stops.get(layer))?.setAttribute("tabindex", -1);
    stops.set(layer, ref);
    target(ref).setAttribute("tabindex", 0);
    target(ref).focus({ preventScroll: true });
  }

  const boundsOf = ({ shape }) => shape.getBounds?.() ?? L.latLngBounds([shape.getLatLng()]);

  function drawBox() {
    box.hidden = !focused;
    if (!focused) return;
    const bounds = boundsOf(focused), size = map.getSize(), room = 14;
    const low = map.latLngToContainerPoint(bounds.getNorthWest()), high = map.latLngToContainerPoint(bounds.getSouthEast());
    const left = Math.max(3, low.x - room), top = Math.max(3, low.y - room);
    const right = Math.min(size.x - 3, high.x + room), bottom = Math.min(size.y - 3, high.y + room);
    box.hidden = right <= left || bottom <= top;
    Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
  }

  function showTip(ref, point) {
    tip.hidden = !ref;
    if (!ref) return;
    const feature = facts.features[ref];
    ctx.tip(`${feature.name} · ${words.status(feature)}`, point);
  }

  ctx.tip = (text, point) => {
    tip.hidden = !text;
    if (!text) return;
    const size = map.getSize();
    tip.textContent = text;
    const x = point.x + 14 + tip.offsetWidth > size.x ? point.x - 14 - tip.offsetWidth : point.x + 14;
    const y = point.y + 18 + tip.offsetHeight > size.y ? point.y - 12 - tip.offsetHeight : point.y + 18;
    tip.style.translate = `${Math.max(4, x)}px ${Math.max(4, y)}px`;
  };

  /* Hit strokes are wide and overlap: the line nearest to the pointer wins, a point before any line. */
  function nearest({ clientX, clientY }) {
    const found = document.elementsFromPoint(clientX, clientY).map((one) => one.closest?.("[data-ref]")).filter(Boolean);
    const spot = map.mouseEventToLayerPoint({ clientX, clientY });
    const distance = (element) => {
      const { shape } = ctx.feature(element.dataset.ref);
      if (shape instanceof L.Marker) return 0;
      return shape instanceof L.Polygon ? 6 : shape.closestLayerPoint(spot)?.distance ?? 99;
    };
    return found.sort((a, b) => distance(a) - distance(b))[0]?.dataset.ref ?? null;
  }

  function overMap(event) {
    const ref = hover.matches ? nearest(event) : null;
    if (ref !== hovered) ctx.light((hovered = ref));
    showTip(ref, map.mouseEventToContainerPoint(event));
  }

  function listen({ shape }) {
    shape.on("mouseover mousemove", ({ originalEvent }) => overMap(originalEvent));
    shape.on("mouseout", () => { hovered = null; ctx.light(null); showTip(null); });
    shape.on("click", ({ originalEvent }) => {
      const ref = originalEvent && nearest(originalEvent);
      if (!ref) return;
      showTip(null);
      goTo(ref);
      ctx.open?.(ref);
    });
  }
  for (const layer of ctx.known.layers) for (const one of ctx.features(layer)) listen(one);

  const container = map.getContainer();

  /* What stands under the pointer without an element of its own: its name, or "" for nothing. */
  ctx.point = (name, point) => {
    container.classList.toggle("at-name", Boolean(name));
    ctx.tip(name, point);
  };

  /* A country or a sea that a layer holds has no glyph; its name on the map is clicked instead. */
  const namedAt = (point) => (ctx.routing() || ctx.step() ? null : ctx.namedPoint(ctx.labelAt(point)?.id));

  map.on("click", ({ containerPoint, originalEvent }) => {
    const ref = originalEvent && namedAt(containerPoint);
    if (!ref) return;
    ctx.point("");
    goTo(ref);
    ctx.open(ref);
  });

  map.on("mousemove", ({ containerPoint }) => {
    const ref = hover.matches ? namedAt(containerPoint) : null;
    if (ref !== named) ctx.point(ref ? facts.features[ref].name : "", containerPoint);
    named = ref;
  });

  container.setAttribute("role", "region");
  const HELP = "Arrow keys move it, plus and minus zoom. Tab goes to each layer, arrow keys through what it holds.";
  container.setAttribute("aria-label", `Map. ${HELP}`);

  container.addEventListener("focusin", ({ target: element }) => {
    const ref = element.dataset?.ref;
    if (!ref || !element.matches(":focus-visible")) return;
    focused = ctx.feature(ref);
    const bounds = boundsOf(focused);
    if (!map.getBounds().intersects(bounds)) map.panTo(bounds.getCenter(), { animate: ctx.motion() });
    ctx.light(ref);
    drawBox();
  });
  container.addEventListener("focusout", () => { focused = null; ctx.light(null); drawBox(); });

  container.addEventListener("keydown", (event) => {
    const ref = event.target.dataset?.ref;
    if (!ref || event.ctrlKey || event.metaKey || event.altKey) return;
    const order = orders.get(ctx.feature(ref).layer), at = order.indexOf(ref);
    const next = at + 1, before = at - 1, last = order.length - 1;
    const to = { ArrowRight: next, ArrowDown: next, ArrowLeft: before, ArrowUp: before, Home: 0, End: last }[event.key];
    if (to !== undefined) goTo(order[(to + order.length) % order.length]);
    else if (event.key === "Enter" || event.key === " ") ctx.open?.(ref);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  map.on("move zoom", drawBox);
  return { rest: drawBox, move: () => showTip(null) };
});
