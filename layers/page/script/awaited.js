/* What was done here and the map has not said yet: it stands until the map says the same, or for a while. */

const PATIENCE = 1000; // ms in which the map follows

/** Values by key, such as which box is ticked; the map's older words do not turn them back. @template Value */
export class Awaited {
  /** @type {Map<string, { value: Value, end: ReturnType<typeof setTimeout> }>} */
  #wanted = new Map();

  /**
   * @param {() => boolean} giveUp called when the map has not followed; false where it cannot hear yet
   * @param {number} [patience] ms
   */
  constructor(giveUp, patience = PATIENCE) {
    this.giveUp = giveUp;
    this.patience = patience;
  }

  /**
   * Remember what was done.
   * @param {string} key
   * @param {Value} value
   */
  want(key, value) {
    clearTimeout(this.#wanted.get(key)?.end);
    const end = setTimeout(() => this.#endure(key, value), this.patience);
    this.#wanted.set(key, { value, end });
  }

  /**
   * Return what is to be shown when the map says this.
   * @param {string} key
   * @param {Value} said
   */
  shown(key, said) {
    const wanted = this.#wanted.get(key);
    if (!wanted) return said;
    if (wanted.value === said) this.#forget(key);
    return wanted.value;
  }

  /**
   * @param {string} key
   * @param {Value} value
   */
  #endure(key, value) {
    this.#forget(key);
    if (!this.giveUp()) this.want(key, value);
  }

  /** @param {string} key */
  #forget(key) {
    clearTimeout(this.#wanted.get(key)?.end);
    this.#wanted.delete(key);
  }
}
