/* While a tour runs: one line that says what the lit lines' dashes and colours mean. */
"use strict";
atlas.part("presenter legend", (ctx) => {
  const { map } = ctx;
  const STATUSES = { planned: "planned", building: "being built", idle: "idle", closed: "closed", operating: "operating" };
  const MOST = 5; // entries in one line
  const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });
  const legend = make("p", "tour-legend");
  map.getContainer().append(legend);

  function entry(swatch, text) {
    const one = make("span", "tour-sign");
    one.append(swatch, make("span", "", text));
    return one;
  }

  const named = ({ short }, swatch) => entry(swatch, short.split(" / ")[0].replace(/ corridor$/, ""));

  function ofRoutes({ routes, lost }) {
    const swatch = (n) => ctx.swatches.line(60, `s-${n} stroke`, "operating");
    return [
      ...routes.map(({ n, title }) => entry(swatch(`route-${n}`), `${n} ${title}`)), ...(lost.length ? [entry(swatch("lost"), "lost")] : []),
      ...unlined([]).map((layer) => named(layer, ctx.swatches.layer(layer))),
    ];
  }

  /* Lit areas and points. */
  function unlined(layers) {
    const bounds = map.getBounds(), inView = ({ ref, shape }) => !ctx.isDim(ref) && bounds.intersects(shape.getBounds?.() ?? shape.getLatLng().toBounds(1));
    return ctx.visible().map(ctx.layerFacts).filter((layer) => !layers.includes(layer) && ctx.features(layer.id).some(inView));
  }

  /* One subject: its dashes. Several: each with its colour, then the dashes in ink. */
  function ofLayers() {
    const frame = atlas.screen.frame(map), lines = ctx.layerLines().filter((line) => !ctx.isDim(`${line.layer}/${line.id}`) && atlas.screen.sees(line.latlngs, frame));
    const layers = [...new Set(lines.map(({ layer }) => layer))].map(ctx.layerFacts), subjects = new Set(lines.map(({ subject }) => subject));
    const only = subjects.size === 1 ? `s-${[...subjects][0]} stroke` : "stroke";
    const statuses = Object.keys(STATUSES).filter((status) => lines.some((line) => line.status === status));
    const dashes = statuses.map((status) => entry(ctx.swatches.line(60, only, status), STATUSES[status]));
    const others = unlined(layers).map((layer) => named(layer, ctx.swatches.layer(layer)));
    if (subjects.size < 2) return [...dashes, ...others];
    const colours = layers.map((layer) => named(layer, ctx.swatches.line(40, `s-${layer.subject} stroke`, "operating")));
    return [...colours, ...others, ...(statuses.length > 1 ? dashes : [])];
  }

  function write() {
    legend.hidden = !ctx.step();
    if (legend.hidden) return;
    const routing = ctx.routing(), entries = routing ? ofRoutes(routing) : ofLayers();
    legend.replaceChildren(...entries.slice(0, MOST));
    legend.hidden = !entries.length;
  }

  ctx.reserve(() => (legend.hidden ? [] : [legend.getBoundingClientRect()]));
  return { rest: write, tour: write, theme: write };
});
