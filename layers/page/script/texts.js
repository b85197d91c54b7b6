/* The texts of the page: fetched from the server once, kept, and ahead of need while nothing else is to be done. */

import { onReturn } from "./connection.js";
import { frame } from "./link.js";

/** @import { Entry } from "./types.d.ts" */
/** @typedef {Record<string, string>} Pack texts by name */

// Folders that come in one piece even when a single text of them is wanted: they are many and short.
const WHOLE = ["places", "notes", "terms"];
/** What is likely to be opened next, the likeliest first; the lists of Read come when Python has answered for them. */
const AHEAD = ["cards", "places", "search", "notes", "terms", "paragraphs"];
const REST = 1500; // ms in which whoever has come may do something first
const IDLE_TIMEOUT = 3000; // ms

/** By "folder/name". @type {Map<string, string>} */
const held = new Map();
/** What was fetched or is on its way, by its address. @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * Return a text that is here already.
 * @param {string} path "folder/name"
 */
export const heldText = (path) => held.get(path);

/**
 * Return a text; fails when it cannot be fetched, and asks again the next time.
 * @param {string} path "folder/name"
 * @returns {Promise<string>}
 */
export async function textOf(path) {
  const [folder] = path.split("/");
  if (WHOLE.includes(folder) || asked.has(packAddress(folder))) await packOf(folder).catch(() => {});
  const kept = held.get(path);
  if (kept !== undefined) return kept;
  return fetchOnce(encodeURI(`${path}.html`), async (answer) => {
    const html = await answer.text();
    held.set(path, html);
    return html;
  });
}

/** What was read of the packs, by folder. @type {Map<string, Promise<void>>} */
const read = new Map();

/**
 * Have all texts of a folder here.
 * @param {string} folder
 * @returns {Promise<void>}
 */
export function packOf(folder) {
  const before = read.get(folder);
  if (before) return before;
  const reading = packed(folder).then(async (blob) => {
    const pack = /** @type {Pack} */ (JSON.parse(await blob.text()));
    for (const [name, html] of Object.entries(pack)) held.set(`${folder}/${name}`, html);
  });
  read.set(folder, reading);
  reading.catch(() => read.delete(folder));
  return reading;
}

/**
 * Return the names to search.
 * @returns {Promise<Entry[]>}
 */
export const namesToSearch = async () => JSON.parse(await (await packed("search")).text());

/**
 * Fetch a pack; it is read when it is wanted, and until then takes nothing of the scripts' memory.
 * @param {string} folder
 * @returns {Promise<Blob>}
 */
const packed = (folder) => fetchOnce(packAddress(folder), (answer) => answer.blob());

/**
 * Fetch all that is likely to be opened next, one after the other, whenever the browser has nothing else to do.
 * Whoever pays for every byte is not sent what was not asked for.
 */
export async function fetchAhead() {
  if (/** @type {any} */ (navigator).connection?.saveData) return;
  await new Promise((go) => setTimeout(go, REST));
  for (const folder of AHEAD) {
    await idle();
    await (folder === AHEAD[0] ? packOf(folder) : packed(folder)).catch(() => {}); // asked again when wanted
  }
}

/** @param {string} folder */
const packAddress = (folder) => `${folder}.json`;

const idle = () =>
  new Promise((go) =>
    "requestIdleCallback" in globalThis
      ? requestIdleCallback(go, { timeout: IDLE_TIMEOUT })
      : setTimeout(go, 200)
  );

/** Gives up what is on its way, which is then asked for anew: it may have gone to a server that is no more. */
let give = new AbortController();
onReturn(() => {
  give.abort();
  give = new AbortController();
  fetchAhead();
});

/**
 * @template Taken
 * @param {string} address below that of the texts of this page's state
 * @param {(answer: Response) => Promise<Taken>} take
 * @returns {Promise<Taken>}
 */
function fetchOnce(address, take) {
  const before = asked.get(address);
  if (before) return before;
  const attempt = async () => {
    const { signal } = give;
    try {
      const answer = await fetch(frame.dataset.texts + address, { signal });
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return await take(answer);
    } catch (error) {
      if (signal.aborted) return attempt();
      throw error;
    }
  };
  /** @type {Promise<Taken>} */
  const taken = attempt();
  asked.set(address, taken);
  taken.catch(() => asked.delete(address));
  return taken;
}
