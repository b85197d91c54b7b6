"""How often the page writes its address."""

from __future__ import annotations

from tests.harness.browser import Screen

_COUNT = """() => {
  window.written = 0;
  for (const name of ["pushState", "replaceState"]) {
    const write = history[name].bind(history);
    history[name] = (...all) => { window.written += 1; write(...all); };
  }
}"""


def count_written(screen: Screen) -> None:
    """Count from now on."""
    screen.page.evaluate(_COUNT)


def written(screen: Screen) -> int:
    """Return how often an address was written since."""
    return int(screen.page.evaluate("window.written"))
