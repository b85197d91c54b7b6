/* The document's word with the world: messages to and from the page that holds it, the address after #, what is said aloud.
 * Parent → document: {delta, fly?, stay?} | {light: leg or null} | {fit} | {key} | {ask: "state"}; `stay`: routes come without
 * a move to them. Document → parent: {atlas, query, deeds, ready, said?} | {close: word} | {open: word} | {from: node} |
 * {to: node}. */
"use strict";
atlas.part("frame", (ctx) => {
  const framed = parent !== window, PAUSE = 80;
  const said = [];
  let timer;

  // Inside a page the page's own status line speaks; twice would be once too often.
  const voice = framed ? null : document.body.appendChild(Object.assign(document.createElement("p"), { className: "unseen" }));
  voice?.setAttribute("role", "status");

  function tell() {
    const query = ctx.query(), sentence = said.splice(0).join(" ");
    if (`#${query}` !== location.hash) history.replaceState(null, "", `#${query}`);
    if (sentence && voice) voice.textContent = sentence;
    if (!framed) return;
    const news = { atlas: ctx.state(), query, deeds: ctx.deeds(), ready: ctx.ready() };
    parent.postMessage(sentence ? { ...news, said: sentence } : news, "*");
  }

  function soon(sentence) {
    if (sentence) said.push(sentence);
    clearTimeout(timer);
    timer = setTimeout(tell, PAUSE);
  }

  /* The document is sandboxed, its origin "null": only event.source tells who speaks. */
  addEventListener("message", ({ source, data }) => {
    if (!framed || source !== parent || data === null || typeof data !== "object") return;
    if (data.delta && typeof data.delta === "object") ctx.obey(data.delta, { fly: data.fly !== false, stay: data.stay === true });
    if ("light" in data) ctx.obey({ lit: data.light ?? null });
    if (typeof data.fit === "string") ctx.obeyFit(data.fit);
    if (typeof data.key === "string") document.dispatchEvent(new KeyboardEvent("keydown", { key: data.key, bubbles: true }));
    if (data.ask === "state") tell();
  });

  ctx.ask = (words) => { if (framed) parent.postMessage(words, "*"); };

  // Somebody changed the address by hand: do what it says.
  addEventListener("hashchange", () => {
    const { delta, faults } = atlas.readAddress(location.hash.slice(1));
    ctx.apply({ selected: null, ...delta }, { fly: false });
    if (faults.length) soon(`Ignored in the address: ${faults.join(" ")}`);
  });

  atlas.ready.then(() => soon());
  // What the start shows is no news: from then on changes are told.
  return { begin: () => ctx.hear(soon) };
});
