/* The strip under the map that says where everything comes from; beside a small map the short form, and all of it
 * behind a button. */
import { button, make } from "../dom.js";
import { world } from "../facts.js";
import { map } from "../state.js";

/** @type {HTMLElement} */
let strip;

/** Writes it, with the first picture. */
export function start() {
  const phone = matchMedia("(max-width: 899px), (max-height: 499px)");
  const text = make("span");
  strip = make("footer", "sources");
  let isWhole = !phone.matches;
  const write = () => {
    const { long, short } = world.attribution;
    text.textContent = isWhole || !phone.matches ? long : short;
    more.hidden = !phone.matches;
    more.textContent = isWhole ? "fewer words" : "all sources";
    more.setAttribute("aria-expanded", String(isWhole));
  };
  const more = button("sources-more", "all sources", () => {
    isWhole = !isWhole;
    write();
  });
  strip.setAttribute("aria-label", "Sources of the map");
  strip.append(text, more);
  document.body.append(strip);
  phone.addEventListener("change", () => {
    isWhole = !phone.matches;
    write();
  });
  write();
}

/** Who goes on by Tab comes to it after the map. */
export const follow = () => map.getContainer().after(strip);
