/* The page follows the map's theme: our rules by an attribute, Streamlit's by the message of a host page. */

const FONT = '"Atlas Sans", system-ui, sans-serif'; // the framework's own letters would be fetched beside ours
const root = document.documentElement;

/**
 * Put the theme on, where it is another one.
 * @param {string} theme
 */
export function wear(theme) {
  if (root.dataset.theme === theme) return;
  root.dataset.theme = theme;
  dress();
}

/** Give Streamlit the colours of the theme that is on. */
export function dress() {
  const themeInfo = {
    base: root.dataset.theme === "dark" ? 1 : 0,
    primaryColor: colour("link-and-focus"),
    backgroundColor: colour("background"),
    secondaryBackgroundColor: colour("panel"),
    textColor: colour("ink"),
    borderColor: colour("rule"),
    linkColor: colour("link-and-focus"),
    bodyFont: FONT,
    headingFont: FONT,
  };
  postMessage(
    { stCommVersion: 1, type: "SET_CUSTOM_THEME_CONFIG", themeName: "Atlas", themeInfo },
    location.origin,
  );
}

const colour = (/** @type {string} */ name) =>
  getComputedStyle(root).getPropertyValue("--page-" + name).trim();
