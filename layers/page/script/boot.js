(() => {
  const frame = document.getElementById("atlas-map"), asked = new URLSearchParams(location.search);
  const own = ["layers", "view", "selected", "tour", "step", "exploring", "theme"];
  const part = (ofMap) => new URLSearchParams([...asked].filter(([key]) => own.includes(key) === ofMap))
    .toString().replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
  document.documentElement.classList.toggle("presenting", asked.has("tour") && !asked.has("exploring"));
  frame.dataset.asked = part(false);
  frame.src = frame.dataset.src + "#" + part(true);
})();
