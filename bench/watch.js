// @ts-nocheck -- it watches any page with a Leaflet map, by globals of its own and of that page
/* Runs in every frame before the page's own scripts: notes what the Leaflet maps show, and when.
 * __log    [wall clock in ms, "the,layers,shown"] whenever that changed and was painted (two frames later)
 * __cards  [wall clock in ms, id] whenever another card with its text was painted
 * __ready  wall clock at which window.atlas.ready had resolved and was painted
 * __runs   [wall clock in ms, state] whenever Streamlit began or ended a run of its script
 * __socket wall clocks of the last message sent to Streamlit and of the last one heard from it
 * __deed   wall clock of the last click
 * __frames clocks of the frames painted since it was made a list; while it is one nothing else is noted
 * __view() centre and zoom of the first map                                                         */
(() => {
  const wall = () => performance.timeOrigin + performance.now();
  const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
  const maps = [];
  let leaflet, last = "", card = "", run = null, asked = false, watched = null;
  window.__log = [];
  window.__cards = [];
  window.__runs = [];
  window.__ready = window.__frames = null;
  window.__socket = { sent: 0, heard: 0 };
  window.__view = () => [maps[0].getCenter().lat, maps[0].getCenter().lng, maps[0].getZoom()];

  Object.defineProperty(window, "L", {
    configurable: true,
    get: () => leaflet,
    set(value) {
      leaflet = value;
      value?.Map?.addInitHook?.(function () {
        maps.push(this);
      });
      // A frame's empty first document can hand its window, but not its animation frames, to the next one.
      if (watched !== document) start();
    },
  });
  addEventListener("click", () => {
    window.__deed = wall();
  }, true);

  window.WebSocket = class extends window.WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", () => {
        window.__socket.heard = wall();
      });
    }
    send(data) {
      window.__socket.sent = wall();
      super.send(data);
    }
  };

  // The atlas puts layers on the map in the same task in which its state says so; the other pages are asked for paths.
  function shown() {
    if (window.atlas?.map) return window.atlas.state().layers.sort().join();
    const ids = new Set();
    for (const map of maps) {
      map.eachLayer(({ feature }) => feature?.properties?.layer && ids.add(feature.properties.layer));
    }
    return [...ids].sort().join();
  }

  function tick(clock) {
    requestAnimationFrame(tick);
    if (window.__frames) {
      window.__frames.push(clock);
      return;
    }
    if (!asked && window.atlas?.ready) {
      asked = true;
      window.atlas.ready.then(() =>
        painted(() => {
          window.__ready = wall();
        })
      );
    }
    const now = shown();
    if (now !== last) {
      last = now;
      painted(() => window.__log.push([wall(), now]));
    }
    const open = document.querySelector("section.card:not(:has(> .wait))")?.dataset.of ?? "";
    if (open !== card) {
      card = open;
      painted(() => window.__cards.push([wall(), open]));
    }
  }

  function noteRun() {
    const state = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState ?? null;
    if (state !== run) window.__runs.push([wall(), run = state]);
  }

  function start() {
    watched = document;
    requestAnimationFrame(tick);
    // Not by frames: a run can begin and end between two of them.
    new MutationObserver(noteRun).observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ["data-test-script-state"],
    });
  }
  start();
})();
