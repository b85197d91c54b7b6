/* The state in its two written forms: the query of an address, and deltas that come from outside.
 * Both are checked here; what is unknown is left out and named in one sentence, for texts from an address are anybody's. */
"use strict";
const atlasAddress = (() => {
  const SORTS = { legs: "leg", nodes: "place", countries: "country", wholes: "water or corridor" };
  const round = (number, digits) => Number(number.toFixed(digits));
  const isText = (value) => typeof value === "string" && value !== "";
  const short = (value) => String(value).slice(0, 60);

  /* The known ones of a list, each once; the others are named to `strange`. */
  function idsOf(list, known, strange) {
    const ids = [...new Set(Array.isArray(list) ? list : [])];
    ids.filter((id) => !known.has(id)).forEach(strange);
    return ids.filter((id) => known.has(id));
  }

  /* known: {layers: Set, features: Set of "layer/id", places, tours, legs, nodes, countries, wholes: Set}.
   * Returns {delta, faults: [sentence]}. */
  function check(raw, known) {
    const delta = {}, faults = [];
    const isRef = (ref) =>
      known.layers.has(ref) || known.features.has(ref) || (ref.startsWith("place:") && known.places.has(ref.slice(6)));
    const checks = {
      layers(value) {
        if (!Array.isArray(value)) return faults.push("The layers are not a list.");
        const strange = value.filter((id) => !known.layers.has(id));
        if (strange.length) faults.push(`This atlas has no layer “${strange.map(short).join("”, “")}”.`);
        delta.layers = [...known.layers].filter((id) => value.includes(id));
      },
      view(value) {
        const { lat, lon, zoom } = value ?? {};
        if ([lat, lon, zoom].every(Number.isFinite) && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && zoom >= 0 && zoom <= 20)
          delta.view = { lat, lon, zoom };
        else faults.push("The view is not latitude, longitude and zoom.");
      },
      selected(value) {
        if (value === null || value === "") delta.selected = null;
        else if (isText(value) && isRef(value)) delta.selected = value;
        else faults.push(`This atlas has nothing called “${short(value)}”.`);
      },
      tour(value) {
        if (value === null || value === "") delta.tour = null;
        else if (known.tours.has(value)) delta.tour = value;
        else faults.push(`This atlas has no tour “${short(value)}”.`);
      },
      step(value) {
        if (Number.isInteger(value) && value >= 0 && value < 1000) delta.step = value;
        else faults.push("The step is not a number.");
      },
      exploring(value) {
        delta.exploring = value === true || value === "1";
      },
      /* An answer to draw: {routes: [{n, legs}], lost, closed, countries, places, wholes, ends}. Not in the address: there the question stands. */
      routes(value) {
        if (value === null) return (delta.routes = null);
        if (!Array.isArray(value?.routes)) return faults.push("The routes are not a list.");
        const taken = (name, list) => idsOf(list, known[name], (id) => faults.push(`This atlas has no ${SORTS[name]} “${short(id)}”.`));
        const legs = (list) => taken("legs", list);
        delta.routes = {
          routes: value.routes.filter((one) => [1, 2, 3, 4].includes(one?.n))
            .map(({ n, title, legs: own }) => ({ n, title: isText(title) ? short(title) : "", legs: legs(own) })),
          lost: legs(value.lost), closed: legs(value.closed),
          countries: taken("countries", value.countries), places: taken("nodes", value.places),
          wholes: taken("wholes", value.wholes), ends: taken("nodes", value.ends),
        };
      },
      lit(value) {
        if (value === null || known.legs.has(value)) delta.lit = value;
        else faults.push(`This atlas has no leg “${short(value)}”.`);
      },
      theme(value) {
        if (value === "light" || value === "dark") delta.theme = value;
        else faults.push(`There is no theme “${short(value)}”.`);
      },
    };
    for (const [key, value] of Object.entries(raw)) {
      if (Object.hasOwn(checks, key)) checks[key](value);
      else faults.push(`“${short(key)}” means nothing here.`);
    }
    return { delta, faults };
  }

  /* Reads "layers=a,b&view=40.4,49.6,5…". */
  function read(query, known) {
    const params = new URLSearchParams(query), raw = {};
    const list = (text) => text.split(",").filter(Boolean);
    for (const [key, text] of params) {
      if (key === "layers") raw[key] = list(text);
      else if (key === "view") {
        const numbers = text.split(",").map((word) => (word.trim() ? Number(word) : NaN));
        raw.view = numbers.length === 3 ? { lat: numbers[0], lon: numbers[1], zoom: numbers[2] } : null;
      } else if (key === "step") raw.step = /^\d{1,3}$/.test(text) ? Number(text) : text;
      else raw[["routes", "lit"].includes(key) ? `${key}=` : key] = text; // words of the state, not of an address
    }
    return check(raw, known);
  }

  /* Writes the same form; the theme only when it is not what this screen would show anyway. */
  function write(state, ownTheme) {
    const { lat, lon, zoom } = state.view;
    const view = [round(lat, 4), round(lon, 4), round(zoom, 2)].join(",");
    const query = new URLSearchParams({ layers: state.layers.join(","), view });
    if (state.selected) query.set("selected", state.selected);
    if (state.tour) { query.set("tour", state.tour); query.set("step", state.step); }
    if (state.tour && state.exploring) query.set("exploring", "1");
    if (state.theme !== ownTheme || state.theme === "dark") query.set("theme", state.theme);
    return query.toString().replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
  }

  return { check, read, write };
})();
