/* A point of the Earth in words. */

/** @param {number} value @param {string} above the letter of what is above zero @param {string} below */
const degrees = (value, above, below) => `${Math.abs(value)}° ${value < 0 ? below : above}`;

/** @param {number} lat in degrees */
export const latitude = (lat) => degrees(lat, "N", "S");

const DIGITS = 4; // of a degree: 11 m

/** @param {number} value */
const round = (value) => Number(value.toFixed(DIGITS));

/** "41.7151° N, 44.8271° E". @param {{lat: number, lon: number}} point */
export const position = ({ lat, lon }) => `${latitude(round(lat))}, ${degrees(round(lon), "E", "W")}`;
