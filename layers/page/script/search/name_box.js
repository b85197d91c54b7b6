/* A field with a list of names below it: a combobox, driven by keys or the pointer. */

import { all, make, one } from "../dom.js";
import { coordinateFault } from "./coordinates.js";
import { find } from "./find.js";
import { areNamesKnown, learnNames } from "./learn.js";

/** @import { Entry, Hit } from "../types.d.ts" */

const NOTHING = "Nothing has this name. Try another spelling, or fewer letters.";
const UNREACHED = "The names could not be fetched. The next letter asks for them again.";

/** A box in which a thing is found by any of its names. */
export class NameBox {
  /** @type {Hit[]} */
  #hits = [];
  #at = -1; // the hit that Enter chooses
  /** What stands in the field while nothing is typed. */
  #settled = "";
  #isLasting = false; // what is typed and not chosen gives way to it
  #wanted;
  #take;
  #whyNot;

  /**
   * @param {HTMLElement} parent holds the field, the list and the line below it
   * @param {(hit: Hit) => void} take what was chosen
   * @param {(entry: Entry) => boolean} [wanted] what may be chosen here; without it, whatever the map can show
   * @param {(other: Hit) => string} [whyNot] says why something else that is called so is not
   */
  constructor(parent, take, wanted, whyNot = () => NOTHING) {
    this.#whyNot = whyNot;
    this.#take = take;
    this.#wanted = wanted;
    this.input = /** @type {HTMLInputElement} */ (one("[role=combobox]", parent));
    this.menu = one("[role=listbox]", parent);
    this.none = one(".none", parent);
    this.input.addEventListener("input", () => this.#show());
    this.input.addEventListener("focus", () => {
      this.input.select();
      learnNames();
    });
    // The name that stands there is replaced by the next one that is typed: no press puts the caret into it.
    this.input.addEventListener("mousedown", (event) => {
      if (!this.input.value || this.input.value !== this.#settled) return;
      event.preventDefault();
      this.input.focus();
      this.input.select();
    });
    this.input.addEventListener("blur", () => this.#leave());
    this.input.addEventListener("keydown", (event) => {
      if (this.#press(event.key)) event.preventDefault();
    });
  }

  /** Show the hits when the names have come, unless who asked has left, or has chosen meanwhile. */
  async #showLater() {
    const isKnown = await learnNames();
    if (document.activeElement !== this.input || this.input.value === this.#settled) return;
    if (isKnown) this.#show();
    else this.none.textContent = UNREACHED;
  }

  #show() {
    const isAsked = Boolean(this.input.value.trim());
    if (isAsked && !areNamesKnown()) return void this.#showLater();
    this.#hits = isAsked ? find(this.input.value, this.#wanted) : [];
    this.#at = this.#hits.length ? 0 : -1;
    this.menu.replaceChildren();
    let list;
    for (const [i, hit] of this.#hits.entries()) {
      if (!list || hit.group !== this.#hits[i - 1].group) list = this.#addGroup(hit.group);
      list.append(this.#makeOption(hit, i));
    }
    this.none.textContent = isAsked && !this.#hits.length ? this.#whyNone() : "";
    this.#mark();
  }

  /** The atlas may know what is called so, but not as something to choose here. */
  #whyNone() {
    const [other] = this.#wanted ? find(this.input.value) : [];
    return other ? this.#whyNot(other) : coordinateFault(this.input.value) || NOTHING;
  }

  /** @param {string} title */
  #addGroup(title) {
    const list = make("ul", {}, { role: "group", "aria-label": title });
    const heading = make("p", { className: "kind-of", textContent: title }, { "aria-hidden": "true" });
    this.menu.append(heading, list);
    return list;
  }

  /**
   * @param {Hit} hit
   * @param {number} i
   */
  #makeOption(hit, i) {
    const option = make("li", { id: this.#idOf(i) }, { role: "option" });
    option.append(makeWords("name", hit.name), makeWords("kind", hit.kind));
    if (hit.by !== hit.name) option.append(makeWords("other", hit.by));
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.#choose(hit);
    });
    return option;
  }

  #mark() {
    const options = all("[role=option]", this.menu);
    this.menu.hidden = !options.length;
    this.input.setAttribute("aria-expanded", String(Boolean(options.length)));
    for (const [i, option] of options.entries()) option.setAttribute("aria-selected", String(i === this.#at));
    if (this.#at < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", this.#idOf(this.#at));
    options[this.#at]?.scrollIntoView({ block: "nearest" });
  }

  #close() {
    this.#hits = [];
    this.#at = -1;
    this.menu.replaceChildren();
    this.none.textContent = "";
    this.#mark();
  }

  /** @param {number} i */
  #idOf(i) {
    return `${this.menu.id}-${i}`;
  }

  /**
   * Have this stand in the field, unless somebody is typing there.
   * @param {string} name
   */
  settle(name) {
    const isTyping = document.activeElement === this.input && this.input.value !== this.#settled;
    this.#settled = name;
    this.#isLasting = true;
    if (!isTyping) this.input.value = name;
  }

  #leave() {
    this.#close();
    if (this.#isLasting) this.input.value = this.#settled;
  }

  /** @param {Hit} hit */
  #choose(hit) {
    this.#settled = this.input.value = hit.name;
    this.#close();
    this.#take(hit);
    if (document.activeElement === this.input) this.input.select();
  }

  /**
   * Do what the key asks for; say whether nothing else may answer it.
   * @param {string} key
   */
  #press(key) {
    const count = this.#hits.length;
    if (key === "ArrowDown" && !count) this.#show();
    else if (key === "ArrowDown") this.#step(1);
    else if (key === "ArrowUp" && count) this.#step(-1);
    else if (key === "Enter" && count) this.#choose(this.#hits[this.#at]);
    else if (key === "Enter" && !areNamesKnown()) this.#chooseLater();
    else {
      if (key === "Escape") {
        this.#leave();
        this.input.select();
      }
      return false;
    }
    return true;
  }

  /** Choose when the names have come, also for one who has gone on meanwhile. */
  async #chooseLater() {
    const typed = this.input.value;
    if (!await learnNames()) return this.#showLater();
    const [hit] = find(typed, this.#wanted);
    if (hit) this.#choose(hit);
    else this.#showLater();
  }

  /** @param {1 | -1} by */
  #step(by) {
    this.#at = (this.#at + by + this.#hits.length) % this.#hits.length;
    this.#mark();
  }
}

/**
 * @param {string} className
 * @param {string} textContent in any script, so it finds its own direction
 */
const makeWords = (className, textContent) => make("span", { className, textContent, dir: "auto" });
