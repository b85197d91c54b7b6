import { equal } from "node:assert/strict";

import { joined } from "../address.js";

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

Deno.test("an address without parts is the path alone, without a question mark", () => {
  equal(joined("/atlas/", [undefined, ""]), "/atlas/");
});
