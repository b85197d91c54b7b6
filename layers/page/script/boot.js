// Inline in the index page: sends the map's frame on its way before anything else is fetched.
(() => {
  const frame = /** @type {HTMLIFrameElement} */ (document.getElementById("atlas-map"));
  const asked = new URLSearchParams(location.search);
  const ofMap = ["layers", "view", "selected", "tour", "step", "exploring", "theme"];
  const part = (/** @type {boolean} */ isMaps) =>
    new URLSearchParams([...asked].filter(([key]) => ofMap.includes(key) === isMaps))
      .toString().replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
  document.documentElement.classList.toggle("presenting", asked.has("tour") && !asked.has("exploring"));
  frame.dataset.asked = part(false);
  frame.src = frame.dataset.src + "#" + part(true);
})();
