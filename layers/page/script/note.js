/* Where a note stands: beside what was pressed or pointed at. */

const GAP = 4; // px between the thing and its note
const MARGIN = 8; // px to the window's edges

/**
 * Below the thing, or above it where there is no room, and always within the window.
 * @param {HTMLElement} thing
 * @param {HTMLElement | undefined} box
 */
export function placeBeside(thing, box) {
  if (!box?.isConnected) return;
  const at = thing.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(MARGIN, Math.min(at.left, innerWidth - width - MARGIN));
  const fits = at.bottom + height + MARGIN <= innerHeight;
  const top = fits ? at.bottom + GAP : at.top - height - GAP;
  box.style.left = `${left}px`;
  box.style.top = `${Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN))}px`;
}
