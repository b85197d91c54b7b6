/* The card of a leg of a route: its ends, mode, length, status and countries, and the buttons that ask the
 * page to close it. */
import { cardAbout, closeCard, focusCard, openCard } from "../cards/frame.js";
import { definitions, make } from "../dom.js";
import { facts } from "../facts.js";
import { on } from "../hooks.js";
import * as words from "../words.js";
import { requestButtons, requestFor, straitsOf } from "./closures.js";
import { groupOf, legAt, routing } from "./legs.js";

export const start = () => on("routes", follow);

/** @param {string} id */
export function openLeg(id) {
  show(legAt(id));
  focusCard();
}

/** Another answer: the leg may be gone, or belong to another route. */
function follow() {
  const leg = /** @type {Leg | null} */ (cardAbout("leg"));
  if (leg && routing()?.legs.includes(leg)) show(leg);
  else closeCard("leg");
}

/** @param {Leg} leg */
function show(leg) {
  const { users, mode, as_of: date, id, name, shape } = leg, isClosed = Boolean(routing()?.closed.has(id));
  const whose = users.length ? `Route ${users.join(" and ")}` : "Lost way";
  const status = make("p", "card-status");
  status.append(
    make("strong", "", isClosed ? "closed in this question" : words.status(leg)),
    make("span", "", `known to ${words.date(date)}`),
  );
  /** @type {PageRequest[]} */
  const own = isClosed ? [] : [["Close this leg", { close: id }]];
  openCard({
    by: "leg",
    about: leg,
    className: `leg-card s-${groupOf(leg)}`,
    shape,
    title: name,
    kind: `${facts.modes[mode].cargo} · ${whose}`,
    body: [status, rowsOf(leg), requestButtons([...own, ...straitsOf(leg).map(requestFor)])],
    home: () => shape._path,
  });
}

/** @param {Leg} leg */
function rowsOf({ km, countries: codes }) {
  const names = codes.map((code) => facts.network.countries[code] ?? code).join(", ");
  /** @type {[string, string][]} */
  const rows = [["Length", words.km(km)]];
  if (names) rows.push([codes.length === 1 ? "Country" : "Countries", names]);
  return definitions("card-rows", rows);
}
