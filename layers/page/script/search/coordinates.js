/* Coordinates in any usual writing. Own code, for the libraries for it take some of these writings for other points. */

/** @typedef {{ numbers: string[], side: string }} Angle side: a letter, or what a word says of it */
/** @typedef {{ lat: number, lon: number }} Point in degrees */

// North, south, east, west in the languages that people here read maps in; a letter stands for each.
const SIDES = [
  ["N", /\bNORTH\b|KUZEY|С\.?\s?Ш\.?/g],
  ["S", /\bSOUTH\b|GÜNEY|Ю\.?\s?Ш\.?/g],
  ["E", /\bEAST\b|DOĞU|В\.?\s?Д\.?/g],
  ["W", /\bWEST\b|BATI|З\.?\s?Д\.?/g],
];
// Which of both a number is, without its side.
const LAT = "Φ", LON = "Λ";
const LABELS = [[LAT, /\bLAT(?:ITUDE)?\b[.:=]?/g], [LON, /\bL(?:ON|ONG|NG|ONGITUDE)\b[.:=]?/g]];
/** Words and signs that mean another one, each in its turn. @type {[RegExp, string][]} */
const SAME = [
  [/−/g, "-"],
  [/٫/g, "."],
  [/،|\||\bAND\b|\bVE\b| И /g, ","],
  [/^POINT\s*\(\s*(\S+)\s+([^\s)]+)\s*\)$/, `${LON}$1 ${LAT}$2`],
  [/^GEO:|[()[\]{}]/g, " "],
  [/^(\d\d)(\d\d)(\d\d)?\s*([NS])[\s,]*(\d{3})(\d\d)(\d\d)?\s*([EW])$/, "$1 $2 $3 $4 $5 $6 $7 $8"],
  [/(\d)\s*D(?:EG(?:REES?)?)?\b\.?|(\d)\s*D(?=\d)/g, "$1$2°"],
  [/(\d)\s*M(?:IN(?:UTES?)?)?\b\.?|(\d)\s*M(?=\d)/g, "$1$2′"],
  [/(\d)\s*SEC(?:ONDS?)?\b\.?|(′\s*[\d.,]+)\s*S(?=\s*[NSEW]\b)/g, "$1$2″"],
  [/(\d)-(?=\d)/g, "$1 "],
];
const ZEROS = ["٠", "۰", "０"]; // of the digits of other scripts
const DIGITS = /[٠-٩۰-۹０-９]/g;
const TOKEN = /[NSEWΦΛ]|[+-]?\d+(?:\.\d+)?|[,;/]|(?:\s|[°º˚'’′`"”″:])+/y;
const MOST = { lat: 90, map: 85, lon: 180 }; // degrees; the map shows no more of the poles

/**
 * Return the point that a text names; null where it is no pair of coordinates.
 * @param {string} text
 * @returns {Point | null}
 */
export function coordinatesIn(text) {
  const angles = pairIn(text);
  return angles && !faultOf(angles) ? pointOf(angles) : null;
}

/**
 * Return a sentence on what cannot be in a pair of coordinates; none where it is none, or nothing is wrong.
 * @param {string} text
 */
export function coordinateFault(text) {
  const angles = pairIn(text);
  return angles ? faultOf(angles) : "";
}

/**
 * Latitude and longitude, as far as can be told.
 * @param {string} text
 * @returns {[lat: Angle, lon: Angle] | null}
 */
function pairIn(text) {
  const tokens = tokensOf(plain(text));
  const angles = tokens && anglesOf(tokens);
  if (angles?.length !== 2) return null;
  const [first, second] = angles;
  return isOf(LON, first) || isOf(LAT, second) ? [second, first] : [first, second];
}

/** @param {[Angle, Angle]} angles @returns {Point} */
const pointOf = ([lat, lon]) => ({ lat: degrees(lat), lon: degrees(lon) });

/** @param {[Angle, Angle]} angles */
function faultOf([lat, lon]) {
  const point = pointOf([lat, lon]), isLat = Math.abs(point.lat) <= MOST.lat;
  const late = [lat, lon].flatMap(({ numbers }) => numbers.slice(1)).find((number) => Number(number) >= 60);
  if (late) return `Minutes and seconds end before 60: ${late} is too much.`;
  if (isOf(LON, lat) || isOf(LAT, lon)) {
    return `Both are ${isOf(LAT, lon) ? "latitudes" : "longitudes"}: a point has one of each.`;
  }
  if (!lat.side !== !lon.side) return "Say the side of both numbers or of none: 41.7 N, 44.8 E.";
  const faults = [
    !isLat &&
    `${said(point.lat)} is no latitude, which ${lat.side ? "ends" : "comes first and ends"} at ${MOST.lat}`,
    Math.abs(point.lon) > MOST.lon && `${said(point.lon)} is no longitude, which ends at ${MOST.lon}`,
    isLat && Math.abs(point.lat) > MOST.map && `the map ends at latitude ${MOST.map}`,
  ].filter(Boolean).join("; ");
  return faults && `${faults[0].toUpperCase()}${faults.slice(1)}.`;
}

/** @param {number} value degrees */
const said = (value) => String(Number(value.toFixed(4))).replace("-", "−");

/**
 * Say whether an angle is a latitude or a longitude by its own words.
 * @param {string} axis
 * @param {Angle} angle
 */
const isOf = (axis, { side }) => side !== "" && (axis === LAT ? "NSΦ" : "EWΛ").includes(side);

/** Letters and numbers in one form each. @param {string} text */
function plain(text) {
  let made = text.trim().toUpperCase().replace(DIGITS, digit);
  for (const [pattern, same] of SAME) made = made.replace(pattern, same);
  for (const [letter, words] of SIDES) made = made.replace(words, /** @type {string} */ (letter));
  // Beside letters the words say nothing more.
  const bare = LABELS.reduce((left, [, words]) => left.replace(words, " "), made);
  for (const [letter, words] of LABELS) made = made.replace(words, /** @type {string} */ (letter));
  if (/[NSEW]/.test(bare)) made = bare;
  return hasDecimalCommas(made) ? made.replace(/(\d),(?=\d)/g, "$1.") : made;
}

/** The same digit as here. @param {string} other */
function digit(other) {
  const value = ZEROS.map((zero) => other.charCodeAt(0) - zero.charCodeAt(0));
  return String(value.find((one) => one >= 0 && one <= 9));
}

/**
 * "41,7151; 44,8271": two commas within numbers, and something else between these; or "41°42,9′ 44°49,6′", where signs
 * part the numbers.
 * @param {string} text
 */
const hasDecimalCommas = (text) =>
  !text.includes(".") &&
  (/^\D*\d+,\d+\D*[\s;/]\D*\d+,\d+\D*$/.test(text) || /\d,\d+[′'’"”″]/.test(text));

/** @param {string} text @returns {string[] | null} null where anything else stands in it */
function tokensOf(text) {
  const tokens = text.match(new RegExp(TOKEN, "g")) ?? [];
  return tokens.join("") === text ? tokens.filter((token) => /[\dNSEWΦΛ,;/]/.test(token)) : null;
}

/** @param {string[]} tokens */
function anglesOf(tokens) {
  const isBefore = /[NSEWΦΛ]/.test(tokens[0] ?? "");
  /** @type {Angle[]} */
  const angles = [];
  let isOpen = false;
  const last = (side = "") => {
    if (!isOpen) angles.push({ numbers: [], side });
    isOpen = true;
    return angles[angles.length - 1];
  };
  for (const token of tokens) {
    if (/\d/.test(token)) last().numbers.push(token);
    else if (/[,;/]/.test(token)) isOpen = false;
    else if (isBefore) {
      isOpen = false;
      last(token);
    } else if (isOpen) {
      last().side = token;
      isOpen = false;
    } else return null;
  }
  return inHalves(angles).every(isAngle) ? inHalves(angles) : null;
}

/** Where nothing parts the numbers, the first half of them is the latitude. @param {Angle[]} angles */
function inHalves(angles) {
  const [{ numbers, side } = { numbers: [], side: "" }] = angles;
  if (angles.length !== 1 || side || numbers.length % 2) return angles;
  const half = numbers.length / 2;
  return [numbers.slice(0, half), numbers.slice(half)].map((some) => ({ numbers: some, side: "" }));
}

/** Degrees, minutes, seconds: only the last has decimals, and only the first a sign. @param {Angle} angle */
const isAngle = ({ numbers, side }) =>
  !(/[NSEW]/.test(side) && /^[+-]/.test(numbers[0] ?? "")) &&
  numbers.length > 0 && numbers.length <= 3 &&
  numbers.every((number, n) =>
    (n === numbers.length - 1 || !number.includes(".")) &&
    (n === 0 || /^\d/.test(number))
  );

/** @param {Angle} angle */
function degrees({ numbers, side }) {
  const [whole, minutes = 0, seconds = 0] = numbers.map((number) => Math.abs(Number(number)));
  const isBelow = numbers[0].startsWith("-") || /[SW]/.test(side);
  return (isBelow ? -1 : 1) * (whole + minutes / 60 + seconds / 3600);
}
