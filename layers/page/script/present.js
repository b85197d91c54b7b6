/* Presenting, the page's end: the sidebar goes, keys pressed here go to the map, the speaker's window is opened and held
 * here, for this window outlives a reload of the map. Steps themselves are the map's own (layers/map/script/tour/steps.js). */
"use strict";
(() => {
  const KEYS = ["arrowright", "arrowleft", "pagedown", "pageup", " ", "home", "end", ".", "b", "n", "l", "d", "h", "?", "c", "t", "escape"];
  const OWN = { f: fill, s: openSpeaker }; // what only the window that has the key may do
  const BACK = ["t", "pagedown", "pageup"]; // while the class explores; a clicker has no T
  const root = document.documentElement, { frame } = atlasPage;
  // An address that names a step has the class from boot.js: keys count before the map has spoken.
  let now = null, presented = root.classList.contains("presenting"), focused = false, speaker = null;

  const isField = (target) => Boolean(target?.closest?.("input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]"));
  const isText = (target) => Boolean(target?.closest?.('[data-testid="stSidebar"]'));

  function follow(state) {
    now = state;
    const presenting = Boolean(state.tour) && !state.exploring;
    root.classList.toggle("presenting", presenting);
    if (presenting && !focused) frame.focus();
    presented = focused = presenting;
    tell();
  }

  /* Before the framework's own shortcuts: R would run the page again. */
  function press(event) {
    if (!(now?.tour || presented) || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    const key = event.key.toLowerCase();
    const known = presented ? KEYS.includes(key) || key in OWN || key === "r" : BACK.includes(key) && (key === "t" || !isText(event.target));
    if (!known) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (key in OWN) OWN[key]();
    else if (key !== "r") atlasPage.send({ key: event.key });
  }

  function fill() {
    const asked = document.fullscreenElement ? document.exitFullscreen() : frame.requestFullscreen();
    asked.catch(() => {}); // the browser's own no is all there is to say
  }

  /* ---- the speaker's window ---- */
  function openSpeaker() {
    speaker = open(`${frame.dataset.src}#speaker=1`, "atlas-speaker", "popup,width=960,height=720") ?? speaker;
    for (const line of document.querySelectorAll(".present .blocked")) line.hidden = Boolean(speaker);
  }

  function tell() {
    if (now) speaker?.postMessage({ audience: { tour: now.tour, step: now.step, exploring: now.exploring } }, "*");
  }

  /* Sandboxed windows have no origin to check: only the map, and windows that this one opened, are heard. */
  addEventListener("message", ({ source, data }) => {
    if (!data?.speaker) return;
    if (source === frame.contentWindow && data.speaker === "open") return openSpeaker();
    if (source?.opener !== window) return;
    speaker = source;
    if (data.speaker === "key" && typeof data.key === "string") atlasPage.send({ key: data.key });
    tell();
  });

  /* ---- the panel ---- */
  function start(tour) {
    // At once, so that the map is fitted into the whole window and no quick key is lost.
    root.classList.add("presenting");
    now = { ...now, tour };
    presented = true;
    atlasPage.send({ delta: { tour, step: 0 } });
  }

  /* What the map shows, with the zoom that shows as much on a screen of 1280 × 720 above its caption. */
  function viewNow() {
    const { layers, selected, view } = atlasPage.state(), [wide, high] = [1280, 508], strip = 30;
    const nearer = Math.min(Math.log2(wide / frame.clientWidth), Math.log2(high / (frame.clientHeight - strip)));
    return { layers, selected, view: [view.lat, view.lon, Number(Math.min(11, Math.max(3, view.zoom + nearer)).toFixed(2))] };
  }

  let own = null;
  atlasPage.present = ({ data, parentElement, setTriggerValue }) => {
    own = parentElement;
    own.tell = setTriggerValue;
    if (own.html !== data.html) own.innerHTML = own.html = data.html;
    return () => {};
  };
  atlasPage.addView = ({ data, parentElement, setTriggerValue }) => {
    parentElement.tell = setTriggerValue;
    if (parentElement.html !== data.html) parentElement.innerHTML = parentElement.html = data.html;
    parentElement.onclick = ({ target }) => {
      if (target.closest("[data-add]") && atlasPage.state()) parentElement.tell("add", viewNow());
    };
    return () => {};
  };

  document.addEventListener("click", ({ target }) => {
    const tour = target.closest?.("[data-tour]")?.dataset.tour;
    if (tour) start(tour);
    if (target.closest?.("[data-speaker]")) openSpeaker();
  });
  addEventListener("keydown", press, { capture: true });
  atlasPage.on(follow);
})();
