"""The Streamlit page without a browser: AppTest runs the script, and what it sends is read back."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from layers.files.folders import ROOT

PAGE = ROOT / "layers" / "page" / "page.py"


def run(**query: str) -> AppTest:
    """Run the page once as for a visitor who comes with an address."""
    page = AppTest.from_file(PAGE, default_timeout=60)
    for key, value in query.items():
        page.query_params[key] = value
    return page.run()


def sent(page: AppTest) -> list[dict[str, Any]]:
    """Return the data that each component of the sidebar was given."""
    return [json.loads(element.proto.json) for element in page.sidebar.get("bidi_component")]
