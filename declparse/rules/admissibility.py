"""Admissibility: what the Rules of Procedure ask of a declaration."""

from collections.abc import Iterator
from typing import NamedTuple

from declparse.counts import words_in
from declparse.document import Document
from declparse.findings import Severity
from declparse.reference import groups
from declparse.reference.group_tables import NOT_A_GROUP
from declparse.reference.rule_tables import Threshold
from declparse.rules.rule import Check, Fault, rule
from declparse.rules.unreadable import is_malformed_signatory, is_name_alone, members_on
from declparse.source import Span
from declparse.wording import Count, Term


@rule(
    "ADM001",
    "too-few-signatories",
    Severity.ERROR,
    "{found:member signs|members sign}, but at least {needed} are needed",
    help="a written declaration needs {needed} signatures ({source})",
)
def too_few_signatories(check: Check) -> Iterator[Fault]:
    """Fewer members sign than the Rules of that day ask for.

    Signatories who are listed twice or come from no member state do not count. A line that cannot be read counts as a
    signatory.

    Wrong:
        19 signatories in 2025
    Right:
        20 signatories in 2025

    Source: Rule 56.1, edition of January 2023; earlier thresholds are not certain and give warnings.
    """
    return _too_few(check, "signatories")


@rule(
    "ADM002",
    "too-few-delegations",
    Severity.ERROR,
    "The signatories come from {found:delegation|delegations}, but at least {needed} are needed",
    help="a written declaration needs members of {needed} national delegations ({source})",
)
def too_few_delegations(check: Check) -> Iterator[Fault]:
    """The signatories come from fewer delegations than the Rules ask for.

    A line that cannot be read, and a country that is not known, may be of another delegation and counts as one.

    Wrong:
        20 signatories from three countries
    Right:
        20 signatories from four countries

    Source: Rule 56.1, edition of January 2023; not yet required in January 2009.
    """
    return _too_few(check, "delegations")


@rule(
    "ADM003",
    "too-few-groups",
    Severity.ERROR,
    "The signatories belong to {found:political group|political groups}, but at least {needed} are needed",
    help="a written declaration needs members of {needed} political groups ({source}); {none} is not a group",
)
def too_few_groups(check: Check) -> Iterator[Fault]:
    """The signatories belong to fewer political groups than the Rules ask for.

    NR, for representatives who belong to no group, does not count.

    Wrong:
        20 signatories of EPP/CD and NR
    Right:
        20 signatories of EPP/CD and ALDE

    Source: Rule 56.1, edition of January 2023.
    """
    return _too_few(check, "groups")


@rule(
    "ADM004",
    "too-many-words",
    Severity.ERROR,
    "The paragraphs have {found:word|words} ({together} with the opening), but at most {needed} are allowed",
    opening="The text has {together:word|words} with the opening ({found} without), but at most {needed} are allowed",
    alone="The text has {found:word|words}, but at most {needed} are allowed",
    help="shorten the text ({source})",
)
def too_many_words(check: Check) -> Iterator[Fault]:
    """The paragraphs have more than 200 words.

    Words are runs of characters between white space that hold a letter or a digit; numbers of paragraphs are none.
    Where only the opening makes it more than 200, and before 2023, that is a warning.

    Wrong:
        a text of 201 words
    Right:
        a text of 200 words

    Source: Rule 56.1, edition of January 2023; Rule 48, Resolution 439 (1970).
    """
    document = check.document
    threshold = check.threshold("words")
    if threshold is None or not document.paragraphs:
        return
    runs = sum(len(text.split()) for text in (document.opening or "", *(p.text for p in document.paragraphs)))
    if runs <= threshold.value:  # not every run of characters is a word
        return
    alone, together = words_in(document)
    if together <= threshold.value:
        return
    counted = {"found": Count(alone), "together": Count(together)}
    values = counted | {"needed": threshold.value, "source": Term(threshold.source)}
    span = Span(document.paragraphs[0].span.start, document.paragraphs[-1].span.end)
    if alone > threshold.value:
        message = "message" if document.opening else "alone"
        yield Fault(span, values, message, severity=_severity(threshold))
    else:
        yield Fault(span, values, "opening", severity=Severity.WARNING)


class Requirement(NamedTuple):
    """What the Rules ask for on the day of a document, and how much of it there is.

    ``unclear`` may count as well: lines that cannot be read, unknown countries, missing groups. ``met`` is None where
    that decides; of words, where the text is short enough without the opening.
    """

    threshold: Threshold
    found: int
    unclear: int
    met: bool | None


def requirements(check: Check) -> Iterator[Requirement]:
    """What is asked of the document, as the rules of this module judge it; nothing where that is not known."""
    yield from filter(None, (_least(check, quantity) for quantity in _COUNTED))
    most = check.threshold("words")
    if most is not None and check.document.paragraphs:
        alone, together = words_in(check.document)
        met = True if together <= most.value else None if alone <= most.value else False
        yield Requirement(most, together, 0, met)


def _too_few(check: Check, quantity: str) -> Iterator[Fault]:
    """The fault that there are fewer than the Rules ask for, even if all that is not clear counts."""
    least = _least(check, quantity)
    if least is None or least.met is not False:
        return
    threshold, found, unclear, _ = least
    values = {"found": Count(found + unclear), "needed": threshold.value, "source": Term(threshold.source)}
    values["none"] = check.written(NOT_A_GROUP)
    yield Fault(_list_span(check.document), values, severity=_severity(threshold))


def _least(check: Check, quantity: str) -> Requirement | None:
    """What the Rules ask for of what is counted in the list; None where the list is not there to be counted."""
    cut_off = {"total", "legend"} <= check.missing  # the end of the text is lost, and perhaps some of the list
    threshold = check.threshold(quantity)
    if threshold is None or cut_off or "list" in check.missing:
        return None
    found, unclear = _COUNTED[quantity](check)
    met = True if found >= threshold.value else None if found + unclear >= threshold.value else False
    return Requirement(threshold, found, unclear, met)


def _signatories(check: Check) -> tuple[int, int]:
    """How many members sign, and how many more may."""
    return len(check.counted), _malformed(check)


def _delegations(check: Check) -> tuple[int, int]:
    """How many delegations they come from, and how many more these may be."""
    names = {str(s.country): check.country(s) for s in check.counted}
    known = {row.code for row in names.values() if row}
    return len(known), sum(row is None for row in names.values()) + _malformed(check)


def _groups(check: Check) -> tuple[int, int]:
    """How many political groups they belong to, and how many more these may be."""
    signatories = check.counted
    unclear = _malformed(check) + sum(signatory.group is None for signatory in signatories)
    names = {str(signatory.group) for signatory in signatories if signatory.group}
    return len({groups.key(name) for name in names if groups.is_political_group(name)}), unclear


_COUNTED = {"signatories": _signatories, "delegations": _delegations, "groups": _groups}


def _malformed(check: Check) -> int:
    """How many members stand on lines that were meant to be signatories and cannot be read."""
    lines = check.document.unreadable
    return sum(members_on(line) for line in lines if is_malformed_signatory(line) or is_name_alone(line))


def _severity(threshold: Threshold) -> Severity | None:
    """The rule's own, or a warning where it is not certain that the Rules of that day asked for so much."""
    return None if threshold.evidence == "A" else Severity.WARNING


def _list_span(document: Document) -> Span:
    """The list heading, which stands for the list; else the first line of it."""
    if document.list_heading is not None:
        return document.list_heading
    return document.signatories[0].span if document.signatories else Span(document.span.start, document.span.start)
