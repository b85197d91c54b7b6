import { equal } from "node:assert/strict";

import { differInLayersAlone, joined, stepOf } from "../address.js";

Deno.test("the address names the map's part, then the panels'", () => {
  equal(
    joined("/", ["layers=tamar&selected=tamar", "panel=routes"]),
    "?layers=tamar&selected=tamar&panel=routes",
  );
});

Deno.test("a part that says nothing leaves no mark", () => {
  equal(joined("/", ["", "panel=read"]), "?panel=read");
  equal(joined("/", ["layers=tamar", undefined]), "?layers=tamar");
});

Deno.test("looking round is no step, switching a layer is one", () => {
  equal(stepOf("?layers=a&view=1,2,3&theme=dark&panel=read"), "layers=a&panel=read");
  equal(differInLayersAlone("?layers=a&view=1,2,3", "?layers=a,b&view=4,5,6"), true);
  equal(differInLayersAlone("?layers=a&view=1,2,3", "?layers=a&view=4,5,6"), false);
  equal(differInLayersAlone("?layers=a", "?layers=a,b&selected=b"), false);
});

Deno.test("an address without parts is the path alone, without a question mark", () => {
  equal(joined("/atlas/", [undefined, ""]), "/atlas/");
});
