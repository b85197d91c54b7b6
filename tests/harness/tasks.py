"""What pupils are asked: the question, what leads to its answer by mouse, key and finger, and the answer."""

from __future__ import annotations

from dataclasses import dataclass

from tests.harness.deeds import (
    Deed,
    Find,
    box,
    button,
    field,
    hit,
    keys,
    panel,
    press,
    reached,
    row,
    search,
    spot,
    step,
    title,
    typed,
    words,
    written,
)


@dataclass(frozen=True)
class Task:
    """A question, the deeds that lead to its answer, and what is then read beside the map or on it."""

    asked: str
    deeds: tuple[Deed, ...]
    answers: tuple[str, ...]
    most: int = 3  # deeds
    by_key: tuple[Deed, ...] = ()
    focus: Find | None = None  # where it is after the last key
    by_tap: tuple[Deed, ...] = ()


TASKS = {
    1: Task(
        "Which countries does the Middle Corridor cross, how long is it, how many days?",
        (press(row("middle-corridor")),),
        ("Kazakhstan → Azerbaijan → Georgia", "Türkiye: Tbilisi – Kars", "5,730 km", "11–29 days"),
        most=2,
        by_key=(written("middle corridor"),),
        focus=title,
        by_tap=(press(search), lambda screen: search(screen).fill("middle corridor"), press(hit)),
    ),
    2: Task(
        "Who says Zangezur corridor, and who does not?",
        (press(words("What is TRIPP, and who calls it the Zangezur corridor?")),),
        ("United States and Armenia, since August 2025", "Zangezur corridor"),
    ),
    3: Task(
        "Is the railway through Armenia built?", (press(row("zangezur")),), ("(42 km, planned)",), most=2
    ),
    4: Task(
        "What if Georgia closes, and Iran, and what is the weakest link?",
        (press(panel("Routes")), press(words("Georgia closed")), press(words("Iran closed"))),
        ("Iran is left out", "Weakest link"),
        by_key=(
            keys("/"),
            reached(panel("Explore"), 3),
            keys("ArrowRight", "ArrowRight", "Enter"),
            reached(words("Georgia closed"), 8),
            keys("Enter"),
            reached(words("Iran closed"), 1),
            keys("Enter"),
        ),
        focus=words("Iran closed"),
        by_tap=(press(panel("Routes")), press(words("Georgia closed")), press(words("Iran closed"))),
    ),
    5: Task(
        "Where is the gap of North–South, and when is it finished?",
        (press(words("Where is the gap in the North–South railway?")),),
        ("Astara – Talesh – Rasht (163 km, planned)", "finished under three years after the contract"),
        most=2,
    ),
    6: Task(
        "Whose is Tamar, where does the gas go, what has Azerbaijan to do with it?",
        (press(row("tamar")),),
        ("Isramco 28.75 %", "10 % (2025; in effect", "Israel; in part Egypt and Jordan"),
        most=2,
    ),
    7: Task(
        "Who builds Anaklia, and when does it open?",
        (press(words("Who won the bid for Anaklia?")),),
        ("51 % Georgian state", "contract unsigned", "end of 2027"),
        most=2,
        by_key=(keys("/"), reached(words("Who won the bid for Anaklia?"), 9), keys("Enter")),
        focus=title,
        by_tap=(press(words("Who won the bid for Anaklia?")),),
    ),
    8: Task(
        "How much goes through the Port of Baku, and what can it take?",
        (press(row("port-of-baku")),),
        ("8.2 million t", "100,000 TEU", "150,000 TEU"),
        most=2,
    ),
    9: Task(
        "Where is Blank contradicted?",
        (press(panel("Read")), press(words("Claims")), press(words("contradicted"))),
        ("3 of 213 claims",),
    ),
    10: Task(
        "How far has the Caspian fallen, and do the sources agree?",
        (press(words("Waters")), press(row("shrinking-waters"))),
        ("0.93 m", "0.96 m"),
    ),
    11: Task(
        "Three ways from Urumqi to Istanbul: which countries, how many km, how many days?",
        (
            press(panel("Routes")),
            typed("urumqi", field("From")),
            typed("istanbul", field("To")),
            press(words("Compare 4 ways")),
        ),
        ("6,003", "6,719", "6,453", "12–33", "13–39", "16–43", "CN → KZ → AZ → GE → TR"),
        most=4,
    ),
    12: Task(
        "Where is Krasnaja Sloboda?",
        (typed("krasnaja sloboda"),),
        ("Red Village",),
        by_key=(written("krasnaja sloboda"),),
        focus=title,
        by_tap=(press(search), lambda screen: search(screen).fill("krasnaja sloboda"), press(hit)),
    ),
    13: Task(
        "Send a link with two more layers and a view of your own.",
        (press(box("black-sea-access")), press(box("belt-and-road")), press(button("Zoom in"))),
        ("Belt and Road",),
    ),
    14: Task(
        "How do I cite what Blank says of Tamar?",
        (press(row("tamar")), press(lambda screen: screen.page.locator(".card [data-cite]").first)),
        ("para. ", "Baku Dialogues"),
    ),
    16: Task(
        "Show the tour of one minute to its end, and go back to the map.",
        (
            press(panel("Present")),
            press(lambda screen: screen.page.get_by_role("button", name="Start One minute").first),
            step("A crossing of two lines"),
            step("A gap of about forty kilometres"),
            step("Now ask the map"),
            step("One minute: why this map, step 4 of 4"),
            press(button("End it (Esc)")),
        ),
        ("Legend", "Corridor Atlas", "One minute: why this map"),
        most=7,
    ),
    17: Task("What do the lines mean?", (press(button("Legend")),), ("road", "approximate", "planned")),
    19: Task(
        "How far is it from here to there?", (spot(1010, 225), spot(660, 645)), ("km in a straight line",)
    ),
    20: Task("What is here?", (spot(1010, 225),), ("Kazakhstan",)),
}
