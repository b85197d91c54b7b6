/* What makes a stroke or a glyph a target for keyboard and screen reader: role, name, and one tab stop for
 * each group of targets. */

/** @type {Record<string, (at: number, length: number) => number>} */
const STEPS = {
  ArrowRight: (at, length) => (at + 1) % length,
  ArrowDown: (at, length) => (at + 1) % length,
  ArrowLeft: (at, length) => (at - 1 + length) % length,
  ArrowUp: (at, length) => (at - 1 + length) % length,
  Home: () => 0,
  End: (_, length) => length - 1,
};

/**
 * Where a key leads along a list; undefined when it leads nowhere.
 * @param {string} key
 * @param {number} at
 * @param {number} length
 */
export const stepAlong = (
  key,
  at,
  length,
) => (Object.hasOwn(STEPS, key) ? STEPS[key](at, length) : undefined);

/** @param {string} key */
export const opens = (key) => key === "Enter" || key === " ";

/** Groups of targets, each with the one that Tab reaches. */
export class TabStops {
  /** @type {Map<string, string>} */
  #stops = new Map();
  /** @type {(key: string) => Element | undefined} */
  #elementOf;

  /** @param {(key: string) => Element | undefined} elementOf the element of a target that is on the map */
  constructor(elementOf) {
    this.#elementOf = elementOf;
  }

  /**
   * Tells what an element is.
   * @param {Element} element
   * @param {{group: string, key: string, name: string, first?: string}} target `first`: the key that Tab
   *   reaches as long as nobody has gone to another one
   */
  describe(element, { group, key, name, first = key }) {
    if (!this.#stops.has(group)) this.#stops.set(group, first);
    element.setAttribute("role", "button");
    element.setAttribute("aria-haspopup", "dialog");
    element.setAttribute("tabindex", this.#stops.get(group) === key ? "0" : "-1");
    element.setAttribute("aria-label", name);
  }

  /**
   * Moves the group's tab stop and the focus.
   * @param {string} group
   * @param {string} key
   */
  goTo(group, key) {
    const before = this.#stops.get(group);
    if (before !== undefined) this.#elementOf(before)?.setAttribute("tabindex", "-1");
    this.#stops.set(group, key);
    const element = /** @type {HTMLElement | undefined} */ (this.#elementOf(key));
    element?.setAttribute("tabindex", "0");
    element?.focus({ preventScroll: true });
  }

  clear() {
    this.#stops.clear();
  }
}
