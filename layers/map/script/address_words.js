/* The words that an address has for the map's state; all others in it are the panels'. */

export const WORDS = ["layers", "view", "selected", "tour", "step", "exploring", "theme"];
