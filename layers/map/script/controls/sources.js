/* The strip under the map that says where everything comes from; on a phone the short form, and all of it
 * behind a button. */
import { button, make } from "../dom.js";
import { facts } from "../facts.js";
import { map } from "../state.js";

export function start() {
  const phone = matchMedia("(max-width: 699px)");
  const strip = make("footer", "sources"), text = make("span");
  let isWhole = !phone.matches;
  const write = () => {
    const { long, short } = facts.attribution;
    text.textContent = phone.matches ? `${isWhole ? long : short} · ` : long;
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
  map.getContainer().after(strip);
  phone.addEventListener("change", () => {
    isWhole = !phone.matches;
    write();
  });
  write();
}
