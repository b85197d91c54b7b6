"""The language of a name, so that a screen reader speaks it as such: by who uses it, or by its script."""

from __future__ import annotations

import re

# BCP 47, by the word with which a definition says who uses the name.
USED = {
    "Abkhaz": "ab",
    "Arabic": "ar",
    "Azerbaijani": "az",
    "Chinese": "zh",
    "Georgian": "ka",
    "Hebrew": "he",
    "Persian": "fa",
    "Russian": "ru",
    "Turkish": "tr",
}
# Scripts of one language here; of Cyrillic and Arabic letters those that Russian and Arabic have.
SCRIPTS = {
    "ka": "[ა-ჿ]",
    "hy": "[Ա-֏]",
    "he": "[א-ת]",
    "el": "[Ͱ-Ͽ]",
    "zh": "[一-鿿]",
    "fa": "[گچپژیک]",
    "ar": "[؀-ۿ]",
    "ru": "[Ё-ё]",
}
OTHER_CYRILLIC = "[^А-яЁё\\W\\d_A-Za-z]"


def language_of(name: str, used_by: str = "") -> str:
    """Return the language of a name, "" where it is not known: English, or letters that many write."""
    said = re.fullmatch(r"(\w+)(?:[,;].*)?", used_by)  # not "Georgian government"
    if said and said[1] in USED:
        return USED[said[1]]
    found = next((language for language, letters in SCRIPTS.items() if re.search(letters, name)), "")
    return "" if found == "ru" and re.search(OTHER_CYRILLIC, name) else found
