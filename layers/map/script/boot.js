// Inline in the document's head: the theme is on before anything is painted.
(() => {
  const asked = /[#&]theme=(light|dark)(?:&|$)/.exec(location.hash)?.[1];
  const own = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = asked ?? own;
})();
