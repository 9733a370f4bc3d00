"""Admissibility: what the Rules of Procedure ask of a declaration."""

from collections.abc import Iterator

from declparse.counts import words_in
from declparse.document import Document
from declparse.findings import Severity
from declparse.reference.group_tables import NOT_A_GROUP
from declparse.reference.rule_tables import Threshold
from declparse.rules.support.check import Check
from declparse.rules.support.requirements import least
from declparse.rules.support.rule import BareFinding, RuleOn, rule
from declparse.source import Span
from declparse.wording import Count, Term


@rule(
    "ADM001",
    "too-few-signatories",
    Severity.ERROR,
    "{found:member signs|members sign}, but at least {needed} are needed",
    help="a written declaration needs {needed} signatures ({source})",
)
def too_few_signatories(check: Check) -> Iterator[BareFinding]:
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
def too_few_delegations(check: Check) -> Iterator[BareFinding]:
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
def too_few_groups(check: Check) -> Iterator[BareFinding]:
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
def too_many_words(check: Check) -> Iterator[BareFinding]:
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
    if runs <= threshold.value:  # a quick test: there are no more words than runs of characters
        return
    alone, together = words_in(document)
    if together <= threshold.value:
        return
    counted = {"found": Count(alone), "together": Count(together)}
    values = counted | {"needed": threshold.value, "source": Term(threshold.source)}
    span = Span(document.paragraphs[0].span.start, document.paragraphs[-1].span.end)
    if alone > threshold.value:
        message = "message" if document.opening else "alone"
        yield BareFinding(span, values, message, severity=_severity(threshold))
    else:
        yield BareFinding(span, values, "opening", severity=Severity.WARNING)


def _too_few(check: Check, quantity: str) -> Iterator[BareFinding]:
    """Yield a finding if there are fewer than the Rules ask for, even if everything unclear counts."""
    asked = least(check, quantity)
    if asked is None or asked.met is not False:
        return
    threshold, found, unclear, _ = asked
    values = {"found": Count(found + unclear), "needed": threshold.value, "source": Term(threshold.source)}
    values["none"] = check.written(NOT_A_GROUP)
    yield BareFinding(_list_span(check.document), values, severity=_severity(threshold))


def _severity(threshold: Threshold) -> Severity | None:
    """Return a warning if the evidence for the threshold is weak; None, the rule's own severity, otherwise."""
    return None if threshold.evidence == "A" else Severity.WARNING


def _list_span(document: Document) -> Span:
    """Return the place of the list heading, which stands for the list; without one, that of the first signatory."""
    if document.list_heading is not None:
        return document.list_heading
    return document.signatories[0].span if document.signatories else Span(document.span.start, document.span.start)


RULES: tuple[RuleOn[Check], ...] = (
    too_few_signatories,
    too_few_delegations,
    too_few_groups,
    too_many_words,
)
