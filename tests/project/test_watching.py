"""The instruments that the other browser tests rely on: each one must be able to fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import OpenScreen
from tests.harness.serving import Server, poll

PAGE = """
import streamlit as st
st.title("A page")
st.components.v2.component(
    "frame", html="<div>holder</div>", js="export default function () {}"
)(key="frame")
"""


@pytest.fixture
def unserved() -> Server:
    """A server that is never started, for windows that stay where they are."""
    return Server()


def test_poll_returns_the_first_true_value() -> None:
    values = iter(["", 0, "third"])
    assert poll(lambda: next(values)) == "third"


def test_poll_says_what_it_saw_last() -> None:
    with pytest.raises(AssertionError, match="expected the moon, last seen 0"):
        poll(lambda: 0, 0.1, expected="the moon")


def test_a_server_that_cannot_start_shows_its_output(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="No such option"):
        Server(tmp_path / "page.py", options=["--no-such-option"]).start()


def test_a_page_is_served(tmp_path: Path, open_screen: OpenScreen) -> None:
    script = tmp_path / "page.py"
    script.write_text(PAGE, encoding="utf-8")
    with Server(script) as server:
        screen = open_screen(server=server)
        screen.page.get_by_text("holder").wait_for()
        assert screen.complaints() == []
        screen.context.close()


def test_a_killed_server_comes_back_on_its_port(tmp_path: Path) -> None:
    script = tmp_path / "page.py"
    script.write_text("", encoding="utf-8")
    with Server(script) as server:
        server.kill()
        with pytest.raises(AssertionError, match="the server's process has ended"):
            server.is_healthy()
        server.start()
        assert server.is_healthy()


def test_a_request_to_another_host_is_complained_of(open_screen: OpenScreen, unserved: Server) -> None:
    screen = open_screen(None, server=unserved)
    screen.page.set_content('<iframe sandbox srcdoc="<img src=http://example.org/pixel.png>"></iframe>')
    poll(lambda: "request to another host: http://example.org/pixel.png" in screen.complaints())
    poll(lambda: "ERR_EMPTY_RESPONSE" in "".join(screen.complaints()), expected="an unanswered request")
    screen.page.evaluate(
        "fetch('https://secret.example.org/').catch(() => 0); new WebSocket('ws://10.1.2.3:81/')"
    )
    poll(lambda: "request to another host: secret.example.org:443" in screen.complaints())
    poll(lambda: "request to another host: 10.1.2.3:81" in screen.complaints())
    screen.forgive("example.org|10.1.2.3")


def test_errors_in_any_frame_are_complained_of(open_screen: OpenScreen, unserved: Server) -> None:
    screen = open_screen(None, server=unserved)
    screen.page.set_content(
        """<iframe sandbox="allow-scripts" srcdoc="<script>console.error('a plain word')</script>
           <script>throw new Error('a broken map')</script>"></iframe>"""
    )
    poll(lambda: "console: a plain word" in "".join(screen.complaints()))
    poll(lambda: "page error: a broken map" in "".join(screen.complaints()))
    screen.forgive("a plain word")
    assert "a plain word" not in "".join(screen.complaints())
    screen.forgive("a broken map")


def test_axe_finds_what_a_screen_reader_misses(open_screen: OpenScreen, unserved: Server) -> None:
    screen = open_screen(None, server=unserved)
    screen.page.set_content(
        """<html lang="en"><title>Map</title><main><h1>Map</h1>
           <iframe title="Map" sandbox="allow-scripts" srcdoc="<html lang=en><title>Map</title>
           <main><h1>Map</h1><img src='data:,'></main>"></iframe></main>"""
    )
    frame = screen.page.frames[1]
    assert screen.axe() == []
    assert [violation.split()[0] for violation in screen.axe(frame)] == ["image-alt"]


def test_a_picture_is_kept(open_screen: OpenScreen, unserved: Server) -> None:
    screen = open_screen(None, server=unserved)
    path = screen.screenshot("a name / with marks")
    assert path.name == "a-name-with-marks.png"
    assert path.read_bytes().startswith(b"\x89PNG")
