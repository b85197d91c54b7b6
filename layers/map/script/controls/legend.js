/* The legend: what is on and in view, never more. Left the layers by colour, each a switch, with widths and glyphs; right the
 * dashes. Beside a small map it is brief: glyphs, modes and what else has a sign wait behind one button. A layer that was switched off here keeps its row, greyed, so that the same press brings it back. */
"use strict";
atlas.part("legend", (ctx) => {
  const { map, facts } = ctx;
  const STATUSES = ["operating", "building", "planned", "idle", "closed"];
  const MODES = { sea: "thin: by sea", road: "double: road", pipeline: "pipeline, schematic", power: "thin: power line" };
  const WAITING = { building: "being built", planned: "planned part", idle: "idle part" };
  const SWATCH = { wide: 42, narrow: 28, high: 14 };
  const DISPUTED = { className: "disputed", strokeWidth: 1.4, dash: [3.6, 2.9] }; // 5 and 4 px, as from zoom 7
  const phone = matchMedia("(max-width: 699px)");
  const tight = matchMedia("(min-width: 700px) and (max-width: 959px), (min-width: 700px) and (max-height: 759px)");
  const FEW = 3; // rows that are not worth a button
  const hidden = new Set(); // layers that were switched off here
  let folded = phone.matches, chosen = false, whole = false, written = "";

  const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });
  const legend = make("section", "legend"), fold = make("button", "legend-fold"), body = make("div", "legend-body");
  const more = make("button", "legend-more");
  legend.setAttribute("aria-label", "Legend");
  Object.assign(fold, { type: "button", onclick: () => { chosen = true; folded = !folded; unfold(); ctx.rest(); } });
  Object.assign(more, { type: "button", onclick: () => { whole = !whole; shorten(); ctx.rest(); } });
  body.id = "legend-body";
  for (const button of [fold, more]) button.setAttribute("aria-controls", body.id);
  legend.append(fold, body);
  map.getContainer().append(legend);
  L.DomEvent.disableClickPropagation(legend).disableScrollPropagation(legend);
  tight.addEventListener("change", shorten);
  phone.addEventListener("change", () => { if (!chosen) { folded = phone.matches; unfold(); } });

  function unfold() {
    body.hidden = folded;
    legend.classList.toggle("folded", folded);
    fold.setAttribute("aria-expanded", String(!folded));
    fold.setAttribute("aria-label", "Legend");
    const first = ctx.visible().map(ctx.layerFacts)[0];
    const drawn = ctx.routing() ? lineSwatch(SWATCH.narrow, "s-route-1 stroke", "operating") : first && layerSwatch(first);
    const swatch = folded && drawn ? [drawn] : [];
    fold.replaceChildren(...swatch, make("span", "", folded ? "Legend" : ""), make("span", "chevron"));
  }

  /* In a brief legend the rows of class "legend-extra" wait. */
  function shorten() {
    const extra = body.querySelectorAll(".legend-extra").length, isTight = tight.matches && extra > FEW;
    legend.classList.toggle("brief", isTight && !whole);
    more.hidden = !isTight;
    more.textContent = whole ? "fewer signs" : `${extra} more signs`;
    more.setAttribute("aria-expanded", String(whole));
  }

  /* ---- swatches, drawn as on the map ---- */
  function drawing(width, lines) {
    const svg = L.SVG.create("svg");
    svg.setAttribute("class", "swatch");
    svg.setAttribute("aria-hidden", "true");
    const box = { width, height: SWATCH.high, viewBox: `0 0 ${width} ${SWATCH.high}` };
    for (const [name, value] of Object.entries(box)) svg.setAttribute(name, value);
    for (const { className, strokeWidth, dash, cap = "butt" } of lines) {
      const line = svg.appendChild(L.SVG.create("path"));
      line.setAttribute("class", className);
      line.setAttribute("d", `M1 ${SWATCH.high / 2}H${width - 1}`);
      line.setAttribute("stroke-width", strokeWidth);
      line.setAttribute("stroke-linecap", cap);
      if (dash) line.setAttribute("stroke-dasharray", dash.map((part) => part * strokeWidth).join(" "));
    }
    return svg;
  }

  function lineSwatch(width, className, status, mode = "rail", hollow = false) {
    const { line, dash, cap } = facts.tokens, rail = 3.6, own = rail * (line.mode_factor[mode] ?? 1);
    const strokes = [{ className, strokeWidth: own, dash: dash[status], cap: cap[status] ?? cap.default }];
    if (hollow) strokes.push({ className: "inside", strokeWidth: own * line.hollow.inner_width.split(" ")[0] });
    if (mode === "road") strokes.push({ className: "inside", strokeWidth: rail / 4 });
    const beads = line.pipeline_beads.dash.map((part) => part / 1.9); // the table counts in widths of the line, not of the bead
    if (mode === "pipeline") strokes.push({ className, strokeWidth: own * 1.9, dash: beads, cap: "round" });
    return drawing(width, strokes);
  }

  function layerSwatch({ id, subject, status }) {
    const { mode_factor: width } = facts.tokens.line, lines = ctx.lines().filter(({ layer }) => layer === id);
    const worth = (line) => (line.status === status ? 10 : 0) + (width[line.mode] ?? 1);
    const [line] = lines.sort((a, b) => worth(b) - worth(a));
    if (line || hidden.has(id)) return lineSwatch(SWATCH.narrow, `s-${subject} stroke`, status, line?.mode);
    const glyph = ctx.points().map(({ layer, id: point }) => layer === id && glyphOf(layer, point)).find(Boolean);
    return glyph ? glyph.cloneNode(true) : drawing(SWATCH.narrow, [{ className: `s-${subject} stroke area`, strokeWidth: 10 }]);
  }

  const glyphOf = (layer, id) => ctx.feature(`${layer}/${id}`)?.shape.getElement()?.querySelector("svg");

  /* ---- what is in view ---- */
  function inView() {
    const frame = atlas.screen.frame(map), bounds = map.getBounds();
    const lines = ctx.lines().filter(({ latlngs }) => atlas.screen.sees(latlngs, frame));
    const points = ctx.points().filter(({ latlng }) => bounds.contains(latlng));
    const areas = ctx.visible().flatMap((id) => ctx.features(id))
      .filter(({ shape }) => shape instanceof L.Polygon && bounds.intersects(shape.getBounds()));
    const seen = new Set([...lines, ...points, ...areas].map(({ layer }) => layer));
    return { frame, lines, points, layers: facts.layers.filter(({ id }) => seen.has(id) || hidden.has(id)) };
  }

  const borders = L.geoJSON(ctx.base("disputed")).getLayers().map((layer) => layer.getLatLngs());
  const isDisputed = (frame) => borders.flat().length > 0 && borders.some((latlngs) => atlas.screen.sees(latlngs, frame));

  /* One entry for each sign that is drawn; an open one says why it is open. */
  function glyphs(points) {
    const signs = new Map();
    for (const { layer, id, kind, status } of points) {
      const svg = glyphOf(layer, id), sign = svg?.querySelector("use").getAttribute("href").slice(1);
      if (!svg) continue;
      const one = signs.get(sign) ?? signs.set(sign, { sign, svg, kinds: new Set(), states: new Set() }).get(sign);
      if (!svg.classList.contains("open")) one.svg = svg;
      one.kinds.add(kind.replace("planned-", "").replaceAll("-", " "));
      one.states.add(kind.startsWith("planned") || ["planned", "building"].includes(status) ? "planned" : "approximate");
    }
    return [...signs.values()].map(({ sign, svg, kinds, states }) => {
      const name = kinds.size === 1 ? [...kinds][0] : facts.glyphs[sign].split(",")[0].toLowerCase();
      const isOpen = sign === "port-planned" || svg.classList.contains("open");
      return { svg, text: isOpen ? `${name}, ${[...states].sort().reverse().join(" or ")}` : name };
    });
  }

  /* ---- rows ---- */
  function row(swatch, text, kind = "") {
    const item = make("li", `legend-row ${kind}`);
    item.append(swatch, make("span", "", text));
    return item;
  }

  function layerRow(layer) {
    const item = make("li", ""), on = ctx.visible().includes(layer.id), button = make("button", "legend-row");
    button.type = "button";
    button.dataset.layer = layer.id;
    button.setAttribute("aria-pressed", String(on));
    button.title = on ? "Hide on the map" : "Show on the map again";
    button.append(layerSwatch(layer), make("span", "", layer.short.replace(/ corridor$/, "")));
    button.onclick = () => toggle(layer.id);
    item.append(button);
    return item;
  }

  function toggle(id) {
    const on = ctx.visible();
    if (on.includes(id)) hidden.add(id);
    ctx.apply({ layers: on.includes(id) ? on.filter((other) => other !== id) : [...on, id] });
  }

  function column(title, rows) {
    const part = make("div", "legend-column"), list = make("ul", "");
    list.append(...rows);
    part.append(make("h2", "", title), list);
    return part;
  }

  /* While routes are shown they take the legend over: their numbers, what was lost, and how a line tells status and mode. */
  function routeColumns({ routes, lost, countries, legs }) {
    const used = legs.filter(({ users }) => users.length), has = (key, value) => used.some((leg) => leg[key] === value);
    const swatch = (name, status, mode) => lineSwatch(SWATCH.wide, `${name} stroke`, status, mode), cut = swatch("s-lost", "operating");
    cut.append(ctx.svg("path", { d: "M17 3l8 8m0-8l-8 8", class: "cut", "stroke-width": 2.4 }));
    const shut = drawing(SWATCH.wide, []);
    shut.append(ctx.svg("rect", { x: 8, y: 1, width: 26, height: 12, class: "closed-area", fill: ctx.closedFill }));
    return [column("Routes", [
      ...routes.map(({ n, title }) => row(swatch(`s-route-${n}`, "operating"), `${n} ${title || "route"}`)),
      ...(lost.length ? [row(cut, "lost by the closure")] : []),
      ...(countries.length ? [row(shut, countries.length > 1 ? "closed countries" : "closed country")] : []),
      ...Object.entries(WAITING).filter(([status]) => has("status", status)).map(([status, text]) => row(swatch("", status), text)),
      ...Object.entries(MODES).filter(([mode]) => has("mode", mode)).map(([mode, text]) => row(swatch("", "operating", mode), text)),
    ])];
  }

  function writeRoutes(shown) {
    const key = JSON.stringify([ctx.theme(), ctx.now.routes]);
    if (key === written) return;
    written = key;
    body.replaceChildren(...routeColumns(shown));
    unfold();
  }

  function write() {
    if (ctx.routing()) return writeRoutes(ctx.routing());
    for (const id of ctx.visible()) hidden.delete(id);
    const { frame, lines, points, layers } = inView(), signs = glyphs(points);
    const statuses = STATUSES.filter((status) => lines.some((line) => line.status === status));
    const modes = Object.keys(MODES).filter((mode) => lines.some((line) => line.mode === mode));
    const hollow = lines.some((line) => line.hollow), disputed = isDisputed(frame);
    const products = [...new Set(lines.map(({ subject }) => subject))] // what a layer's pipelines carry beside its own subject
      .filter((subject) => subject !== "other" && !layers.some((layer) => layer.subject === subject));
    const shown = [layers.map(({ id }) => id), products, statuses, modes, hollow, disputed, signs.map(({ text }) => text)];
    const key = JSON.stringify([ctx.theme(), ctx.visible(), shown]);
    if (key === written) return;
    written = key;
    const focused = legend.contains(document.activeElement) && (document.activeElement.dataset.layer ?? document.activeElement.className);
    body.replaceChildren(
      column("Colour: subject", [
        ...layers.map(layerRow),
        ...products.map((subject) => row(lineSwatch(SWATCH.narrow, `s-${subject} stroke`, "operating", "pipeline"), `${subject} line`)),
        ...signs.map(({ svg, text }) => row(svg.cloneNode(true), text, "legend-glyph legend-extra")),
      ]),
      column("Dash: status", [ // and the other signs of form
        ...statuses.map((status) => row(lineSwatch(SWATCH.wide, "stroke", status), status)),
        ...modes.map((mode) => row(lineSwatch(SWATCH.wide, "stroke", "operating", mode), MODES[mode], "legend-extra")),
        ...(hollow ? [row(lineSwatch(SWATCH.wide, "stroke", "operating", "rail", true), "hollow: approximate", "legend-extra")] : []),
        ...(disputed ? [row(drawing(SWATCH.wide, [DISPUTED]), "disputed line", "legend-extra")] : []),
      ]),
    );
    body.lastChild.append(more);
    shorten();
    if (focused === more.className) more.focus();
    else if (focused) legend.querySelector(`[data-layer="${focused}"]`)?.focus();
    unfold();
  }

  ctx.swatches = { line: lineSwatch, layer: layerSwatch }; // for the line of legend while presenting
  ctx.reserve(() => [legend.getBoundingClientRect()]);
  unfold();
  return { rest: write, layers: write, theme: write, routes: write };
});
