/* The reading panel comes alive; [data-card] anywhere opens a layer's or a place's card in the explore panel. */
"use strict";
(() => {
  let own = null, goal = null;
  const links = (place) => own.querySelectorAll(place ? `[data-fly="${CSS.escape(place)}"]` : "[data-fly].lit");

  atlasPage.text = ({ data, parentElement, setTriggerValue }) => {
    own = parentElement;
    own.tell = setTriggerValue;
    if (own.html !== data.html) own.innerHTML = own.html = data.html;
    const passage = goal && document.getElementById(goal);
    if (passage) {
      goal = null;
      passage.scrollIntoView({ block: "start" });
      passage.classList.add("sought");
    }
    own.forget ??= atlasPage.on(({ selected }) => light(selected?.startsWith("place:") ? selected.slice(6) : ""));
    return () => {
      own.forget?.();
      own.forget = null;
    };
  };

  /* Go to the paragraph "essay:number"; `tell` is of the component that is shown now. */
  atlasPage.read = (ref, tell) => {
    goal = "p-" + ref.replace(":", "-");
    tell("read", ref);
  };

  /* The card of what is shown, also from the other panels. */
  atlasPage.openCard = (ref) => {
    atlasPage.show(ref);
    if (own?.isConnected) own.tell("card", ref);
  };

  /* The place that the map shows is lit wherever the text names it. */
  function light(place) {
    for (const link of links()) link.classList.remove("lit");
    if (place) for (const link of links(place)) link.classList.add("lit");
  }

  /* Below the name that was picked: the way to all that the essays say of the place. */
  function offer(link) {
    own.querySelector(".more")?.remove();
    const more = Object.assign(document.createElement("a"), { href: "#", role: "button", textContent: `All on ${link.textContent}` });
    more.dataset.card = "place:" + link.dataset.fly;
    const line = Object.assign(document.createElement("p"), { className: "more" });
    line.append(more);
    link.closest("p, li, blockquote, .words").after(line);
  }

  document.addEventListener("click", (event) => {
    const card = event.target.closest?.("[data-card]"), place = event.target.closest?.(".reading [data-fly]");
    if (place && own?.contains(place)) offer(place);
    if (!card) return;
    event.preventDefault();
    atlasPage.openCard(card.dataset.card);
  });
})();
