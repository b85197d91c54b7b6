"""What the server adds to Streamlit: addresses, headers, the map in the index page."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import Request, urlopen

import brotli
import pytest

from layers.map.current import current
from layers.server.middleware import INLINE_SCRIPTS
from tests.harness.serving import Server


def get(url: str, **headers: str) -> tuple[int, Message, bytes]:
    try:
        with urlopen(Request(url, headers=headers), timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def test_index_page_carries_the_map_before_the_framework(app_server: Server) -> None:
    status, headers, body = get(app_server.url + "/")
    text = body.decode()
    assert status == 200
    assert text.index('id="atlas-map"') < text.index('<div id="root">')
    assert "<title>Corridor Atlas</title>" in text
    assert headers["cache-control"] == "no-cache"
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]


def test_the_inline_scripts_of_the_index_page_are_those_allowed(app_server: Server) -> None:
    _, _, body = get(app_server.url + "/")
    inline = re.findall(r"<script>(.*?)</script>", body.decode(), re.DOTALL)
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in inline]
    assert hashes == list(INLINE_SCRIPTS)


def test_the_map_is_asked_for_by_its_tag_and_under_its_digest_kept_for_ever(app_server: Server) -> None:
    digest = current().document.digest
    for path, kept in (("/map", "no-cache"), (f"/map/{digest}.html", "immutable")):
        status, headers, body = get(app_server.url + path, **{"Accept-Encoding": "gzip"})
        assert status == 200
        assert kept in headers["cache-control"]
        assert headers["content-security-policy"].startswith("sandbox allow-scripts")
        assert gzip.decompress(body) == current().document.html
    assert get(app_server.url + "/map", **{"If-None-Match": f'W/"{digest}"'})[0] == 304
    assert get(app_server.url + "/map/0000.html")[2] == current().document.html


def test_robots_may_read(app_server: Server) -> None:
    assert get(app_server.url + "/robots.txt")[2] == b"User-agent: *\nAllow: /\n"


def test_single_file_is_the_map_byte_for_byte(app_server: Server) -> None:
    status, headers, body = get(app_server.url + "/take-away/corridor-atlas.html")
    assert status == 200
    assert "attachment" in headers["content-disposition"]
    assert body == current().document.html


def test_data_index_lists_every_layer_with_its_licence(app_server: Server) -> None:
    _, _, body = get(app_server.url + "/data/")
    entries = json.loads(body)["layers"]
    assert {entry["id"] for entry in entries} == {layer.id for layer in current().atlas.catalogue.drawn}
    for entry in entries:
        assert entry["licence"]
        address = urljoin(app_server.url + "/data/", entry["address"])
        status, headers, data = get(address)
        assert status == 200
        assert headers["content-type"] == "application/geo+json"
        assert headers["access-control-allow-origin"] == "*"
        assert len(json.loads(data)["features"]) == entry["features"]
        assert get(address, **{"If-None-Match": headers["etag"]})[0] == 304


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/data/nothing.geojson", 404),
        ("/page.0000.js", 404),
        ("/data/..%2f..%2fapp.py.geojson", 404),
        ("/no/such", 404),
        ("/llms.txt", 404),
        ("/sitemap.xml", 404),
        ("/app.py", 404),
    ],
)
def test_what_is_not_there_is_refused(app_server: Server, path: str, status: int) -> None:
    assert get(app_server.url + path)[0] == status


def test_a_second_visit_asks_whether_the_page_is_the_same(app_server: Server) -> None:
    _, headers, body = get(app_server.url + "/", **{"Accept-Encoding": "br"})
    assert headers["content-encoding"] == "br"
    assert b'id="atlas-front"' in brotli.decompress(body)
    assert get(app_server.url + "/", **{"If-None-Match": headers["etag"]})[0] == 304
    assert get(app_server.url + "/", **{"If-None-Match": 'W/"another"'})[0] == 200


def test_the_first_lines_stand_in_the_page_and_in_our_own_letters(app_server: Server) -> None:
    text = get(app_server.url + "/")[2].decode()
    assert "SourceSans" not in text
    assert '<meta name="description"' in text
    assert 'data-open="zangezur"' in text
    font = re.search(r'url\("([^"]+woff2)"', text)
    assert font
    status, headers, _ = get(f"{app_server.url}/{font[1]}")
    assert (status, headers["content-type"]) == (200, "font/woff2")


def test_no_style_and_no_framework_comes_before_the_map(app_server: Server) -> None:
    text = get(app_server.url + "/")[2].decode()
    assert not re.findall('<link rel="(?:stylesheet|modulepreload)"', text)
    assert '<link rel="framework" data-rel="stylesheet"' in text
    assert text.index("<style>") < text.index('id="atlas-map"')


def test_the_parts_of_the_page_come_compressed(app_server: Server) -> None:
    text = get(app_server.url + "/")[2].decode()
    for part in re.findall(r'"(page[^"]+js)"', text):
        _, headers, body = get(f"{app_server.url}/{part}", **{"Accept-Encoding": "gzip, br"})
        assert headers["content-encoding"] == "br"
        assert brotli.decompress(body) == get(f"{app_server.url}/{part}")[2]


def test_a_part_of_the_page_carries_no_policy_of_a_page(app_server: Server) -> None:
    script = re.search(r'src="(page[^"]+js)"', get(app_server.url + "/")[2].decode())
    assert script
    _, headers, _ = get(f"{app_server.url}/{script[1]}")
    assert headers["x-content-type-options"] == "nosniff"
    assert "content-security-policy" not in headers


def test_framework_dialogs_cannot_cover_the_map(app_server: Server) -> None:
    config = json.loads(get(app_server.url + "/_stcore/host-config")[2])
    assert config["blockErrorDialogs"] is True
    assert config["allowedOrigins"] == [app_server.url, app_server.url.replace("http:", "https:")]


def test_framework_assets_come_compressed(app_server: Server) -> None:
    _, _, body = get(app_server.url + "/")
    asset = re.search(r'data-src="\.(/static/js/[^"]+\.js)"', body.decode())
    assert asset
    plain = get(app_server.url + asset[1])[2]
    for _ in range(2):
        _, headers, zipped = get(app_server.url + asset[1], **{"Accept-Encoding": "gzip"})
        assert headers["content-encoding"] == "gzip"
        assert gzip.decompress(zipped) == plain


def test_an_error_of_ours_is_an_answer_with_our_headers(tmp_path: Path) -> None:
    """A library that fails under the map: whoever asked is answered, and the log says why."""
    (tmp_path / "sitecustomize.py").write_text(
        "import gzip\ngzip.compress = lambda *_, **__: 1 / 0\n", "utf-8"
    )
    with Server(environment={"PYTHONPATH": str(tmp_path)}) as server:
        status, headers, body = get(server.url + "/map", **{"Accept-Encoding": "gzip"})
        assert status == 500
        assert b"Traceback" not in body and b"log" in body
        assert "frame-ancestors 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert get(server.url + "/map")[0] == 200
        assert "ZeroDivisionError" in server.output()
