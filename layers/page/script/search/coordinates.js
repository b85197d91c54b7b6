/* Coordinates in any usual writing. Own code, for the libraries for it take some of these writings for other points. */

/** @typedef {{ numbers: string[], side: string }} Angle */

// North, south, east, west in the languages that people here read maps in; a letter stands for each.
const SIDES = [
  ["N", /\bNORTH\b|С\.?\s?Ш\.?/g],
  ["S", /\bSOUTH\b|Ю\.?\s?Ш\.?/g],
  ["E", /\bEAST\b|В\.?\s?Д\.?/g],
  ["W", /\bWEST\b|З\.?\s?Д\.?/g],
];
const LABELS = /^GEO:|\b(?:LATITUDE|LONGITUDE|LAT|LONG?|LNG)\b[.:=]?|[()[\]]/g;
const TOKEN = /[NSEW]|[+-]?\d+(?:\.\d+)?|[,;/]|(?:\s|[°º˚'’′`"”″:])+/y;

/**
 * Return the point that a text names, in degrees; null where it is no pair of coordinates.
 * @param {string} text
 */
export function coordinatesIn(text) {
  const tokens = tokensOf(plain(text));
  const angles = tokens && anglesOf(tokens);
  if (angles?.length !== 2) return null;
  const [lat, lon] = isCrossed(angles) ? [...angles].reverse() : angles;
  const sides = lat.side + lon.side;
  if (sides && !/^[NS][EW]$/.test(sides)) return null;
  const point = { lat: degrees(lat), lon: degrees(lon) };
  return Math.abs(point.lat) <= 85 && Math.abs(point.lon) <= 180 ? point : null;
}

/** Letters and numbers in one form each. @param {string} text */
function plain(text) {
  let made = text.trim().toUpperCase().replaceAll("−", "-").replace(LABELS, " ");
  for (const [letter, words] of SIDES) made = made.replace(words, /** @type {string} */ (letter));
  made = made.replace(/(\d)-(?=\d)/g, "$1 ");
  return hasDecimalCommas(made) ? made.replace(/(\d),(?=\d)/g, "$1.") : made;
}

/** "41,7151; 44,8271": two commas within numbers, and something else between these. @param {string} text */
const hasDecimalCommas = (text) => !text.includes(".") && /^\D*\d+,\d+\D*[\s;/]\D*\d+,\d+\D*$/.test(text);

/** @param {string} text @returns {string[] | null} null where anything else stands in it */
function tokensOf(text) {
  const tokens = text.match(new RegExp(TOKEN, "g")) ?? [];
  return tokens.join("") === text ? tokens.filter((token) => /[\dNSEW,;/]/.test(token)) : null;
}

/** @param {string[]} tokens */
function anglesOf(tokens) {
  const isBefore = /[NSEW]/.test(tokens[0] ?? "");
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

/** Degrees, minutes, seconds: only the last has decimals, and the later ones stay below 60. @param {Angle} angle */
const isAngle = ({ numbers, side }) =>
  !(side && /^[+-]/.test(numbers[0] ?? "")) &&
  numbers.length > 0 && numbers.length <= 3 &&
  numbers.every((number, n) =>
    (n === numbers.length - 1 || !number.includes(".")) &&
    (n === 0 || (/^\d/.test(number) && Number(number) < 60))
  );

/** @param {Angle[]} angles */
const isCrossed = ([first, second]) => /[EW]/.test(first.side) && /[NS]/.test(second.side);

/** @param {Angle} angle */
function degrees({ numbers, side }) {
  const [whole, minutes = 0, seconds = 0] = numbers.map((number) => Math.abs(Number(number)));
  const isBelow = numbers[0].startsWith("-") || /[SW]/.test(side);
  return (isBelow ? -1 : 1) * (whole + minutes / 60 + seconds / 3600);
}
