/* The page's own script: here its parts start, and here Streamlit's components enter. */

import { namePanels } from "./address.js";
import { startDeeds } from "./deeds.js";
import { holdFramework } from "./framework.js";
import { head } from "./head.js";
import { frame, startLink, state } from "./link.js";
import { list } from "./list.js";
import { addView, present, startPanel } from "./present/panel.js";
import { presented, startPresenting } from "./present/presenting.js";
import { startSpeaker } from "./present/speaker.js";
import { startReading, text } from "./reading.js";
import { routes, startRoutes } from "./routes.js";
import { find, names } from "./search/find.js";

/* The door, `window.atlasPage`. Python's components (layers/page/*.py) mount by it:
 *   head(c), list(c), text(c), routes(c), present(c), addView(c)
 * the page's script ends with the names to search (layers/server/assets.py):
 *   names([{ref, name, also, kind}])
 * and tests and benchmark ask:
 *   find(typed)   the hits of the search      state()   what the map shows */
Object.assign(globalThis, {
  atlasPage: { head, list, text, routes, present, addView, names, find, state },
});

namePanels(frame.dataset.asked); // which boot.js found in the address
holdFramework();
startLink();
// One click may be meant for several; a deed comes first, for it decides what is shown.
startDeeds();
startRoutes();
startReading();
startSpeaker(presented);
startPanel();
startPresenting();
