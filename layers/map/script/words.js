/* The words for a feature, spoken and shown: one sentence for a screen reader, and the rows of its card. Texts only, no HTML. */
"use strict";
const atlasWords = (facts, base) => {
  const MODES = { rail: "railway", sea: "sea lane", road: "road", pipeline: "pipeline", power: "power line" };
  const STATUS = { operating: "operating", building: "being built", planned: "planned", idle: "idle", closed: "closed" };
  const GEOMETRY = {
    osm: "surveyed (OpenStreetMap)", "osm+fill": "surveyed, gaps filled by hand", hand: "drawn by hand from known points",
    schematic: "schematic: the true course differs", area: "area",
  };
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  let countryNames;

  // Made once: a formatter costs as much as a thousand numbers.
  const [whole, tenths] = [0, 1].map((digits) => new Intl.NumberFormat("en", { maximumFractionDigits: digits }));
  const number = (value) => (value < 20 ? tenths : whole).format(Number(value));
  const km = (value) => (Array.isArray(value) ? `${number(value[0])}–${number(value[1])} km` : `${number(value)} km`);

  function date(text) {
    const [year, month, day] = String(text ?? "").split("-").map(Number);
    return [day, MONTHS[month - 1], year].filter(Boolean).join(" ");
  }

  function country(code) {
    countryNames ??= new Map(base("countries").features.map(({ properties }) => [properties?.iso, properties?.name]));
    return countryNames.get(code) ?? code;
  }

  const what = ({ mode, kind }) => MODES[mode] ?? String(kind ?? "").replaceAll("-", " ");

  function doubt({ uncertainty_km: bound, geometry_class: kind, generalised }) {
    if (bound) return `up to ${number(bound)} km off`;
    if (kind === "schematic") return "schematic, no measured bound";
    return generalised ? "generalised: long straight pieces" : null;
  }

  /* "Alat – Tbilisi, railway, operating, 503 km. Middle Corridor." */
  function spoken(feature, layer) {
    const length = feature.km && km(feature.km);
    const parts = [feature.name, what(feature), status(feature), length, doubt(feature)];
    return `${parts.filter(Boolean).join(", ")}. ${layer.short}.`;
  }

  /* [[term, text]] in the order of the card; only what is known. */
  function rows(feature) {
    const { mode, opened, gauge, countries, source, licence, note } = feature;
    const { track_km: track, published_km: published, published_source: by } = feature;
    return [
      ["From – to", feature.from && feature.to && `${feature.from} – ${feature.to}`],
      ["Length drawn", feature.km && km(feature.km)],
      ["Track length", track && `${km(track)} (rail graph)`],
      ["Published", published && `${km(published)}${by ? ` (${by})` : ""}`],
      [countries?.length > 1 ? "Countries" : "Country", countries?.map(country).join(", ")],
      ["Gauge", gauge && `${number(gauge)} mm`],
      ["Opened", opened && String(opened)],
      ["Accuracy", doubt(feature) ?? GEOMETRY[feature.geometry_class]],
      ["Note", note],
      [mode ? "Line from" : "Place from", source],
      ["Licence", licence],
    ].filter(([, text]) => text);
  }

  const status = (feature) => STATUS[feature.status] ?? String(feature.status ?? "");
  return { spoken, rows, status, date, what, km };
};
