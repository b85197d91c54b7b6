"""A page with the search and nothing else: what the browser finds under a name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Frame, Route

from layers.catalogue.atlas import Atlas
from layers.server.assets import page_script
from layers.views.fragments import fragments_of
from layers.views.layer_list import front_html

ANY, STARTS, CLOSES = "undefined", "entry => Boolean(entry.node)", "entry => Boolean(entry.closes)"


@contextmanager
def search_page(browser: Browser, atlas: Atlas) -> Iterator[Frame]:
    """Open a page with the page's script and what that stands on; the names come when they are asked for."""
    front = front_html(atlas.catalogue)
    front = f"<iframe id='atlas-map' data-texts='/'></iframe><div id='atlas-front'>{front}</div>"
    names = json.dumps(fragments_of(atlas).search)

    def serve(route: Route) -> None:
        route.fulfill(
            body=names if route.request.url.endswith("/search.json") else front,
            content_type="application/json" if route.request.url.endswith(".json") else "text/html",
        )

    with browser.new_context() as context:
        tab = context.new_page()
        tab.route("**/*", serve)
        tab.goto("http://127.0.0.1/")
        tab.add_script_tag(content=page_script().body.plain.decode())
        yield tab.main_frame


def found(page: Frame, typed: str) -> list[str]:
    """Return what is found on the map under a name, nearest first."""
    return [hit["ref"] for hit in hits(page, [typed])[0]]


def hits(page: Frame, typed: Iterable[str], wanted: str = ANY) -> list[list[dict[str, Any]]]:
    """Return the hits of each text; `wanted` is a predicate on entries, as a script."""
    return page.evaluate(  # type: ignore[no-any-return]
        f"async all => Promise.all(all.map(one => atlasPage.find(one, {wanted})))", list(typed)
    )
