/* What may lie over the map while a tour runs: black (B), the notes (N), the list of keys (H). All texts by textContent. */
"use strict";
atlas.part("overlays", (ctx) => {
  const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });
  const blank = make("div", "tour-blank"), notes = make("aside", "tour-notes"), help = make("section", "tour-help");
  const title = make("h2", "", "Keys"), list = make("dl", "");
  help.setAttribute("aria-label", "Keys");
  notes.setAttribute("aria-label", "Speaker’s notes");
  help.append(title, list);
  for (const one of [blank, notes, help]) {
    one.hidden = true;
    document.body.append(one);
  }

  function write() {
    const { question, notes: text } = ctx.step(), ask = make("p", "tour-question"), said = make("p", "");
    ask.append(...ctx.pieces(question));
    said.append(...ctx.pieces(text));
    notes.replaceChildren(make("h2", "", "Notes"), ask, said);
  }

  function tell() {
    list.replaceChildren(...[...ctx.keysTold, ["Esc", "leave the tour"]].flatMap(([keys, what]) => [make("dt", "", keys), make("dd", "", what)]));
  }

  const turn = (element) => () => { element.hidden = !element.hidden; };
  ctx.onKey([".", "b"], turn(blank), ["B, full stop", "black, and back"]);
  ctx.onKey(["n"], turn(notes), ["N", "notes"]);
  ctx.onKey(["h", "?"], () => { tell(); turn(help)(); }, ["H", "these keys"]);
  ctx.onKey(["Escape"], () => { if (help.hidden) ctx.leaveTour(); else help.hidden = true; });

  /* A new step is meant to be seen: nothing black stays over it. */
  function follow() {
    blank.hidden = help.hidden = true;
    if (ctx.step()) write();
    else notes.hidden = true;
  }
  return { tour: follow };
});
