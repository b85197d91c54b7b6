"""The texts under the digest of their state: immutable, and kept for the pages that were opened with it."""

from __future__ import annotations

import json
import threading
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from layers.map.current import current
from layers.server.answers import IMMUTABLE, LASTING, Body, answer
from layers.views.fragments import STATES, Fragments, fragments_of

# A text is no page: whoever opens one by itself gets nothing to run in it.
POLICY = {"Content-Security-Policy": "default-src 'none'; sandbox"}
GONE = "This text is no longer in the atlas. Reload the page for the texts of today."
_states: dict[str, Fragments] = {}
_lock = threading.Lock()


def current_fragments() -> Fragments:
    """Return the texts of the files as they are now; the states before are kept, the latest of them."""
    made = fragments_of(current().atlas)
    with _lock:
        _states[made.digest] = _states.pop(made.digest, made)
        while len(_states) > STATES:
            del _states[next(iter(_states))]
        return _states[made.digest]


def pack(request: Request) -> Response:
    """Serve a folder of texts in one piece, as JSON by name; or the names to search."""
    fragments, kept = _state(request)
    if request.path_params["pack"] not in fragments.packs:
        return PlainTextResponse("no such texts", 404)
    return _sent(request, _packed(fragments, request.path_params["pack"]), "application/json", kept)


def text(request: Request) -> Response:
    """Serve one text as HTML."""
    fragments, kept = _state(request)
    folder = fragments.folders.get(request.path_params["folder"])
    if folder is None:
        return PlainTextResponse("no such texts", 404)
    html = folder.get(request.path_params["name"])
    if html is None:
        return PlainTextResponse(GONE, 410, {"Cache-Control": "no-store"})
    return _sent(request, Body(html.encode()), "text/html", kept)


def _state(request: Request) -> tuple[Fragments, str]:
    """Return the state that was asked for, to be kept; today's, and not to be kept, when it is forgotten."""
    now = current_fragments()
    asked = _states.get(request.path_params["digest"])
    return (asked, IMMUTABLE) if asked else (now, "no-store")


def _sent(request: Request, body: Body, media_type: str, kept: str) -> Response:
    headers = {"Content-Type": f"{media_type}; charset=utf-8", "Cache-Control": kept, **POLICY}
    return answer(request.scope, body, headers)


@lru_cache(maxsize=STATES * 8)
def _packed(fragments: Fragments, name: str) -> Body:
    told = json.dumps(fragments.packs[name], ensure_ascii=False, separators=(",", ":"))
    return Body(told.encode(), LASTING)
