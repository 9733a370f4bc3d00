"""What the Rules of Procedure ask of a declaration, and how much of it there is."""

from collections.abc import Iterator
from typing import NamedTuple

from declparse.counts import words_in
from declparse.reference import groups
from declparse.reference.rule_tables import Threshold
from declparse.rules.support.check import Check
from declparse.rules.support.unreadable import is_malformed_signatory, is_name_alone, members_on


class Requirement(NamedTuple):
    """What the Rules ask for on the day of a document, and how much of it there is.

    ``unclear`` may count as well: unreadable lines, unknown countries, missing groups. ``met`` is None if that decides;
    for words, if the text is short enough only without the opening.
    """

    threshold: Threshold
    found: int
    unclear: int
    met: bool | None


def requirements(check: Check) -> Iterator[Requirement]:
    """Yield the requirements that the document can be judged by."""
    yield from filter(None, (least(check, quantity) for quantity in _COUNTED))
    most = check.threshold("words")
    if most is not None and check.document.paragraphs:
        alone, together = words_in(check.document)
        met = True if together <= most.value else None if alone <= most.value else False
        yield Requirement(most, together, 0, met)


def least(check: Check, quantity: str) -> Requirement | None:
    """Return the requirement on something that is counted in the list; None if it is not known, or there is no list."""
    threshold = check.threshold(quantity)
    if threshold is None or check.lacks_end or "list" in check.missing:
        return None
    found, unclear = _COUNTED[quantity](check)
    met = True if found >= threshold.value else None if found + unclear >= threshold.value else False
    return Requirement(threshold, found, unclear, met)


def _signatories(check: Check) -> tuple[int, int]:
    """Return how many members sign, and how many more may sign."""
    return len(check.counted), _malformed(check)


def _delegations(check: Check) -> tuple[int, int]:
    """Return how many delegations the members come from, and how many more there may be."""
    names = {str(s.country): check.country(s) for s in check.counted}
    known = {row.code for row in names.values() if row}
    return len(known), sum(row is None for row in names.values()) + _malformed(check)


def _groups(check: Check) -> tuple[int, int]:
    """Return how many political groups the members belong to, and how many more there may be."""
    signatories = check.counted
    unclear = _malformed(check) + sum(signatory.group is None for signatory in signatories)
    names = {str(signatory.group) for signatory in signatories if signatory.group}
    return len({groups.key(name) for name in names if groups.is_political_group(name)}), unclear


_COUNTED = {"signatories": _signatories, "delegations": _delegations, "groups": _groups}


def _malformed(check: Check) -> int:
    """Return how many members are on unreadable lines that were meant to be signatories."""
    lines = check.document.unreadable
    return sum(members_on(line) for line in lines if is_malformed_signatory(line) or is_name_alone(line))
