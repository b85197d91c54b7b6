/* The card of a leg of a route: its ends, mode, length, status and countries, and the button that asks the page to close it.
 * ctx.cardTools: what doors.js makes its card of, too. Everything in it goes in by textContent. */
"use strict";
atlas.part("route card", (ctx) => {
  const { map, facts: { network: { countries } } } = ctx;
  const MODES = { rail: "railway", sea: "by ship", road: "road" };
  const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });
  const card = make("section", "card leg-card"), words = atlasWords(ctx.facts, ctx.base);
  let open = null, corner = null;

  ctx.cardTools = { make, button };
  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-labelledby", "leg-card-title");
  L.DomEvent.disableClickPropagation(card).disableScrollPropagation(card);

  function button(className, text, deed) {
    const element = make("button", className, text);
    element.type = "button";
    element.addEventListener("click", deed);
    return element;
  }

  function fill(leg) {
    const { users, mode, status, as_of: date, km } = leg, group = users.length ? `route-${users[0]}` : "lost";
    const title = make("h2", "card-title", leg.name), close = button("card-close", "×", leave), list = make("dl", "card-rows");
    const where = users.length ? `Route ${users.join(" and ")}` : "Lost way", line = make("p", "card-status");
    const isClosed = ctx.routing().closed.has(leg.id);
    title.id = "leg-card-title";
    close.setAttribute("aria-label", "Close");
    line.append(make("strong", "", isClosed ? "closed in this question" : words.status(leg)), make("span", "", `as of ${words.date(date)}`));
    const rows = [["Length", words.km(km)], [leg.countries.length === 1 ? "Country" : "Countries", leg.countries.map((code) => countries[code] ?? code).join(", ")]];
    for (const [term, text] of rows) if (text) list.append(make("dt", "", term), make("dd", "", text));
    card.className = `card leg-card s-${group}`;
    card.replaceChildren(close, title, make("p", "card-kind", `${MODES[mode]} · ${where}`), line, list);
    if (!isClosed) card.append(button("card-zoom", "Close this leg", () => { ctx.ask({ close: leg.id }); leave(); }));
  }

  ctx.openLeg = (id) => {
    if (!id) return;
    ctx.leaveDoor();
    open = ctx.legAt(id);
    fill(open);
    map.getContainer().append(card);
    corner = ctx.placeCard(card, open.shape, null);
    card.focus({ preventScroll: true });
  };

  function leave() {
    if (!open) return;
    const hadFocus = card.contains(document.activeElement);
    card.remove();
    if (hadFocus) open.shape._path?.focus({ preventScroll: true });
    open = null;
  }

  ctx.leaveLeg = leave;

  /* Another answer: the leg may be gone, or belong to another route. */
  function follow() {
    if (!open) return;
    if (ctx.routing()?.legs.includes(open)) fill(open);
    else leave();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    event.preventDefault();
    leave();
  });

  ctx.reserve(() => (open ? [card.getBoundingClientRect()] : []));
  return { routes: follow, rest: () => { if (open) corner = ctx.placeCard(card, open.shape, corner); } };
});
