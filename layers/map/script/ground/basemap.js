/* The ground under everything else: Leaflet keeps the canvas, moves and zooms it; painting.js fills it. */
import { on } from "../hooks.js";
import { map, now } from "../state.js";
import { BEYOND, beyond, canvas, show } from "./canvas.js";
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
    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this._follow };
    },
    /** A long drag leaves what is painted; while the zoom changes Leaflet stretches it. */
    _follow() {
      if (this._map._animatingZoom || this._map.getZoom() !== this._zoom) return;
      const corners = [L.point(0, 0), this._map.getSize()].map((at) =>
        this._map.containerPointToLayerPoint(at)
      );
      if (!this._bounds.contains(L.bounds(corners))) this._update();
    },
  });

export function start() {
  const ground = new (Ground())({ pane: PANE, padding: BEYOND });
  ground.addTo(map);
  on("theme", () => ground._update());
}
