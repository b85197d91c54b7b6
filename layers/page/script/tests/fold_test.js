import { equal } from "node:assert/strict";

import cases from "../../../../tests/fixtures/folding.json" with { type: "json" };
import { fold, joined } from "../search/fold.js";

for (const [what, typed, folded] of cases) Deno.test(`folded: ${what}`, () => equal(fold(typed), folded));

Deno.test("what is folded stays as it is", () => {
  for (const [, , folded] of cases) equal(fold(folded), folded);
});

Deno.test("blanks do not tell names apart", () => equal(joined(fold("Bandar-e Abbas")), "bandareabbas"));
