/* From and To of a route, and what is to be closed: boxes that find a thing by any of its names. */

import { teller } from "./component.js";
import { offered, one } from "./dom.js";
import { NameBox } from "./search/name_box.js";
import { showHtml } from "./shown_text.js";

/** @import { Component, Entry, Hit, Tell } from "./types.d.ts" */
/**
 * The names of both ends, their ids, and whether the way is led by as many places as it can be.
 * @typedef {{ html: string, from: string, to: string, ends: string[], isFull: boolean, heard: number }} Ends
 */

/** @type {{ place: HTMLElement, from: NameBox, to: NameBox, tell: Tell } | undefined} */
let own;
/** @type {Pick<Ends, "ends" | "isFull">} */
let passing = { ends: [], isFull: false };

/** @param {Component<Ends>} component */
export function ends(component) {
  const { data, parentElement } = component, tell = teller(component);
  showHtml(parentElement, data.html);
  if (own?.place === parentElement) own.tell = tell;
  else own = { place: parentElement, tell, ...boxesIn(parentElement) };
  passing = data;
  own.from.settle(data.from);
  own.to.settle(data.to);
  return () => {};
}

/** @param {Hit} other what is called so, and is no place of the routes */
const noEnd = ({ name, kind }) =>
  kind.startsWith("country")
    ? `${name} is a country: choose a place in it.`
    : `No route starts or ends at ${name}.`;

/** @param {Entry} entry */
const passed = ({ node, passes }) => node ?? passes;

/** @param {Entry} entry */
const canPass = (entry) => {
  const id = passed(entry);
  return id !== undefined && !passing.isFull && !passing.ends.includes(id);
};

/** @param {Hit} other what the way cannot be led by */
const noStop = (other) => {
  if (passing.isFull) return "The way is led by two places already: take one out first.";
  const isEnd = passing.ends.includes(passed(other) ?? "");
  return isEnd ? `${other.name} is an end of the way already.` : `No route passes ${other.name}.`;
};

/** @param {HTMLElement} place */
function boxesIn(place) {
  const end = (/** @type {"from" | "to"} */ side) =>
    new NameBox(
      one(`[data-end=${side}]`, place),
      ({ node }) => own?.tell(side, node),
      ({ node }) => node !== undefined,
      noEnd,
    );
  const close = (/** @type {Hit} */ hit) => {
    own?.tell("close", hit.closes);
    closing.settle("");
  };
  const closing = new NameBox(
    one("[data-closing]", place),
    close,
    ({ closes }) => closes !== undefined,
    ({ name }) => `${name} cannot be closed.`,
  );
  closing.settle("");
  const way = one("[data-way]", place);
  const stop = (/** @type {Hit} */ hit) => {
    own?.tell("via", passed(hit));
    stops.settle("");
  };
  const stops = new NameBox(way, stop, canPass, noStop);
  stops.settle("");
  place.onclick = (event) => {
    if (offered(event, "[data-swap]")) own?.tell("swap", null);
    const more = offered(event, "[data-more]");
    if (!more) return;
    way.hidden = !way.hidden;
    more.ariaExpanded = String(!way.hidden);
    if (!way.hidden) stops.input.focus();
  };
  return { from: end("from"), to: end("to") };
}
