/* The document's messages to and from the page that holds it, the address after #, what is said aloud.
 *   page → document   {delta, fly?, stay?} | {light: leg or null} | {fit} | {key} | {again: query} | {ask: "state"}
 *                     stay: routes come without a move to them; again: what an address said is shown once more
 *                     | {legend: "open" or ""} | {list: whether it stands beside the map} | {focus: true}, each with a
 *                     `number` that grows
 *   document → page   {atlas, query, title, deeds, ready, heard, said?} | {close: id} | {open: id} | {from: node} |
 *                     {to: node} | {legend: "open" or "", isSheet} | {search: true}
 *                     title: of what is seen; deeds: how often a person has changed something; heard: the number
 *                     heard last */
import * as address from "./address.js";
import { isField, isPlain, make, pressKey } from "./dom.js";
import { known } from "./facts.js";
import { call, on } from "./hooks.js";
import { asksToSearch } from "./letter.js";
import { actionCount, apply, countAction, isReady, map, query, read, rest, step, title } from "./state.js";
import { fitAloud } from "./fitting.js";

const PAUSE = 80; // ms
/** @type {string[]} */
const sentences = [];
let told = 0; // by which deed the sentences came
let asked = 0; // deeds of the page's
/**
 * Heard while the map was beginning.
 * @type {MessageEvent[]}
 */
const early = [];
let hasStarted = false;
let heard = 0;
let isListShown = true;
/** @type {HTMLElement} */
let voice;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** Whether a page holds this document. */
export const isFramed = () => parent !== window;
/** Whether what is selected is told beside the map. */
export const isToldBeside = () => isFramed() && isListShown;

export function start() {
  voice = document.body.appendChild(make("p", "unseen"));
  voice.setAttribute("role", "status");
  addEventListener("message", hear);
  addEventListener("keydown", goToSearch);
}

/** "/" goes to the page's search from here, too. @param {KeyboardEvent} event */
function goToSearch(event) {
  if (!asksToSearch(event) || !isFramed() || step() || !isPlain(event) || isField(event.target)) return;
  event.preventDefault();
  askPage({ search: true });
}

/** What the start shows is no news: from now on changes are told, and what was asked meanwhile is done. */
export function startTelling() {
  on("said", tellSoon);
  addEventListener("hashchange", followAddress);
  hasStarted = true;
  early.splice(0).forEach(hear);
}

/** @param {string} [sentence] */
export function tellSoon(sentence) {
  if (sentence) note(sentence);
  clearTimeout(timer);
  timer = setTimeout(tell, PAUSE);
}

/** What is told of the last deed counts; what an earlier one did is old news. @param {string} sentence */
function note(sentence) {
  const deed = actionCount() + asked;
  if (deed !== told) sentences.length = 0;
  told = deed;
  sentences.push(sentence);
}

/** Inside a page its status line speaks, but not while a step hides it; twice would be once too often. */
const speaks = () => !isFramed() || Boolean(step());

function tell() {
  const now = query(), said = sentences.splice(0).join(" ");
  if (`#${now}` !== location.hash) history.replaceState(null, "", `#${now}`);
  if (said) voice.textContent = speaks() ? said : "";
  const news = { atlas: read(), query: now, title: title(), deeds: actionCount(), ready: isReady(), heard };
  askPage(said && !speaks() ? { ...news, said } : news);
}

/**
 * Asks the page for something, or tells it.
 * @param {object} message
 */
export function askPage(message) {
  if (isFramed()) parent.postMessage(message, "*");
}

/**
 * The document is sandboxed, its origin "null": only the source says who speaks.
 * @param {MessageEvent} event
 */
function hear(event) {
  if (!hasStarted) return void early.push(event);
  const { source, data } = event;
  if (!isFramed() || source !== parent || data === null || typeof data !== "object") return;
  if (data.delta || data.again) asked += 1;
  if (data.delta && typeof data.delta === "object") {
    apply(data.delta, { fly: data.fly !== false, stay: data.stay === true });
  }
  if ("light" in data) apply({ lit: data.light ?? null });
  if (typeof data.fit === "string") fitAloud(data.fit);
  if (typeof data.key === "string") pressKey(data.key);
  if (typeof data.again === "string") show(data.again);
  if (typeof data.list === "boolean") {
    isListShown = data.list;
    rest();
  }
  if (typeof data.legend === "string") call("legend", data.legend === "open");
  if (data.focus === true) map.getContainer().focus({ preventScroll: true });
  if (data.ask === "state") tell();
  if (typeof data.number !== "number") return;
  heard = data.number;
  tellSoon(); // also where nothing has changed
}

/**
 * Somebody changed the address by hand: do what it said then, for tell() may have written over it since.
 * @param {HashChangeEvent} event
 */
const followAddress = ({ newURL }) => {
  countAction();
  show(new URL(newURL).hash.slice(1));
};

/**
 * Shows what an address says; what it does not name is not there. The theme stays, unless it names another one.
 * @param {string} query
 */
function show(query) {
  const { delta, faults } = address.read(query, known);
  apply({ selected: null, tour: null, exploring: false, ...delta }, { fly: false });
  if (faults.length) tellSoon(`Ignored in the address: ${faults.join(" ")}`);
}
