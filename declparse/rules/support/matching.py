"""The signatories of two documents, matched one by one."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from declparse.characters.collation import collation_key, fold
from declparse.document import Document, Malformed, Signatory
from declparse.reference import groups, states

_MOST_PAIRS = 10_000  # of names that are compared letter by letter; with more, the lists are too different
# How similar surnames, given names and lines must be. One wrong letter leaves a surname of four letters 0.75 like
# itself, a given name of three 0.67; a line that cannot be read has some letters before or behind the name as well.
_ALIKE, _ALIKE_GIVEN, _ALIKE_LINE = 0.7, 0.6, 0.6


class Matching(NamedTuple):
    """Those who signed both documents, with the same or another spelling, and those who signed only one."""

    same: list[tuple[Signatory, Signatory]]
    renamed: list[tuple[Signatory, Signatory]]
    lost: list[Signatory]
    added: list[Signatory]

    @property
    def both(self) -> list[tuple[Signatory, Signatory]]:
        """All who signed both documents, as in the old and as in the new one."""
        return self.same + self.renamed


def match(old: Document, new: Document) -> Matching:
    """Match the signatories of two documents.

    Members are the same if their names are, without accents and apostrophes; if two share a name, the country decides.
    Then names that differ in a few letters are matched, if country and group agree. Members who may be on an unreadable
    line are neither lost nor added.
    """
    before, after = _once(old.signatories), _once(new.signatories)
    same: list[tuple[Signatory, Signatory]] = []
    left = _by_name(after)
    for exact in (True, False):
        unmatched: list[Signatory] = []
        for signatory in before:
            found = _take(left.get(_name_key(signatory), []), signatory, exact=exact)
            if found is None:
                unmatched.append(signatory)
            else:
                same.append((signatory, found))
        before = unmatched
    taken = {found.position for _, found in same}
    added = [signatory for signatory in after if signatory.position not in taken]
    renamed = _renamed(before, added)
    gone, come = {a.position for a, _ in renamed}, {b.position for _, b in renamed}
    lost = _surely_absent([s for s in before if s.position not in gone], new)
    added = _surely_absent([s for s in added if s.position not in come], old)
    return Matching(sorted(same), sorted(renamed), lost, added)


def is_another_country(one: Signatory, other: Signatory) -> bool:
    """True if two countries are certainly different; an unknown one may be any."""
    a, b = states.find(one.country), states.find(other.country)
    return a is not None and b is not None and a.code != b.code


def is_another_group(one: Signatory, other: Signatory) -> bool:
    """True if two groups are certainly different: both are known, and neither is another name of the other."""
    if one.group is None or other.group is None or not groups.find(one.group) or not groups.find(other.group):
        return False
    return groups.key(other.group) not in groups.succession(one.group)


def _name_key(signatory: Signatory) -> str:
    return collation_key(signatory.name)


def _country_key(signatory: Signatory) -> str:
    row = states.find(signatory.country)
    return row.code if row else fold(signatory.country)


def _once(signatories: Iterable[Signatory]) -> list[Signatory]:
    """Return the signatories without repetitions."""
    first: dict[tuple[str, str], Signatory] = {}
    for signatory in signatories:
        first.setdefault((_name_key(signatory), _country_key(signatory)), signatory)
    return list(first.values())


def _by_name(signatories: Iterable[Signatory]) -> dict[str, list[Signatory]]:
    by_name: dict[str, list[Signatory]] = {}
    for signatory in signatories:
        by_name.setdefault(_name_key(signatory), []).append(signatory)
    return by_name


def _take(candidates: list[Signatory], wanted: Signatory, *, exact: bool) -> Signatory | None:
    """Remove and return the candidate who is the wanted member; if ``exact``, of the same country."""
    for index, candidate in enumerate(candidates):
        if not exact or _country_key(candidate) == _country_key(wanted):
            return candidates.pop(index)
    return None


def _renamed(before: Sequence[Signatory], after: Sequence[Signatory]) -> list[tuple[Signatory, Signatory]]:
    """Return the members whose names differ in a few letters, each once, the most similar first."""
    if not before or not after or len(before) * len(after) > _MOST_PAIRS:
        return []
    pairs = [
        (-likeness, a.position, b.position, a, b)
        for a in before
        for b in after
        if not is_another_country(a, b) and not is_another_group(a, b) and (likeness := _likeness(a, b)) >= _ALIKE
    ]
    found: dict[int, tuple[Signatory, Signatory]] = {}
    taken: set[int] = set()
    for *_, a, b in sorted(pairs):
        if a.position not in found and b.position not in taken:
            found[a.position] = (a, b)
            taken.add(b.position)
    return list(found.values())


def _likeness(one: Signatory, other: Signatory) -> float:
    """Return how similar two names are, from 0 to 1.

    With another given name it is 0, unless that is an initial or missing.
    """
    surname = _ratio(collation_key(one.surname), collation_key(other.surname))
    a, b = (collation_key(signatory.given_names or "").rstrip(".") for signatory in (one, other))
    if surname < _ALIKE or a.startswith(b) or b.startswith(a):
        return surname
    return (surname + _ratio(a, b)) / 2 if _ratio(a, b) >= _ALIKE_GIVEN else 0


def _ratio(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # slow to load, and not needed for equal names

    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _surely_absent(signatories: list[Signatory], document: Document) -> list[Signatory]:
    """Return those of the signatories who cannot be on an unreadable line of the document."""
    lines = [line.text for line in document.unreadable if line.zone == "list"]
    lines += [part.text for part in (document.total,) if isinstance(part, Malformed)]
    if not lines or not signatories:
        return signatories
    keys = [collation_key(line) for line in lines]
    return [s for s in signatories if not any(_may_stand_on(s, line) for line in keys)]


def _may_stand_on(signatory: Signatory, line: str) -> bool:
    if collation_key(signatory.surname) in line:
        return True
    whole = collation_key(f"{signatory.name} {signatory.country} {signatory.group or ''}")
    return _ratio(whole, line[: 2 * len(whole)]) >= _ALIKE_LINE
