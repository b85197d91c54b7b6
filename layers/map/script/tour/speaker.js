/* The speaker's window: this same document opened with #speaker. It draws no map; it shows step, notes, question, timer and
 * clock, and sends its keys to the audience's window. Both are sandboxed, so they speak by references alone:
 * speaker → opener: {speaker: "hello"} | {speaker: "key", key}; opener → speaker: {audience: {tour, step, exploring}}. */
"use strict";
const atlasSpeaker = (facts) => {
  const KEYS = ["ArrowRight", "ArrowLeft", "PageDown", "PageUp", " ", "Home", "End", ".", "b", "c", "d", "h", "l", "t"];
  const HELLO = 1000; // ms between two greetings; an audience's window that was loaded again learns of us by them
  const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });
  const cell = (className, title) => {
    const made = make("section", className), body = make("div", "");
    made.append(make("h2", "", title), body);
    return [made, body];
  };
  const root = make("main", "speaker"), [nowCell, now] = cell("speaker-now", "Now"), [nextCell, next] = cell("speaker-next", "Next");
  const [askCell, ask] = cell("speaker-question", "Question"), [notesCell, notes] = cell("speaker-notes", "Notes");
  const bar = make("div", "speaker-bar"), timer = make("span", "speaker-timer"), clock = make("span", "speaker-clock");
  const count = make("span", "speaker-count"), word = make("p", "speaker-word", "Waiting for the audience’s window …");
  let begun = Number(new URLSearchParams(location.hash.slice(1)).get("begun")) || Date.now(), heard = 0;

  const cite = ({ text, cite: found }) => (found ? make("span", "tour-cite", `[${found}]`) : document.createTextNode(text));
  const send = (key) => opener?.postMessage({ speaker: "key", key }, "*");
  function button(text, deed) {
    const made = Object.assign(make("button", "", text), { type: "button" });
    made.addEventListener("click", deed);
    return made;
  }

  function restart(at) {
    begun = at;
    history.replaceState(null, "", `#speaker=1&begun=${begun}`); // a reload goes on counting
    tick();
  }

  const two = (number) => String(number).padStart(2, "0");
  function tick() {
    const seconds = Math.max(0, Math.floor((Date.now() - begun) / 1000)), time = new Date();
    timer.textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
    clock.textContent = `${two(time.getHours())}:${two(time.getMinutes())}`;
    if (!opener || opener.closed) word.textContent = "The audience’s window is closed.";
    else opener.postMessage({ speaker: "hello" }, "*");
  }

  function words(step) {
    const said = make("p", "speaker-caption");
    said.append(...step.caption.map(cite));
    return [make("h3", "", step.headline), said];
  }

  function show({ tour: id, step: at, exploring }) {
    const tour = facts.tours[id], step = tour?.steps[at], following = tour?.steps[at + 1];
    word.textContent = !tour ? "No tour is running." : exploring ? "The map is left to the class; T goes back to the tour." : "";
    count.textContent = tour ? `${tour.title} · ${at + 1} of ${tour.steps.length} · ${tour.minutes} min` : "";
    document.title = tour ? `${at + 1} of ${tour.steps.length} · Speaker` : "Speaker";
    now.replaceChildren(...(step ? words(step) : []));
    next.replaceChildren(...(following ? words(following) : [make("p", "", step ? "This is the last step." : "")]));
    ask.replaceChildren(...(step?.question ?? []).map(cite));
    notes.replaceChildren(...(step?.notes ?? []).map(cite));
    root.dataset.step = step ? String(at) : "";
  }

  addEventListener("message", ({ source, data }) => {
    if (!opener || source !== opener || !data?.audience) return;
    const news = JSON.stringify(data.audience);
    if (news !== heard) show(data.audience);
    heard = news;
  });
  addEventListener("keydown", (event) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.ctrlKey || event.metaKey || event.altKey || !KEYS.includes(key)) return;
    if (key === " " && event.target.closest("button")) return;
    event.preventDefault();
    send(key);
  });

  bar.append(button("‹ Back", () => send("ArrowLeft")), button("Next ›", () => send("ArrowRight")), count, timer,
    button("Start the timer again", () => restart(Date.now())), clock);
  root.append(bar, word, nowCell, nextCell, askCell, notesCell);
  document.body.replaceChildren(root);
  document.documentElement.classList.add("speaking");
  document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.title = "Speaker";
  restart(begun);
  setInterval(tick, HELLO);
};
