/* When Streamlit's own script starts: after the map has drawn, so that both do not race for one processor. */

import { all, make } from "./dom.js";

// ms; at the latest then, so that the text comes even where the map does not.
const START_AFTER = 2500;

/** Start the framework, which the index page holds back; a second call does nothing. */
export function startFramework() {
  const held = document.getElementById("framework");
  if (!held || held.dataset.started) return;
  held.dataset.started = "yes";
  for (const link of all("link[rel=framework]")) {
    link.setAttribute("rel", link.dataset.rel ?? "modulepreload");
  }
  document.head.append(make("script", { type: "module", crossOrigin: "", src: held.dataset.src }));
}

/** Start the framework later, whatever happens, and keep it from a font that it fetches ahead of need. */
export function holdFramework() {
  setTimeout(startFramework, START_AFTER);
  // The icon font has 376 kB, and comes by itself when an icon is shown.
  const load = document.fonts.load.bind(document.fonts);
  document.fonts.load = (font, ...rest) =>
    /Material Symbols/.test(font) ? Promise.resolve([]) : load(font, ...rest);
}
