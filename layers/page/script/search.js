/* The search box: a combobox over all names, tolerant of typing errors, in every script. */
"use strict";
(() => {
  const SHOWN = 8, GROUPS = [["Places", (ref) => ref.startsWith("place:")], ["Layers and cards", (ref) => !ref.includes("/")], ["Parts of layers", () => true]];
  // Letters that Unicode does not take apart into letter and mark, and Arabic ones that stand for the same Persian ones.
  const FOLD = { "ı": "i", "ə": "e", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه" };
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\p{M}ʼ’']/gu, "").replace(/[ıəøłđßæكيىة]/g, (letter) => FOLD[letter]);
  const plain = (text) => fold(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  let index, entries = [];

  atlasPage.names = (list) => {
    entries = list.map((entry, id) => ({ id, ...entry }));
    index = null;
  };

  /* How many letters are wrong, missing, too many or swapped with the next: in all of `name`, and in its beginning. */
  function typos(typed, name) {
    let before = [], last = [], row = Array.from({ length: name.length + 1 }, (_, j) => j);
    for (let i = 1; i <= typed.length; i += 1) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= name.length; j += 1) {
        const same = typed[i - 1] === name[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    return { whole: row[name.length], start: Math.min(...row) };
  }

  /* How far a name is from what was typed: 0 is the same; typing errors count by letter, a beginning and loose words a little. */
  const BEGINNING = 0.1, WORDS = 0.2, PART = 0.25;
  const FARTHEST = 0.6, NEAR = 0.3; // beyond these a hit is none: in itself, and behind the nearest
  function distance(typed, words, name) {
    const { whole, start } = typos(typed, name);
    const own = name.split(" "), each = words.map((word) => Math.min(...own.map((one) => typos(word, one).start)));
    const loose = each.reduce((sum, errors) => sum + errors, 0) / typed.length + WORDS;
    return Math.min(whole / typed.length, start / typed.length + BEGINNING, loose);
  }

  /* The hits, nearest first. The library finds all that could be meant; which is nearest is told by whole names. */
  function find(text) {
    index ??= new MiniSearch({ fields: ["name", "also"], processTerm: fold });
    if (!index.documentCount) index.addAll(entries);
    const fuzzy = (term) => (term.length < 3 ? 0 : Math.min(3, Math.max(2, Math.round(term.length / 4))));
    const typed = plain(text), words = typed.split(" ");
    const hits = index.search(text, { prefix: true, fuzzy, combineWith: "OR" }).map(({ id }) => {
      const entry = entries[id], part = entry.ref.includes("/") ? PART : 0;
      entry.spelled ??= [entry.name, ...entry.also.split(" | ").filter(Boolean)].map((name) => [name, plain(name)]);
      const [far, by] = entry.spelled.map(([name, folded]) => [distance(typed, words, folded) + part, name]).reduce((a, b) => (b[0] < a[0] ? b : a));
      return { ...entry, far, by };
    });
    const nearest = Math.min(...hits.map(({ far }) => far));
    const wanted = hits.filter(({ far }) => far <= Math.min(FARTHEST, nearest + NEAR)).sort((a, b) => a.far - b.far || a.id - b.id);
    return grouped(wanted.slice(0, SHOWN));
  }

  /* By kind, the kind of the nearest hit first. */
  function grouped(hits) {
    for (const hit of hits) hit.group = GROUPS.find(([, holds]) => holds(hit.ref))[0];
    const order = [...new Set(hits.map(({ group }) => group))];
    return hits.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
  }
  atlasPage.find = find;

  atlasPage.searchBox = (parent) => {
    const box = parent.querySelector("[role=combobox]"), menu = parent.querySelector("[role=listbox]"), none = parent.querySelector(".none");
    const rows = () => [...menu.querySelectorAll("[role=option]")];
    const made = (tag, words) => Object.assign(document.createElement(tag), words);
    let hits = [], at = -1;

    const show = () => {
      hits = box.value.trim() ? find(box.value) : [];
      at = hits.length ? 0 : -1;
      menu.replaceChildren();
      hits.forEach((hit, i) => {
        if (hit.group !== hits[i - 1]?.group) {
          const list = made("ul", { ariaLabel: hit.group });
          list.setAttribute("role", "group");
          const title = made("p", { className: "kind-of", textContent: hit.group });
          title.setAttribute("aria-hidden", "true");
          menu.append(title, list);
        }
        menu.lastChild.append(row(hit, i));
      });
      none.textContent = box.value.trim() && !hits.length ? "Nothing has this name. Try another spelling, or fewer letters." : "";
      mark();
    };
    const row = (hit, i) => {
      const option = made("li", { id: "hit-" + i });
      option.setAttribute("role", "option");
      option.append(part("name", hit.name), part("kind", hit.kind));
      if (hit.by !== hit.name) option.append(part("other", hit.by));
      option.addEventListener("mousedown", (event) => { event.preventDefault(); choose(hit); });
      return option;
    };
    const part = (className, textContent) => made("span", { className, textContent, dir: "auto" });
    const mark = () => {
      menu.hidden = !hits.length;
      box.setAttribute("aria-expanded", String(!!hits.length));
      rows().forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
      if (at >= 0) box.setAttribute("aria-activedescendant", "hit-" + at);
      else box.removeAttribute("aria-activedescendant");
      rows()[at]?.scrollIntoView({ block: "nearest" });
    };
    const close = () => { hits = []; at = -1; menu.replaceChildren(); none.textContent = ""; mark(); };
    const choose = ({ ref, name }) => {
      box.value = name;
      close();
      atlasPage.openCard(ref);
    };
    box.addEventListener("input", show);
    box.addEventListener("focus", () => box.select());
    box.addEventListener("blur", close);
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && !hits.length) show();
      else if (event.key === "ArrowDown") at = (at + 1) % hits.length;
      else if (event.key === "ArrowUp" && hits.length) at = (at + hits.length - 1) % hits.length;
      else if (event.key === "Enter" && hits[at]) { choose(hits[at]); event.preventDefault(); return; }
      else if (event.key === "Escape") { close(); return; }
      else return;
      event.preventDefault();
      mark();
    });
    // "/" goes to the search from anywhere on the page where nothing is being typed.
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      box.focus();
    });
  };
})();
