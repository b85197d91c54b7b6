/* What was done here and the map has not heard yet: until then its words are older, and turn nothing back. */

/** Values by key, such as which box is ticked. @template Value */
export class Awaited {
  /** @type {Map<string, { value: Value, number: number }>} */
  #wanted = new Map();

  /**
   * Remember what was done.
   * @param {string} key
   * @param {Value} value
   * @param {number} number of the words that told the map
   */
  want(key, value, number) {
    this.#wanted.set(key, { value, number });
  }

  /**
   * Return what is to be shown when the map says this.
   * @param {string} key
   * @param {Value} said
   * @param {number} heard the number of the last words that the map has heard
   */
  shown(key, said, heard) {
    const wanted = this.#wanted.get(key);
    if (wanted && wanted.number > heard) return wanted.value;
    this.#wanted.delete(key);
    return said;
  }
}
