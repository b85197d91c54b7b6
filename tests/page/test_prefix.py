"""The atlas under a prefix: its own by `--server.baseUrlPath`, and one that a proxy takes off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest

from tests.harness.map_alone import FileOnDisk
from tests.harness.serving import Server, poll
from tests.harness.stripping import StrippingProxy
from tests.harness.windows import OpenScreen

PREFIX = "atlas"


@pytest.fixture(params=["its own", "a proxy's"])
def below(request: pytest.FixtureRequest) -> Iterator[Server]:
    """Serve the atlas below /atlas in one of the two ways."""
    if request.param == "its own":
        with Server(base=PREFIX) as server:
            yield server
        return
    server = request.getfixturevalue("app_server")
    with StrippingProxy(PREFIX, server.port) as proxy:
        yield cast(Server, FileOnDisk(proxy.url))


def test_everything_works_below_a_prefix(below: Server, open_screen: OpenScreen) -> None:
    assert below.url.endswith(f"/{PREFIX}")
    screen = open_screen("/?selected=zangezur", server=below).wait_for_map()
    page = screen.page
    title = page.locator(".card .title")
    poll(lambda: title.count() and "TRIPP" in title.inner_text(), expected="a card")
    poll(lambda: page.get_by_role("radio", name="Routes").count(), 30, expected="the framework")
    page.get_by_role("radio", name="Routes").click()
    poll(lambda: page.locator(".routes .route").count(), 30, expected="an answer")
    poll(lambda: screen.state()["routes"], expected="routes on the map")
    page.get_by_role("radio", name="Read").click()
    poll(lambda: page.locator(".passage").count() > 20, 30, expected="paragraphs")
    assert f"/{PREFIX}/?" in screen.address()
    wear = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    screen.map.get_by_role("button", name="Dark theme").click()
    poll(lambda: page.evaluate(wear) == "rgb(23, 29, 35)", expected="the framework in the dark")
    read_data(below.url)


def read_data(url: str) -> None:
    with urlopen(f"{url}/data/", timeout=20) as answer:
        entries = json.load(answer)["layers"]
    with urlopen(urljoin(f"{url}/data/", entries[0]["address"]), timeout=20) as answer:
        assert json.load(answer)["type"] == "FeatureCollection"
    with urlopen(f"{url}/map/0000000000000000.html", timeout=20) as answer:
        assert answer.url == f"{url}/map"
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{url}/no/such", timeout=20)
    with refused.value as error:
        assert error.code == 404
        assert urljoin(f"{url}/no/such", error.read().decode().split('href="')[1].split('"')[0]) == f"{url}/"
