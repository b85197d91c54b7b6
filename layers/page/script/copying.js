/* One press copies, with or without a clipboard, and says whether it did. */

import { say } from "./status.js";

export const COPIED = "Copied";

/**
 * Copy a text; over plain http a browser has no clipboard for scripts, but the old command.
 * @param {string} text
 * @param {HTMLElement} near a dialog that has the focus must not lose it
 */
async function isCopied(text, near) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = Object.assign(document.createElement("textarea"), { value: text, className: "unseen" });
    near.append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    return isDone;
  }
}

/**
 * Copy the words of these elements, a line for each paragraph, and have the button say so; else mark them.
 * @param {HTMLElement[]} elements
 * @param {HTMLElement} button
 */
export async function copyAll(elements, button) {
  const lines = elements.map((one) =>
    [...one.children].map(({ textContent }) => textContent).join("\n") || one.textContent
  );
  const isDone = await isCopied(lines.join("\n\n"), button.parentElement ?? document.body);
  if (!isDone) getSelection()?.selectAllChildren(elements[0]);
  button.textContent = isDone ? COPIED : "Press Ctrl+C";
  say(button.textContent);
  button.focus();
}
