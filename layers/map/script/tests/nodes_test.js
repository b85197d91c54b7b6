import { deepEqual, equal } from "node:assert/strict";

import { withNodes } from "../nodes.js";

const PLACE = { kind: "city", rank: 3, lat: 40.4, lon: 49.9 };
const LEG = { mode: "sea", status: "operating", as_of: "2026-03", km: 500, countries: [] };
/** @type {SentNetwork} */
const SENT = {
  legs: { "baku-gate": { ...LEG, from: "baku", to: "gate", steps: [50000, 40000, 1000, -500, 500, 1500] } },
  nodes: { baku: { port: true }, gate: { place: "strait", strait: true, country: "TR" }, lost: {} },
  countries: {},
};
const PLACES = {
  baku: { ...PLACE, name: "Baku", country: "AZ" },
  strait: { ...PLACE, name: "Strait", country: "" },
};

Deno.test("a node has the name and country of its place and lies at the end of its lines", () => {
  const { nodes } = withNodes(SENT, PLACES);
  deepEqual(nodes.baku, { name: "Baku", country: "AZ", lat: 40, lon: 50, port: true });
  deepEqual(nodes.gate, {
    name: "Strait",
    country: "TR",
    lat: 41,
    lon: 51.5,
    place: "strait",
    strait: true,
  });
});

Deno.test("a node without a place is called by its id", () =>
  equal(withNodes(SENT, {}).nodes.lost.name, "lost"));
