"""Take the README's picture from the running atlas: python -m tools.screenshot [--query …] [--out …]"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.harness.browser import APP, Screen, chromium
from tests.harness.cable import PulledCable
from tests.harness.serving import ROOT, Server, poll

QUERY = "selected=middle-corridor"


def take(out: Path, query: str, width: int, height: int) -> list[str]:
    """Save the picture; return what the window complained of."""
    with (
        PulledCable() as cable,
        Server() as server,
        sync_playwright() as playwright,
        chromium(playwright) as browser,
    ):
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", proxy=cable.proxy
        )
        screen = Screen(context, server.url, cable).open(f"/?{query}").wait_for_map()
        screen.page.wait_for_selector(f"{APP}[data-test-script-state=notRunning]")
        poll(lambda: same_picture_twice(screen), 20, expected="a page at rest")
        screen.page.screenshot(path=out)
        return screen.complaints()


def same_picture_twice(screen: Screen) -> bool:
    """Say whether nothing moves any more."""
    first = screen.page.screenshot()
    screen.page.wait_for_timeout(300)
    return first == screen.page.screenshot()


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and take the picture; exit 1 when the page complained of anything."""
    parser = argparse.ArgumentParser(prog="python -m tools.screenshot", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "atlas.png")
    parser.add_argument("--query", default=QUERY, help="the page's address after the question mark")
    parser.add_argument("--size", type=int, nargs=2, default=(1440, 900), metavar=("WIDTH", "HEIGHT"))
    options = parser.parse_args(arguments)
    complaints = take(options.out, options.query, *options.size)
    sys.stderr.writelines(f"{complaint}\n" for complaint in complaints)
    return int(bool(complaints))


if __name__ == "__main__":
    sys.exit(main())
