// What stands in the map document before the bundle: two libraries as scripts of their own.
// deno-lint-ignore-file no-explicit-any -- both are used without their types
declare const L: any;
declare const topojson: any;
