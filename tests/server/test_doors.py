"""Who is turned away at the door: strangers' sockets, strange names, addresses that are none."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator

import pytest

from tests.harness.asking import ask
from tests.harness.serving import Server
from tests.harness.stranger import knock

PUBLIC = "https://atlas.example.org"
EVIL = "evil.example"
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE")
ODD = (
    "",
    "x",
    "<x>.exe",
    "%00",
    "%ff",
    "..%2fx",
    "x.js",
    "a/b/c",
    "%",
    "x" * 3000,
    "x.json",
    "cards/x.html",
    "0/x.html",
)
OURS = (
    "/",
    "/map",
    "/map/",
    "/page.",
    "/page.x.",
    "/text/",
    "/text/x/",
    "/data/",
    "/take-away/",
    "/robots.txt",
)
THEIRS = ("/static/", "/static/js/", "/_stcore/", "/_stcore/host-config", "/_stcore/upload_file/", "/media/")


@pytest.fixture(scope="module")
def behind_a_proxy() -> Iterator[Server]:
    """Serve the atlas as a host does whose proxy has a name of its own."""
    with Server(environment={"ATLAS_HOSTS": PUBLIC}) as server:
        yield server


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (None, 101),
        ("http://127.0.0.1:{port}", 101),
        ("https://127.0.0.1:{port}", 403),
        ("http://127.0.0.1:1", 403),
        ("http://127.0.0.1", 403),
        ("http://localhost:{port}", 403),
        ("http://localhost:3000", 403),
        (f"https://{EVIL}", 403),
        (PUBLIC, 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_only_pages_of_the_atlas_open_sockets(app_server: Server, origin: str | None, status: int) -> None:
    assert knock(app_server.url, origin and origin.format(port=app_server.port)) == status


def test_a_strangers_own_name_does_not_become_ours(app_server: Server) -> None:
    """Its name service may lead to this machine; page and socket are then of one origin to the browser."""
    host = f"{EVIL}:{app_server.port}"
    assert knock(app_server.url, f"http://{host}", host=host) == 403
    for path in ("/", "/map", "/data/", "/_stcore/host-config", "/_stcore/health", "/static/index.js"):
        answer = ask(app_server.url + path, Host=host)
        assert answer.status == 421
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"
        assert "ATLAS_HOSTS=" in answer.text and EVIL not in answer.text


def test_a_socket_elsewhere_is_refused_without_a_traceback(app_server: Server) -> None:
    assert knock(app_server.url, path="/elsewhere") == 403
    assert "Traceback" not in app_server.output()


def test_the_log_has_a_refusal_once_and_says_what_to_set() -> None:
    with Server() as server:
        for _ in range(5):
            knock(server.url, f"https://{EVIL}")
        assert server.output().count(EVIL) == 1
        assert "ATLAS_HOSTS=https://atlas.example.org" in server.output()


@pytest.mark.parametrize(
    ("host", "proto", "origin", "status"),
    [
        ("atlas.example.org", "https", PUBLIC, 101),
        ("atlas.example.org", "http", PUBLIC, 101),
        ("", "http", PUBLIC, 101),
        ("", "http", "http://atlas.example.org", 403),
        ("atlas.example.org", "https", f"https://{EVIL}", 403),
        (EVIL, "https", f"https://{EVIL}", 403),
    ],
)
def test_a_proxy_may_encrypt_and_rename(
    behind_a_proxy: Server, host: str, proto: str, origin: str, status: int
) -> None:
    assert knock(behind_a_proxy.url, origin, host=host, X_Forwarded_Proto=proto) == status


def test_an_encrypting_proxy_that_keeps_the_host_needs_no_setting(app_server: Server) -> None:
    host = f"localhost:{app_server.port}"
    assert knock(app_server.url, f"https://{host}", host=host, X_Forwarded_Proto="https") == 101
    assert knock(app_server.url, f"http://{host}", host=host, X_Forwarded_Proto="https") == 403


def test_the_page_behind_a_renaming_proxy_may_switch_the_theme(behind_a_proxy: Server) -> None:
    config = json.loads(ask(behind_a_proxy.url + "/_stcore/host-config").text)
    assert PUBLIC in config["allowedOrigins"]


def test_what_is_not_there_is_not_there(app_server: Server) -> None:
    front = ask(app_server.url + "/").text
    script = re.search(r'data-src="\.(/static/js/[^"]+\.js)"', front)
    assert script
    assert ask(app_server.url + script[1]).status == 200
    for path in (
        "/index.html",
        "/explore",
        "/static/js/none.js",
        "/static/",
        "/static/../app.py",
        "/_stcore/metrics",
        "/_stcore/none",
        "/_stcore/agent/mcp",
        "/data/x",
        "/map/x",
        "/page.x/y.js",
    ):
        answer = ask(app_server.url + path)
        assert answer.status == 404, path
        assert "There is no such page." in answer.text and "<a href=" in answer.text
        assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
        assert ask(app_server.url + path, method="HEAD").status == 404


def test_no_way_of_asking_is_an_error_or_comes_without_headers(app_server: Server) -> None:
    odd = []
    for method, folder, name in itertools.product(METHODS, (*OURS, *THEIRS), ODD):
        answer = ask(app_server.url + folder + name, method=method)
        if answer.status >= 500 or answer.headers["x-content-type-options"] != "nosniff":
            odd.append((method, folder + name[:20], answer.status))
    assert odd == []
