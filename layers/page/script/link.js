/* The page's end of the map: the frame, the messages, the address, the theme. Knows no framework.
 * atlasPage.send(words)      tells the map: {delta}, {fit}, {key}
 * atlasPage.show(ref)        selects a layer or a part of one, with its layer on, or a place, and goes there
 * atlasPage.on(fn)           calls fn(state, said) at every word of the map, and at once with the last one
 * atlasPage.head(c)          mounts Streamlit's head component (title, search, status line, report to Python)
 * atlasPage.list(c)          mounts Streamlit's list component (layers and the open card)             */
"use strict";
const atlasPage = window.atlasPage = (() => {
  const frame = document.getElementById("atlas-map");
  const root = document.documentElement;
  const hearers = new Set();
  let last = null, status = null, unheard = ""; // what the map said before there was a status line

  let asked = frame.dataset.asked; // the part of the address that is the panels', see boot.js

  /* The framework starts when the map has drawn, so that the two do not race for one processor; at the latest
   * after START_AFTER ms, so that the text comes even where the map does not. */
  const START_AFTER = 2500;
  let framework = document.getElementById("framework");
  function startFramework() {
    if (!framework) return;
    for (const link of document.querySelectorAll("link[rel=framework]")) link.rel = "modulepreload";
    document.head.append(Object.assign(document.createElement("script"), { type: "module", crossOrigin: "", src: framework.dataset.src }));
    framework = null;
  }
  setTimeout(startFramework, START_AFTER);

  // The framework fetches its icon font (376 kB) ahead of need; it comes by itself when an icon is shown.
  const loadFont = document.fonts.load.bind(document.fonts);
  document.fonts.load = (font, ...rest) => (/Material Symbols/.test(font) ? Promise.resolve([]) : loadFont(font, ...rest));

  const send = (words) => frame.contentWindow.postMessage(words, "*");

  // The document is sandboxed: its origin is "null", so only event.source tells who speaks.
  addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow || !data.atlas) return;
    last = data;
    if (data.ready) startFramework();
    write();
    wear(data.atlas.theme);
    if (data.said && status) status.textContent = data.said;
    else if (data.said) unheard = data.said;
    for (const hear of hearers) hear(data.atlas);
  });
  send({ ask: "state" }); // the map may have spoken before we listened

  function write() {
    const query = [last?.query, asked].filter(Boolean).join("&");
    history.replaceState(null, "", query ? "?" + query : location.pathname);
  }

  function show(ref) {
    const layers = ref.startsWith("place:") ? {} : { layers: [...new Set([...(last?.atlas.layers ?? []), ref.split("/")[0]])] };
    send({ delta: { selected: ref, ...layers } });
    send({ fit: ref });
  }

  function on(hear) {
    hearers.add(hear);
    if (last) hear(last.atlas);
    return () => hearers.delete(hear);
  }

  /* The page follows the map's theme: our rules by the attribute, Streamlit's by its host message. */
  function wear(theme) {
    if (root.dataset.theme === theme) return;
    root.dataset.theme = theme;
    dress();
  }

  function dress() {
    const colour = (name) => getComputedStyle(root).getPropertyValue("--page-" + name).trim();
    postMessage({
      stCommVersion: 1, type: "SET_CUSTOM_THEME_CONFIG", themeName: "Atlas",
      themeInfo: {
        base: root.dataset.theme === "dark" ? 1 : 0, primaryColor: colour("link-and-focus"), backgroundColor: colour("background"),
        secondaryBackgroundColor: colour("panel"), textColor: colour("ink"), borderColor: colour("rule"),
        linkColor: colour("link-and-focus"),
      },
    }, location.origin);
  }

  /* The frame keeps clear of Streamlit's side bar, whatever its width. */
  function keepClear() {
    const bar = document.querySelector('[data-testid="stSidebar"]');
    if (!bar || keepClear.seen === bar) return;
    keepClear.seen = bar;
    new ResizeObserver(place).observe(bar);
    new MutationObserver(place).observe(bar, { attributeFilter: ["aria-expanded", "style"] });
    addEventListener("resize", place);
    place();
  }
  function place() {
    const open = keepClear.seen.getAttribute("aria-expanded") !== "false";
    root.style.setProperty("--map-left", (open ? keepClear.seen.getBoundingClientRect().width : 0) + "px");
  }

  // What Python's text depends on; it is told of a change in this alone.
  const gist = ({ selected }) => selected ?? "";

  function head({ data, parentElement, setStateValue }) {
    const own = parentElement;
    own.tell = setStateValue;
    if (asked !== data.asked) {
      asked = data.asked;
      if (last) write();
    }
    if (!own.close) {
      own.innerHTML = data.html;
      status = own.querySelector("[role=status]");
      status.textContent ||= unheard;
      own.known = data.known;
      own.close = on((state) => {
        if (gist(state) === own.known) return;
        own.known = gist(state);
        own.tell("report", { ...state, view: null });
      });
      atlasPage.searchBox(own);
      // After a lost connection Python learns what was done meanwhile.
      const app = document.querySelector(".stApp");
      const watch = new MutationObserver(() => {
        if (app.dataset.testConnectionState === "CONNECTED" && last) own.tell("report", { ...last.atlas, view: null });
      });
      watch.observe(app, { attributeFilter: ["data-test-connection-state"] });
      keepClear();
      dress();
    }
    return own.close;
  }

  return { send, show, on, head, state: () => last?.atlas, frame };
})();
