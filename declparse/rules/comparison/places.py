"""Labels in the old document, and parts that only one of the two documents has."""

from collections.abc import Iterator

from declparse.characters.white_space import fold_space
from declparse.document import Document
from declparse.rules.support.pairing import Comparison, around
from declparse.rules.support.rule import BareFinding, BareLabel
from declparse.source import Span
from declparse.wording import PARTS, Term

# Texts for a part that only one of the two documents has.
ALONE = {
    "alone": "Only one of the two documents has this part, so it cannot be compared: {part}",
    "help_alone": "add it, and compare again",
}


def in_old(pair: Comparison, span: Span, text: str = "label") -> BareLabel:
    """Return a label at a place in the old document."""
    return BareLabel(span, text=text, source=pair.old.source)


def quoted(document: Document, span: Span) -> str:
    """Return the text at a place, on one line."""
    return fold_space(document.source.text[slice(*span)])


def alone(pair: Comparison, *names: str) -> Iterator[BareFinding]:
    """Yield a finding for each of these parts that only one of the documents has, so that it cannot be compared."""
    if pair.checked:
        return
    for name in names:
        lacking = [part for document in (pair.old, pair.new) for part in document.missing if part.part == name]
        there, here = (_place_of(name, document) for document in (pair.old, pair.new))
        if len(lacking) == 1 and there is not None and here is not None:
            yield BareFinding(here, {"part": Term(PARTS[name])}, "alone", "help_alone", labels=(in_old(pair, there),))


def _place_of(name: str, document: Document) -> Span | None:
    """Return where a part is, or where it should be; None if it cannot be read, or is optional."""
    for missing in document.missing:
        if missing.part == name:
            return Span(missing.offset, missing.offset)
    one = getattr(document, name, None)
    of_several = {"text": [one.span for one in document.paragraphs], "list": [one.span for one in document.signatories]}
    spans = of_several.get(name, [one.span] if one is not None else [])
    return around(spans) if spans else None
