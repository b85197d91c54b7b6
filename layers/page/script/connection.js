/* The live connection to the server: when it is news that it is lost or back, and what then is asked again. */

// ms without a connection until it is said: a blip is no news, and the framework needs a while to start.
export const LOST_AFTER = 3000, LATE_AFTER = 7000;
/** @typedef {"lost" | "back"} News */

/** What the connection's states, as they are seen one after the other, are news of. */
export class Connection {
  #hasBeen = false;
  #since = 0;
  /** @type {News} */
  #told = "back";

  /**
   * Take what is seen now: whether the framework stands, is connected, and at which millisecond.
   * @param {{ stands: boolean, connected: boolean, now: number }} seen
   * @returns {News | undefined} what is to be said instead of what was, or nothing new
   */
  see({ stands, connected, now }) {
    const before = this.#told;
    if (connected || !stands) this.#since = now;
    this.#hasBeen ||= connected;
    const patience = this.#hasBeen ? LOST_AFTER : LATE_AFTER;
    if (connected) this.#told = "back";
    else if (now - this.#since >= patience) this.#told = "lost";
    return this.#told === before ? undefined : this.#told;
  }
}

/** @type {Set<() => void>} */
const waiting = new Set();

/**
 * Call whenever the connection is back.
 * @param {() => void} act
 */
export const onReturn = (act) => void waiting.add(act);

/** Do what waited for the connection. */
export const comeBack = () => waiting.forEach((act) => act());
