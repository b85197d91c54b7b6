/* The routes panel comes alive: it tells the map what to draw, and lights a leg on the strip and on the map alike. */
"use strict";
(() => {
  const asked = new URLSearchParams(location.search);
  let own = null, shown = null, stay = asked.get("panel") === "routes" && asked.has("view"); // a link says where to look

  atlasPage.routes = ({ data, parentElement, setTriggerValue }) => {
    own = parentElement;
    own.tell = setTriggerValue;
    if (own.html !== data.html) own.innerHTML = own.html = data.html;
    const wanted = JSON.stringify(data.shown);
    if (wanted !== shown) atlasPage.send({ delta: { routes: data.shown }, stay });
    shown = wanted;
    stay = false;
    own.hear ??= atlasPage.on((state) => {
      for (const part of own.querySelectorAll("[data-leg]")) part.classList.toggle("lit", !!state.lit && part.dataset.leg === state.lit);
    });
    return () => {
      own.hear?.();
      own.hear = shown = null;
      atlasPage.send({ delta: { routes: null } });
    };
  };

  const light = ({ target }) => {
    const leg = target.closest?.(".routes [data-leg]")?.dataset.leg;
    if (own && leg !== light.last) atlasPage.send({ light: (light.last = leg) ?? null });
  };
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);
  // What the map's cards ask: to close or open a thing again, to start or end at a place.
  const DEEDS = ["close", "open", "from", "to"];
  addEventListener("message", ({ source, data }) => {
    if (!own?.isConnected || source !== atlasPage.frame.contentWindow || data === null || typeof data !== "object") return;
    for (const deed of DEEDS) if (typeof data[deed] === "string") own.tell(deed, data[deed]);
  });

  /* Selects the answer's text, and copies it where the browser lets us. */
  function copy(button) {
    const text = button.parentElement.querySelector("pre");
    getSelection().selectAllChildren(text);
    navigator.clipboard?.writeText(text.textContent).then(() => { button.textContent = "Copied"; }, () => {});
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.(".routes button");
    if (!button || !own) return;
    const { close, reopen, step, copy: copied } = button.dataset;
    if (close) own.tell("close", close);
    if (reopen) own.tell("open", reopen);
    if (step) own.tell("step", Number(step));
    if (copied !== undefined) copy(button);
  });
})();
