/* The card of a leg of a route: its ends, mode, length, status and countries, and the buttons that ask the page to close it. */
"use strict";
atlas.part("route card", (ctx) => {
  const { facts: { network: { countries } } } = ctx, { make } = ctx.card;
  const MODES = { rail: "railway", sea: "by ship", road: "road" };
  const words = atlasWords(ctx.facts, ctx.base);

  function rows({ km, countries: codes }) {
    const list = make("dl", "card-rows"), named = codes.map((code) => countries[code] ?? code).join(", ");
    for (const [term, text] of [["Length", words.km(km)], [codes.length === 1 ? "Country" : "Countries", named]])
      if (text) list.append(make("dt", "", term), make("dd", "", text));
    return list;
  }

  function show(leg) {
    const { users, mode, as_of: date } = leg, isClosed = ctx.routing().closed.has(leg.id), status = make("p", "card-status");
    status.append(make("strong", "", isClosed ? "closed in this question" : words.status(leg)), make("span", "", `as of ${words.date(date)}`));
    const own = isClosed ? [] : [["Close this leg", { close: leg.id }]];
    ctx.card.open({
      by: "leg", about: leg, className: `leg-card s-${users.length ? `route-${users[0]}` : "lost"}`, shape: leg.shape, title: leg.name,
      kind: `${MODES[mode]} · ${users.length ? `Route ${users.join(" and ")}` : "Lost way"}`,
      body: [status, rows(leg), ctx.doors.buttons([...own, ...ctx.doors.through(leg)])], home: () => leg.shape._path,
    });
  }

  ctx.openLeg = (id) => {
    if (!id) return;
    show(ctx.legAt(id));
    ctx.card.focus();
  };

  /* Another answer: the leg may be gone, or belong to another route. */
  function follow() {
    const leg = ctx.card.about("leg");
    if (leg && ctx.routing()?.legs.includes(leg)) show(leg);
    else ctx.card.close("leg");
  }
  return { routes: follow };
});
