// What stands in the map document before the bundle: two libraries as scripts of their own.
// deno-lint-ignore-file no-explicit-any -- both are used without their types
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
