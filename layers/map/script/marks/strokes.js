/* One SVG for all lines and areas: Leaflet projects a feature once, and this renderer gives it several
 * strokes (casing, core, beads …), each in its own group, so that all casings of a subject lie below all its
 * cores. Groups from below: what is dimmed while presenting, subjects in ORDER with their PASSES, then the
 * selected, then the invisible strokes that take the pointer. */
import { isCoarse, svg } from "../dom.js";
import { facts } from "../facts.js";

/** Ranks of the layers' lines, from below. */
export const ORDER = ["dimmed", "other", "north-south", "middle-corridor", "zangezur", "selected"];
const LINE_PASSES = ["outline", "paper", "casing", "core", "over"];
const PASSES = ["area", ...LINE_PASSES.map((pass) => `road-${pass}`), ...LINE_PASSES];

/**
 * What differs from Leaflet’s own SVG renderer.
 * @type {Record<string, any>}
 */
const METHODS = {
  _initContainer() {
    L.SVG.prototype._initContainer.call(this);
    this._passes = {};
    for (const rank of this.options.order ?? ORDER) {
      // What a screen reader meets are the hit strokes, once for each feature.
      const outer = group(this._rootGroup, rank, { "aria-hidden": true });
      this._passes[rank] = Object.fromEntries(PASSES.map((pass) => [pass, group(outer, pass)]));
    }
    this._hits = new Map();
    for (const { id, title } of this.options.layers) {
      this._hits.set(id, group(this._rootGroup, `hits-${id}`, { role: "group", "aria-label": title }));
    }
    this._container.setAttribute("role", "group");
    this._container.setAttribute("aria-label", this.options.title);
    this._rootGroup.setAttribute("pointer-events", "none");
  },

  /**
   * layer._path, which Leaflet listens to, is the hit stroke; layer.strokes holds the visible ones by pass.
   * @param {L.Layer} layer
   */
  _initPath(layer) {
    layer._path = svg("path", { class: "hit" });
    layer.strokes = {};
    this._layers[L.stamp(layer)] = layer;
  },

  /** @param {L.Layer} layer */
  _addPath(layer) {
    if (!this._rootGroup) this._initContainer();
    if (layer.line) {
      const { line, glyph } = facts.tokens;
      layer._path.setAttribute("stroke-width", isCoarse() ? glyph.hit.touch : line.hit_width);
      layer.line.describe(layer._path);
      this._hits.get(layer.line.layer).appendChild(layer._path);
      layer.addInteractiveTarget(layer._path);
    }
    this._updateStyle(layer);
  },

  /** @param {L.Layer} layer */
  _removePath(layer) {
    layer._path.remove();
    layer.removeInteractiveTarget(layer._path);
    for (const stroke of Object.values(layer.strokes)) stroke.remove();
    layer.strokes = {};
    delete this._layers[L.stamp(layer)];
  },

  /** @param {L.Layer} layer */
  _updatePath(layer) {
    layer._project();
    layer._update();
  },

  /** @param {L.Layer} layer @param {string} form */
  _setPath(layer, form) {
    layer.form = form;
    if (layer.line) layer._path.setAttribute("d", form);
    for (const stroke of Object.values(layer.strokes)) stroke.setAttribute("d", form);
  },

  /**
   * Makes the strokes what layer.look() says; others go.
   * @param {L.Layer} layer
   */
  _updateStyle(layer) {
    if (!this._rootGroup || !layer.look) return;
    const { rank, strokes } = layer.look();
    for (const pass of Object.keys(layer.strokes)) {
      if (strokes[pass]) continue;
      layer.strokes[pass].remove();
      delete layer.strokes[pass];
    }
    for (const [pass, wanted] of Object.entries(strokes)) {
      layer.strokes[pass] ??= Object.assign(svg("path"), { shown: {} });
      const stroke = layer.strokes[pass], home = this._passes[rank][pass];
      if (stroke.parentNode !== home) home.appendChild(stroke);
      if (layer.form && !stroke.hasAttribute("d")) stroke.setAttribute("d", layer.form);
      update(stroke, /** @type {Stroke} */ (wanted));
    }
  },

  _bringToFront() {},
  _bringToBack() {},
};

/**
 * A renderer. Options: `title`; `layers`, [{id, title}], a group of targets for each; `order`, ranks from below. A shape that it
 * draws bears `line`, {layer, describe(path)}, when it takes the pointer, and `look`, () => Look.
 * @param {object} options
 */
export const strokes = (options) => new (L.SVG.extend(METHODS))(options);

/**
 * @param {SVGElement} parent
 * @param {string} name
 * @param {Record<string, string | boolean>} [attributes]
 */
function group(parent, name, attributes = {}) {
  return parent.appendChild(svg("g", { "data-group": name, ...attributes }));
}

/**
 * Sets the attributes that differ; null takes one away.
 * @param {SVGElement & {shown: Record<string, unknown>}} stroke
 * @param {Stroke} wanted
 */
function update(stroke, wanted) {
  for (const [name, value] of Object.entries(wanted)) {
    if (stroke.shown[name] === value) continue;
    stroke.shown[name] = value;
    if (value === null || value === undefined) stroke.removeAttribute(name);
    else stroke.setAttribute(name, String(value));
  }
}
