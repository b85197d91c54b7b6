"""The benchmark's judgement: what misses a goal is said, and only a hard one fails the run."""

from __future__ import annotations

import http.client
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from bench.figures import (
    BAR_TOGGLE,
    CHANGE_CPU,
    CHANGE_KB,
    FIRST_KB,
    LOAD,
    MAP_TOGGLE,
    OTHER_HOSTS,
    SECOND_KB,
    Figures,
)
from bench.goals import failed, goals, table
from bench.load import percentile
from bench.wire import CountedWire

GOOD = {
    "static": {LOAD: 400, MAP_TOGGLE: 40},
    "map": {LOAD: 420},
    "naive": {BAR_TOGGLE: 750},
    "app": {
        **{LOAD: 580, MAP_TOGGLE: 44, BAR_TOGGLE: 130, CHANGE_KB: 5, CHANGE_CPU: 65},
        **{FIRST_KB: 1150, SECOND_KB: 12, OTHER_HOSTS: 0},
    },
}


def figures(**of_app: float) -> Figures:
    """A good run, but for these figures of the whole atlas."""
    made = Figures()
    for site, values in GOOD.items():
        for what, value in (values | of_app if site == "app" else values).items():
            made.add(site, what, value)
    return made


def test_a_good_run_meets_every_goal() -> None:
    reached = goals(figures(), document_kb=480)
    assert [goal.what for goal in reached if not goal.met] == []
    assert not failed(reached)


def test_a_slow_run_is_told_but_does_not_fail() -> None:
    reached = goals(figures(**{LOAD: 1500}), document_kb=480)
    missed = [goal.row() for goal in reached if not goal.met]
    assert missed[0] == ("warm load until the map can be used", "≤ 3.5 × static", "3.75 × static", "MISSED")
    assert not failed(reached)


@pytest.mark.parametrize(("other_hosts", "document_kb"), [(1, 480), (0, 501)])
def test_a_missed_hard_goal_fails_the_run(other_hosts: float, document_kb: float) -> None:
    reached = goals(figures(**{OTHER_HOSTS: other_hosts}), document_kb=document_kb)
    assert failed(reached)
    assert [goal.row()[-1] for goal in reached if not goal.met] == ["MISSED, hard"]


def test_what_was_not_measured_is_not_met() -> None:
    run = figures()
    del run.values["app"][MAP_TOGGLE]
    assert [goal.what for goal in goals(run, document_kb=480) if not goal.met] == ["toggle in the map"]


def test_the_table_has_even_columns() -> None:
    lines = table([("a long cell", "1"), ("b", "22")], ("what", "how much")).splitlines()
    assert len(lines) == 4
    assert len({len(line) for line in lines}) == 1


def test_percentiles_are_in_milliseconds() -> None:
    assert percentile([0.1, 0.2, 0.3], 50) == pytest.approx(200)
    assert percentile([0.1], 95) == pytest.approx(100)


def test_the_wire_counts_headers_and_body_both_ways() -> None:
    class Hello(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "100000")
            self.end_headers()
            self.wfile.write(b"x" * 100_000)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Hello) as server, CountedWire(server.server_port) as wire:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        connection = http.client.HTTPConnection("127.0.0.1", wire.port, timeout=10)
        connection.request("GET", "/")
        assert len(connection.getresponse().read()) == 100_000
        connection.close()
        server.shutdown()
        thread.join()
        assert 100_100 < wire.bytes < 101_000
