/* The card of the selected feature, in short: what it is, how long, where. All else stands beside the map. It opens
 * with the selection and ends it when closed. */
import { button, definitions, make } from "../dom.js";
import { layerFacts } from "../facts.js";
import { on } from "../hooks.js";
import { elementOf } from "../layer_targets.js";
import { cardSwatch } from "../marks/swatches.js";
import { act, apply, feature, now } from "../state.js";
import { fitByHand } from "../fitting.js";
import * as words from "../words.js";
import { cardAbout, closeCard, focusCard, openCard } from "./frame.js";

export function start() {
  on("select", follow);
  on("routes", follow);
  on("layers", forget);
}

/**
 * Selects a feature as a person would, and goes to its card.
 * @param {string} ref
 */
export function openFeature(ref) {
  act({ selected: ref });
  focusCard();
}

/** Beside routes the layers rest, and their cards with them. */
function follow() {
  const found = now.routes ? undefined : feature(now.selected);
  if ((found?.ref ?? null) === cardAbout("feature")) return;
  if (found) show(found);
  else closeCard("feature");
}

/** What is hidden with its layer is no longer selected. */
function forget() {
  const found = feature(now.selected);
  if (found && !now.layers.includes(found.layer)) apply({ selected: null });
}

/** @param {Feature} feature */
function show({ ref, layer, shape, facts }) {
  openCard({
    by: "feature",
    about: ref,
    className: `s-${facts.subject}`,
    shape,
    title: facts.name,
    kind: `${words.what(facts)} · ${layerFacts(layer)?.short}`,
    body: [
      statusLine(facts, words.stateOf(facts, layerFacts(layer))),
      rowsOf(facts),
      button("card-zoom", "Zoom to it", () => fitByHand(ref)),
    ],
    home: () => /** @type {HTMLElement | undefined} */ (elementOf(ref)),
    leave: () => act({ selected: null }),
  });
}

/** @param {FeatureFacts} facts @param {string} state */
function statusLine(facts, state) {
  const line = make("p", "card-status");
  const note = [facts.as_of && `known to ${words.date(facts.as_of)}`, facts.status_note];
  if (facts.mode) line.append(cardSwatch(facts));
  if (state) line.append(make("strong", "", state));
  line.append(make("span", "", note.filter(Boolean).join(" · ")));
  return line;
}

/** @param {FeatureFacts} facts */
function rowsOf(facts) {
  const shared = (facts.shared_with ?? []).flatMap((id) => layerFacts(id)?.short ?? []).join(", ");
  const rows = words.rows(facts);
  if (shared) rows.push(["Also part of", shared]);
  return definitions("card-rows", rows);
}
