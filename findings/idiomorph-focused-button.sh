#!/bin/sh
# idiomorph 0.8.0 (npm): an option for the focused field's value leaves a focused button's words as they were.
#
# Guess:  `ignoreActiveValue` keeps what somebody types in the field that has the focus, and changes everything else.
# Seen:   it skips the children of whatever has the focus. A focused button keeps its old words, while its attributes and
#         all around it are those of the new state.
# So:     an answer that is morphed after a press does not ask for it, or the button says what it did before.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund idiomorph@0.8.0 jsdom@26.1.0 >/dev/null
cat > try.mjs <<'JS'
import { JSDOM } from "jsdom";
const { window } = new JSDOM("<main></main>");
for (const name of ["window", "document", "Node", "Element", "HTMLElement", "HTMLInputElement", "HTMLTextAreaElement",
  "HTMLOptionElement", "HTMLTemplateElement", "Document", "DocumentFragment", "DOMParser", "NodeFilter"]) {
  globalThis[name] = name === "window" ? window : window[name];
}
const { Idiomorph } = await import("idiomorph");
const step = (port, n) => `<p>${n} of 3</p><button id="next" data-step="${n}">Next: ${port}</button>`;
const main = window.document.querySelector("main");
function pressed(options) {
  main.innerHTML = step("Aktau", 1);
  main.querySelector("button").focus();
  Idiomorph.morph(main, step("Alat", 2), { morphStyle: "innerHTML", ...options });
  const button = main.querySelector("button");
  return `${main.querySelector("p").textContent}, step ${button.dataset.step}, “${button.textContent}”`;
}
const plain = pressed({}), kept = pressed({ ignoreActiveValue: true });
console.log(`idiomorph 0.8.0, focused button: without the option ${plain}; with it ${kept}`);
const isSame = plain === "2 of 3, step 2, “Next: Alat”" && kept === "2 of 3, step 2, “Next: Aktau”";
if (!isSame) console.log("CHANGED: the option no longer keeps a button's words");
process.exit(isSame ? 0 : 1);
JS
node try.mjs
