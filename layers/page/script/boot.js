// Inline in the index page: sends the map's frame on its way before anything else is fetched.
(() => {
  const root = document.documentElement;
  const frame = /** @type {HTMLIFrameElement} */ (document.getElementById("atlas-map"));
  const asked = new URLSearchParams(location.search);
  const ofMap = ["layers", "view", "selected", "tour", "step", "exploring", "theme"];
  const part = (/** @type {boolean} */ isMaps) =>
    new URLSearchParams([...asked].filter(([key]) => ofMap.includes(key) === isMaps))
      .toString().replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
  const own = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const theme = asked.get("theme") ?? "";
  root.dataset.theme = ["light", "dark"].includes(theme) ? theme : own; // as the map will have it
  root.classList.toggle("presenting", asked.has("tour") && !asked.has("exploring"));
  const panels = frame.dataset.panels?.split(" ") ?? []; // the first one is what the front shows
  root.classList.toggle("elsewhere", panels.indexOf(asked.get("panel") ?? "") > 0);
  frame.dataset.asked = part(false);
  frame.src = frame.dataset.src + "#" + part(true);
})();
