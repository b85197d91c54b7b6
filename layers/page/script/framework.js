/* When Streamlit's own script starts: after the map has drawn, so that both do not race for one processor. What it brings
 * is missed where it does not come. */

import { all, make, one } from "./dom.js";

// ms; at the latest then, so that the text comes even where the map does not.
const START_AFTER = 2500;
const COMES_WITHIN = 8000; // ms after its start
const STANDS = ".stApp";
const MISSED =
  "Read, Routes and Present have not come. They need Chrome 112, Firefox 116 or Safari 17, or a later one; " +
  "the map, this list and its texts go on without them.";

/** Start the framework, which the index page holds back; a second call does nothing. */
export function startFramework() {
  const held = document.getElementById("framework");
  if (!held || held.dataset.started) return;
  held.dataset.started = "yes";
  for (const link of all("link[rel=framework]")) {
    link.setAttribute("rel", link.dataset.rel ?? "modulepreload");
  }
  const script = make("script", { type: "module", crossOrigin: "", src: held.dataset.src });
  script.addEventListener("error", miss);
  addEventListener("error", ({ filename }) => filename.includes("/static/") && miss());
  setTimeout(miss, COMES_WITHIN);
  document.head.append(script);
}

/** Say what is not there, in the front, which goes when the framework comes after all; what it has, is shown. */
function miss() {
  const front = document.querySelector("#atlas-front");
  if (!front || document.querySelector(STANDS) || front.querySelector(".missed")) return;
  document.documentElement.classList.remove("elsewhere");
  one(".panels-to-come").after(make("p", { className: "missed", textContent: MISSED }, { role: "status" }));
}

/** Start the framework later, whatever happens, and keep it from a font that it fetches ahead of need. */
export function holdFramework() {
  setTimeout(startFramework, START_AFTER);
  // The icon font has 376 kB, and comes by itself when an icon is shown.
  const load = document.fonts.load.bind(document.fonts);
  document.fonts.load = (font, ...rest) =>
    /Material Symbols/.test(font) ? Promise.resolve([]) : load(font, ...rest);
}
