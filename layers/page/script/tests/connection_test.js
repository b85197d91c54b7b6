import { deepEqual } from "node:assert/strict";

import { comeBack, Connection, LATE_AFTER, LOST_AFTER, onReturn } from "../connection.js";

/** @param {[string, number][]} seen states and when they are seen */
function news(seen) {
  const connection = new Connection();
  return seen.map(([state, now]) =>
    connection.see({ stands: state !== "", connected: state === "CONNECTED", now }) ?? ""
  );
}

Deno.test("a connection that comes in time is no news, and neither is a blip", () => {
  const blip = 2000 + LOST_AFTER - 1;
  deepEqual(
    news([["", 0], ["INITIAL", 900], ["CONNECTED", 2000], ["CONNECTING", blip], ["CONNECTED", 9e5]]),
    ["", "", "", "", ""],
  );
});

Deno.test("one that is lost is said once, and that it is back once", () => {
  const lost = 1000 + LOST_AFTER;
  deepEqual(
    news([["CONNECTED", 1000], ["PINGING_SERVER", lost], ["CONNECTING", lost + 500], ["CONNECTED", 9e5]]),
    ["", "lost", "", "back"],
  );
});

Deno.test("one that never comes is lost, too; a framework that is not there is not", () => {
  const start = 20_000, late = start + LATE_AFTER;
  deepEqual(
    news([["", 0], ["", start], ["CONNECTING", start + 1], ["PINGING_SERVER", late], ["CONNECTED", 9e5]]),
    ["", "", "", "lost", "back"],
  );
});

Deno.test("what waits for the connection is done whenever it is back", () => {
  let times = 0;
  onReturn(() => times += 1);
  comeBack();
  comeBack();
  deepEqual(times, 2);
});
