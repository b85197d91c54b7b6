"""The index of names: each thing once, under any of its names, and a sentence where a name will not do."""

from __future__ import annotations

import pytest

from layers.catalogue.atlas import Atlas
from layers.catalogue.names.entry import Entry
from layers.catalogue.names.index import Names, can_close, can_start, names_of
from layers.model.catalogue import Catalogue
from layers.model.gazetteer import Gazetteer
from layers.network.model import Network
from layers.network.search.closures import closable
from layers.network.search.question import QuestionError
from tests.harness.loaded import the_atlas


def names() -> Names:
    return names_of(the_atlas())


def test_every_node_and_everything_that_can_be_closed_is_there_once(loaded: Atlas) -> None:
    network = loaded.network
    nodes = [entry.node for entry in names().entries if entry.node]
    assert sorted(nodes) == sorted(node.id for node in network.nodes.values() if not node.strait)
    words = [entry.closes for entry in names().entries if entry.closes]
    assert sorted(words) == sorted(thing.word for thing in closable(network))


@pytest.mark.parametrize(
    ("word", "ref"),
    [
        ("hormuz", "place:strait-of-hormuz"),
        ("bosporus", "place:bosporus"),
        ("suez", "place:suez-canal"),
        ("caspian", "place:caspian-sea"),
        ("zangezur-tripp", "zangezur"),
        ("middle-corridor", "middle-corridor"),
        ("TR", "place:turkiye"),
        ("rostov", "place:rostov-on-don"),
        ("north-south-west", None),
        ("planned", None),
    ],
)
def test_what_the_network_and_the_map_both_have_is_one_thing(word: str, ref: str | None) -> None:
    [entry] = [entry for entry in names().entries if entry.closes == word]
    assert entry.ref == ref


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("Tiflis", "tbilisi"),
        ("ROCND", "constanta"),
        ("constanţa", "constanta"),
        ("Xi'an", "xian"),
        ("Port of Baku", "alat"),
        (" baku).", "baku"),
        ("Bandarabbas", "bandar-abbas"),
        ("上海", "shanghai"),
        ("ｂａｋｕ", "baku"),
        ("قره‌باغ", None),
    ],
)
def test_a_place_is_meant_by_any_of_its_names(text: str, node: str | None) -> None:
    found = names().called(text, can_start)
    assert [entry.node for entry in found] == ([node] if node else [])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Turkey", "TR"),
        ("tr", "TR"),
        ("საქართველო", "GE"),
        ("Hormuz", "hormuz"),
        ("Çanakkale Boğazı", "dardanelles"),
        ("里海", "caspian"),
        ("Zangezur corridor", "zangezur-tripp"),
        ("BTK", "baku-tbilisi-kars"),
        ("Planned", "planned"),
        ("ge-senaki-poti", "ge-senaki-poti"),
        ("Suez", "suez"),
    ],
)
def test_what_is_closed_is_meant_by_any_of_its_names(text: str, word: str) -> None:
    assert names().closing(text) == word


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tblisi", "perhaps Tbilisi"),
        ("Qwxyz", "choose one of the network’s places"),
        ("Georgia", "it is a country, so choose a place in it, such as Tbilisi"),
        ("Грузия", "a country, so choose a place in it"),
        ("Hormuz", r"it is on the map \(strait\), but no cargo starts or ends there"),
        ("Eskisehir", r"on the map \(city, Türkiye\), but no cargo"),
        (" ", "A place is missing"),
    ],
)
def test_a_place_that_there_is_not(text: str, said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        names().node(text)


@pytest.mark.parametrize(("text", "said"), [("Gorgia", "perhaps Georgia"), ("the moon", "can be closed: ")])
def test_what_cannot_be_closed(text: str, said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        names().closing(text)


def test_an_atlas_of_its_own_has_the_names_that_it_has(loaded: Atlas) -> None:
    bare = Atlas(loaded.built, Catalogue(), loaded.network, Gazetteer())
    assert names_of(bare).node("Tbilisi") == "tbilisi"
    assert [names_of(bare).closing(text) for text in ("Caspian Sea", "AZ", "Hormuz")] == [
        "caspian",
        "AZ",
        "hormuz",
    ]
    without = Atlas(loaded.built, loaded.catalogue, Network(), loaded.gazetteer)
    assert not any(entry.node or entry.closes for entry in names_of(without).entries if entry.kind != "plans")


def test_an_ambiguous_name_says_which_it_may_be() -> None:
    towns = [
        Entry("Astara (Azerbaijan)", "town, Azerbaijan", also=("Astara",), node="astara", closes="astara"),
        Entry("Astara (Iran)", "town, Iran", also=("Astara",), node="astara-iran", closes="astara-iran"),
    ]
    for ask in (Names(towns).node, Names(towns).closing):
        with pytest.raises(QuestionError, match=r"may be astara \(.*\) or astara-iran \(.*: give one"):
            ask("Astara")


def test_an_id_comes_before_a_name_and_a_name_before_another_spelling() -> None:
    index = Names(
        [
            Entry("Lake", "lake", also=("van", "port"), closes="lake"),
            Entry("Van", "city", also=("port",), closes="van-city"),
            Entry("Port", "port", closes="p", words=("lake",)),
        ]
    )
    assert [index.closing(text) for text in ("Van", "lake", "Port")] == ["van-city", "p", "p"]


def test_what_begins_so_is_suggested_before_what_is_only_like_it() -> None:
    near = [entry.node for entry in names().near("bandar", can_start)]
    assert set(near) >= {"bandar-abbas", "bandar-imam", "anzali"}
    assert names().near("", can_close) == []
