/* The head of the side bar: title, search, status line. */

import { teller } from "./component.js";
import { onReturn } from "./connection.js";
import { around, one } from "./dom.js";
import { atlasHead, explore, moveInto } from "./front.js";
import { beginStep, name, onStep, unheardByPanels, wait } from "./history.js";
import { holdScroll } from "./scroll.js";
import { startSearch } from "./search/box.js";
import { measureHead, nameSidebar, watchHead } from "./sidebar.js";
import { say } from "./status.js";
import { fetchAhead } from "./texts.js";
import { dress } from "./theme.js";
import { titlePanel } from "./title.js";

/** @import { Component } from "./types.d.ts" */
/** @typedef {{ said: string, asked: string, title: string, heard: number, session: string, holds: string[] }} Head */

const AGAIN = 2000; // ms
const PANEL = ".st-key-panels [role=radio][aria-checked=false]";

let said = "";
let isDressed = false;

/** Until the framework has come, and all texts have been fetched ahead. @type {(fetched: unknown) => void} */
let resolve;
export const ahead = new Promise((done) => {
  resolve = done;
});

/** @type {ReturnType<typeof teller> | undefined} */
let tell;
/** The panels' part of an address that Python could not be told yet. @type {string | undefined} */
let untold;

/** Make the search work, the way back to a text, and each turn to another panel a step. */
export function startHead() {
  watchHead();
  startSearch(atlasHead);
  one(".about", atlasHead).addEventListener("click", showAbout);
  const back = one(".way-back", atlasHead);
  back.addEventListener("click", () => history.back());
  document.addEventListener("click", turn, { capture: true }); // before the framework has turned
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") turn(event); // which the framework lets make no click
  }, { capture: true });
  onStep(({ isFromText }) => {
    back.hidden = !isFromText;
    say(""); // what was said of the step before; what this one changes is said after it
    measureHead();
  });
}

/** @param {Event} event */
const turn = (event) => around(event, PANEL) && beginStep(false);

/** What this is stands above the list. */
function showAbout() {
  if (!explore.isConnected) showPanels("");
  holdScroll(0, () => explore.isConnected);
}

/**
 * Have Python show what an address says; return the number of that deed.
 * @param {string} query
 */
export function showPanels(query) {
  if (tell) return tellToShow(query);
  untold = query;
  return Infinity;
}

/**
 * Tell Python, and again until it has heard: nobody hears while the server is away.
 * @param {string} query
 */
function tellToShow(query) {
  setTimeout(() => {
    if (unheardByPanels() === query) wait("panels", tellToShow(query));
  }, AGAIN);
  return tell?.("show", query) ?? Infinity;
}

/* A server that was started again, or had given up the session, learns of the page by the first word from it, and
 * takes what is clicked then for how things were: so that word is no click. */
onReturn(() => tell?.("again", null));

/** @param {Component<Head>} component */
export function head(component) {
  const { data, parentElement } = component;
  tell = teller(component);
  if (untold !== undefined) wait("panels", tellToShow(untold));
  untold = undefined;
  name("panels", data.asked, data.heard);
  titlePanel(data.title);
  if (data.said !== said) say(said = data.said);
  sayWhatIsLost(data);
  moveInto(parentElement, atlasHead);
  if (!isDressed) begin();
  return () => {};
}

const HELD = "atlas-held"; // in the store of this tab

/**
 * Say what an ended session has taken with it. This tab remembers what that was.
 * @param {Head} data
 */
function sayWhatIsLost({ session, holds }) {
  try {
    const before = JSON.parse(sessionStorage.getItem(HELD) ?? "null");
    sessionStorage.setItem(HELD, JSON.stringify({ session, holds }));
    if (!before?.holds.length || before.session === session) return;
    say(`A new session has begun, without ${before.holds.join(" and ")}: open it again.`);
  } catch {
    // A browser that keeps nothing cannot tell.
  }
}

/** The framework is there: the page takes its place beside it. */
function begin() {
  isDressed = true;
  nameSidebar();
  dress();
  resolve(fetchAhead());
}
