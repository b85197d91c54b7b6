/* What of a shown answer can be closed or opened again: places, straits and countries. The page is asked,
 * which asks the engine. */
import { button, make } from "../dom.js";
import { facts } from "../facts.js";
import { leaveCard } from "../cards/frame.js";
import { askPage } from "../messages.js";
import { routing } from "./legs.js";

/** @param {string} id of a node or a country @returns {boolean} */
export const isClosed = (id) => Boolean(routing()?.places.includes(id) || routing()?.countries.includes(id));

/** @param {string} id */
const nameOf = (id) => facts.network.nodes[id]?.name ?? facts.network.countries[id];

/**
 * The button that closes or opens it.
 * @param {string} id
 * @returns {PageRequest}
 */
export const requestFor = (id) =>
  isClosed(id) ? [`Open ${nameOf(id)} again`, { open: id }] : [`Close ${nameOf(id)}`, { close: id }];

/**
 * A row of buttons that each ask the page for something.
 * @param {PageRequest[]} requests
 */
export function requestButtons(requests) {
  const row = make("div", "card-deeds");
  row.append(...requests.map(([text, message]) =>
    button("card-zoom", text, () => {
      askPage(message);
      leaveCard();
    })
  ));
  return row;
}

/**
 * The straits that a leg ends at: too small to be clicked, they are closed from its card.
 * @param {Leg} leg
 */
export const straitsOf = ({ from, to }) => [from, to].filter((end) => facts.network.nodes[end].strait);
