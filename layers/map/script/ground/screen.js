/* Where coordinates lie on the screen now, and which piece of a line is in view. Draws nothing, keeps no state.
 *   atlas.screen.frame(map)                  the view: scale, left, top (world px of its corner), width, height
 *   atlas.screen.parts(latlngs)              a line as world px at zoom 0, one Float64Array [x, y, …] per part
 *   atlas.screen.ring(positions)             the same of one GeoJSON ring, [[lon, lat], …]
 *   atlas.screen.walk(part, frame, step, f)  f(x, y) for a point every `step` px of what is in view
 *   atlas.screen.sees(latlngs, frame)        whether any piece of the line is in view
 * World px are Leaflet's: Web Mercator (EPSG:3857), 256 px around the Earth at zoom 0. Screen px start at the
 * top left corner of the map. */
"use strict";
atlas.screen = (() => {
  const WORLD = 256, RADIAN = Math.PI / 180;
  const known = new WeakMap();

  function frame(map) {
    const size = map.getSize(), origin = map.getPixelOrigin(), pane = L.DomUtil.getPosition(map.getPane("mapPane"));
    return {
      scale: 2 ** map.getZoom(), zoom: map.getZoom(), width: size.x, height: size.y,
      left: origin.x - pane.x, top: origin.y - pane.y, paneX: pane.x, paneY: pane.y,
    };
  }

  function project(points, lonOf, latOf) {
    const flat = new Float64Array(points.length * 2);
    for (let i = 0; i < points.length; i += 1) {
      const sine = Math.sin(latOf(points[i]) * RADIAN);
      flat[2 * i] = WORLD * (lonOf(points[i]) / 360 + 0.5);
      flat[2 * i + 1] = WORLD * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
    }
    return flat;
  }

  const line = (latlngs) => project(latlngs, (point) => point.lng ?? point[1], (point) => point.lat ?? point[0]);
  const ring = (positions) => project(positions, (position) => position[0], (position) => position[1]);

  function parts(latlngs) {
    if (!known.has(latlngs)) {
      const nested = Array.isArray(latlngs[0]) && typeof latlngs[0][0] !== "number";
      known.set(latlngs, nested ? latlngs.flatMap(parts) : [line(latlngs)]);
    }
    return known.get(latlngs);
  }

  /* Calls f(ax, ay, bx, by) for each segment whose box touches the view; stops when f returns true. */
  function segments(part, { scale, left, top, width, height }, f) {
    for (let i = 3; i < part.length; i += 2) {
      const ax = part[i - 3] * scale - left, ay = part[i - 2] * scale - top;
      const bx = part[i - 1] * scale - left, by = part[i] * scale - top;
      if (Math.max(ax, bx) < 0 || Math.max(ay, by) < 0 || Math.min(ax, bx) > width || Math.min(ay, by) > height) continue;
      if (f(ax, ay, bx, by)) return true;
    }
    return false;
  }

  function walk(part, view, step, f) {
    segments(part, view, (ax, ay, bx, by) => {
      const pieces = Math.max(1, Math.round(Math.hypot(bx - ax, by - ay) / step));
      for (let n = 0; n < pieces; n += 1) {
        const x = ax + ((bx - ax) * n) / pieces, y = ay + ((by - ay) * n) / pieces;
        if (x >= 0 && y >= 0 && x <= view.width && y <= view.height) f(x, y);
      }
    });
  }

  function sees(latlngs, view) {
    const bounds = L.bounds([0, 0], [view.width, view.height]);
    return parts(latlngs).some((part) => segments(part, view, (ax, ay, bx, by) =>
      Boolean(L.LineUtil.clipSegment(L.point(ax, ay), L.point(bx, by), bounds, false, false))));
  }

  return { frame, parts, ring, walk, sees };
})();
