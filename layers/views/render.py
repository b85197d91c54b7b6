"""The one way from data to the page's HTML: Jinja templates with autoescape; nothing else builds markup."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from layers.catalogue.citations import PILCROW
from layers.files.words import counted, readable_date
from layers.views.languages import language_of

TEMPLATES = Path(__file__).resolve().parent / "templates"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"counted": counted, "readable": readable_date, "language_of": language_of}
    environment.globals["pilcrow"] = Markup(PILCROW)
    return environment


def render(template: str, **context: object) -> str:
    """Fill a template; every value is escaped unless it is Markup."""
    return _environment().get_template(template).render(**context)
