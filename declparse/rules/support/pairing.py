"""Two documents side by side: an edition and the next one, or an original and its translation."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from declparse.characters.collation import fold
from declparse.document import CalendarDate, Document, Found, Signatory
from declparse.rules.support.matching import Matching, is_another_country, is_another_group, match
from declparse.source import Span

Relation = Literal["edition", "translation"]
_QUOTES_AND_DASHES = str.maketrans("“”„«»–—‑", '"""""---')


class Word(NamedTuple):
    """A word of the text and its place. ``key`` is the same for all ways of writing the word."""

    key: str
    span: Span


class Comparison:
    """A new document beside an old one: a new edition in the same language, or a translation.

    ``checked`` is set if both documents are checked as well, so that missing parts are already reported.
    """

    def __init__(self, old: Document, new: Document, *, checked: bool = False) -> None:
        self.old = old
        self.new = new
        self.checked = checked

    @property
    def relation(self) -> Relation:
        """A translation if both languages are known and differ; else an edition."""
        both = (self.old.language, self.new.language)
        return "translation" if None not in both and both[0] != both[1] else "edition"

    @property
    def different_numbers(self) -> list[tuple[str, Found[int], Found[int]]]:
        """The numbers of both documents that differ: kind, number in the old one, number in the new one."""
        return [(kind, old, new) for kind, old, new in self._numbers() if old.value != new.value]

    @property
    def same_numbers(self) -> list[int]:
        """The numbers that both documents share."""
        return [new.value for _, old, new in self._numbers() if old.value == new.value]

    @property
    def belong_together(self) -> bool:
        """True if the documents share a number, or have no number in common to compare."""
        return bool(self.same_numbers) or not self.different_numbers

    def _numbers(self) -> list[tuple[str, Found[int], Found[int]]]:
        pairs = [
            ("Doc.", self.old.document_number, self.new.document_number),
            ("No.", self.old.declaration_number, self.new.declaration_number),
        ]
        return [(kind, a, b) for kind, a, b in pairs if isinstance(a, Found) and isinstance(b, Found)]

    @property
    def exchanged(self) -> bool:
        """True if the new document is an earlier edition than the old one, by number and by date."""
        old_date, date = self.old.iso_date, self.new.iso_date
        earlier = old_date is not None and date is not None and date < old_date
        return self.relation == "edition" and earlier and self.new.edition_number < self.old.edition_number

    @property
    def is_one_edition(self) -> bool:
        """True if the two are publications of one edition, print and web."""
        same_edition = self.relation == "edition" and self.old.edition_number == self.new.edition_number
        return same_edition and self.old.layout != self.new.layout

    @cached_property
    def matching(self) -> Matching:
        """The signatories of both documents, matched one by one."""
        return match(self.old, self.new)

    @cached_property
    def words(self) -> tuple[list[Word], list[Word]]:
        """The words of both texts, from the opening to the last paragraph."""
        return words_of(self.old), words_of(self.new)

    @property
    def same_text(self) -> bool:
        """True if both texts have the same words, in whatever layout."""
        old, new = self.words
        return [word.key for word in old] == [word.key for word in new]

    @cached_property
    def equal(self) -> bool:
        """True if the new document says the same as the old one, so that it is no new edition."""
        old, new = self.old, self.new
        matching = self.matching
        return (
            self.relation == "edition"
            and not self.different_numbers
            and (old.edition_number, old.iso_date, key(old.title)) == (new.edition_number, new.iso_date, key(new.title))
            and not (matching.renamed or matching.lost or matching.added)
            and not any(is_another_country(*pair) or is_another_group(*pair) for pair in matching.same)
            and self.other_tabler is None
            and self.same_text
        )

    @cached_property
    def replaced(self) -> list[tuple[Signatory, Signatory]]:
        """The members in whose place a translation has someone else: the same position, or the same country and group.

        Empty if most of the list is different.
        """
        lost, added = self.matching.lost, [*self.matching.added]
        if self.relation != "translation" or max(len(lost), len(added)) > len(self.matching.both):
            return []
        pairs: list[tuple[Signatory, Signatory]] = []
        for one in lost:
            other = next((other for other in added if _may_replace(one, other)), None)
            if other is not None:
                added.remove(other)
                pairs.append((one, other))
        return pairs

    @property
    def other_tabler(self) -> tuple[Signatory, Signatory] | None:
        """The first signatories of both lists, if the first one of the old list is further down in the new one.

        None if that is reported anyway: a tabler who is not in the new list is lost, and a new first signatory who is
        only in a translation is added.
        """
        if not (_begins_surely(self.old) and _begins_surely(self.new)):
            return None
        tabler, first = self.old.signatories[0], self.new.signatories[0]
        moved = any(here.position == 1 and there.position > 1 for here, there in self.matching.both)
        explained = self.relation == "translation" and first in self.matching.added
        return (tabler, first) if moved and not explained else None


def tabled_part(document: Document) -> Found[CalendarDate] | None:
    """Return the day on which, by a new edition, the first one was tabled; None if there is no such day."""
    tabled = document.originally_tabled
    return tabled if isinstance(tabled, Found) and tabled.value.iso else None


def key(words: str | None) -> str:
    """Return a key that is the same for all ways of writing these words, whatever their quotation marks and dashes."""
    return fold(words or "").translate(_QUOTES_AND_DASHES)


def words_of(document: Document) -> list[Word]:
    """Return the words of the text with their places.

    If the words of a paragraph cannot be told apart, each has the place of the paragraph.
    """
    words: list[Word] = []
    text = document.source.text
    for part in (*([document.opening] if document.opening else []), *(p.text for p in document.paragraphs)):
        keys = key(part).split()
        spans = [Span(*match.span()) for match in re.compile(r"\S+").finditer(text, part.start, part.end)]
        spans = spans if len(spans) == len(keys) else [part.span] * len(keys)
        words += map(Word, keys, spans)
    return words


def around(spans: Iterable[Span]) -> Span:
    """Return the smallest span with all these spans in it; they may be in any order."""
    every = list(spans)
    return Span(min(span.start for span in every), max(span.end for span in every))


def _may_replace(one: Signatory, other: Signatory) -> bool:
    if one.position == other.position:
        return True
    return not is_another_country(one, other) and not is_another_group(one, other)


def _begins_surely(document: Document) -> bool:
    """True if the first signatory that was read is certainly the first of the list."""
    if not document.signatories or any(part.part == "list_heading" for part in document.missing):
        return False
    start = document.signatories[0].span.start
    zones = {line.zone for line in document.unreadable if line.span.start < start}
    return not zones & {"list", "list_heading"}


def is_comparable(document: Document) -> bool:
    """True if the document is a declaration that can be read."""
    return document.kind == "written-declaration" and not document.source.bad_bytes


def side_by_side(old: Sequence[Document], new: Sequence[Document]) -> list[Comparison]:
    """Return each declaration of the new file beside the one of the old file that it belongs to.

    That is the one that shares its numbers; of several, one in the same language; of several, the one in the same
    place. If no two belong together, the first pair is returned, and its comparison says so.
    """

    def likeness(pair: Comparison) -> tuple[int, int, bool, bool]:
        same_place = places[id(pair.old)] == places[id(pair.new)]
        return (len(pair.same_numbers), -len(pair.different_numbers), pair.relation == "edition", same_place)

    olds = [document for document in old if is_comparable(document)]
    news = [document for document in new if is_comparable(document)] if olds else []
    places = {id(document): place for several in (olds, news) for place, document in enumerate(several)}
    pairs = [max((Comparison(one, document) for one in olds), key=likeness) for document in news]
    return pairs if any(pair.belong_together for pair in pairs) else pairs[:1]
