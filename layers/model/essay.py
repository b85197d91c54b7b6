"""The closed schemas of what is cited: publications, and the essays with their paragraphs."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from layers.files.faults import UnfitError, shown
from layers.files.forms import ADDRESS
from layers.files.words import NOT_PRINTED, credited, link_to
from layers.model.vocabulary import CalendarDate, Closed, Paragraph, PrintedDate, Text


def _web_address(value: str) -> str:
    """Let through what a link may lead to: a host, with a path or not; http and https alone."""
    if value and not ADDRESS.fullmatch(value):
        raise ValueError("an address such as civil.ge/archives/610259, of http or https if of any")
    return value


Address = Annotated[str, AfterValidator(_web_address)]


class _Published(Closed):
    """Something with an address, which may lack its scheme; empty where none is known."""

    address: Address = ""

    @property
    def link(self) -> str:
        """Where it is found, as a link may name it; empty where no address is known."""
        return link_to(self.address)

    @property
    def page(self) -> str:
        """The address without what may be written or not: scheme, “www.”, a slash at the end."""
        return self.link.partition("://")[2].removeprefix("www.").rstrip("/")

    @property
    def host(self) -> str:
        """The address's host, as one says it: “civil.ge”."""
        return self.page.partition("/")[0]

    @property
    def is_front_page(self) -> bool:
        """Whether no more than the outlet is known, not where in it the text stands."""
        return "/" not in self.page


class Source(_Published):
    """One page that was read; the title describes it in our words, `date` is that of the page.

    `outside: false` is what the atlas itself measured or drew: no page, and no second source. `read`: the day
    on which we read the page. `reported`: it is a copy, or collects what others wrote, and is called so.
    """

    title: Text
    publisher: Text
    outside: bool = True
    date: PrintedDate = ""
    read: CalendarDate = ""
    reported: bool = False

    @model_validator(mode="after")
    def _is_a_page(self) -> Self:
        wanted = {
            "address: that of the page itself, not of its outlet": not self.is_front_page,
            f"date: the page’s date, or “{NOT_PRINTED}”": self.date,
            "read: the day on which it was read": self.read,
        }
        if self.outside and (missing := [want for want, found in wanted.items() if not found]):
            is_bare = self.address and self.is_front_page
            found = f"the address {shown(self.address)}" if is_bare else "an entry without it"
            raise UnfitError(found, "; ".join(missing))
        return self

    @property
    def called(self) -> str:
        """How it is named where it is cited: “Trend”, “reported by Nukta”."""
        return credited(self.publisher, reported=self.reported)


class Essay(_Published):
    """One of the essays: where it appeared and what each paragraph is about, in our words.

    `sentence_title` is the title as APA writes it, names alone with capitals; `untitled`: the title is ours.
    """

    author: Text
    title: str
    sentence_title: str = ""
    untitled: bool = False
    date: CalendarDate
    published_in: str
    paragraphs: dict[Paragraph, Text]

    @property
    def called(self) -> str:
        """Its title; one of ours in square brackets, as the styles of citation have it."""
        return f"[{self.title}]" if self.untitled else self.title

    @property
    def short(self) -> str:
        """What it is called beside a paragraph's number: its author's last name."""
        return self.author.split()[-1]
