"""The page says as Markdown only words of its own: data goes through layers/page/said.py, as text."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from layers.page.said import JOINER, label, labels
from tests.harness.serving import ROOT

SAYS = {
    "badge",
    "caption",
    "code",
    "echo",
    "error",
    "exception",
    "header",
    "help",
    "info",
    "latex",
    "markdown",
    "metric",
    "popover",
    "spinner",
    "status",
    "subheader",
    "success",
    "table",
    "title",
    "toast",
    "warning",
    "write",
    "write_stream",
    "html",
    "dialog",
}
CHOOSES = {"multiselect", "pills", "radio", "segmented_control", "select_slider", "selectbox", "feedback"}
LABELLED = CHOOSES | {
    "audio_input",
    "button",
    "camera_input",
    "chat_input",
    "checkbox",
    "color_picker",
    "data_editor",
    "date_input",
    "download_button",
    "expander",
    "file_uploader",
    "form_submit_button",
    "link_button",
    "menu_button",
    "number_input",
    "page_link",
    "slider",
    "tabs",
    "text_area",
    "text_input",
    "time_input",
    "toggle",
}
MARKDOWN_TOO = {"help", "label", "captions", "caption", "icon"}  # keywords of widgets


def is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str | None)


def is_call_of(node: ast.expr | None, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def widget_calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Yield each call of a method with its name; what a module of ours has of that name is no widget."""
    own = {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("layers.")
        for name in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            if not (isinstance(owner, ast.Name) and owner.id in own):
                yield node, node.func.attr


def wrong_calls(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and name of what is called with text that is neither a literal nor made a label."""
    for node, name in widget_calls(tree):
        keywords = {word.arg: word.value for word in node.keywords if word.arg}
        if name in SAYS and not all(map(is_literal, node.args)):
            yield node.lineno, name
        if name in LABELLED:
            marked = [*node.args[:1], *(keywords[key] for key in MARKDOWN_TOO & keywords.keys())]
            if not all(is_literal(text) or is_call_of(text, "label") for text in marked):
                yield node.lineno, f"{name}’s label"
        if name in CHOOSES and not is_call_of(keywords.get("format_func"), "labels"):
            yield node.lineno, f"{name}’s options"


def markdown_of_data(folder: Path) -> list[str]:
    """Name the places where the page has Streamlit read data as Markdown."""
    return [
        f"{path.name}:{line}: {what}"
        for path in sorted(folder.glob("*.py"))
        for line, what in wrong_calls(ast.parse(path.read_text("utf-8")))
    ]


def aliases(folder: Path) -> list[str]:
    """Name the places that take a function of Streamlit without calling it: the rule looks at calls."""
    found = []
    for path in sorted(folder.glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        found += [
            f"{path.name}:{node.lineno}: st.{node.attr}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and node.attr in SAYS | LABELLED
            and isinstance(node.value, ast.Name)
            and node.value.id == "st"
            and id(node) not in called
        ]
    return found


def test_the_page_says_no_data_as_markdown() -> None:
    assert markdown_of_data(ROOT / "layers" / "page") == []
    assert aliases(ROOT / "layers" / "page") == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("st.caption(f'{x}')", "caption"),
        ("st.error(error)", "error"),
        ("column.markdown('a' + b)", "markdown"),
        ("st.write('a', b)", "write"),
        ("st.button(name)", "button’s label"),
        ("up.button('Up', help=words)", "button’s label"),
        ("st.expander(f'{x}')", "expander’s label"),
        ("st.pills('Kind', kinds)", "pills’s options"),
        ("st.segmented_control('Essay', names, format_func=names.get)", "segmented_control’s options"),
    ],
)
def test_who_breaks_the_rule_is_named(source: str, found: str, tmp_path: Path) -> None:
    (tmp_path / "panel.py").write_text(source, "utf-8")
    assert markdown_of_data(tmp_path) == [f"panel.py:1: {found}"]


def test_what_is_right_is_let_be(tmp_path: Path) -> None:
    (tmp_path / "panel.py").write_text(
        "from layers.page import routes\nroutes.title(x)\nst.caption('a')\nst.text(x)\n"
        "st.button(label(x), help='a')\nst.pills('K', k, format_func=labels(k))\n",
        "utf-8",
    )
    assert markdown_of_data(tmp_path) == aliases(tmp_path) == []
    (tmp_path / "alias.py").write_text("field = st.text_input if x else st.text_area\n", "utf-8")
    assert aliases(tmp_path) == ["alias.py:1: st.text_input", "alias.py:1: st.text_area"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Stephen Blank", "Stephen Blank"),
        ("[x](y)", r"\[x\]\(y\)"),
        ("![](a)", r"\!\[\]\(a\)"),
        (":red[hot]", rf"\:{JOINER}red\[hot\]"),
        ("$x$ *b*", r"\$x\$ \*b\*"),
        ("a -> b", rf"a \-{JOINER}\> b"),
        ("https://a.b", rf"https\:{JOINER}\/\/a\.b"),
        ("www.a.b", rf"www{JOINER}\.a\.b"),
        ("two\n  lines", "two lines"),
    ],
)
def test_a_label_is_only_text(text: str, made: str) -> None:
    assert label(text) == made
    assert labels({"key": text})("key") == made


def test_a_label_keeps_every_sign() -> None:
    signs = string.punctuation.replace("\\", "")
    assert label(signs).replace(JOINER, "").replace("\\", "") == signs
    assert label("\\") == "\\\\"
