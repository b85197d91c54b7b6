/* What lies under a label: samples of the drawn lines, and the countries cut into rows of the screen.
 *   atlas.ground(frame, lines, countries) → {
 *     weight(box)       how much line lies under the box: 1 for each sample, 3 for those of a selected line
 *     along(line)       the samples of one line, [[x, y], …]
 *     share(iso, box)   the part of the box that lies in a country, 0–1
 *     land(box)         the part of the box that lies in any country, 0–1
 *     has(iso, x, y)    whether the point lies in the country
 *     sees(iso)         whether any of the country may be in view
 *     spans(iso)        the country's rows in view, [{y, from, to}, …]
 *   }
 * A row is a horizontal cut every 8 px; a box is {x, y, w, h} in screen px. Countries are GeoJSON features with `iso`. */
"use strict";
atlas.ground = (() => {
  const CELL = 32, STEP = 6, ROW = 8;
  let outlines; // the countries' rings in world px; they never change

  function outlinesOf(countries) {
    outlines ??= countries.map(({ properties, geometry }) => {
      const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
      const rings = polygons.flat().map(atlas.screen.ring);
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      for (const ring of rings)
        for (let i = 0; i < ring.length; i += 2) {
          box[0] = Math.min(box[0], ring[i]); box[1] = Math.min(box[1], ring[i + 1]);
          box[2] = Math.max(box[2], ring[i]); box[3] = Math.max(box[3], ring[i + 1]);
        }
      return { iso: properties.iso ?? properties.name, rings, box }; // disputed ground has no code
    });
    return outlines;
  }

  /* Where a country's outline crosses each row: sorted x, in pairs of entering and leaving. */
  function crossings({ rings }, { scale, left, top, height }) {
    const rows = Array.from({ length: Math.ceil(height / ROW) }, () => []);
    for (const ring of rings) {
      let ax = ring[0] * scale - left, ay = ring[1] * scale - top;
      for (let i = 2; i < ring.length; i += 2) {
        const bx = ring[i] * scale - left, by = ring[i + 1] * scale - top;
        const low = Math.min(ay, by), high = Math.max(ay, by);
        if (high > 0 && low < height)
          for (let row = Math.max(0, Math.ceil(low / ROW - 0.5)); row < rows.length && (row + 0.5) * ROW < high; row += 1)
            rows[row].push(ax + ((bx - ax) * ((row + 0.5) * ROW - ay)) / (by - ay));
        ax = bx; ay = by;
      }
    }
    for (const row of rows) row.sort((a, b) => a - b);
    return rows;
  }

  function overlap(row, from, to) {
    let sum = 0;
    for (let i = 1; i < row.length; i += 2) sum += Math.max(0, Math.min(to, row[i]) - Math.max(from, row[i - 1]));
    return sum;
  }

  function shareOf(rows, { x, y, w, h }) {
    const first = Math.max(0, Math.floor(y / ROW)), last = Math.min(rows.length - 1, Math.floor((y + h) / ROW));
    let sum = 0;
    for (let row = first; row <= last; row += 1) sum += overlap(rows[row], x, x + w);
    return last < first ? 0 : sum / ((last - first + 1) * w);
  }

  function sample(frame, lines) {
    const cells = new Map(), paths = new Map();
    for (const line of lines) {
      const path = [], weight = line.selected ? 3 : 1;
      for (const part of atlas.screen.parts(line.latlngs))
        atlas.screen.walk(part, frame, STEP, (x, y) => {
          const cell = Math.floor(x / CELL) + 4096 * Math.floor(y / CELL);
          if (!cells.has(cell)) cells.set(cell, []);
          cells.get(cell).push(x, y, weight);
          path.push([x, y]);
        });
      paths.set(line, path);
    }
    return { cells, paths };
  }

  function weightIn(cells, { x, y, w, h }) {
    let sum = 0;
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + h) / CELL); row += 1)
      for (let column = Math.floor(x / CELL); column <= Math.floor((x + w) / CELL); column += 1) {
        const found = cells.get(column + 4096 * row) ?? [];
        for (let i = 0; i < found.length; i += 3)
          if (found[i] >= x && found[i] <= x + w && found[i + 1] >= y && found[i + 1] <= y + h) sum += found[i + 2];
      }
    return sum;
  }

  return (frame, lines, countries) => {
    const { scale, left, top, width, height } = frame;
    const { cells, paths } = sample(frame, lines);
    const inView = outlinesOf(countries).filter(({ box }) => box[0] * scale < left + width && box[2] * scale > left
      && box[1] * scale < top + height && box[3] * scale > top);
    const rowsOf = new Map(inView.map((outline) => [outline.iso, crossings(outline, frame)]));
    const share = (iso, box) => rowsOf.has(iso) ? shareOf(rowsOf.get(iso), box) : 0;
    return {
      share,
      sees: (iso) => rowsOf.has(iso),
      weight: (box) => weightIn(cells, box),
      along: (line) => paths.get(line) ?? [],
      land: (box) => [...rowsOf.values()].reduce((sum, rows) => sum + shareOf(rows, box), 0),
      has: (iso, x, y) => share(iso, { x: x - 0.5, y, w: 1, h: 0 }) > 0.5,
      spans: (iso) => (rowsOf.get(iso) ?? []).flatMap((row, n) => row.flatMap((from, i) => i % 2 || i + 1 >= row.length ? []
        : [{ y: (n + 0.5) * ROW, from: Math.max(0, from), to: Math.min(width, row[i + 1]) }])
        .filter(({ from, to }) => to > from)),
    };
  };
})();
