// What is not ours: Leaflet, a script of its own in the map document, there from atlas.prepare() on.
// deno-lint-ignore-file no-explicit-any -- it is used without its types
declare const L: any;
/** Not in every browser. */
declare const scheduler: any;
declare namespace L {
  /** A point of the screen or of the projected world, in px. */
  type Point = any;
  type Map = any;
  type Bounds = any;
  type LatLng = any;
  type LatLngBounds = any;
  /** A path or a marker. */
  type Layer = any;
  type LayerGroup = any;
}
