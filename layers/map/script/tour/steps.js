/* Presenting: the running tour, its step, and the keys that drive it. All of it happens in this document, so that neither
 * the page nor the server can stop a talk. What a step shows is stage.js, what it says caption.js.
 *   ctx.tour()   the tour of the state or null        ctx.step()   the step on show; null while the map is left to the class
 *   ctx.big()    how many times larger than at 1280 × 720 everything is drawn; 0 when nothing is presented
 *   ctx.onKey(keys, deed, told)   what a key does while a tour runs, and its line in the list of keys */
"use strict";
atlas.part("presenter", (ctx) => {
  const root = document.documentElement, framed = parent !== window;
  const PHONE = 700, SCREEN = [1280, 720], LARGEST = 2.5, SMALL = 0.65; // px; factors
  const deeds = new Map(), told = [];

  ctx.tour = () => ctx.facts.tours[ctx.now.tour] ?? null;
  ctx.step = () => (ctx.now.exploring ? null : ctx.tour()?.steps[ctx.now.step] ?? null);
  ctx.big = () => (ctx.step() ? scale() : 0);
  ctx.keysTold = told;

  const scale = () => (innerWidth < PHONE ? SMALL
    : Math.min(LARGEST, Math.max(1, Math.min(innerWidth / SCREEN[0], innerHeight / SCREEN[1]))));
  const size = () => root.style.setProperty("--u", `${scale()}px`);

  /* ---- steps ---- */
  ctx.goTo = (step) => {
    const last = ctx.tour().steps.length - 1, next = Math.min(last, Math.max(0, step));
    if (step > last && ctx.tour().ends === "explore") ctx.apply({ exploring: true });
    else if (next !== ctx.now.step) ctx.apply({ step: next });
  };
  const goBy = (by) => ctx.goTo(ctx.now.step + by);
  const explore = () => ctx.apply({ exploring: !ctx.now.exploring });
  ctx.leaveTour = () => ctx.apply({ tour: null, exploring: false });

  function follow() {
    const tour = ctx.tour();
    if (tour) ctx.now.step = Math.min(ctx.now.step, tour.steps.length - 1);
    else ctx.now.exploring = false;
    const step = ctx.step();
    size();
    root.classList.toggle("presenting", Boolean(step));
    root.classList.toggle("exploring", Boolean(tour && !step));
    if (step) ctx.say(`Step ${ctx.now.step + 1} of ${tour.steps.length}: ${step.headline}.`);
    else if (tour) ctx.say("The map is yours. T goes back to the tour.");
  }

  /* ---- keys ---- */
  ctx.onKey = (keys, deed, line) => {
    for (const key of keys) deeds.set(key, deed);
    if (line) told.push(line);
  };
  ctx.onKey(["ArrowRight", "PageDown", " "], () => goBy(1), ["→, space, PageDown", "next step"]);
  ctx.onKey(["ArrowLeft", "PageUp"], () => goBy(-1), ["←, PageUp", "step before"]);
  ctx.onKey(["Home"], () => ctx.goTo(0), ["Home, End", "first and last step"]);
  ctx.onKey(["End"], () => ctx.goTo(ctx.tour().steps.length - 1));
  ctx.onKey(["f"], fill, ["F", "full screen"]);
  ctx.onKey(["c"], () => ctx.apply({ theme: ctx.theme() === "dark" ? "light" : "dark" }), ["C", "light or dark"]);
  ctx.onKey(["s"], () => ctx.openSpeaker(), ["S", "speaker’s window"]);
  ctx.onKey(["t"], explore, ["T", "explore freely, and back to the tour"]);

  /* A page that holds the document asks for itself: only there is the key a person's own. */
  function fill() {
    const asked = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
    asked.catch(() => ctx.say("This page may not fill the screen."));
  }

  const BACK = ["t", "PageUp", "PageDown"]; // a clicker has no T
  const isField = (target) => Boolean(target?.closest?.("input, textarea, select, [contenteditable]"));

  function press(event) {
    if (!ctx.tour() || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const deed = ctx.step() ? deeds.get(key) : BACK.includes(key) && explore;
    if (!deed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    deed();
  }
  addEventListener("keydown", press, { capture: true });

  /* ---- touch: a swipe is a step ---- */
  const SWIPE = 50; // px
  let start = null;
  addEventListener("touchstart", ({ touches }) => { start = touches.length === 1 ? touches[0] : null; }, { capture: true, passive: true });
  addEventListener("touchend", ({ changedTouches: [end] }) => {
    if (!start || !ctx.step() || ctx.drawing?.()) return;
    const x = end.clientX - start.clientX, y = end.clientY - start.clientY;
    start = null;
    if (Math.abs(x) > SWIPE && Math.abs(x) > 1.5 * Math.abs(y)) goBy(x < 0 ? 1 : -1);
  }, { capture: true, passive: true });

  addEventListener("resize", size);
  ctx.framed = framed;
  return { tour: follow };
});
