/* Long work in slices: between two of them a key, a finger or a frame gets through. */

const SLICE = 6; // ms; a frame has 16, and a phone takes four times as long
const PATIENCE = 250; // ms

/**
 * Waits for the next frame. A window that nobody sees gets no frames; it goes on without.
 * @returns {Promise<void>}
 */
export const frame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, PATIENCE);
  });

/**
 * Lets through what waits.
 * @returns {Promise<void>}
 */
export const breath = () =>
  "scheduler" in globalThis && "yield" in scheduler
    ? scheduler.yield()
    : new Promise((resolve) => void setTimeout(resolve));

/**
 * Does work that yields wherever it may be interrupted.
 * @template T
 * @param {Generator<void, T>} work
 * @param {() => boolean} [isStale] asked after each interruption: whether it has become useless
 * @returns {Promise<T | undefined>} what the work returns; undefined when it was given up
 */
export async function inSlices(work, isStale = () => false) {
  for (let begun = performance.now(), step = work.next();; step = work.next()) {
    if (step.done) return step.value;
    if (performance.now() - begun < SLICE) continue;
    await breath();
    if (isStale()) return undefined;
    begun = performance.now();
  }
}
