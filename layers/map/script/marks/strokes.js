/* One SVG for all lines and areas: Leaflet projects a feature once, and this renderer gives it several strokes
 * (casing, core, beads …), each in its own group, so that all casings of a subject lie below all its cores.
 * Groups from below: what is dimmed while presenting, subjects in ORDER with their PASSES, then the selected, then the invisible strokes that take the pointer. */
"use strict";
const ATLAS_ORDER = ["dimmed", "other", "north-south", "middle-corridor", "zangezur", "selected"];
const ATLAS_LINE_PASSES = ["outline", "paper", "casing", "core", "over"];
const ATLAS_PASSES = ["area", ...ATLAS_LINE_PASSES.map((pass) => `road-${pass}`), ...ATLAS_LINE_PASSES];

const AtlasStrokes = L.SVG.extend({
  _initContainer() {
    L.SVG.prototype._initContainer.call(this);
    const group = (parent, name) => {
      const element = parent.appendChild(L.SVG.create("g"));
      element.dataset.group = name;
      return element;
    };
    this._passes = {};
    for (const rank of this.options.order ?? ATLAS_ORDER) {
      const outer = group(this._rootGroup, rank);
      outer.setAttribute("aria-hidden", "true"); // what a screen reader meets are the hit strokes, once for each feature
      this._passes[rank] = Object.fromEntries(ATLAS_PASSES.map((pass) => [pass, group(outer, pass)]));
    }
    this._hits = new Map();
    for (const { id, title } of this.options.layers) {
      const hits = group(this._rootGroup, `hits-${id}`);
      hits.setAttribute("role", "group");
      hits.setAttribute("aria-label", title);
      this._hits.set(id, hits);
    }
    this._rootGroup.setAttribute("pointer-events", "none");
  },

  /* layer._path, which Leaflet listens to, is the hit stroke; layer.strokes holds the visible ones by pass. */
  _initPath(layer) {
    layer._path = L.SVG.create("path");
    layer._path.classList.add("hit");
    layer.strokes = {};
    this._layers[L.stamp(layer)] = layer;
  },

  _addPath(layer) {
    if (!this._rootGroup) this._initContainer();
    if (layer.line) {
      layer.line.dress(layer._path);
      this._hits.get(layer.line.layer).appendChild(layer._path);
      layer.addInteractiveTarget(layer._path);
    }
    this._updateStyle(layer);
  },

  _removePath(layer) {
    layer._path.remove();
    layer.removeInteractiveTarget(layer._path);
    for (const stroke of Object.values(layer.strokes)) stroke.remove();
    layer.strokes = {};
    delete this._layers[L.stamp(layer)];
  },

  _updatePath(layer) {
    layer._project();
    layer._update();
  },

  _setPath(layer, form) {
    layer.form = form;
    if (layer.line) layer._path.setAttribute("d", form);
    for (const stroke of Object.values(layer.strokes)) stroke.setAttribute("d", form);
  },

  /* Makes the strokes what layer.look() says: {rank, strokes: {pass: {class, width, dash, cap}}}; others go. */
  _updateStyle(layer) {
    if (!this._rootGroup || !layer.look) return;
    const { rank, strokes } = layer.look();
    for (const pass of Object.keys(layer.strokes)) {
      if (strokes[pass]) continue;
      layer.strokes[pass].remove();
      delete layer.strokes[pass];
    }
    for (const [pass, wanted] of Object.entries(strokes)) {
      const stroke = (layer.strokes[pass] ??= Object.assign(L.SVG.create("path"), { wears: {} }));
      const home = this._passes[rank][pass];
      if (stroke.parentNode !== home) home.appendChild(stroke);
      if (layer.form && !stroke.hasAttribute("d")) stroke.setAttribute("d", layer.form);
      for (const [name, value] of Object.entries(wanted)) {
        if (stroke.wears[name] === value) continue;
        stroke.wears[name] = value;
        if (value === null) stroke.removeAttribute(name);
        else stroke.setAttribute(name, value);
      }
    }
  },

  _bringToFront() {},
  _bringToBack() {},
});
