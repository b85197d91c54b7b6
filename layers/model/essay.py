"""The closed schemas of what is cited: publications, and the essays with their paragraphs."""

from __future__ import annotations

from layers.model.vocabulary import CalendarDate, Closed, Paragraph, Text


class Source(Closed):
    """A publication; the date is text as its publisher gives it, the address may lack its scheme."""

    title: Text
    publisher: str = ""
    date: str = ""
    address: str = ""


class Essay(Closed):
    """One of the essays: where it appeared and what each paragraph is about, in our words."""

    author: Text
    title: str
    date: CalendarDate
    published_in: str
    address: str = ""
    paragraphs: dict[Paragraph, Text]

    @property
    def short(self) -> str:
        """What it is called beside a paragraph's number: its author's last name."""
        return self.author.split()[-1]
