"""What the server adds to Streamlit: the map, the page's own script and style, the data."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from layers.map.current import current
from layers.server.answers import accepts_gzip
from layers.server.assets import Asset, page_script, page_style
from layers.server.middleware import MIDDLEWARE

__all__ = ["MIDDLEWARE", "ROUTES"]

IMMUTABLE = "public, max-age=31536000, immutable"
ASSETS: dict[str, tuple[Callable[[], Asset], str]] = {
    "js": (page_script, "text/javascript"),
    "css": (page_style, "text/css"),
}


def map_document(request: Request) -> Response:
    """Serve the document of exactly this digest, for ever; an old digest leads to the current one."""
    document = current().document
    if request.path_params["digest"] != document.digest:
        return RedirectResponse("/map", 307, headers={"Cache-Control": "no-store"})
    policy = {"Content-Security-Policy": document.policy}
    return _immutable(request, document.html, document.gzipped, "text/html", policy)


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
    made, media_type = ASSETS[request.path_params["kind"]]
    asset = made()
    if request.path_params["digest"] != asset.digest:
        return Response("no such version", 404)
    return _immutable(request, asset.content, asset.gzipped, media_type, {})


def _immutable(
    request: Request, plain: bytes, gzipped: bytes, media_type: str, headers: Mapping[str, str]
) -> Response:
    """Return what its address names by digest, compressed for whoever takes that."""
    zipped = accepts_gzip(request.scope)
    encoding = {"Content-Encoding": "gzip"} if zipped else {}
    kept = {"Cache-Control": IMMUTABLE, "Vary": "Accept-Encoding"}
    return Response(
        gzipped if zipped else plain, media_type=media_type, headers={**headers, **kept, **encoding}
    )


def layer_data(request: Request) -> Response:
    """Serve a layer's GeoJSON for GIS programs."""
    atlas = current().atlas
    layer = atlas.catalogue.layers.get(request.path_params["layer"])
    if layer is None or not layer.drawn or layer.geodata is None:
        drawn = [other.id for other in atlas.catalogue.drawn]
        return JSONResponse({"error": "no such layer", "layers": drawn}, 404)
    content = (atlas.built.geodata / layer.geodata).read_bytes()
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
