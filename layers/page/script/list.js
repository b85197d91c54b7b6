/* The list of layers and the open card: Python sends both as HTML, here they come alive. */
"use strict";
(() => {
  const cards = new Map();
  let list = null, note = null;

  atlasPage.list = ({ data, parentElement, setTriggerValue }) => {
    const own = parentElement;
    own.tell = setTriggerValue;
    if (own.rows !== data.rows) {
      own.innerHTML = own.rows = data.rows;
      own.forget?.();
      own.forget = atlasPage.on((state) => sync(own, state));
    }
    list = own;
    if (data.card) cards.set(data.open, data.card);
    if (data.welcome) cards.set("", data.welcome);
    if (atlasPage.state()) sync(own, atlasPage.state());
    else open(own, data.open ?? "");
    return own.forget;
  };

  /* The card of what is selected: of its layer, or of the place itself, as Python has it (AtlasState.open_card). */
  function cardOf(ref) {
    if (!ref || ref.startsWith("place:")) return ref ?? "";
    const [layer, feature] = ref.split("/");
    return layer === "essay-places" && feature ? "place:" + feature : layer;
  }

  function sync(own, state) {
    for (const box of own.querySelectorAll("input[data-layer]")) box.checked = state.layers.includes(box.dataset.layer);
    open(own, cardOf(state.selected));
    for (const row of own.querySelectorAll("tr[data-ref]")) row.classList.toggle("picked", row.dataset.ref === state.selected);
    const picked = own.querySelector("tr.picked");
    if (picked && own.picked !== state.selected) {
      picked.closest("details").open = true;
      picked.scrollIntoView({ block: "nearest" });
    }
    own.picked = state.selected;
  }

  /* Show the card of this layer under its row, a place's or the welcome under the list. */
  function open(own, id) {
    const html = cards.get(id);
    let card = own.querySelector(".card");
    if (card && card.dataset.of === id && card.html === html) return;
    const changed = card?.dataset.of !== id || card.html === undefined; // the text may come later than the row
    card?.remove();
    for (const row of own.querySelectorAll("li.row")) {
      const opened = row.dataset.row === id;
      row.classList.toggle("opened", opened);
      row.querySelector("button.open")?.setAttribute("aria-expanded", opened);
    }
    card = Object.assign(document.createElement("section"), { className: "card" });
    card.dataset.of = id;
    card.html = html;
    card.innerHTML = html ?? "<p class='wait'>Fetching the text …</p>";
    const row = id && own.querySelector(`li.row[data-row="${CSS.escape(id)}"]`);
    if (row) { row.closest("details").open = true; row.append(card); }
    else own.querySelector(".below").append(card);
    const top = row || (id && card);
    if (changed && top && (own.shown !== undefined || top === card)) top.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    own.shown = id;
  }

  function cite(link) {
    note?.remove();
    const [essay, paragraph] = link.dataset.cite.split(":");
    const about = list.querySelector(`template[data-note="${CSS.escape(link.dataset.cite)}"]`);
    note = Object.assign(document.createElement("div"), { className: "cite-note", popover: "auto", tabIndex: -1 });
    note.setAttribute("role", "dialog");
    note.setAttribute("aria-label", `Essay ${essay}, paragraph ${paragraph}`);
    if (about) note.append(about.content.cloneNode(true));
    document.body.append(note);
    note.showPopover();
    const at = link.getBoundingClientRect(), size = note.getBoundingClientRect();
    note.style.left = Math.max(8, Math.min(at.left, innerWidth - size.width - 8)) + "px";
    note.style.top = (at.bottom + size.height + 8 > innerHeight ? at.top - size.height - 4 : at.bottom + 4) + "px";
    note.addEventListener("toggle", (event) => { if (event.newState === "closed") { note.remove(); link.focus(); } });
    note.focus();
  }

  /* Whatever the text offers to do, by its data attribute. */
  document.addEventListener("change", ({ target }) => {
    if (!target.matches?.("input[data-layer]")) return;
    const boxes = [...list.querySelectorAll("input[data-layer]")];
    atlasPage.send({ delta: { layers: boxes.filter((box) => box.checked).map((box) => box.dataset.layer) } });
  });
  document.addEventListener("click", (event) => {
    const target = event.target.closest?.("[data-open],[data-select],[data-fly],[data-fit],[data-cite],[data-read]");
    if (!target) return;
    event.preventDefault();
    const { open: opened, select, fly, fit, cite: cited, read } = target.dataset;
    if (cited) cite(target);
    else if (opened !== undefined) {
      const selected = cardOf(atlasPage.state()?.selected) === opened ? null : opened;
      atlasPage.send({ delta: { selected } });
    } else if (select) atlasPage.show(select);
    else if (fly && target.closest(".reading")) atlasPage.show("place:" + fly);
    else if (fly) atlasPage.send({ fit: "place:" + fly }); // the card in which it stands stays open
    else if (read) atlasPage.read(read, list.tell);
    else if (fit) atlasPage.send({ fit });
  });
})();
