// Inline in the document's head: the theme is on before anything is painted, and a map that cannot start says so. This
// alone is read by browsers that are too old for all else.
(() => {
  const asked = /[#&]theme=(light|dark)(&|$)/.exec(location.hash);
  const own = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const root = document.documentElement;
  root.setAttribute("data-theme", asked ? asked[1] : own);
  const tell = () => {
    if (root.hasAttribute("data-drawn")) return;
    root.setAttribute("data-drawn", "no");
    const word = document.createElement("p");
    word.className = "no-map";
    word.setAttribute("role", "alert");
    word.textContent =
      "The map cannot start here. It needs Chrome 97, Firefox 104 or Safari 15.4, or a later one.";
    (document.body || root).appendChild(word);
  };
  addEventListener("error", tell);
  addEventListener("unhandledrejection", tell);
})();
