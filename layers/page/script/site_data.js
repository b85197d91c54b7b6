/* A browser that blocks all data of this site: without a cookie the framework takes no file, and does not say why. */

/** Mark the page, so that the sheet (site_data.css) says it where a file would be asked for. */
export function startSiteData() {
  document.documentElement.classList.toggle("no-site-data", !isAllowed());
}

/** With the cookies of a site browsers block its storage, and say so by an error. */
function isAllowed() {
  try {
    return Boolean(localStorage);
  } catch {
    return false;
  }
}
