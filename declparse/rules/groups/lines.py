"""Lines of the legend: each needed, with the right name, once and in order."""

from collections.abc import Iterator

from declparse.characters.collation import collation_key
from declparse.document import Found, LegendEntry
from declparse.findings import Severity
from declparse.reference import groups
from declparse.rules.support import edits, legend
from declparse.rules.support.alphabetical import must_move
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareLabel, rule
from declparse.source import Span
from declparse.wording import Term


@rule(
    "GRP002",
    "unused-group",
    Severity.WARNING,
    "The group '{group}' is in the legend, but no signatory belongs to it",
    help="remove the line, or check the groups of the signatories",
    title="Remove the line of '{group}'",
)
def unused_group(check: Check) -> Iterator[BareFinding]:
    """The legend explains a group that no signatory has.

    Legends since 2012 have only the groups that signed. Older ones, and those that list all groups of their time, are
    not looked at.

    Wrong:
        UEL: Group of the Unified European Left     and no signatory of UEL
    Right:
        only the groups of the signatories

    Source: the published legends.
    """
    lines = [entry.span for entry in check.document.legend]
    total = check.document.total
    lost = isinstance(total, Found) and total.value > len(check.document.signatories)
    for entry in legend.unused(check):
        fix = None if lost else edits.removed(check, lines, entry.span)
        yield BareFinding(entry.span, {"group": entry.abbreviation}, fix=fix)


@rule(
    "GRP004",
    "wrong-group-name",
    Severity.ERROR,
    "'{name}' is not the name of {group}, but of {other}",
    unknown="'{name}' is not the name of {group}",
    joined="Two lines of the legend stand on one line: '{group}' and '{other}'",
    help="the name of {group} is: {right}",
    help_nearest="did you mean '{right}'?",
    help_other="write '{other}:' before this name, or the name of {group}: {right}",
    help_joined="begin a new line before '{other}:'",
    title="Write '{right}'",
)
def wrong_group_name(check: Check) -> Iterator[BareFinding]:
    """The legend gives an abbreviation the name of another group, or of none.

    The form of the apostrophe, capitals and a mark at the end do not count. An earlier or later name of the same group
    is GRP005.

    Wrong:
        ALDE: Group of the Unified European Left
    Right:
        ALDE: Alliance of Liberals and Democrats for Europe

    Source: the published legends.
    """
    for entry in check.document.legend:
        rows = groups.find(entry.abbreviation)
        if not rows or any(groups.same_name(row, entry.name) for row in rows) or legend.goes_on(check, entry):
            continue
        owners = [row.english for row in groups.with_name(entry.name)]
        other = owners[0] if owners else legend.first_beginning(entry.name)
        # STR008 reports abbreviations of the other language, GRP005 those that the group had at another time.
        if (groups.is_foreign(entry.abbreviation, check.language) and not owners) or (
            other in groups.succession(entry.abbreviation) and legend.is_outdated(check, entry.abbreviation)
        ):
            continue
        yield from _wrong_name(check, entry, other, joined=not owners)


@rule(
    "GRP006",
    "repeated-group",
    Severity.ERROR,
    "The group '{group}' stands in the legend a second time",
    several="{count} groups stand in the legend a second time, from '{group}' on",
    label="the first time",
    help="remove one of the two lines",
    help_several="remove these lines",
    title="Remove what is repeated",
)
def repeated_group(check: Check) -> Iterator[BareFinding]:
    """A group stands in the legend twice.

    Lines that follow each other both times are one finding.

    Wrong:
        ALDE: …     ECPA: …     ALDE: …
    Right:
        ALDE: …     ECPA: …

    Source: the published legends.
    """
    entries = check.document.legend
    lines = [entry.span for entry in entries]
    runs: list[list[tuple[int, int]]] = []
    for later, first in legend.repeated(check):
        again, before = entries[later], entries[first]
        in_two_languages = len({groups.is_foreign(one.abbreviation, check.language) for one in (again, before)}) > 1
        # An unknown abbreviation with another name is another group, or a word that was added before both lines.
        is_another = legend.is_unknown(again.abbreviation) and again.name != before.name
        if in_two_languages or is_another:
            continue  # STR008 or GRP003 reports it
        if runs and runs[-1][-1] == (later - 1, first - 1):
            runs[-1].append((later, first))
        else:
            runs.append([(later, first)])
    for run in runs:
        (later, first), (last, _) = run[0], run[-1]
        span = Span(entries[later].span.start, entries[last].span.end)
        values = {"group": entries[later].abbreviation, "count": len(run)}
        message, help_text = ("several", "help_several") if len(run) > 1 else ("message", "help")
        fix = edits.removed(check, lines, span)
        yield BareFinding(span, values, message, help_text, labels=(BareLabel(entries[first].span),), fix=fix)


@rule(
    "GRP007",
    "legend-out-of-order",
    Severity.WARNING,
    "'{group}' is not in alphabetical order in the legend: the line belongs {side} '{neighbour}'",
    label="here",
    help="put the lines of the legend in alphabetical order of the abbreviations",
    title="Move it {side} '{neighbour}'",
)
def legend_out_of_order(check: Check) -> Iterator[BareFinding]:
    """The legend is not in alphabetical order.

    Since 2012 it is; before, the groups stood in an order of their own.

    Wrong:
        ECPA: …     ALDE: …
    Right:
        ALDE: …     ECPA: …

    Source: the published legends.
    """
    keys = [collation_key(entry.abbreviation) for entry in check.document.legend]
    if keys == sorted(keys) or not legend.is_short(check):
        return
    entries = legend.in_order(check)
    keys = [collation_key(entry.abbreviation) for entry in entries]
    lines = [entry.span for entry in check.document.legend]
    moving = must_move(keys)
    staying = [
        (key, entry) for index, (key, entry) in enumerate(zip(keys, entries, strict=True)) if index not in moving
    ]
    for index in moving:
        after = next((entry for key, entry in staying if key > keys[index]), None)
        side, neighbour = ("before", after) if after else ("after", staying[-1][1])
        values = {"group": entries[index].abbreviation, "side": Term(side), "neighbour": neighbour.abbreviation}
        fix = edits.moved(check, lines, entries[index].span, side, neighbour.span)
        yield BareFinding(entries[index].span, values, labels=(BareLabel(neighbour.span),), fix=fix)


def _wrong_name(check: Check, entry: LegendEntry, other: str | None, *, joined: bool) -> Iterator[BareFinding]:
    """Yield the finding for a wrong name of a group, which is that of another one, or of none.

    ``joined`` is set if the other group only begins inside the name. A name of no group is reported if it is like the
    right one, or the right one is certain.
    """
    right = legend.right_name(check, entry.abbreviation) or ""
    certain = legend.is_certain(check, entry.abbreviation)
    values = {"name": entry.name, "group": entry.abbreviation, "right": right or "…"}
    wrong = BareFinding(entry.name.span, values, severity=None if certain else Severity.WARNING)
    if other and joined:
        yield wrong._replace(values=values | {"other": check.written(other)}, message="joined", help="help_joined")
    elif other:
        belongs_to_other = other in check.groups and other not in check.declared
        help_text = "help_other" if belongs_to_other else "help"
        yield wrong._replace(values=values | {"other": check.written(other)}, help=help_text)
    elif legend.is_like(entry.name, right):
        yield wrong._replace(message="unknown", help="help_nearest", fix=edits.written([entry.name], right))
    elif certain:
        yield wrong._replace(message="unknown")
