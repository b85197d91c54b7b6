"""What the server adds to Streamlit: the map, the page's own script and style, the data."""

from __future__ import annotations

import hashlib

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from layers.map.current import current
from layers.server.answers import accepts_gzip
from layers.server.assets import page_script, page_style
from layers.server.middleware import MIDDLEWARE

__all__ = ["MIDDLEWARE", "ROUTES"]

IMMUTABLE = "public, max-age=31536000, immutable"


def map_document(request: Request) -> Response:
    """Serve the document of exactly this digest, for ever; an old digest leads to the current one."""
    document = current().document
    if request.path_params["digest"] != document.digest:
        return RedirectResponse("/map", 307, headers={"Cache-Control": "no-store"})
    zipped = accepts_gzip(request.scope)
    headers = {
        "Content-Security-Policy": document.policy,
        "Cache-Control": IMMUTABLE,
        "Vary": "Accept-Encoding",
    }
    if zipped:
        headers["Content-Encoding"] = "gzip"
    return Response(document.gzipped if zipped else document.html, media_type="text/html", headers=headers)


def current_map(_request: Request) -> Response:
    return RedirectResponse(
        f"/map/{current().document.digest}.html", 307, headers={"Cache-Control": "no-cache"}
    )


def single_file(_request: Request) -> Response:
    """Serve the same bytes as a download: a file that needs no server."""
    headers = {
        "Content-Disposition": 'attachment; filename="corridor-atlas.html"',
        "Cache-Control": "no-cache",
    }
    return Response(current().document.html, media_type="text/html", headers=headers)


def page_asset(request: Request) -> Response:
    """Serve the page's script or style under its digest."""
    asset = {"js": page_script, "css": page_style}[request.path_params["kind"]]()
    if request.path_params["digest"] != asset.digest:
        return Response("no such version", 404)
    zipped = accepts_gzip(request.scope)
    headers = {"Cache-Control": IMMUTABLE, "Vary": "Accept-Encoding"} | (
        {"Content-Encoding": "gzip"} if zipped else {}
    )
    media_type = {"js": "text/javascript", "css": "text/css"}[request.path_params["kind"]]
    return Response(asset.gzipped if zipped else asset.content, media_type=media_type, headers=headers)


def layer_data(request: Request) -> Response:
    """Serve a layer's GeoJSON for GIS programs."""
    layers = current().atlas.catalogue.layers
    layer = layers.get(request.path_params["layer"])
    if layer is None or not layer.drawn or layer.geodata is None:
        drawn = [other.id for other in current().atlas.catalogue.drawn]
        return JSONResponse({"error": "no such layer", "layers": drawn}, 404)
    content = (current().atlas.built.geodata / layer.geodata).read_bytes()
    tag = f'W/"{hashlib.sha256(content).hexdigest()[:16]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"}
    known = tag in request.headers.get("if-none-match", "")
    return Response(b"" if known else content, 304 if known else 200, headers, "application/geo+json")


def data_index(request: Request) -> Response:
    """List the layers with address, licence and attribution."""
    entries = []
    for layer in current().atlas.catalogue.drawn:
        entries.append(
            {
                "id": layer.id,
                "title": layer.title,
                "address": str(request.url_for("layer_data", layer=layer.id)),
                "licence": layer.licence,
                "attribution": layer.attribution,
                "features": len(layer.features),
            }
        )
    return JSONResponse({"crs": "WGS84, longitude and latitude in degrees (RFC 7946)", "layers": entries})


ROUTES = [
    Route("/map", current_map),
    Route("/map/{digest}.html", map_document),
    Route("/take-away/corridor-atlas.html", single_file),
    Route("/page.{digest}.{kind:str}", page_asset),
    Route("/data/", data_index),
    Route("/data/{layer}.geojson", layer_data, name="layer_data"),
]
