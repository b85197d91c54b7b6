"""Takes from Unicode CLDR what countries are called in the languages of the region and the usual others."""

from collections.abc import Iterable

from babel import Locale

LANGUAGES = (
    *("en", "az", "tr", "de", "fr", "es", "it", "ro", "uz", "tk"),
    *("ru", "uk", "kk", "ky", "tg", "bg"),
    *("ka", "hy", "ar", "fa", "he", "el", "zh", "zh_Hant"),
)


def names_of(codes: Iterable[str]) -> dict[str, list[str]]:
    """Return the names of each country (alpha-2) in LANGUAGES, each once, in their order."""
    territories = [Locale.parse(language).territories for language in LANGUAGES]
    return {
        code: list(dict.fromkeys(named[code] for named in territories if code in named)) for code in codes
    }
