/* The page's own script: here its parts start, and here Streamlit's components enter. */

import { markPicked } from "./card.js";
import { startDeeds } from "./deeds.js";
import { ends } from "./ends.js";
import { holdFramework } from "./framework.js";
import { startFront } from "./front.js";
import { ahead, head, showPanels, startHead } from "./head.js";
import { startHistory } from "./history.js";
import { startLegend } from "./legend.js";
import { frame, send, startLink, state } from "./link.js";
import { list, startList } from "./list.js";
import { addView, present, removed, startPanel } from "./present/panel.js";
import { presented, startPresenting } from "./present/presenting.js";
import { startSpeaker } from "./present/speaker.js";
import { keptDraft } from "./present/kept_draft.js";
import { startReading, text } from "./reading.js";
import { startConnection } from "./reconnect.js";
import { routes, startRoutes } from "./routes.js";
import { findLater } from "./search/learn.js";
import { startFolds } from "./shown_text.js";
import { startSkips } from "./sidebar.js";
import { startSiteData } from "./site_data.js";
import { startStrips } from "./strips.js";
import { startTerms } from "./term_note.js";
import { startTitle } from "./title.js";

/* The door, `window.atlasPage`. Python's components (layers/page/*.py) mount by it:
 *   head(c), list(c), text(c), ends(c), routes(c), present(c), addView(c),
 *   removed(c), keptDraft(c)
 * and tests and benchmark ask:
 *   find(typed)   a promise of the hits of the search      state()   what the map shows
 *   ahead         until all texts have been fetched that are likely to be opened next */
Object.assign(globalThis, {
  atlasPage: {
    head,
    list,
    text,
    ends,
    routes,
    present,
    addView,
    removed,
    keptDraft,
    find: findLater,
    state,
    ahead,
  },
});

startHistory(frame.dataset.asked, (again) => send({ again }), showPanels);
holdFramework();
startTitle();
startLink();
startLegend();
startFront();
startSkips();
startSiteData();
startHead();
startList();
// One click may be meant for several; a deed comes first, for it decides what is shown.
startDeeds();
startRoutes();
startReading();
startFolds(markPicked);
startStrips();
startTerms();
startSpeaker(presented);
startPanel();
startPresenting();
startConnection();
