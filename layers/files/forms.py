"""The written forms of ids and names, each as a pattern with the words that say what is expected.

Hold text against them with `re.fullmatch`: to `re.match` a `$` also stands before a last line end.
"""

from __future__ import annotations

import re

ID = "[a-z0-9][a-z0-9-]{0,63}"  # to be part of another pattern
SLUG = f"^{ID}$"
GEOJSON_NAME = rf"^{ID}\.geojson$"
REFERENCE = f"^(?:place:{ID}|{ID}(?:/{ID})?)$"
POINT = r"^at:-?\d{1,2}(?:\.\d{1,6})?,-?\d{1,3}(?:\.\d{1,6})?$"  # as layers/map/script/reference.js has it
COUNTRY = "^[A-Z]{2}$"
CLAIM_ID = "^[A-Z]{1,4}[0-9]{1,3}[a-z]?$"
SOURCE_ID = "^[A-Za-z0-9][A-Za-z0-9-]{0,63}$"
FEATURE_KIND = "^[a-z][a-z-]{1,40}$"
ADDRESS = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d{2,5})?(?:/[^\s\"'<>\\]*)?", re.IGNORECASE
)

IN_WORDS = {
    SLUG: "an id of a-z, 0-9 and hyphens",
    GEOJSON_NAME: "the name of a file in geodata, such as zangezur.geojson",
    REFERENCE: "a layer, layer/feature or place:id",
    COUNTRY: "a country code of two capitals, such as AZ",
    CLAIM_ID: "capitals and a number, such as ZC1",
    SOURCE_ID: "the id of a source, of letters, digits and hyphens",
    FEATURE_KIND: "a kind of small letters and hyphens, such as rail-leg",
}
