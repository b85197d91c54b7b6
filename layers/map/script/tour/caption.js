/* The panel below the map while a tour runs: headline, caption, where we are in the tour, and the sources of the map.
 * All texts by textContent. */
"use strict";
atlas.part("caption", (ctx) => {
  const { map, facts } = ctx;
  const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });
  const panel = make("section", "tour-panel"), kicker = make("p", "tour-kicker"), headline = make("h2", "tour-headline");
  const said = make("p", "tour-caption"), missing = make("p", "tour-missing"), dots = make("div", "tour-dots"), count = make("span", "tour-count");
  const asOf = `as of ${atlasWords(facts, ctx.base).date(facts.as_of)}`;
  const sources = make("p", "tour-sources", [facts.attribution.short, "planned lines schematic", "boundaries do not imply endorsement", asOf].join(" · "));
  const back = make("div", "tour-back"), backText = make("span", "");

  ctx.pieces = (list) => list.map(({ text, cite }) => (cite ? make("span", "tour-cite", `[${cite}]`) : document.createTextNode(text)));

  function button(className, text, label, deed) {
    const made = make("button", className, text);
    made.type = "button";
    made.setAttribute("aria-label", label);
    made.title = label;
    made.addEventListener("click", deed);
    return made;
  }

  const hands = make("div", "tour-hands");
  hands.append(
    button("", "‹", "Step before", () => ctx.goTo(ctx.now.step - 1)), button("", "›", "Next step", () => ctx.goTo(ctx.now.step + 1)),
    button("", "×", "Leave the tour", () => ctx.leaveTour()),
  );
  const head = make("div", "tour-head"), text = make("div", "tour-text"), foot = make("div", "tour-foot");
  head.append(kicker, headline);
  text.append(said, missing);
  foot.append(dots, count, hands, sources);
  panel.append(head, text, foot);
  panel.hidden = true;
  map.getContainer().after(panel);

  back.hidden = true;
  back.append(backText, button("tour-return", "Back to the tour (T)", "Back to the tour", () => ctx.apply({ exploring: false })),
    button("tour-end", "End it", "End the tour", () => ctx.leaveTour()));
  map.getContainer().append(back);
  L.DomEvent.disableClickPropagation(back);

  function drawDots(steps, at) {
    dots.replaceChildren(...steps.map((step, n) => {
      const dot = button(n === at ? "now" : n < at ? "done" : "", "", `Step ${n + 1}: ${step.headline}`, () => ctx.goTo(n));
      if (n === at) dot.setAttribute("aria-current", "step");
      return dot;
    }));
  }

  /* The panel wears the colour of what is lit first. */
  function subject({ lit, routes }) {
    const ref = lit.find((one) => !one.startsWith("place:"));
    if (routes || !ref) return "";
    return ctx.feature(ref)?.facts.subject ?? ctx.layerFacts(ref.split("/")[0])?.subject ?? "";
  }

  function show() {
    const step = ctx.step(), tour = ctx.tour();
    panel.hidden = !step;
    back.hidden = !tour || Boolean(step);
    if (tour && !step) backText.textContent = `${tour.title}, step ${ctx.now.step + 1} of ${tour.steps.length}`;
    if (!step) return;
    const hadFocus = dots.contains(document.activeElement);
    panel.className = `tour-panel s-${subject(step)}`;
    panel.setAttribute("aria-label", `Tour: ${tour.title}`);
    kicker.textContent = tour.title;
    headline.textContent = step.headline;
    said.replaceChildren(...ctx.pieces(step.caption));
    missing.textContent = step.missing.join(" ");
    drawDots(tour.steps, ctx.now.step);
    if (hadFocus) dots.querySelector(".now").focus();
    count.textContent = `${ctx.now.step + 1} of ${tour.steps.length}`;
  }

  ctx.reserve(() => (back.hidden ? [] : [back.getBoundingClientRect()]));
  return { tour: show };
});
