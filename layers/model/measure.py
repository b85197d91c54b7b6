"""What a route may be best at, and how many routes an answer has."""

from __future__ import annotations

from typing import Literal

By = Literal["days", "km", "borders", "transshipments"]
MOST_ROUTES = 4  # of one answer
