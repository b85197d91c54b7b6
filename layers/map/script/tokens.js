/* Colours and sizes as they hold now: those of the theme, and large while a step is on show. */
import { big } from "./emphasis.js";
import { themed } from "./facts.js";
import { now } from "./state.js";

const PX = { area: 18, name: 20, sea: 22, large: 24, label: 26 }; // at 1280 × 720

export function tokens() {
  const scale = big();
  return scale ? enlarged(themed(now.theme), scale) : themed(now.theme);
}

/**
 * The table with the sizes of type that the last row of a room can read.
 * @param {Tokens} table
 * @param {number} scale
 */
export function enlarged(table, scale) {
  const { map: type, presenter } = table.type;
  const glyph = table.glyph.size.presenter * scale;
  const least = presenter.label_min * scale, country = presenter.label_country * scale;
  return {
    ...table,
    glyph: { ...table.glyph, size: { ...table.glyph.size, explore: glyph, close: glyph } },
    type: {
      ...table.type,
      map: {
        country: { ...type.country, size: [country, country, country] },
        sea: { ...type.sea, size: [least, least, PX.name * scale, PX.sea * scale] },
        area: { ...type.area, size: PX.area * scale },
        capital: { ...type.capital, size: PX.name * scale },
        city: { ...type.city, size: [PX.name * scale, PX.name * scale] },
        port: { ...type.port, size: PX.large * scale },
        line: { ...type.line, size: [PX.name * scale, PX.large * scale, PX.label * scale] },
      },
    },
  };
}
