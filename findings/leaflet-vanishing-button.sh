#!/bin/sh
# leaflet 1.9.4 (npm): a click on a control's button that takes itself away is a click on the map.
#
# Guess:  L.DomEvent.disableClickPropagation keeps all clicks inside a control from the map.
# Seen:   the map asks at the time of the click whether the target still hangs in the control. A button that its own
#         handler has replaced or removed does not, and the map fires "click" at that spot.
# So:     a card with "show more" or a legend that is drawn anew lets a click through: a map that answers clicks anywhere
#         asks `event.target.isConnected`, or the control stops the event itself.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund leaflet@1.9.4 jsdom@26.1.0 >/dev/null
cat > try.cjs <<'JS'
const { JSDOM } = require("jsdom");
const { window } = new JSDOM('<div id="map" style="width: 400px; height: 300px"></div>');
Object.assign(globalThis, { window, document: window.document });
Object.defineProperty(globalThis, "navigator", { value: window.navigator, configurable: true });
const L = require("leaflet");
const map = L.map("map", { zoomAnimation: false }).setView([40.4, 49.9], 6);
const card = window.document.createElement("div");
map.getContainer().append(card);
L.DomEvent.disableClickPropagation(card);
let heard = 0;
map.on("click", () => heard += 1);
function pressed(handler) {
  const button = window.document.createElement("button");
  button.addEventListener("click", () => handler(button));
  card.replaceChildren(button);
  heard = 0;
  button.dispatchEvent(new window.MouseEvent("click", { bubbles: true, clientX: 20, clientY: 20 }));
  return heard;
}
const stays = pressed(() => {}), goes = pressed((button) => button.remove());
console.log(`leaflet 1.9.4: clicks the map heard of a button that stays: ${stays}, that removes itself: ${goes}`);
const isSame = stays === 0 && goes === 1;
if (!isSame) console.log("CHANGED: the map no longer hears the click of a button that is gone");
process.exit(isSame ? 0 : 1);
JS
node try.cjs
