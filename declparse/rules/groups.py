"""Political groups: in the list, in the legend, and in the history of the Assembly."""

import re
from collections.abc import Iterator

from declparse.characters import collation_key, fold
from declparse.document import LegendEntry
from declparse.findings import Severity
from declparse.reference import groups
from declparse.reference.certainty import Answer
from declparse.rules.order import must_move
from declparse.rules.rule import Check, Fault, Place, rule

# Since then the legend has only the groups that signed, in alphabetical order.
_SHORT_LEGENDS_SINCE = "2012-01-01"


@rule(
    "GRP001",
    "undeclared-group",
    Severity.ERROR,
    "The group '{group}' is not in the legend",
    label="and here",
    help="add the group to the legend",
    help_nearest="did you mean '{nearest}'? Otherwise add '{group}' to the legend",
)
def undeclared_group(check: Check) -> Iterator[Fault]:
    """A signatory has a group that the legend does not explain.

    A group that several signatories have is one finding.

    Wrong:
        GROZA Ion, Republic of Moldova, EPP     with EPP/CD in the legend
    Right:
        GROZA Ion, Republic of Moldova, EPP/CD

    Source: the layout of declaration 817.
    """
    document = check.document
    if not document.legend or "legend" in check.missing:
        return
    declared = check.declared
    for group, places in check.groups.items():
        if group in declared or groups.is_french(group) or _is_spoilt(check, group):
            continue
        nearest = groups.nearest(group, list(declared))
        values = {"group": places[0], "nearest": nearest}
        labels = tuple(Place(place.span) for place in places[1:])
        yield Fault(places[0].span, values, help="help_nearest" if nearest else "help", labels=labels)


@rule(
    "GRP002",
    "unused-group",
    Severity.WARNING,
    "The group '{group}' is in the legend, but no signatory belongs to it",
    help="remove the line, or check the groups of the signatories",
)
def unused_group(check: Check) -> Iterator[Fault]:
    """The legend explains a group that no signatory has.

    Legends since 2012 have only the groups that signed. Older ones, and those that list all groups of their time, are
    not looked at.

    Wrong:
        UEL: Group of the Unified European Left     and no signatory of UEL
    Right:
        only the groups of the signatories

    Source: the published legends.
    """
    if not _has_short_legend(check):
        return
    # A signatory without a group, or with one that nobody has, may be of any group.
    if any(s.group is None or groups.key(s.group) not in check.declared for s in check.document.signatories):
        return
    lost = " ".join(line.text for line in check.document.unreadable)
    for entry in check.document.legend:
        known = groups.key(entry.abbreviation)
        if known not in check.groups and known not in lost and _may_be_in_force(check, entry.abbreviation):
            yield Fault(entry.span, {"group": entry.abbreviation})


@rule(
    "GRP003",
    "unknown-group",
    Severity.ERROR,
    "There has been no group '{group}' in the Assembly",
    label="and here",
    help="check the abbreviation",
    help_nearest="did you mean '{nearest}'?",
)
def unknown_group(check: Check) -> Iterator[Fault]:
    """An abbreviation is none of a group of the Assembly, though the legend has it.

    Silent before 2001: the groups of that time are not all known.

    Wrong:
        EPPP: Group of the European People's Party
    Right:
        EPP/CD: Group of the European People's Party

    Source: the published legends since 2001.
    """
    if check.date is None or check.date < "2001-01-01":
        return
    used = check.groups
    for abbreviation, entries in check.declared.items():
        if _unknown(abbreviation):
            first, *others = sorted([*used.get(abbreviation, []), *entries], key=lambda place: place.start)
            named = [
                row
                for entry in check.document.legend
                if entry.abbreviation in entries
                for row in groups.with_name(entry.name)
            ]
            nearest = named[0].english if named else groups.nearest(abbreviation)
            values = {"group": first, "nearest": nearest}
            labels = tuple(Place(place.span) for place in others)
            yield Fault(first.span, values, help="help_nearest" if nearest else "help", labels=labels)


@rule(
    "GRP004",
    "wrong-group-name",
    Severity.ERROR,
    "'{name}' is not the name of {group}, but of {other}",
    unknown="'{name}' is not the name of {group}",
    help="the name of {group} is: {right}",
)
def wrong_group_name(check: Check) -> Iterator[Fault]:
    """The legend gives an abbreviation the name of another group, or of none.

    The form of the apostrophe and capitals do not count. An earlier or later name of the same group is GRP005.

    Wrong:
        ALDE: Group of the Unified European Left
    Right:
        ALDE: Alliance of Liberals and Democrats for Europe

    Source: the published legends.
    """
    for entry in check.document.legend:
        rows = groups.find(entry.abbreviation)
        if not rows or any(groups.same_name(row, entry.name) for row in rows):
            continue
        in_force = [row for row in rows if check.date and groups.in_force(row, check.date) is Answer.YES]
        right = (in_force or list(rows))[-1].english_name
        others = groups.with_name(entry.name)
        other = others[0].english if others else None
        values = {"name": entry.name, "group": entry.abbreviation, "right": right, "other": other}
        yield Fault(entry.name.span, values, "message" if other else "unknown")


@rule(
    "GRP005",
    "group-not-in-force",
    Severity.WARNING,
    "There was no group '{group}' any more on {date}",
    not_yet="There was no group '{group}' yet on {date}",
    name="'{name}' was not the name of {group} on {date}",
    label="and here",
    help="check the group, or the date of the document",
    help_name="the name on that day was: {right}",
)
def group_not_in_force(check: Check) -> Iterator[Fault]:
    """A group did not exist on the date of the document, or had another name.

    A text of 2014 may say EDG, one of 2025 may not. Where only two days are known between which a group changed,
    nothing is said about the time between; the finding is an error only where the very day is known.

    Wrong:
        EDG     in 2025
    Right:
        ECPA    in 2025

    Source: the published legends and signature lists.
    """
    if check.date is None:
        return
    for abbreviation in check.groups | check.declared:
        rows = groups.find(abbreviation)
        if not rows or (check.declared and abbreviation not in check.declared):
            continue  # GRP001 speaks of what is not in the legend
        answer = groups.abbreviation_in_force(abbreviation, check.date)
        if answer not in (Answer.YES, Answer.UNSURE):
            places = [*check.groups.get(abbreviation, []), *check.declared.get(abbreviation, [])]
            places.sort(key=lambda place: place.start)
            message = "not_yet" if answer is Answer.NOT_YET else "message"
            values = {"group": places[0], "date": check.date}
            severity = Severity.ERROR if all(groups.is_certain(row, answer) for row in rows) else None
            labels = tuple(Place(place.span) for place in places[1:])
            yield Fault(places[0].span, values, message, severity=severity, labels=labels)
        elif answer is Answer.YES and len(rows) > 1:
            yield from _old_names(check, abbreviation)


@rule(
    "GRP006",
    "repeated-group",
    Severity.ERROR,
    "The group '{group}' stands in the legend a second time",
    label="the first time",
    help="remove one of the two lines",
)
def repeated_group(check: Check) -> Iterator[Fault]:
    """A group stands in the legend twice.

    Wrong:
        ALDE: …     ECPA: …     ALDE: …
    Right:
        ALDE: …     ECPA: …

    Source: the published legends.
    """
    for later, first in _repeated(check):
        yield Fault(later.span, {"group": later.abbreviation}, labels=(Place(first.span),))


@rule(
    "GRP007",
    "legend-out-of-order",
    Severity.WARNING,
    "'{group}' is not in alphabetical order in the legend: the line belongs {side} '{neighbour}'",
    label="here",
    help="put the lines of the legend in alphabetical order of the abbreviations",
)
def legend_out_of_order(check: Check) -> Iterator[Fault]:
    """The legend is not in alphabetical order.

    Since 2012 it is; before, the groups stood in an order of their own.

    Wrong:
        ECPA: …     ALDE: …
    Right:
        ALDE: …     ECPA: …

    Source: the published legends.
    """
    if not _has_short_legend(check):
        return
    unclear = {entry.span for pair in _repeated(check) for entry in pair}
    displaced = [part.span for part in check.document.displaced if part.part == "legend"]
    entries = [
        entry
        for entry in check.document.legend
        if entry.span not in unclear
        and not _unknown(entry.abbreviation)
        and not any(span.start <= entry.span.start < span.end for span in displaced)
    ]
    keys = [collation_key(entry.abbreviation) for entry in entries]
    if keys == sorted(keys):
        return
    moving = set(must_move(keys))
    staying = [
        (key, entry) for index, (key, entry) in enumerate(zip(keys, entries, strict=True)) if index not in moving
    ]
    for index in sorted(moving):
        after = next((entry for key, entry in staying if key > keys[index]), None)
        side, neighbour = ("before", after) if after else ("after", staying[-1][1])
        values = {"group": entries[index].abbreviation, "side": side, "neighbour": neighbour.abbreviation}
        yield Fault(entries[index].span, values, labels=(Place(neighbour.span),))


def _unknown(abbreviation: str) -> bool:
    return not groups.find(abbreviation)


def _may_be_in_force(check: Check, abbreviation: str) -> bool:
    """Whether the group may have existed on the date; of others GRP003 and GRP005 speak."""
    answer = groups.abbreviation_in_force(abbreviation, check.date) if check.date else Answer.UNKNOWN
    return answer in (Answer.YES, Answer.UNSURE)


def _is_spoilt(check: Check, group: str) -> bool:
    """Whether the group's line of the legend is there, but spoilt, so that other rules speak of it.

    It cannot be read, or is glued to the line before, or the abbreviation is wrong and only the name is right.
    """
    unreadable = [line.text for line in check.document.unreadable if line.zone == "legend"]
    texts = [*unreadable, *(entry.name for entry in check.document.legend)]
    words = {word.casefold() for text in texts for word in re.split(r"[^\w/]+", text)}
    names = {row.english_name for row in groups.find(group)}
    misspelt = [entry for entry in check.document.legend if _unknown(entry.abbreviation)]
    return (
        group.casefold() in words
        or any(fold(name) in fold(text) for text in unreadable for name in names)
        or any(groups.nearest(entry.abbreviation, [group]) for entry in misspelt)
        or any(row.english == group for entry in misspelt for row in groups.with_name(entry.name))
    )


def _repeated(check: Check) -> list[tuple[LegendEntry, LegendEntry]]:
    first: dict[str, LegendEntry] = {}
    repeated: list[tuple[LegendEntry, LegendEntry]] = []
    for entry in check.document.legend:
        known = first.setdefault(groups.key(entry.abbreviation), entry)
        if known is not entry:
            repeated.append((entry, known))
    return repeated


def _has_short_legend(check: Check) -> bool:
    """Whether the legend is one of today's kind: only the groups that signed, in alphabetical order."""
    if check.date is None or check.date < _SHORT_LEGENDS_SINCE or check.missing & {"list", "legend"}:
        return False
    return not groups.all_in_force(check.date) <= set(check.declared)


def _old_names(check: Check, abbreviation: str) -> Iterator[Fault]:
    """The lines of the legend with an earlier or later name of the group."""
    for entry in check.document.legend:
        if groups.key(entry.abbreviation) != abbreviation or check.date is None:
            continue
        rows = [row for row in groups.find(abbreviation) if groups.same_name(row, entry.name)]
        answers = {groups.in_force(row, check.date) for row in rows}
        right = next(
            row.english_name for row in groups.find(abbreviation) if groups.in_force(row, check.date) is Answer.YES
        )
        if rows and not answers & {Answer.YES, Answer.UNSURE}:
            values = {"name": entry.name, "group": entry.abbreviation, "date": check.date, "right": right}
            yield Fault(entry.name.span, values, "name", "help_name")
