"""The list as a whole: its total, its order, and nobody twice."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from declparse.characters.garbling import LOST
from declparse.document import Found, Malformed, Signatory
from declparse.findings import Edit, Severity
from declparse.rules.support import edits
from declparse.rules.support.alphabetical import bare_key, effort, fitting_keys, must_move, other_key, sort_key
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareFix, BareLabel, rule
from declparse.rules.support.unreadable import members_on
from declparse.source import Span
from declparse.wording import Count, Term


@rule(
    "SIG001",
    "total-mismatch",
    Severity.ERROR,
    "Total says {declared}, but {listed:signatory is|signatories are} listed",
    label="{listed:signatory is|signatories are} listed here",
    help="correct the total, or look for a missing or superfluous line",
    title="Change the total to {listed}",
)
def total_mismatch(check: Check) -> Iterator[BareFinding]:
    """The total is not the number of signatories.

    Nobody but the Table Office knows whether the total or the list is wrong, so the fix is only shown. Silent where a
    line that cannot be read or that is listed twice explains the difference.

    Wrong:
        Total = 22     after 23 signatories
    Right:
        Total = 23

    Source: the published declarations.
    """
    document = check.document
    if not isinstance(document.total, Found) or "list" in check.missing or check.lacks_beginning:
        return
    listed = len(document.signatories)
    lost = sum(members_on(line) for line in document.unreadable if line.zone == "list")
    if listed - len(check.repeated) <= document.total.value <= listed + lost:
        return
    span = document.total.span
    values = {"declared": Count(document.total.value), "listed": Count(listed)}
    spans = [signatory.span for signatory in document.signatories]
    labels = (BareLabel(Span(min(spans).start, max(spans).end), values),) if spans else ()
    fix = BareFix("display-only", (Edit(span.start, span.end, str(listed)),))
    yield BareFinding(span, values, labels=labels, fix=fix)


@rule(
    "SIG002",
    "repeated-signatory",
    Severity.ERROR,
    "{name} is listed again",
    several="{count} members are listed again, from {name} on",
    label="listed here first",
    help="remove the line, and check the total",
    help_several="remove the lines, and check the total",
)
def repeated_signatory(check: Check) -> Iterator[BareFinding]:
    """The same member stands in the list twice.

    Two members are the same when name and country agree; accents and capitals do not count.

    Wrong:
        TILKI Attila, Hungary, ECPA
        TILKI Attila, Hungary, ECPA
    Right:
        TILKI Attila, Hungary, ECPA

    Source: a member signs a declaration once (Rule 56).
    """
    run: list[tuple[Signatory, Signatory]] = []
    for later, first in check.repeated:
        if run and (later.position, first.position) != (run[-1][0].position + 1, run[-1][1].position + 1):
            yield _repetition(run)
            run = []
        run.append((later, first))
    if run:
        yield _repetition(run)


@rule(
    "SIG003",
    "out-of-order",
    Severity.WARNING,
    "{name} is not in alphabetical order: the line belongs {side} {neighbour}",
    label="here",
    title="Move {name} {side} {neighbour}",
    help="move the line; after the tabler, who stands first, all follow in alphabetical order of their surnames",
)
def out_of_order(check: Check) -> Iterator[BareFinding]:
    """A signatory is not in alphabetical order.

    The first signatory is the member who tabled the declaration, all others follow in alphabetical order. Only the
    capitals of the surname count: not accents, particles, hyphens or apostrophes. One finding for each line that must
    move.

    Wrong:
        MIHAYLOVA Iskra, Bulgaria, NR
        KÖHLER Achim, Germany, ECPA
    Right:
        KÖHLER Achim, Germany, ECPA
        MIHAYLOVA Iskra, Bulgaria, NR

    Source: the 27 published lists that were checked.
    """
    others = _in_order_of_the_list(check)
    keys = [sort_key(signatory) for signatory in others]
    if keys == sorted(keys):
        return
    keys = min(fitting_keys(others, keys), list(map(bare_key, others)), key=effort)
    keys = min(keys, list(map(other_key, others)), key=lambda keys: len(must_move(keys)))
    moving = must_move(keys)
    staying = [other for index, other in enumerate(others) if index not in set(moving)]
    lines = [signatory.span for signatory in check.document.signatories]
    tops = [key for index, key in enumerate(keys) if index not in set(moving)]
    for index in moving:
        place = bisect_right(tops, keys[index])
        side, neighbour = ("before", staying[place]) if place < len(staying) else ("after", staying[-1])
        values = {"name": others[index].name_as_written, "side": Term(side), "neighbour": neighbour.name_as_written}
        # If there are unreadable lines, a line may be the rest of another one.
        torn = any(line.zone == "list" for line in check.document.unreadable)
        fix = None if torn else edits.moved(check, lines, others[index].span, side, neighbour.span)
        yield BareFinding(others[index].span, values, labels=(BareLabel(neighbour.span),), fix=fix)


@rule(
    "SIG007",
    "malformed-total",
    Severity.ERROR,
    "'{text}' is not a total; expected 'Total =' and a number",
    help="write it like this: Total = {listed}",
)
def malformed_total(check: Check) -> Iterator[BareFinding]:
    """The total is not a number.

    Wrong:
        Total = XX
    Right:
        Total = 23

    Source: the published declarations since 2007.
    """
    total = check.document.total
    if isinstance(total, Malformed):
        yield BareFinding(total.span, {"text": total.text, "listed": len(check.document.signatories)})


def _repetition(run: list[tuple[Signatory, Signatory]]) -> BareFinding:
    """Return the finding for members, one after the other, who are listed again."""
    later, first = run[0]
    span = Span(later.span.start, run[-1][0].span.end)
    values = {"name": later.name_as_written, "count": len(run)}
    several = len(run) > 1
    message, help_text = ("several", "help_several") if several else ("message", "help")
    return BareFinding(span, values, message, help_text, labels=(BareLabel(first.span),))


def _in_order_of_the_list(check: Check) -> list[Signatory]:
    """Return the signatories whose order can be judged.

    Left out are the tabler; those listed twice, because nobody knows which line is right; those outside the list; and
    those whose surname cannot be told from the given name, or lacks a letter.
    """
    unclear = {signatory.position for pair in check.repeated for signatory in pair}
    unclear |= {signatory.position for signatory in check.document.signatories if not signatory.in_capitals}
    for span in (part.span for part in check.document.displaced):
        unclear |= {one.position for one in check.document.signatories if span.start <= one.span.start < span.end}
    if not check.document.plain:
        unclear |= {one.position for one in check.document.signatories if re.search(LOST, one.surname)}
    return [s for s in check.document.signatories if not s.tabler and s.position not in unclear]
