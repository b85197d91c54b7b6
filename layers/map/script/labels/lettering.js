/* How a label is set and where it may stand around its point. A spot is {x, y, w, h, cost}: a box in screen px and what
 * standing there costs before anything lies under it.
 *   atlas.lettering.measure(text, style, family)   {w, h} in px; style: {size, weight, italic, tracking in em}
 *   atlas.lettering.wrapped(text)                  the text broken into lines of label length
 *   atlas.lettering.beside(point, radius, box)     the eight places beside a dot, best first
 *   atlas.lettering.around(point, box, cost)       the point itself and small steps away from it */
"use strict";
atlas.lettering = (() => {
  const LINE_HEIGHT = 1.12; // as in furniture.css
  const NUDGES = [[0, 0], [0, -12], [0, 12], [-12, 0], [12, 0], [0, -24], [0, 24], [-24, 0], [24, 0]];
  const MOST_LETTERS = 22;
  const widths = new Map();
  const canvas = document.createElement("canvas").getContext("2d");

  function width(line, { size, weight, italic, tracking = 0 }, family) {
    const font = `${italic ? "italic " : ""}${weight} ${size}px ${family}`, key = `${font}|${line}`;
    if (!widths.has(key)) {
      canvas.font = font;
      widths.set(key, canvas.measureText(line).width);
    }
    return widths.get(key) + line.length * tracking * size;
  }

  function measure(text, style, family) {
    const lines = text.split("\n");
    return { w: Math.max(...lines.map((line) => width(line, style, family))), h: lines.length * style.size * LINE_HEIGHT };
  }

  /* Breaks before a bracket, and where a line would get longer than a label should be wide. */
  function wrapped(text) {
    return text.replace(" (", "\n(").split("\n").map((piece) => {
      const lines = [];
      for (const word of piece.split(" ")) {
        if (lines.length && lines.at(-1).length + word.length < MOST_LETTERS) lines.push(`${lines.pop()} ${word}`);
        else lines.push(word);
      }
      return lines.join("\n");
    }).join("\n");
  }

  function beside({ x, y }, radius, { w, h }) {
    const far = radius + 4, near = radius * 0.7 + 2;
    const [east, west, north, south] = [x + far, x - far - w, y - far - h + 2, y + far - 2];
    const [eastward, westward, above, below] = [x + near, x - near - w, y - near - h, y + near];
    const places = [
      [east, y - h / 2], [west, y - h / 2], [eastward, above], [eastward, below], [westward, above], [westward, below],
      [x - w / 2, north], [x - w / 2, south],
    ];
    return places.map(([left, top], cost) => ({ x: left, y: top, w, h, cost }));
  }

  const centred = ({ x, y }, { w, h }, cost) => ({ x: x - w / 2, y: y - h / 2, w, h, cost });
  const around = ({ x, y }, box, cost) => NUDGES.map(([dx, dy], n) => centred({ x: x + dx, y: y + dy }, box, cost + n / 2));

  return { measure, wrapped, beside, around, centred };
})();
