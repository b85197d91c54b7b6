"""What the server adds to Streamlit: the map, the page's own script and style, the data."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from layers.map.current import current
from layers.map.document import Document
from layers.server.answers import IMMUTABLE, LASTING, Body, answer
from layers.server.assets import ASSETS
from layers.server.middleware import failed, middleware_below
from layers.server.texts import pack, text

__all__ = ["document_body", "failed", "middleware_below", "routes_below"]

ROBOTS = "User-agent: *\nAllow: /\n"


def map_document(request: Request) -> Response:
    """Serve the document of exactly this digest, for ever; an old digest leads to the current one."""
    document = current().document
    if request.path_params["digest"] != document.digest:
        return RedirectResponse("../map", 307, headers={"Cache-Control": "no-store"})
    return answer(request.scope, document_body(document), _told(document) | {"Cache-Control": IMMUTABLE})


def current_map(request: Request) -> Response:
    """Serve the document as it is now; a browser that has it is told so by its tag."""
    document = current().document
    tag = f'W/"{document.digest}"'
    told = _told(document) | {"Cache-Control": "no-cache", "ETag": tag}
    if tag in request.headers.get("if-none-match", ""):
        return Response(None, 304, told)
    return answer(request.scope, document_body(document), told)


def _told(document: Document) -> dict[str, str]:
    return {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": document.policy}


@lru_cache(maxsize=2)
def document_body(document: Document) -> Body:
    """Return the document as it is sent."""
    return Body(document.html, LASTING)


def single_file(_request: Request) -> Response:
    """Serve the same bytes as a download: a file that needs no server."""
    headers = {
        "Content-Disposition": 'attachment; filename="corridor-atlas.html"',
        "Cache-Control": "no-cache",
    }
    return Response(current().document.html, media_type="text/html", headers=headers)


def page_asset(request: Request) -> Response:
    """Serve the page's script, style or font under its digest."""
    name = request.url.path.rpartition("/")[2]
    asset = next((made for made in (make() for make in ASSETS) if made.address == name), None)
    if asset is None:
        return PlainTextResponse("no such version", 404)
    headers = {"Content-Type": asset.media_type, "Cache-Control": IMMUTABLE}
    return answer(request.scope, asset.body, headers)


def robots(_request: Request) -> Response:
    """Tell search engines that they may read all there is."""
    return PlainTextResponse(ROBOTS)


def layer_data(request: Request) -> Response:
    """Serve a layer's GeoJSON for GIS programs."""
    atlas = current().atlas
    layer = atlas.catalogue.layers.get(request.path_params["layer"])
    if layer is None or not layer.drawn or layer.geodata is None:
        drawn = [other.id for other in atlas.catalogue.drawn]
        return JSONResponse({"error": "no such layer", "layers": drawn}, 404)
    try:
        content = (atlas.built.geodata / layer.geodata).read_bytes()
    except OSError:  # it goes while the atlas of before is served
        return JSONResponse({"error": "the file cannot be read now"}, 503)
    tag = f'W/"{hashlib.sha256(content).hexdigest()[:16]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"}
    known = tag in request.headers.get("if-none-match", "")
    return Response(b"" if known else content, 304 if known else 200, headers, "application/geo+json")


def data_index(_request: Request) -> Response:
    """List the layers with licence, attribution and address, which is relative to the list's own."""
    entries = []
    for layer in current().atlas.catalogue.drawn:
        entries.append(
            {
                "id": layer.id,
                "title": layer.title,
                "address": f"{layer.id}.geojson",
                "licence": layer.licence,
                "attribution": layer.attribution,
                "features": len(layer.features),
            }
        )
    return JSONResponse({"crs": "WGS84, longitude and latitude in degrees (RFC 7946)", "layers": entries})


ENDPOINTS = {
    "/map": current_map,
    "/map/{digest}.html": map_document,
    "/take-away/corridor-atlas.html": single_file,
    "/page.{digest}.{kind:str}": page_asset,
    "/text/{digest}/{pack}.json": pack,
    "/text/{digest}/{folder}/{name}.html": text,
    "/robots.txt": robots,
    "/data/": data_index,
    "/data/{layer}.geojson": layer_data,
}


def routes_below(prefix: str) -> list[Route]:
    """Return what the server adds, under the prefix of the whole atlas: "" or "/…"."""
    return [Route(prefix + path, endpoint) for path, endpoint in ENDPOINTS.items()]
