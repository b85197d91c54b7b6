"""`python -m layers routes`: the routes as text or JSON; plugged into the command line of the atlas.

What things are called is known above the network, by the index of names; the command is handed it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from layers.files.words import listed
from layers.model.measure import MOST_ROUTES
from layers.network.allowed import Allowed
from layers.network.model import Network
from layers.network.search.answer import Answer, find_routes
from layers.network.search.closures import apply_presets
from layers.network.search.graph import OBJECTIVES
from layers.network.search.handling import BEND_KM
from layers.network.search.question import MOST_VIA, USUAL_MODES, Question, QuestionError
from layers.network.search.weakest import WeakLink, weakest_links
from layers.network.words.answer_text import answer_text
from layers.network.words.as_json import answer_json, weak_links_json
from layers.network.words.comparison import weak_links_text

EPILOG = """Countries are ISO 3166 alpha-2 codes. Without --modes: rail, sea, and roads only where there is
no railway or ferry. Exit status: 0 answered, also when there is no route; 2 the question makes no sense."""


class Called(Protocol):
    """What is called so; all raise QuestionError for a name that means nothing or several things."""

    def node(self, text: str) -> str:
        """Return the id of a place where cargo can start or end."""

    def passed(self, text: str) -> str:
        """Return the id of a place or a strait that cargo can pass."""

    def closing(self, text: str) -> str:
        """Return the word that closes a thing."""


Load = Callable[[], tuple[Network, Called]]


def add_parser(
    subparsers: argparse._SubParsersAction[argparse.ArgumentParser], load: Load
) -> argparse.ArgumentParser:
    """Add the command `routes` and return its parser; `run` does what its arguments say.

    `load` fetches the network and its names, once they are needed.
    """
    parser = subparsers.add_parser("routes", help="find the ways from A to B, with closures", epilog=EPILOG)
    add = parser.add_argument
    add(
        "--from",
        dest="from_",
        required=True,
        metavar="A",
        help="a place: its name in any script, id, UN/LOCODE",
    )
    add("--to", required=True, metavar="B")
    add("--via", default="", metavar="X,Y", help=f"at most {MOST_VIA} places that the way must pass")
    add(
        "--close",
        default="",
        metavar="X,Y",
        help="countries, legs, places, straits, waters, corridors by name, id or code; planned",
    )
    add("--open", default="", metavar="X,Y", help="legs or corridors taken as open whatever their status")
    add("--preset", default="", metavar="P,Q", help="such as russia-avoided,georgia-closed")
    add("--modes", default="", metavar="M,N", help=f"of {', '.join(Allowed)}")
    add("--planned", action="store_true", help="count planned links as open")
    add("--irregular", action="store_true", help="count ferries without a timetable")
    add("--as-of", type=int, metavar="YEAR", help="the network as it was in that year")
    matters = (
        "what matters (default: days); by km a change of ship, and from a train to the lorry beside it, "
        f"counts as {BEND_KM}"
    )
    add("--by", default="days", metavar="|".join(OBJECTIVES), help=matters)
    add("--count", type=int, default=MOST_ROUTES, metavar="N", help=f"at most {MOST_ROUTES} routes")
    add("--weakest", action="store_true", help="rank the single closures that hurt most instead")
    add("--json", action="store_true", help="JSON instead of text")
    parser.set_defaults(run=partial(run, load))
    return parser


def run(load: Load, args: argparse.Namespace) -> int:
    """Print the answer; return 0, or 2 when the question or the network's file cannot be used."""
    network, called = load()
    if not network.nodes:
        faults = "\n".join(map(str, network.faults))
        sys.stderr.write(f"{faults or 'This atlas has no network.'}\n")
        return 2
    question = _asked(args)
    try:
        question = apply_presets(network, _meant(question, called), _words(args.preset))
        if args.weakest:
            return _print_weakest(weakest_links(network, question), as_json=args.json)
    except QuestionError as error:
        return _print(network, Answer(question, no_route=str(error), faulty=True), as_json=args.json)
    return _print(network, find_routes(network, question), as_json=args.json)


def _meant(question: Question, called: Called) -> Question:
    """Put ids and words in the place of names."""
    closed, opened = (tuple(map(called.closing, words)) for words in (question.closed, question.opened))
    if both := [word for word in closed if word in opened]:
        raise QuestionError(f"{listed(both)} cannot be closed and open at once: leave one of the two out.")
    return replace(
        question,
        from_=called.node(question.from_),
        to=called.node(question.to),
        via=tuple(map(called.passed, question.via)),
        closed=closed,
        opened=opened,
    )


def _print_weakest(links: Sequence[WeakLink], *, as_json: bool) -> int:
    text = weak_links_text(links) if not as_json else _json_text(weak_links_json(links))
    sys.stdout.write(text)
    return 0


def _json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _print(network: Network, answer: Answer, *, as_json: bool) -> int:
    if as_json:
        sys.stdout.write(_json_text(answer_json(network, answer)))
    elif answer.faulty:
        sys.stderr.write(answer_text(network, answer))
    else:
        sys.stdout.write(answer_text(network, answer))
    return 2 if answer.faulty else 0


def _asked(args: argparse.Namespace) -> Question:
    return Question(
        from_=args.from_,
        to=args.to,
        by=args.by,
        modes=tuple(_words(args.modes)) if args.modes else USUAL_MODES,
        closed=tuple(_words(args.close)),
        opened=tuple(_words(args.open)),
        planned=args.planned,
        as_of=args.as_of,
        irregular=args.irregular,
        count=args.count,
        via=tuple(_words(args.via)),
    )


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]
