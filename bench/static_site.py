"""Serve a folder as a good static host would: compressed once, from memory.

Run: python -m bench.static_site FOLDER PORT
"""

from __future__ import annotations

import gzip
import mimetypes
import sys
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


def static_site(folder: Path) -> Starlette:
    """Return an app that serves the files of `folder` with gzip; `/` is index.html."""
    kept = {path.name: gzip.compress(path.read_bytes(), 6) for path in folder.iterdir() if path.is_file()}

    def serve(request: Request) -> Response:
        name = request.path_params["name"] or "index.html"
        if name not in kept:
            return Response("not found", 404)
        headers = {"Content-Encoding": "gzip", "Cache-Control": "max-age=3600"}
        kind = mimetypes.guess_type(name)[0] or "application/json"
        return Response(kept[name], media_type=kind, headers=headers)

    return Starlette(routes=[Route("/{name:path}", serve)])


if __name__ == "__main__":
    uvicorn.run(static_site(Path(sys.argv[1])), host="127.0.0.1", port=int(sys.argv[2]), log_level="error")
