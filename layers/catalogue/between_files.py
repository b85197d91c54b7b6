"""What one file says about another: sources, paragraphs, links, ids used twice; faults go to the definition.

A fault that would leave a claim without its paragraph or a number without its source is "refused": the layer
is not shown. A link that leads nowhere or a long quote is "wrong": the layer is shown, the check fails.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from layers.catalogue.citations import citations
from layers.catalogue.definitions import Definition
from layers.catalogue.markdown import links, long_quotes
from layers.catalogue.side_by_side import check_side_by_side
from layers.files.border import Border
from layers.files.faults import Fault, choices, shown
from layers.geometry.collection import Collection
from layers.model.catalogue import Catalogue
from layers.model.essay import Essay
from layers.model.layer import Claim, Fact, Promise, StripNote, Voice

Path = tuple[str | int, ...]


def check_between_files(
    definitions: list[Definition],
    collections: Mapping[str, Collection],
    known: Catalogue,
    *,
    all_sources: bool,
) -> None:
    """Add to each definition the faults that only show when all files are known.

    `all_sources`: every file of sources could be read, so that an id that none has is a fault.
    """
    _check_ids(definitions, known)
    targets = known.parts | {
        f"{stem}/{found['id']}" for stem, file in collections.items() for found in file.features
    }
    unread = {stem for stem, file in collections.items() if file.refused}
    check_side_by_side(definitions, known)
    for definition in definitions:
        with Border(definition.file, definition.faults):
            if all_sources:
                _check_sources(definition, known)
            _check_pages(definition, known)
            _check_paragraphs(definition, known)
            _check_places(definition, known)
            for where, text, first_line in _texts(definition):
                definition.faults.extend(
                    text_faults(definition.file, where, text, first_line, known, targets, unread)
                )
            if definition.stem in collections:
                _check_strip(definition, collections[definition.stem])


def _check_ids(definitions: list[Definition], known: Catalogue) -> None:
    first_of = {claim.id: layer.id for layer in known.layers.values() for claim in layer.claims}
    for definition in definitions:
        with Border(definition.file, definition.faults):
            _check_id(definition, known, first_of)


def _check_id(definition: Definition, known: Catalogue, first_of: dict[str, str]) -> None:
    given = definition.data.get("id")
    if isinstance(given, str) and given != definition.stem:
        expected = f"“{definition.stem}”, like the file's name"
        definition.fault("", f"the id {shown(given)}", expected, "id", effect="refused")
    if isinstance(given, str) and given in known.layers:
        expected = "an id that the atlas does not have yet"
        definition.fault("", f"the id {shown(given)}", expected, "id", effect="refused")
    for number, claim in definition.valid("claims", Claim):
        if claim.id in first_of:
            expected = f"an id of its own (used in {first_of[claim.id]})"
            definition.fault("claims", f"the claim id “{claim.id}” again", expected, "claims", number, "id")
        first_of.setdefault(claim.id, definition.file)


def cited_sources(definition: Definition) -> Iterator[tuple[str, str, Path]]:
    """Yield where, source id and path of every source that a definition names."""
    for number, fact in definition.valid("facts", Fact):
        for index, value in enumerate(fact.values):
            yield f"facts, {fact.label}", value.source, ("facts", number, "values", index, "source")
    for number, claim in definition.valid("claims", Claim):
        for source in claim.check.sources:
            yield f"claims, {claim.id}", source, ("claims", number, "check", "sources")
    for number, promise in definition.valid("promised", Promise):
        yield f"promised, {promise.what}", promise.source, ("promised", number, "source")
    for number, voice in definition.valid("voices", Voice):
        yield f"voices, {voice.who}", voice.source, ("voices", number, "source")


def _check_sources(definition: Definition, known: Catalogue) -> None:
    for where, source, path in cited_sources(definition):
        if source not in known.sources:
            found, expected = f"the source {shown(source)}", "an id of the sources"
            definition.fault(where, found, expected, *path, effect="refused")


def _check_pages(definition: Definition, known: Catalogue) -> None:
    for number, claim in definition.valid("claims", Claim):
        pages, verdict = claim.check.sources, claim.check.verdict
        if verdict.needs_source and not any(_is_page(source, known) for source in pages):
            found, expected = f"the verdict “{verdict}” on no page", "the source of a page that was read"
            definition.fault(f"claims, {claim.id}", found, expected, "claims", number, "check", "sources")
    for number, voice in definition.valid("voices", Voice):
        if not _is_page(voice.source, known):
            found, expected = "what nobody published", "the source of a page on which it stands"
            definition.fault(f"voices, {voice.who}", found, expected, "voices", number, "source")


def _is_page(source: str, known: Catalogue) -> bool:
    """Whether a source is a page of somebody else; one that is not there is a fault already."""
    return source not in known.sources or known.is_outside(source)


def _check_paragraphs(definition: Definition, known: Catalogue) -> None:
    for number, claim in definition.valid("claims", Claim) if known.essays else ():
        where = f"claims, {claim.id}"
        essay = known.essays.get(claim.essay)
        if essay is None:
            found, path = f"the essay {shown(claim.essay)}", ("claims", number, "essay")
            definition.fault(where, found, choices(known.essays), *path, effect="refused")
            continue
        for paragraph in claim.paragraphs:
            if paragraph not in essay.paragraphs:
                found, path = f"paragraph {paragraph}", ("claims", number, "paragraphs")
                definition.fault(where, found, _paragraphs(claim.essay, essay), *path, effect="refused")


def _check_places(definition: Definition, known: Catalogue) -> None:
    for number, claim in definition.valid("claims", Claim) if known.places else ():
        for place in claim.touches:
            if place not in known.places:
                expected, path = "the id of a place in places.geojson", ("claims", number, "touches")
                definition.fault(f"claims, {claim.id}", f"the place {shown(place)}", expected, *path)


def _paragraphs(key: str, essay: Essay) -> str:
    last = max((number for number in essay.paragraphs if isinstance(number, int)), default=0)
    caption = ", or “caption”" if "caption" in essay.paragraphs else ""
    return f"a paragraph of {key}: 1 to {last}{caption}"


def _texts(definition: Definition) -> Iterator[tuple[str, str, int]]:
    """Yield where, text and first line of everything that may hold citations and links."""
    for number, claim in definition.valid("claims", Claim):
        for text, path in ((claim.text, ("text",)), (claim.check.note, ("check", "note"))):
            yield f"claims, {claim.id}", text, definition.yaml.line(("claims", number, *path)) or 1
    for number, voice in definition.valid("voices", Voice):
        yield f"voices, {voice.who}", voice.line, definition.yaml.line(("voices", number, "line")) or 1
    yield "text", definition.body, definition.body_line


def text_faults(
    file: str,
    where: str,
    text: str,
    first_line: int,
    known: Catalogue,
    targets: AbstractSet[str] | None,
    unread: AbstractSet[str] = frozenset(),
) -> Iterator[Fault]:
    """Yield citations of no paragraph, links that lead nowhere and long quotes of a text of `file`.

    `targets` are the parts of layers to which a link may lead; None for a text that may hold no links, which
    is not searched for them.
    """

    def line_of(part: str) -> int:
        # A YAML text may be folded over several lines, where only the first is known for certain.
        return first_line + (text.count("\n", 0, text.find(part)) if where == "text" else 0)

    for key, paragraph in citations(text) if known.essays else ():
        essay = known.essays.get(key)
        found, line = f"the citation [{key}:{paragraph}]", line_of(f"{key}:{paragraph}")
        if essay is None:
            yield Fault(file, where, found, f"an essay: {choices(known.essays)}", line)
        elif paragraph not in essay.paragraphs:
            yield Fault(file, where, found, _paragraphs(key, essay), line)
    for target in () if targets is None else links(text):
        scheme, _, rest = target.partition(":")
        if scheme == "place" and known.places and rest not in known.places:
            found, expected = f"a link to the place {shown(rest)}", "the id of a place in places.geojson"
            yield Fault(file, where, found, expected, line_of(target))
        if scheme == "feature" and rest not in (targets or ()) and rest.partition("/")[0] not in unread:
            found, expected = f"a link to the feature {shown(rest)}", "layer/feature of one that exists"
            yield Fault(file, where, found, expected, line_of(target))
    for quote in long_quotes(text):
        found = f"the quote {shown(quote, limit=40)} of more than 12 words"
        yield Fault(file, where, found, "at most 12 words", line_of(quote))


def _check_strip(definition: Definition, collection: Collection) -> None:
    if collection.refused:
        return
    lines = {feature["id"] for feature in collection.features if "Line" in feature["geometry"]["type"]}
    strip = definition.data.get("strip")
    for number, slug in enumerate(strip if isinstance(strip, list) else ()):
        if not isinstance(slug, str) or slug not in lines:
            expected = f"the id of a line in {definition.data['geodata']}"
            definition.fault("strip", f"the leg {shown(slug)}", expected, "strip", number)
    try:
        note = StripNote.model_validate(definition.data.get("strip_note"))
    except ValueError:
        return  # absent, or said already
    if not isinstance(strip, list) or note.feature not in strip:
        found = f"the feature {shown(note.feature)}"
        definition.fault("strip_note", found, "one of the strip's legs", "strip_note", "feature")
