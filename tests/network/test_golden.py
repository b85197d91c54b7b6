"""Right answers that were worked out apart from the atlas, on the network as it was on 30 November 2026."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

import pytest

from layers.files.folders import ROOT
from layers.network.load import load_network
from layers.network.model import Network
from layers.network.search.answer import prepare
from layers.network.search.question import USUAL_MODES, Question
from layers.network.search.route import route_over
from tests.harness.lanes_of_today import lanes_of_today
from tests.harness.referee import Referee, any_ship, free_ship

FROZEN = ROOT / "tests/fixtures/network-2026-11-30.json.gz"
ALL_MODES = ("rail", "sea", "road")
Figures = tuple[float, float, float]  # km, and the low and high days


@dataclass(frozen=True)
class Golden:
    """A question and the figures of its best way, as they were found and as they are now.

    They were found under another rule: no change of ship at a port that a lane of the day passes or, where
    `free` is set, a change at any port that counts nothing. Now it may be made at any port, at a price by km.
    """

    ends: str
    found: Figures
    now: Figures
    by: str = "days"
    close: str = ""
    modes: tuple[str, ...] = USUAL_MODES
    planned: bool = False
    free: bool = False

    @property
    def question(self) -> Question:
        """What is asked."""
        start, end = self.ends.split()
        return Question(start, end, self.by, self.modes, tuple(self.close.split()), planned=self.planned)

    def __str__(self) -> str:
        """Name the test by ends and closures."""
        return f"{self.ends} {self.by} {self.close}".strip()


GOLDEN = [
    # the best walk runs one leg inland and back, and a way without that was not found
    Golden("chabahar gwadar", (2579.9, 4.94, 11.93), (2579.9, 4.94, 11.93)),
    Golden("senaki olya", (3467.4, 10.75, 33.96), (2371.3, 11.53, 31.27), "km", "tbilisi"),
    Golden("senaki olya", (3467.4, 10.75, 33.96), (3025.6, 8.17, 22.6), "km", "tbilisi volga-don"),
    Golden("gwadar umm-qasr", (1969.2, 4.49, 10.17), (1855.8, 3.33, 7.87), "km", "gulf-hormuz-umm-qasr"),
    Golden("bukhara poti", (5362.1, 10.46, 31.74), (4885.1, 8.76, 23.03), close="senaki"),
    Golden("osh trabzon", (7291, 13.6, 35.31), (6451.4, 11.2, 28.2), close="blk-novorossiysk-trabzon"),
    Golden(
        "astara rasht", (1524.3, 7.7, 24), (1454.5, 6.66, 19.89), close="RU tehran", modes=("rail", "sea")
    ),
    Golden("islamabad chabahar", (8344.5, 15.08, 36.27), (8344.5, 15.08, 36.27), close="AE zahedan"),
    Golden(
        "batumi burgas",
        (2248, 6.08, 16.02),
        (2248, 6.08, 16.02),
        "km",
        "blk-batumi-burgas tbilisi bg-burgas-plovdiv",
    ),
    Golden(
        "trieste thessaloniki",
        (4283.6, 7.82, 18.33),
        (4022.3, 7.23, 16.32),
        close="med-piraeus-trieste HU BG",
        planned=True,
    ),
    Golden(
        "trieste thessaloniki",
        (11539.4, 22.69, 62.44),
        (4233.9, 7.5, 16.76),
        close="med-piraeus-trieste HU BG tr-ankara-izmit bosporus TR gibraltar suez",
        modes=ALL_MODES,
        planned=True,
    ),
    # a lane that is closed or left out forbade a change of ship
    Golden("mumbai mundra", (2471.7, 4.09, 9.15), (2471.7, 4.09, 9.15), close="ind-mumbai-mundra", free=True),
    Golden(
        "piraeus haifa",
        (3879.9, 5.85, 12.08),
        (3879.9, 5.85, 12.08),
        "km",
        "med-piraeus-haifa",
        ("sea",),
        free=True,
    ),
    Golden(
        "constanta novorossiysk",
        (1243.5, 3.01, 7.11),
        (1243.5, 3.01, 7.11),
        "km",
        "blk-novorossiysk-constanta",
        ("sea",),
        free=True,
    ),
    Golden("poti novorossiysk", (989.6, 2.6, 6.48), (989.6, 2.6, 6.48), "km", modes=("sea",), free=True),
    Golden("varna odesa", (2007.9, 5.24, 13.02), (2007.9, 5.24, 13.02), modes=("sea",)),
]


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Network:
    """The network as it was."""
    path: Path = tmp_path_factory.mktemp("frozen") / "network.json"
    path.write_bytes(gzip.decompress(FROZEN.read_bytes()))
    network = load_network(path)
    assert network.faults == ()
    return network


@pytest.mark.parametrize("golden", GOLDEN, ids=str)
def test_the_right_value_is_found(frozen: Network, golden: Golden) -> None:
    search = prepare(frozen, golden.question).search
    best = search.best()
    assert best is not None
    assert (best.km, *best.days) == golden.now


@pytest.mark.parametrize("golden", GOLDEN, ids=str)
def test_the_referee_finds_the_values_under_each_rule(frozen: Network, golden: Golden) -> None:
    """So the referee is right, and where a value changed it is the rule that changed it."""
    search = prepare(frozen, golden.question).search
    then = free_ship if golden.free else lanes_of_today(frozen)
    for rule, figures in ((then, golden.found), (any_ship, golden.now)):
        way = Referee(frozen, rule).best(search.from_, search.to, search.by, search.blocked)
        assert way is not None
        route = route_over(frozen, search.from_, way.legs)
        assert (route.km, *route.days) == figures
