/* The sentence beside the map on a connection that is lost or never came; the framework writes its state into the page. */

import { comeBack, Connection } from "./connection.js";
import { make, one } from "./dom.js";

const LOOK = 500; // ms
const STATE = "data-test-connection-state"; // of .stApp
const HEALTH = "_stcore/health";
const GOES_ON = "Map, search, cards and tours go on; Read, Routes and Present wait. ";
const SENTENCES = {
  lost: `The server can’t be reached. ${GOES_ON}`,
  refused: `A filter or proxy keeps this page from its server’s live connection (WebSocket). ${GOES_ON}`,
};

/** Look after the connection. */
export function startConnection() {
  const connection = new Connection(), line = one(".atlas-head .connection");
  const look = () => {
    const stands = Boolean(document.querySelector(".stApp"));
    const news = connection.see({ stands, connected: isConnected(), now: performance.now() });
    if (news) tell(news, line);
  };
  setInterval(look, LOOK);
  new MutationObserver(look).observe(document.body, { subtree: true, attributeFilter: [STATE] });
}

const isConnected = () => Boolean(document.querySelector(`.stApp[${STATE}=CONNECTED]`));

/**
 * @param {import("./connection.js").News} news
 * @param {HTMLElement} line
 */
async function tell(news, line) {
  if (news === "back") {
    line.replaceChildren();
    return comeBack();
  }
  const answers = await fetch(HEALTH, { cache: "no-store" }).then(({ ok }) => ok, () => false);
  if (isConnected()) return;
  line.replaceChildren(...(answers ? [SENTENCES.refused, singleFile()] : [SENTENCES.lost]));
}

/** The map as one file, where the server still gives it. */
const singleFile = () =>
  make("a", { href: "take-away/corridor-atlas.html", download: "", textContent: "Take the map as one file" });
