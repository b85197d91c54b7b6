/* A pointer that a camera or a compressed screen share doesn't lose (L), and a pen for the map (D). Neither is kept. */
"use strict";
atlas.part("laser", (ctx) => {
  const stage = ctx.map.getContainer();
  const dot = Object.assign(document.createElement("div"), { className: "laser", hidden: true });
  const sheet = ctx.svg("svg", { class: "drawing", "aria-hidden": true });
  let pointing = false, drawing = false, line = null, points = [];

  sheet.toggleAttribute("hidden", true);
  stage.append(sheet);
  document.body.append(dot);
  ctx.drawing = () => drawing;

  function point(on) {
    pointing = on;
    dot.hidden = true; // until the pointer moves
    document.documentElement.classList.toggle("pointing", on);
  }

  addEventListener("pointermove", ({ clientX, clientY }) => {
    if (!pointing) return;
    dot.hidden = false;
    dot.style.translate = `${clientX}px ${clientY}px`;
  });

  /* ---- the pen ---- */
  function draw(on) {
    drawing = on;
    line = null;
    sheet.replaceChildren();
    sheet.toggleAttribute("hidden", !on);
    document.documentElement.classList.toggle("drawing-on", on);
  }

  const spot = ({ clientX, clientY }) => {
    const { left, top } = stage.getBoundingClientRect();
    return `${(clientX - left).toFixed(1)} ${(clientY - top).toFixed(1)}`;
  };
  sheet.addEventListener("pointerdown", (event) => {
    points = [spot(event)];
    line = ["drawn-edge", "drawn"].map((name) => sheet.appendChild(ctx.svg("path", { class: name })));
    sheet.setPointerCapture(event.pointerId);
    trace();
  });
  sheet.addEventListener("pointermove", (event) => {
    if (!line) return;
    points.push(spot(event));
    trace();
  });
  for (const end of ["pointerup", "pointercancel"]) sheet.addEventListener(end, () => { line = null; });
  const trace = () => { for (const path of line) path.setAttribute("d", `M${points.join("L")}${points.length === 1 ? "h.1" : ""}`); };
  L.DomEvent.disableClickPropagation(sheet).disableScrollPropagation(sheet);

  ctx.onKey(["l"], () => point(!pointing), ["L", "laser pointer"]);
  ctx.onKey(["d"], () => draw(!drawing), ["D", "draw on the map; again: clear"]);

  /* A drawing belongs to its step. */
  function clear() {
    if (drawing) draw(Boolean(ctx.step()));
    if (!ctx.step()) point(false);
  }
  return { tour: clear };
});
