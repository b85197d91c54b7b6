/* What stands round the drawing: buttons top left (on a small screen in one row, from edge to edge with the legend's), north and scale bottom left, and under the map the strip that says where
 * everything comes from. All texts by textContent. */
"use strict";
atlas.part("furniture", (ctx) => {
  const { map, facts } = ctx;
  const root = document.documentElement, container = map.getContainer();
  const phone = matchMedia("(max-width: 699px)"), low = matchMedia("(max-height: 460px)");
  const ICONS = { in: "M8 3v10M3 8h10", out: "M3 8h10", all: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10M6 8h4M8 6v4",
    full: "M9.5 2.5h4v4M13.5 2.5l-5 5M6.5 13.5h-4v-4M2.5 13.5l5-5",
    theme: "M8 2.5a5.5 5.5 0 1 0 0 11z|M8 2.5a5.5 5.5 0 0 1 0 11" };

  const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });

  function icon(name) {
    const svg = L.SVG.create("svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("class", `icon icon-${name}`);
    for (const path of ICONS[name].split("|")) svg.appendChild(L.SVG.create("path")).setAttribute("d", path);
    return svg;
  }

  /* ---- buttons ---- */
  function button(name, label, press) {
    const made = make("button", "map-button");
    Object.assign(made, { type: "button", title: label, onclick: press });
    made.setAttribute("aria-label", label);
    made.append(icon(name));
    return made;
  }

  function bar() {
    const group = make("div", "map-buttons"), [zoom, views] = [make("div", "map-bar"), make("div", "map-bar")];
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Map controls");
    zoom.append(zoomIn, zoomOut);
    const all = button("all", "Show everything that is on", () => ctx.fit("all"));
    views.append(...[all, document.fullscreenEnabled && full, dark].filter(Boolean));
    group.append(zoom, views);
    L.DomEvent.disableClickPropagation(group);
    container.prepend(group);
    return group;
  }

  const zoomBy = (step) => () => map.setZoom(Math.round(map.getZoom() + step), { animate: ctx.motion() });
  const zoomIn = button("in", "Zoom in", zoomBy(1)), zoomOut = button("out", "Zoom out", zoomBy(-1));
  const full = button("full", "Full screen", () => {
    const asked = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
    asked.catch(() => ctx.say("This page may not fill the screen."));
  });
  const dark = button("theme", "Dark theme", () => ctx.apply({ theme: ctx.theme() === "dark" ? "light" : "dark" }));
  const isFull = () => full.setAttribute("aria-pressed", String(Boolean(document.fullscreenElement)));
  document.addEventListener("fullscreenchange", isFull);

  function showState() {
    const near = (a, b) => Math.abs(a - b) < 0.005;
    zoomIn.disabled = near(map.getZoom(), map.getMaxZoom());
    zoomOut.disabled = near(map.getZoom(), map.getMinZoom());
    dark.setAttribute("aria-pressed", String(ctx.theme() === "dark"));
  }

  /* ---- north and scale ---- */
  const scale = make("div", "map-scale"), length = make("b", ""), where = make("span", ""), ruler = make("div", "map-ruler");
  const north = make("div", "map-north", "N"), corner = make("div", "map-corner"), words = make("div", "map-scale-words");
  const arrow = L.SVG.create("svg");
  arrow.append(L.SVG.create("use"));
  arrow.firstChild.setAttribute("href", "#north");
  for (const [name, value] of [["viewBox", "0 0 20 20"], ["aria-hidden", "true"]]) arrow.setAttribute(name, value);
  north.prepend(arrow);
  north.setAttribute("role", "img");
  north.setAttribute("aria-label", "North is up");
  scale.setAttribute("role", "img");
  words.append(length, where);
  scale.append(words, ruler);
  corner.append(north, scale);
  container.append(corner);

  /* Length of a degree of longitude on the WGS84 ellipsoid, in km: π a cos φ / (180 √(1 − e² sin² φ)). */
  function kmOfDegree(lat) {
    const A = 6378.137, E2 = 0.00669437999014, phi = (lat * Math.PI) / 180;
    return (Math.PI * A * Math.cos(phi)) / (180 * Math.sqrt(1 - E2 * Math.sin(phi) ** 2));
  }

  /* The projection stretches towards the poles, so the bar is true at one latitude: the whole degree nearest to the middle. */
  function measure() {
    const LONGEST = 120, lat = Math.round(map.getCenter().lat), degree = (256 * 2 ** map.getZoom()) / 360; // px
    const most = (LONGEST / degree) * kmOfDegree(lat), power = 10 ** Math.floor(Math.log10(most));
    const km = [5, 2, 1].find((step) => step * power <= most) * power;
    const text = km >= 1 ? `${km} km` : `${km * 1000} m`, degrees = `${Math.abs(lat)}° ${lat < 0 ? "S" : "N"}`;
    length.textContent = text;
    where.textContent = ` at ${degrees}`;
    ruler.style.width = `${(km / kmOfDegree(lat)) * degree}px`;
    scale.setAttribute("aria-label", `Scale: ${text} at ${degrees}`);
    Object.assign(scale.dataset, { km, lat });
  }

  /* ---- the strip under the map ---- */
  const strip = make("footer", "sources"), text = make("span", ""), more = make("button", "sources-more", "all sources");
  let whole = !phone.matches;
  more.type = "button";
  more.onclick = () => { whole = !whole; write(); };
  strip.setAttribute("aria-label", "Sources of the map");
  strip.append(text, more);
  container.after(strip);
  phone.addEventListener("change", () => { whole = !phone.matches; write(); });

  function write() {
    const { long, short } = facts.attribution;
    text.textContent = phone.matches ? `${whole ? long : short} · ` : long;
    more.hidden = !phone.matches;
    more.textContent = whole ? "fewer words" : "all sources";
    more.setAttribute("aria-expanded", String(whole));
  }

  const group = bar();
  write();
  ctx.reserve(() => [...group.children, north, scale].map((element) => element.getBoundingClientRect()));
  ctx.cover(() => (phone.matches || low.matches ? { top: group.offsetTop + group.offsetHeight } : {}));
  map.on("zoomend", showState);
  const atRest = () => { measure(); showState(); };
  return { rest: atRest, theme: showState };
});
