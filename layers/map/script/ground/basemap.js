/* The ground under everything else: Leaflet keeps the canvas, moves and zooms it; painting.js fills it. */
import { on } from "../hooks.js";
import { map, now } from "../state.js";
import { beyond, canvas, show } from "./canvas.js";
import { frameOf } from "./screen.js";

const PANE = "ground";

/** A renderer without paths: what it draws is always the same world. */
const Ground = () =>
  L.Renderer.extend({
    _initContainer() {
      this._container = canvas;
    },
    _destroyContainer() {},
    _updatePaths() {},
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const { left, top, paneX, paneY, ...rest } = frameOf(this._map);
      const clip = beyond({ left, top, ...rest });
      L.DomUtil.setPosition(canvas, L.point(clip.left - left - paneX, clip.top - top - paneY));
      show(clip, now.theme);
    },
  });

export function start() {
  const ground = new (Ground())({ pane: PANE, padding: 0.4 });
  ground.addTo(map);
  on("theme", () => ground._update());
}
