"""What an address names in vain is said in one sentence each."""

from __future__ import annotations

import pytest

from layers.model.catalogue import Catalogue
from layers.views.address_hints import hints_of


def test_what_is_there_needs_no_hint(catalogue: Catalogue) -> None:
    feature = catalogue.layers["zangezur"].features[0]["id"]
    place = next(iter(catalogue.places))
    for query in ({}, {"layers": "tamar,anaklia", "selected": f"zangezur/{feature}"}):
        assert hints_of(query, catalogue) == []
    assert hints_of({"layers": "", "selected": f"place:{place}", "view": "?"}, catalogue) == []


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"layers": "no-such-layer,tamar"}, "no-such-layer"),
        ({"selected": "no-such-layer"}, "no-such-layer"),
        ({"selected": "zangezur/no-such-part"}, "zangezur/no-such-part"),
        ({"selected": "place:nowhere"}, "place:nowhere"),
        ({"selected": "<img src=x onerror=alert(1)>"}, "<img src=x"),
    ],
)
def test_junk_is_named(catalogue: Catalogue, query: dict[str, str], named: str) -> None:
    (hint,) = hints_of(query, catalogue)
    assert named in hint
    assert len(hint) < 160
