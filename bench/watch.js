/* Runs in every frame before the page's own scripts: notes what the Leaflet maps show, and when.
 * __log    [wall clock in ms, "the,layers,shown"] whenever that changed and was painted (two frames later)
 * __ready  wall clock at which window.atlas.ready had resolved and was painted
 * __runs   [wall clock in ms, state] whenever Streamlit began or ended a run of its script
 * __deed   wall clock of the last click                                                            */
(() => {
  const wall = () => performance.timeOrigin + performance.now();
  const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
  const maps = [];
  let leaflet, last = "", run = null, asked = false, watched = null;
  window.__log = [];
  window.__runs = [];
  window.__ready = null;

  Object.defineProperty(window, "L", {
    configurable: true,
    get: () => leaflet,
    set(value) {
      leaflet = value;
      value?.Map?.addInitHook?.(function () { maps.push(this); });
      // A frame's empty first document can hand its window, but not its animation frames, to the next one.
      if (watched !== document) start();
    },
  });
  addEventListener("click", () => { window.__deed = wall(); }, true);

  // The atlas puts layers on the map in the same task in which its state says so; the other pages are asked for paths.
  function shown() {
    if (window.atlas?.map) return window.atlas.state().layers.sort().join();
    const ids = new Set();
    for (const map of maps) map.eachLayer(({ feature }) => feature?.properties?.layer && ids.add(feature.properties.layer));
    return [...ids].sort().join();
  }

  function tick() {
    if (!asked && window.atlas?.ready) {
      asked = true;
      window.atlas.ready.then(() => painted(() => { window.__ready = wall(); }));
    }
    const now = shown();
    if (now !== last) {
      last = now;
      painted(() => window.__log.push([wall(), now]));
    }
    const state = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState ?? null;
    if (state !== run) window.__runs.push([wall(), run = state]);
    requestAnimationFrame(tick);
  }
  function start() {
    watched = document;
    tick();
  }
  start();
})();
