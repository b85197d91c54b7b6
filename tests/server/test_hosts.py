"""Under which names the atlas answers, and for whose pages."""

from __future__ import annotations

import pytest

from layers.server.hosts import Address, hosts_of, read_host, read_origin

MACHINE = ("Box", "box.local")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("localhost", ("http", "localhost", 80)),
        ("LocalHost.:8501", ("http", "localhost", 8501)),
        ("192.168.1.5:8501", ("http", "192.168.1.5", 8501)),
        ("[::1]:8501", ("http", "::1", 8501)),
        ("xn--bcher-kva.example", ("http", "xn--bcher-kva.example", 80)),
    ],
)
def test_a_host_is_read(text: str, address: tuple[str, str, int]) -> None:
    assert read_host(text, "http") == Address(*address)
    assert read_origin(f"http://{text}") == Address(*address)


@pytest.mark.parametrize(
    "text", ["", "a b", "a/b", "me@a", "a:port", "a:", ":80", "a,b", "[::1", "http://a", "a\n", "-a", "a?b"]
)
def test_what_is_no_host_is_not_read(text: str) -> None:
    assert read_host(text, "http") is None
    assert read_origin(f"http://{text}") is None


@pytest.mark.parametrize("text", ["null", "", "localhost", "file://", "ftp://a", "http:/a", "HTTP://a"])
def test_what_is_no_origin_is_not_read(text: str) -> None:
    assert read_origin(text) is None


@pytest.mark.parametrize(
    ("bound", "listed", "served", "refused"),
    [
        ("127.0.0.1", "", "localhost 127.0.0.1 127.0.0.2 [::1]", "evil.example 192.168.1.5 0.0.0.0 box"),
        ("192.168.1.5", "", "localhost 192.168.1.5", "192.168.1.6 evil.example box"),
        ("box", "", "localhost box 127.0.0.1", "192.168.1.5 box.local"),
        (
            "0.0.0.0",
            "",
            "localhost 192.168.1.5 203.0.113.9 box BOX.local 0.0.0.0",
            "evil.example box.evil.example",
        ),
        ("::", "", "localhost [fd00::2] 10.0.0.1 box", "evil.example"),
        ("", "", "localhost 10.0.0.1", "evil.example"),
        ("127.0.0.1", "a.example, https://b.example:8443", "a.example b.example localhost", "c.example"),
    ],
)
def test_who_is_served(bound: str, listed: str, served: str, refused: str) -> None:
    hosts = hosts_of(bound, listed, MACHINE)
    assert [name for name in served.split() if not hosts.serves(read_host(f"{name}:8501", "http"))] == []
    assert [name for name in refused.split() if hosts.serves(read_host(f"{name}:8501", "http"))] == []
    assert not hosts.serves(None)


@pytest.mark.parametrize(
    ("origin", "scheme", "host", "welcome"),
    [
        ("http://localhost:8501", "http", "localhost:8501", True),
        ("http://localhost", "http", "localhost:80", True),
        ("https://localhost", "https", "localhost", True),
        ("http://localhost:3000", "http", "localhost:8501", False),
        ("https://localhost:8501", "http", "localhost:8501", False),
        ("http://localhost", "https", "localhost", False),
        ("http://127.0.0.1:8501", "http", "localhost:8501", False),
        ("null", "http", "localhost:8501", False),
        ("https://a.example", "http", "127.0.0.1:8501", True),
        ("http://a.example", "http", "127.0.0.1:8501", True),
        ("http://a.example:81", "http", "127.0.0.1:8501", False),
        ("https://b.example:8443", "http", "127.0.0.1:8501", True),
        ("http://b.example:8443", "http", "127.0.0.1:8501", False),
        ("https://c.example", "http", "127.0.0.1:8501", False),
    ],
)
def test_whose_pages_are_welcome(origin: str, scheme: str, host: str, welcome: bool) -> None:
    hosts = hosts_of("127.0.0.1", "a.example https://b.example:8443")
    asked = read_host(host, scheme)
    assert asked
    assert hosts.welcomes(origin, asked) is welcome


@pytest.mark.parametrize("listed", ["*", "a.example/atlas", "a.example;b.example", "ftp://a.example"])
def test_a_setting_that_cannot_be_read_says_so(listed: str) -> None:
    with pytest.raises(ValueError, match=r"^ATLAS_HOSTS: found “.+”; expected public addresses such as"):
        hosts_of("127.0.0.1", listed)


def test_an_address_is_written_as_browsers_do() -> None:
    texts = ["http://localhost", "https://a.example:8443", "http://[::1]:8501"]
    assert [address.link for text in texts if (address := read_origin(text))] == texts
