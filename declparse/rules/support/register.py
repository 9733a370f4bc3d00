"""The register: the documents of a collection by their numbers, and which of them are one declaration."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from declparse.document import Document, Found, Language, Layout, Malformed, Part
from declparse.rules.support.alphabetical import must_move
from declparse.rules.support.matching import match

Kind = Literal["document", "declaration"]

_BOTH = 2  # numbers: that of the document and that of the declaration
_MOST_DIGITS = 6  # of a document number; shorter ones are compared with zeros before them
_SHARED = 0.5  # of the signatories, at least, if documents that share one number are one declaration


class Version(NamedTuple):
    """What tells the publications of one declaration apart."""

    language: Language | None
    edition: int
    layout: Layout | None


class Entry:
    """A document of a collection, and how it is related to the documents before it.

    ``same_number`` has for each kind of number the first document with that number that is another declaration, or the
    same publication of this one. ``original`` is the same edition in the other language, ``previous`` the edition
    before in the same language, ``twin`` the same edition in another layout. ``family`` is the first document of the
    same declaration.
    """

    def __init__(self, register: "Register", document: Document) -> None:
        self.register = register
        self.document = document
        self.version = Version(document.language, document.edition_number, document.layout)
        self.numbers: dict[Kind, Found[int]] = {}
        if document.kind == "written-declaration" and not document.source.bad_bytes:
            self._read("document", document.document_number)
            self._read("declaration", document.declaration_number)
        self.family = self
        self.same_number: dict[Kind, Entry] = {}
        self.original: Document | None = None
        self.previous: Document | None = None
        self.twin: Document | None = None

    def _read(self, kind: Kind, part: Part[int]) -> None:
        if isinstance(part, Found):
            self.numbers[kind] = part

    def also_has(self, kind: Kind) -> "Entry | None":
        """Return another declaration with the same number; None if one of them is known to have a wrong number."""
        other = self.same_number.get(kind)
        if other is None or any(self.register.is_disputed(entry, kind) for entry in (self, other)):
            return None
        return other

    @property
    def place(self) -> int:
        """The document number, by which documents are sorted; 0 if there is none."""
        return self.numbers["document"].value if "document" in self.numbers else 0

    def number(self, kind: Kind) -> int:
        """Return the number of that kind, which must be there."""
        return self.numbers[kind].value


class Register:
    """The documents of a collection, in their order. Building it takes time in proportion to their number."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.entries = [Entry(self, document) for document in documents]
        self._known: dict[tuple[Kind, int], dict[Version, Entry]] = {}
        for entry in self.entries:
            self._add(entry)
        self._disputed: set[tuple[Entry, Kind]] = set()
        for entry, members in self._families().items():
            _relate([entry, *members])
            self._disputed |= {(entry, kind) for kind in get_args(Kind) if _differ(kind, [entry, *members])}

    def _add(self, entry: Entry) -> None:
        """Find the declaration that an entry belongs to, and others that share one of its numbers."""
        known = {kind: self._known.setdefault((kind, part.value), {}) for kind, part in entry.numbers.items()}
        others = dict.fromkeys(other for versions in known.values() for other in versions.values())
        relatives = [other for other in others if _are_one(other, entry)]
        if relatives:
            entry.family = relatives[0].family
        for kind, versions in known.items():
            for version, other in versions.items():
                if version == entry.version or other not in relatives:
                    entry.same_number.setdefault(kind, other)
            versions.setdefault(entry.version, entry)

    def is_disputed(self, entry: Entry, kind: Kind) -> bool:
        """True if the publications of a declaration have different numbers of that kind, which CMP001 reports."""
        return (entry.family, kind) in self._disputed

    def _families(self) -> dict[Entry, list[Entry]]:
        families: dict[Entry, list[Entry]] = {}
        for entry in self.entries:
            if entry.family is not entry:
                families.setdefault(entry.family, []).append(entry)
        return families

    @cached_property
    def shared(self) -> set[Entry]:
        """The entries with a number that another declaration has as well."""
        pairs = [(entry, other) for entry in self.entries for other in entry.same_number.values()]
        return {entry for pair in pairs for entry in pair}

    @cached_property
    def out_of_step(self) -> dict[Entry, Entry]:
        """The declarations that need another number so that both numbers rise, each with one that proves it.

        Declarations that share a number are left out, because that explains it.
        """
        firsts = [entry for entry in self._declarations() if "document" in entry.numbers and entry not in self.shared]
        firsts.sort(key=lambda entry: entry.number("declaration"))
        moving = must_move([f"{entry.number('document'):0{_MOST_DIGITS}}" for entry in firsts])
        staying = sorted({*range(len(firsts))} - {*moving})
        found: dict[Entry, Entry] = {}
        for index in moving:
            place = bisect_left(staying, index)
            before = firsts[staying[place - 1]] if place else None
            falls = before is not None and before.number("document") > firsts[index].number("document")
            found[firsts[index]] = before if before is not None and falls else firsts[staying[place]]
        return found

    @cached_property
    def after_a_gap(self) -> dict[Entry, Entry]:
        """The declarations whose number does not follow the one before, each with the declaration before.

        A gap is left out if a document with a wrong number belongs there by its other number.
        """
        numbered: dict[int, Entry] = {}
        for entry in sorted(self._declarations(), key=lambda entry: (entry.number("declaration"), entry.place)):
            if entry not in self.out_of_step:
                numbered.setdefault(entry.number("declaration"), entry)
        places = sorted(entry.place for entry in self.entries if entry.place and self._has_wrong_number(entry))
        numbers = sorted(entry.number("declaration") for entry in self.out_of_step)
        return {
            entry: before
            for before, entry in pairwise(numbered.values())
            if entry.number("declaration") > before.number("declaration") + 1
            and not _any_between(places, before.place, entry.place)
            and not _any_between(numbers, before.number("declaration"), entry.number("declaration"))
        }

    def _declarations(self) -> list[Entry]:
        """Return one entry for each declaration with a number."""
        return [entry for entry in self.entries if entry.family is entry and "declaration" in entry.numbers]

    def _has_wrong_number(self, entry: Entry) -> bool:
        """True if the declaration number is known to be wrong: unreadable, out of step, or another declaration's."""
        unreadable = isinstance(entry.document.declaration_number, Malformed)
        return unreadable or entry in self.out_of_step or (entry in self.shared and "declaration" in entry.numbers)


def _differ(kind: Kind, entries: Iterable[Entry]) -> bool:
    return len({entry.number(kind) for entry in entries if kind in entry.numbers}) > 1


def _any_between(numbers: Sequence[int], lowest: int, highest: int) -> bool:
    """True if any of the sorted numbers lies between two others."""
    return bisect_right(numbers, lowest) < bisect_left(numbers, highest)


def _are_one(one: Entry, other: Entry) -> bool:
    """True if two documents that share a number are the same declaration.

    They are if they share both numbers. If they share one, they are editions or translations of one declaration if most
    members of one list are in the other.
    """
    if len(one.numbers) == len(other.numbers) == _BOTH and all(one.number(k) == other.number(k) for k in one.numbers):
        return True
    if one.version == other.version:
        return False
    fewest = min(len(one.document.signatories), len(other.document.signatories))
    return len(match(one.document, other.document).both) >= max(1, fewest * _SHARED)


def _relate(family: Sequence[Entry]) -> None:
    """Find out with which others each publication of a declaration is compared."""
    publications: dict[tuple[Language | None, int], Entry] = {}
    for entry in sorted(family, key=lambda entry: entry.version.layout or ""):  # print before web
        first = publications.setdefault((entry.version.language, entry.version.edition), entry)
        if first.version.layout != entry.version.layout:
            entry.twin = first.document
    last: dict[Language | None, Entry] = {}
    for (language, edition), entry in sorted(publications.items(), key=lambda item: (item[0][1], item[0][0] or "")):
        if language in last:
            entry.previous = last[language].document
        last[language] = entry
        original = publications.get(("en", edition))
        if language == "fr" and original is not None:
            entry.original = original.document
