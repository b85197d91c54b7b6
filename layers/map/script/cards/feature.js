/* The card of the selected feature: what it is, how long, whose data, how sure. It opens with the selection and ends it when closed. */
"use strict";
atlas.part("card", (ctx) => {
  const { facts } = ctx, { make, button } = ctx.card;
  const words = atlasWords(facts, ctx.base);

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

  function show(ref) {
    const { layer, shape, facts: feature } = ctx.feature(ref);
    ctx.card.open({
      by: "feature", about: ref, className: `s-${feature.subject}`, shape, title: feature.name,
      kind: `${words.what(feature)} · ${ctx.layerFacts(layer).short}`,
      body: [statusLine(feature), rows(feature), button("card-zoom", "Zoom to it", () => ctx.fit(ref))],
      home: () => shape.getElement?.() ?? shape._path, leave: () => ctx.apply({ selected: null }),
    });
  }

  /* Beside routes the layers rest, and their cards with them. */
  function follow() {
    const { selected, routes } = ctx.now, ref = !routes && ctx.feature(selected) ? selected : null;
    if (ref === ctx.card.about("feature")) return;
    if (ref) show(ref);
    else ctx.card.close("feature");
  }

  /* What is hidden with its layer is no longer selected. */
  function forget() {
    const { selected, layers } = ctx.now;
    if (ctx.feature(selected) && !layers.includes(selected.split("/")[0])) ctx.obey({ selected: null });
  }

  ctx.open = (ref) => {
    ctx.apply({ selected: ref });
    ctx.card.focus();
  };
  return { select: follow, routes: follow, layers: forget };
});
