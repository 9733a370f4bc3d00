"""Fixes: edits become a new text, which is looked at again before anybody writes it.

A round applies every fix that does not touch another one, without those that do no good; what is left over, or comes to
light, has its turn in the next round. Each round makes the text better or is not done at all, so there is an end, and a
second run changes nothing.
"""

import datetime as dt
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from declparse import pipeline, source
from declparse.document import Document, Found, Malformed
from declparse.findings import Edit, Finding, Fix, Safety, Severity
from declparse.pipeline import Textual
from declparse.rules import engine
from declparse.rules.options import Options, Profile
from declparse.source import Position, SourceText, Span
from declparse.wording import Lang

SAFE: frozenset[Safety] = frozenset({"safe"})
SAFE_AND_UNSAFE: frozenset[Safety] = frozenset({"safe", "unsafe"})

_BOM = b"\xef\xbb\xbf"
_DECLARATION = "written-declaration"

Find = Callable[[Document], Sequence[Finding]]
Choose = Callable[[SourceText, Sequence[Finding]], Sequence[Finding]]


class Fixed(NamedTuple):
    """What ``fix`` makes of a text.

    ``text`` is the new one, without a byte order mark. ``done`` is what was fixed, with its places in the text as it
    was then: what was fixed before may have moved them. ``left`` is what is found in the new text.
    """

    text: str
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]


class Applied(NamedTuple):
    """What became of a text: the new one, what was fixed in it, and what is found in it now.

    ``places`` says of what was fixed where it stood; a later round counts the lines that the one before has left.
    """

    source: SourceText
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]
    places: tuple[Position, ...]


class _Inspected(NamedTuple):
    """A text, the documents in it, and all that is found in each."""

    source: SourceText
    documents: tuple[Document, ...]
    findings: tuple[Sequence[Finding], ...]

    @property
    def all(self) -> list[Finding]:
        return [finding for findings in self.findings for finding in findings]


_Round = tuple[tuple[Finding, ...], _Inspected]  # what is fixed in it, and the text then


def fix(
    text: Textual,
    *,
    unsafe: bool = False,
    today: dt.date | None = None,
    profile: Profile = "published",
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    severity: Mapping[str, Severity] = MappingProxyType({}),
    thresholds: Mapping[str, int] = MappingProxyType({}),
    lang: Lang = "en",
) -> Fixed:
    """Return a text with everything fixed that is certain, or, with ``unsafe``, likely; nothing is written.

    Each change is checked: no other finding comes with it, and nothing else changes. A text that is no declaration
    stays as it is, and so does one with bytes that are not UTF-8; ``Fixed.text`` has U+FFFD for these, so do not write
    it back. The other keywords mean what they mean to ``check``, and raise what they raise there; what they do not
    choose is not fixed.
    """
    options = Options.of(
        today=today,
        profile=profile,
        select=select,
        ignore=ignore,
        severity=severity,
        thresholds=thresholds,
        lang=lang,
    )

    def wanted(_: SourceText, findings: Sequence[Finding]) -> Sequence[Finding]:
        return [one for one in findings if options.wants(one.code)]

    find = partial(engine.check, options=options.with_every_rule())
    fixed = apply(pipeline.as_source(text), find, wanted, SAFE_AND_UNSAFE if unsafe else SAFE)
    return Fixed(fixed.source.text, fixed.done, fixed.left)


def apply(
    text: SourceText, find: Find, choose: Choose = lambda _, findings: findings, safeties: Collection[Safety] = SAFE
) -> Applied:
    """Apply the fixes of the chosen findings that are of these classes.

    ``find`` finds all that is wrong with a document, ``choose`` says which of the findings of a text are wanted. A fix
    is applied only where the new text holds what the old one held, apart from what the fix was about, its finding is
    gone and no other has come. Texts with bytes that are not UTF-8, and such as are no declaration, stay as they are.
    """
    inspected = _inspect(text, find)
    done: list[Finding] = []
    places: list[Position] = []
    refused: set[tuple[str, str]] = set()  # does no good so far; tried again only when all else is done
    while not text.bad_bytes:
        fixable = _fixable(inspected, choose, safeties)
        untried: Sequence[Finding] = [one for one in fixable if (one.code, one.message) not in refused]
        is_all = len(untried) == len(fixable)
        fixed: tuple[Finding, ...] = ()
        while untried and not fixed:
            batch, untried = _apart(untried)
            before = inspected.source
            fixed, inspected = _add_good_fixes(((), inspected), inspected, batch, find)
            places += [before.position(one.span.start) for one in fixed]
            refused |= {(one.code, one.message) for one in {*batch} - {*fixed}}
        done += fixed
        if not fixed:
            if is_all:
                break
            refused.clear()
    return Applied(inspected.source, tuple(done), tuple(choose(inspected.source, inspected.all)), tuple(places))


def with_edits(text: SourceText, edits: Sequence[Edit]) -> SourceText:
    """Return the text with edits that do not overlap; all else, the byte order mark included, stays byte for byte."""
    pieces: list[str] = []
    place = 0
    for edit in sorted(edits):
        pieces += [text.text[place : edit.start], edit.text]
        place = edit.end
    pieces.append(text.text[place:])
    mark = _BOM if text.data.startswith(_BOM) else b""
    return source.decode(mark + "".join(pieces).encode(), text.path)


def _inspect(text: SourceText, find: Find) -> _Inspected:
    documents = pipeline.parse_all(text)
    return _Inspected(text, documents, tuple(map(find, documents)))


def _fixable(inspected: _Inspected, choose: Choose, safeties: Collection[Safety]) -> list[Finding]:
    """Return the findings to fix, if that does good."""
    wanted = set(choose(inspected.source, inspected.all))
    outside = [span for document in inspected.documents for span in document.outside]
    return [
        one
        for document, findings in zip(inspected.documents, inspected.findings, strict=True)
        for one in findings
        if document.kind == _DECLARATION and one in wanted and one.fix is not None and one.fix.safety in safeties
        if not any(start < edit.end and edit.start < end for edit in one.fix.edits for start, end in outside)
    ]


def _apart(fixable: Sequence[Finding]) -> tuple[Sequence[Finding], Sequence[Finding]]:
    """Return the findings whose fixes can be applied together, and those whose fixes touch one of these."""
    apart: list[Finding] = []
    others: list[Finding] = []
    taken: list[Edit] = []  # sorted
    for one in fixable:
        edits = _fix(one).edits
        if any(_is_beside(edit, taken) for edit in edits):
            others.append(one)
        else:
            apart.append(one)
            for edit in edits:
                insort(taken, edit)
    return apart, others


def _add_good_fixes(good: _Round, before: _Inspected, batch: Sequence[Finding], find: Find) -> _Round:
    """Return the good fixes, and as many more of the batch as are good; it is halved until the bad ones are found."""
    fixed = (*good[0], *batch)
    after = _with_fixes(before, fixed, find)
    if after is not None:
        return fixed, after
    if len(batch) == 1:
        return good
    middle = len(batch) // 2
    return _add_good_fixes(_add_good_fixes(good, before, batch[:middle], find), before, batch[middle:], find)


def _is_beside(edit: Edit, others: Sequence[Edit]) -> bool:
    """True if an edit overlaps one of the others, which are sorted, or stands right beside it."""
    next_one = bisect_left(others, edit.start, key=lambda other: other.end)
    return next_one < len(others) and others[next_one].start <= edit.end


def _with_fixes(before: _Inspected, fixed: Sequence[Finding], find: Find) -> _Inspected | None:
    """Return the text with these findings fixed; None where that does not make it better, and nothing else."""
    edits = sorted(edit for one in fixed for edit in _fix(one).edits)
    after = _inspect(with_edits(before.source, edits), find)
    if len(after.documents) != len(before.documents) or after.source.text == before.source.text:
        return None
    pairs = zip(before.documents, after.documents, strict=True)
    if not all(_is_same(old, new, edits) for old, new in pairs):
        return None
    expected = Counter(one.code for one in before.all)
    expected.subtract(one.code for one in fixed)
    found = Counter(one.code for one in after.all)
    if found <= expected:
        return after
    hidden = _hidden(before, after, fixed, find)
    return after if found <= expected | hidden else None


def _hidden(before: _Inspected, after: _Inspected, fixed: Sequence[Finding], find: Find) -> Counter[str]:
    """Return what would have been found before if the dates had been readable: without them some rules are silent."""
    hidden: Counter[str] = Counter()
    for old, new in zip(before.documents, after.documents, strict=True):
        if isinstance(old.date, Malformed) or isinstance(old.reissue, Malformed) or _is_unread(old.reissue):
            hidden += Counter(one.code for one in find(replace(old, date=new.date, reissue=new.reissue)))
    hidden.subtract(one.code for one in fixed)
    return hidden


def _is_unread(reissue: object) -> bool:
    return isinstance(reissue, Found) and isinstance(reissue.value.originally_tabled, Malformed)


def _fix(finding: Finding) -> Fix:
    assert finding.fix is not None  # noqa: S101 - only such are chosen
    return finding.fix


# The document before and after


def _is_same(old: Document, new: Document, edits: Sequence[Edit]) -> bool:
    """True if the new document has all that the old one has, and nothing else, where no edit was."""
    if (old.kind, old.layout, len(old.signatories), len(old.paragraphs)) != (
        *(new.kind, new.layout, len(new.signatories), len(new.paragraphs)),
    ):
        return False
    change = _Change(edits)
    kept = [part._replace(place=change.moved(part.place)) for part in _parts(old) if not _touches(part, change.before)]
    return kept == [part for part in _parts(new) if not _touches(part, change.after)]


class _Part(NamedTuple):
    """A part that was read: what it is, where it begins, how long it is, and its value without the places in it."""

    name: str
    place: int
    length: int
    value: object


def _parts(document: Document) -> Iterator[_Part]:
    """Yield all parts that were read, each kind in its order."""
    for name in (
        *("document_number", "edition", "date", "title", "declaration_number", "reissue", "disclaimer", "opening"),
        *("paragraphs", "sign_off", "list_note", "signatories", "total", "legend", "legend_note", "unreadable"),
    ):
        value = getattr(document, name)
        parts = value if name in ("paragraphs", "signatories", "legend", "unreadable") else (value,)
        for part in parts:
            if part is not None:
                yield _Part(name, part.span.start, part.span.end - part.span.start, _bare(part))


def _bare(value: object) -> object:
    """Return a value without the places in it, and without the position in the list, which lines that move change."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        names = getattr(value, "_fields", range(len(value)))
        return tuple(_bare(one) for name, one in zip(names, value, strict=True) if name not in ("span", "position"))
    return value


class _Change:
    """Which places edits have to do with, in the old text and in the new one, and where the others are moved to.

    What stands right beside a change belongs to it, beside an insertion it does not.
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.before: list[Span] = []
        self.after: list[Span] = []
        self._ends: list[int] = []
        self._shifts = [0]
        for start, end, text in sorted(edits):
            shift, margin = self._shifts[-1], int(start < end)
            self.before.append(Span(start - margin, end + margin))
            self.after.append(Span(start + shift - margin, start + shift + len(text) + margin))
            self._ends.append(end)
            self._shifts.append(shift + len(text) - (end - start))

    def moved(self, place: int) -> int:
        """Return where what stands at a place of the old text, outside of all edits, stands in the new one."""
        return place + self._shifts[bisect_right(self._ends, place)]


def _touches(part: _Part, areas: Sequence[Span]) -> bool:
    first = bisect_right(areas, part.place, key=lambda area: area.end)
    return first < len(areas) and areas[first].start < part.place + part.length
