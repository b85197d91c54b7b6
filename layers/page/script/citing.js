/* How works are cited, to copy into a paper: texts of layers/views/citing.py, with what only the browser knows. */

import { copyAll } from "./copying.js";
import { all, make } from "./dom.js";

const LONGEST_KEY = 24; // letters that tell one thing of the atlas from another

/** The style that was chosen last. */
let style = "APA";

/**
 * Let a style be chosen of the works in a note, and the citations be copied.
 * @param {HTMLElement} box
 * @param {HTMLElement} opener what the note is of: its data-at the paragraphs, its data-title what is seen
 * @param {() => void} grow called when the note has another height
 */
export function addForms(box, opener, grow) {
  const forms = all("[data-form]", box), view = location.origin + location.pathname + location.search;
  const { at = box.querySelector("[data-at]")?.getAttribute("data-at") ?? "" } = opener.dataset;
  const known = { at, title: titleOf(opener), view, day: new Date() };
  for (const line of all("[data-form] p", box)) line.textContent = filled(line.textContent, known);
  const names = [...new Set(forms.map((form) => form.dataset.form ?? ""))];
  if (!names.length) return;
  const bar = make("div", { className: "forms" }, { role: "group", "aria-label": "Style" });
  const buttons = names.map((name) => make("button", { type: "button", textContent: name }));
  const copy = make("button", { type: "button", className: "copy" });
  const choose = (/** @type {string} */ name) => {
    style = name;
    for (const form of forms) form.hidden = form.dataset.form !== name;
    for (const button of buttons) button.ariaPressed = String(button.textContent === name);
    copy.textContent = "Copy";
    grow();
  };
  for (const button of buttons) button.addEventListener("click", () => choose(button.textContent));
  copy.addEventListener("click", () => copyAll(forms.filter(({ hidden }) => !hidden), copy));
  bar.append(...buttons, copy);
  box.append(bar, ...forms);
  choose(style);
}

/** @param {HTMLElement} opener */
const titleOf = (opener) =>
  opener.dataset.title ?? opener.closest(".card")?.querySelector(".title")?.textContent ?? document.title;

/**
 * Fill the holes of a text.
 * @param {string} text
 * @param {{ at?: string, title?: string, view: string, day: Date }} known at: the paragraphs; title: of what is seen
 */
export function filled(text, { at, title = "", view, day }) {
  const iso = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  /** @type {Record<string, string>} */
  const holes = {
    at: at ? `, ${at}` : "",
    option: at ? `[${at.replace(" ", "~")}]` : "",
    title,
    key: title.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]/g, "").slice(0, LONGEST_KEY),
    "escaped title": title.replace(/[&%$#_{}]/g, "\\$&"),
    view,
    today: day.toLocaleDateString("en-US", { dateStyle: "long" }),
    iso: iso.map((part) => String(part).padStart(2, "0")).join("-"),
  };
  return text.replace(/‹([a-z ]+)›/g, (hole, name) => holes[name] ?? hole);
}
