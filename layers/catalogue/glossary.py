"""The glossary of an atlas: each word stands for one term."""

from __future__ import annotations

from layers.catalogue.rows import read_rows
from layers.files.faults import Fault
from layers.files.folders import Folders
from layers.model.glossary import Glossary, Term


def read_glossary(folders: Folders) -> Glossary:
    """Read the glossary; a wrong term, or one whose id or word another has, is left out with its fault."""
    rows, faults = read_rows(folders.glossary, "terms", Term, folders)
    file = folders.named(folders.glossary)
    terms: list[Term] = []
    taken: dict[str, str] = {}
    for line, term in rows:
        marks = [f"id {term.id}", *(f"word “{word}”" for word in term.words)]
        if twice := next((mark for mark in marks if mark in taken), None):
            found = f"the {twice} a second time, as in {taken[twice]}"
            faults.append(Fault(file, term.id, found, "each id and each word once", line, "skipped"))
            continue
        taken |= dict.fromkeys(marks, term.id)
        terms.append(term)
    return Glossary(tuple(terms), tuple(faults))
