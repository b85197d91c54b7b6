/* What is copied into a paper: texts of layers/views/citing.py, with what only the browser knows. */

/**
 * Fill the holes of a text: `at` the paragraphs, `title` what is seen.
 * @param {string} text
 * @param {{ at?: string, title?: string, view: string, day: Date }} known
 */
export function filled(text, { at, title = "", view, day }) {
  const iso = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) =>
    String(part).padStart(2, "0")
  );
  /** @type {Record<string, string>} */
  const holes = {
    at: at ? `, ${at}` : "",
    option: at ? `[${at.replace(" ", "~")}]` : "",
    title,
    "escaped title": title.replace(/[&%$#_{}]/g, "\\$&"),
    view,
    today: day.toLocaleDateString("en-US", { dateStyle: "long" }),
    iso: iso.join("-"),
  };
  return text.replace(/‹([a-z ]+)›/g, (hole, name) => holes[name] ?? hole);
}
