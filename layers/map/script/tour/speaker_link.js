/* The audience's end of the speaker's window (speaker.js). Inside a page the page opens and holds it, for the page's window
 * outlives a reload of this document; alone this document does it itself. */
"use strict";
atlas.part("speaker link", (ctx) => {
  let speaker = null;

  ctx.openSpeaker = () => {
    if (ctx.framed) return parent.postMessage({ speaker: "open" }, "*");
    speaker = open(`${location.href.split("#")[0]}#speaker=1`, "atlas-speaker", "popup,width=960,height=720") ?? speaker;
    if (!speaker) ctx.say("The browser keeps new windows shut: allow pop-ups here for the speaker’s window.");
  };

  function tell() {
    const { tour, step, exploring } = ctx.now;
    speaker?.postMessage({ audience: { tour, step, exploring } }, "*");
  }

  /* Only a window that this one opened may drive it. */
  addEventListener("message", ({ source, data }) => {
    if (ctx.framed || !data?.speaker || source?.opener !== window) return;
    speaker = source;
    if (data.speaker === "key" && typeof data.key === "string")
      document.dispatchEvent(new KeyboardEvent("keydown", { key: data.key, bubbles: true }));
    tell();
  });
  return { tour: tell };
});
