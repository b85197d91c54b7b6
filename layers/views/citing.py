"""How a work is cited: by APA 7, Chicago 18 (author–date) and BibTeX, as text to copy into a paper.

Formatted here, for citeproc-py writes no BibTeX and takes lxml and a style sheet for each form of three kinds
of work. What only the browser knows stands as a hole, ‹view›, which layers/page/script/citing.js fills.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from layers.files.folders import ROOT
from layers.files.words import page_date, slug
from layers.model.catalogue import Catalogue
from layers.model.essay import Essay, Source

ATLAS = "Corridor Atlas"
AUTHORS = "Corridor Atlas authors"  # as LICENSE has it
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_BIBTEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_BIBTEX |= {sign: f"\\{sign}" for sign in "&%$#_{}"}

Forms = dict[str, tuple[str, ...]]  # by style, the citation in the text and the entry of the bibliography


@dataclass(frozen=True)
class Work:
    """A publication as all styles need it.

    `described`: its title is ours. `person`: its author has a first name. `date`: as ISO.
    """

    key: str
    author: str
    title: str
    date: str
    address: str
    within: str = ""
    sentence_title: str = ""
    person: bool = False
    described: bool = False


def of_essay(key: str, essay: Essay) -> Work:
    """Return an essay; what stands first in `published_in` is the name of the periodical."""
    return Work(
        key=f"{key}{essay.date[:4]}",
        author=essay.author,
        person=True,
        title=essay.title,
        sentence_title=essay.sentence_title,
        described=essay.untitled,
        within=essay.published_in.split(",")[0],
        date=essay.date,
        address=essay.link,
    )


def of_source(key: str, source: Source) -> Work:
    """Return a source; its title is a description of ours, and its outlet stands for its author."""
    return Work(
        key=f"{slug(source.publisher.removeprefix('The ')).split('-')[0]}{_year(source.date)}{key.lower()}",
        author=source.publisher,
        title=source.title,
        described=True,
        date=source.date,
        address=source.link,
    )


def cited(source: Source) -> str:
    """Name a source beside what rests on it: “Trend, 29 Sep 2025”, “reported by Nukta, 25 Jun 2026”."""
    return ", ".join(filter(None, (source.called, page_date(source.date))))


def forms(work: Work) -> Forms:
    """Return the work in every style; ‹at› and ‹option› are the paragraph, where one is cited."""
    year = _year(work.date)
    family = work.author.split()[-1] if work.person else work.author
    return {
        "APA": (f"({family}, {year or 'n.d.'}‹at›)", _apa(work)),
        "Chicago": (f"({family} {year or 'n.d.'}‹at›)", _chicago(work)),
        "BibTeX": (rf"\cite‹option›{{{work.key}}}", _bibtex(work)),
    }


def _apa(work: Work) -> str:
    *given, family = work.author.split()
    author = f"{family}, {' '.join(f'{name[0]}.' for name in given)}" if work.person else work.author
    month, day = _month(work.date), _day(work.date)
    date = f"{_year(work.date) or 'n.d.'}{', ' if month else ''}{' '.join(filter(None, (month, day)))}"
    title = f"[{work.title}]" if work.described else work.sentence_title or work.title
    return _sentences(author, f"({date})", title, work.within, work.address)


def _family_first(author: str) -> str:
    """Return “Blank, Stephen”."""
    *given, family = author.split()
    return f"{family}, {' '.join(given)}"


def _chicago(work: Work) -> str:
    author = _family_first(work.author) if work.person else work.author
    day = " ".join(filter(None, (_month(work.date), _day(work.date))))
    title = work.title if work.described else f"“{_ended(work.title)}”"
    where = ", ".join(filter(None, (work.within, day)))
    said = _sentences(author, _year(work.date) or "n.d.", title, where, work.address)
    return f"{said}." if work.address else said


def _bibtex(work: Work) -> str:
    author = bibtex_text(_family_first(work.author) if work.person else work.author)
    month = _month(work.date)[:3].lower()
    return _entry(
        f"{'article' if work.within else 'misc'}{{{work.key}",
        author=author if work.person else f"{{{author}}}",
        title=f"{{{bibtex_text(f'[{work.title}]' if work.described else work.title)}}}",
        journal=bibtex_text(work.within),
        year=_year(work.date),
        month=f"={month}" if month else "",
        day=_day(work.date),
        url=work.address,
    )


def atlas_forms(known_to: str) -> Forms:
    """Return the atlas itself, a view of it: ‹title›, ‹view› its address, ‹today› and ‹iso› the day."""
    edition, year = f"version {version()}", known_to[:4] or "n.d."
    month, day = _month(known_to), _day(known_to)
    known = f"status of {month} {day}, {year}" if day else f"status of {month} {year}" if month else ""
    told = "; ".join(filter(None, (edition, known)))
    told = told[0].upper() + told[1:]
    return {
        "APA": (
            f"({AUTHORS}, {year})",
            f"{AUTHORS}. ({year}). ‹title›. In {ATLAS} ({told}) [Interactive map]. "
            "Retrieved ‹today›, from ‹view›",
        ),
        "Chicago": (
            f"({AUTHORS} {year})",
            f"{AUTHORS}. {year}. “‹title›.” In {ATLAS}. {told}. Interactive map. Accessed ‹today›. ‹view›.",
        ),
        "BibTeX": (
            rf"\cite{{corridoratlas{year}‹key›}}",
            _entry(
                f"misc{{corridoratlas{year}‹key›",
                author=f"{{{AUTHORS}}}",
                title="{‹escaped title›}",
                howpublished=f"Interactive map, {ATLAS}, {edition}",
                note="; ".join(filter(None, (known and known[0].upper() + known[1:], "read on ‹today›"))),
                year=year,
                url="‹view›",
                urldate="‹iso›",
            ),
        ),
    }


@cache
def version() -> str:
    """Return the version of the atlas, which pyproject.toml holds."""
    return str(tomllib.loads((Path(ROOT) / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def works_of(sources: list[str], catalogue: Catalogue) -> list[str]:
    """Return where the texts of these sources lie; the atlas for what it says on its own account."""
    outside = [f"works/{source}" for source in dict.fromkeys(sources) if catalogue.is_outside(source)]
    own = any(not catalogue.is_outside(source) for source in sources)
    return outside + (["notes/atlas"] if own or not outside else [])


def locator(paragraphs: tuple[int | str, ...]) -> str:
    """Write “para. 54”, “paras. 52, 54”; a caption has no number."""
    numbers = [str(number) for number in paragraphs if number != "caption"]
    captions = ["photo caption"] if "caption" in paragraphs else []
    said = [f"para{'s' if len(numbers) > 1 else ''}. {', '.join(numbers)}"] if numbers else []
    return ", ".join(said + captions)


def bibtex_text(text: str) -> str:
    """Return text in which no sign means anything to LaTeX; letters of any script stay."""
    return "".join(_BIBTEX.get(sign, sign) for sign in text)


def _entry(head: str, **fields: str) -> str:
    """Write an entry; a value that begins with “=” is a macro, such as a month."""
    told = [
        f"  {name} = {value[1:] if value.startswith('=') else f'{{{value}}}'},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@{head},", *told, "}"])


def _sentences(*parts: str) -> str:
    """Join the parts of an entry by full stops; none follows an address, nor a stop that is there."""
    *first, last = [part for part in parts if part]
    return " ".join([*map(_ended, first), last if "://" in last else _ended(last)])


def _ended(text: str) -> str:
    """End a sentence that does not end yet."""
    return text if text.rstrip("”")[-1:] in (".", "?", "!") else f"{text}."


def _year(date: str) -> str:
    """Return the year; nothing for a date that is none."""
    found = _ISO.fullmatch(date)
    return found[1] if found else ""


def _month(date: str) -> str:
    found = _ISO.fullmatch(date)
    return f"{datetime.date(2000, int(found[2]), 1):%B}" if found and found[2] else ""


def _day(date: str) -> str:
    found = _ISO.fullmatch(date)
    return str(int(found[3])) if found and found[3] else ""
