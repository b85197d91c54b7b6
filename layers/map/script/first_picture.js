/* The first picture: the ground and the strip of sources, drawn by the document's first script, before Leaflet
 * and the layers' data have even been read. The map, when it begins, takes the canvas over. */
import { look } from "./address.js";
import * as sources from "./controls/sources.js";
import { make } from "./dom.js";
import { world } from "./facts.js";
import * as ground from "./ground/canvas.js";
import { firstView } from "./ground/first_view.js";
import { ownTheme } from "./state.js";

export function draw() {
  const { view, theme = ownTheme(), tour } = look(location.hash.slice(1)), root = document.documentElement;
  root.dataset.theme = theme;
  const holder = document.body.appendChild(make("div", "first-picture")), canvas = ground.make();
  holder.append(canvas);
  sources.start();
  const { clientWidth: width, clientHeight: height } = holder;
  if (tour || !width || !height) return; // where a step looks is not known yet
  const shown = firstView(world, view, { width, height }), clip = ground.beyond(shown);
  canvas.style.transform = `translate(${clip.left - shown.left}px, ${clip.top - shown.top}px)`;
  ground.show(clip, theme);
}

export const end = () => document.querySelector(".first-picture")?.remove();
