"""Opens watched windows for one test, and keeps count of what they complain of."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser

from tests.harness.browser import Screen
from tests.harness.cable import PulledCable
from tests.harness.relay import Relay
from tests.harness.serving import Server


class OpenScreen:
    """Opens watched windows for one test: `open_screen("/?layers=tamar", phone=True)`."""

    def __init__(self, browser: Browser, cable: PulledCable, default_server: Callable[[], Server]) -> None:
        self.browser, self.cable, self.default_server = browser, cable, default_server
        self.screens: list[Screen] = []

    def __call__(
        self,
        path: str | None = "/",
        *,
        size: tuple[int, int] = (1440, 900),
        dark: bool = False,
        phone: bool = False,
        touch: bool = False,
        reduced_motion: bool = True,
        server: Server | Relay | None = None,
    ) -> Screen:
        """Open a window and go to `path` (None leaves it empty); the map may still be loading."""
        width, height = (390, 844) if phone else size
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            is_mobile=phone or touch or None,  # Firefox knows no such thing
            has_touch=phone or touch,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if reduced_motion else "no-preference",
            proxy=self.cable.proxy,
        )
        screen = Screen(context, (server or self.default_server()).url, self.cable)
        self.screens.append(screen)
        return screen if path is None else screen.open(path)

    def complaints(self) -> list[str]:
        """List the complaints of all windows."""
        return [complaint for screen in self.screens for complaint in screen.complaints()]
