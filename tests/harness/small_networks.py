"""Small networks drawn at random, for what must hold on any."""

from __future__ import annotations

from itertools import groupby

from hypothesis import strategies as st

from layers.network.model import Leg, Network
from tests.harness.small_network import leg, network, place


@st.composite
def small_networks(draw: st.DrawFn) -> tuple[Network, frozenset[str]]:
    """Up to seven places in three countries and up to thirteen legs of all modes, some closed.

    A change of ship is free, as dear as usual, or so dear that cargo would rather go inland and back.
    """
    names = "abcdefg"[: draw(st.integers(3, 7))]
    ships = {"ship_ship": draw(st.sampled_from([(0, 0), (1, 4), (60, 60)]))}
    places = [place(name, draw(st.sampled_from(["AA", "BB", "CC"])), handling=ships) for name in names]
    country = {node.id: str(node.country) for node in places}
    modes = st.sampled_from(["rail", "sea", "sea", "road"])
    kinds = st.tuples(modes, st.sampled_from([1520, 1435]))
    pairs = st.lists(st.sampled_from(names), min_size=2, max_size=2, unique=True)
    legs: dict[object, Leg] = {}
    for ends, (mode, gauge), km in draw(
        st.lists(st.tuples(pairs, kinds, st.integers(10, 3000)), min_size=3, max_size=13)
    ):
        track = (frozenset(ends), mode, gauge if mode == "rail" else None)
        codes = " ".join(code for code, _ in groupby(country[end] for end in ends))
        more = {"gauge": gauge} if mode == "rail" else {}
        legs[track] = leg(f"{ends[0]}-{ends[1]}-{len(legs)}", mode, km, codes, **more)
    of = network(places, {way.id: way for way in legs.values()}.values())
    return of, frozenset(draw(st.sets(st.sampled_from(sorted(of.legs)), max_size=3)))
