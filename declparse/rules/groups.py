"""Political groups: in the list, in the legend, and in the history of the Assembly."""

from collections.abc import Iterator

from declparse.characters.collation import collation_key
from declparse.document import Found, Text
from declparse.findings import Edit, Severity
from declparse.reference import groups
from declparse.reference.certainty import Answer
from declparse.reference.group_tables import NOT_A_GROUP
from declparse.rules.support import edits, legend
from declparse.rules.support.alphabetical import must_move
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareFix, BareLabel, RuleOn, at_all, rule
from declparse.source import Span
from declparse.wording import Day, Term


@rule(
    "GRP001",
    "undeclared-group",
    Severity.ERROR,
    "The group '{group}' is not in the legend",
    marked="The group '{group}' has a mark too many: the legend has '{nearest}'",
    label="and here",
    title="Add '{group}' to the legend",
    title_nearest="Write '{nearest}'",
    help="add it to the legend: {group}: {name}",
    help_either="did you mean '{nearest}'? Otherwise add to the legend: {group}: {name}",
    help_nearest="did you mean '{nearest}'?",
    help_none="the Assembly had no such group then; a member without a group is written {none}",
    help_marked="write the abbreviation without it",
)
def undeclared_group(check: Check) -> Iterator[BareFinding]:
    """A signatory has a group that the legend does not explain.

    A group that several signatories have is one finding, and so are all that end in a full stop or the like. The
    nearest group is only named: nobody but the signatory knows whether that one was meant.

    Wrong:
        GROZA Ion, Republic of Moldova, EPP     with EPP/CD in the legend
    Right:
        GROZA Ion, Republic of Moldova, EPP/CD

    Source: the layout of declaration 817.
    """
    if check.groups.keys() <= check.declared.keys() or not check.document.legend:
        return
    marked: list[Text] = []
    for group, places in check.groups.items():
        native = [place for place in places if not groups.is_foreign(place, check.language)]
        if group in check.declared or not native or legend.has_spoilt(check, group):
            continue
        if legend.unmarked(group) in check.declared:
            marked += native
            continue
        nearest, help_text = legend.advice(check, group)
        name = legend.right_name(check, group) or "…"
        values = {"group": native[0], "nearest": nearest, "name": name, "none": check.written(NOT_A_GROUP)}
        fix = None
        only = groups.called(group)
        if only in check.declared:  # in small letters
            values["nearest"] = check.written(only)
            fix = edits.written(native, check.written(only), "title_nearest")
        elif help_text == "help" and legend.is_certain(check, group):
            fix = edits.added_to_legend(check, native[0], name)
        yield at_all(native, values, help=help_text, fix=fix)
    if marked:
        yield _marked(check, marked)


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
    "GRP003",
    "unknown-group",
    Severity.ERROR,
    "There has been no group '{group}' in the Assembly",
    heading="'{group}' is not a group, but stands before '{first}:' in the legend",
    label="and here",
    help="check the abbreviation, or remove the line",
    help_nearest="did you mean '{nearest}'?",
    help_heading="remove '{group}:'",
    title_nearest="Write '{nearest}'",
    marked="The group '{group}' has a mark too many; expected '{nearest}'",
    help_marked="write the abbreviation without it",
    help_list="check the abbreviation; a member without a group is written {none}",
)
def unknown_group(check: Check) -> Iterator[BareFinding]:
    """An abbreviation, in the legend or on a page without one, is none of a group of the Assembly.

    Silent before 2001: the groups of that time are not all known. The right abbreviation is written only where the
    legend names the group in full; the nearest one is only named.

    Wrong:
        EPPP: Group of the European People's Party
    Right:
        EPP/CD: Group of the European People's Party

    Source: the published legends since 2001.
    """
    if check.date is None or check.date < "2001-01-01":
        return
    if check.document.layout == "web":
        yield from _unknown_in_the_list(check)
        return
    for abbreviation, entries in check.declared.items():
        if not legend.is_unknown(abbreviation):
            continue
        places = legend.all_places(check, abbreviation)
        names = [entry.name for entry in check.document.legend if entry.abbreviation in entries]
        first = legend.first_beginning(names[0])
        if first and names[0].startswith(first):
            yield at_all(places, {"group": places[0], "first": first}, "heading", "help_heading")
            continue
        named = [check.written(row.english) for name in names for row in groups.with_name(name)]
        nearest = named[0] if named else groups.nearest(abbreviation, groups.possible(check.date), check.language)
        is_one = len(entries) == 1 and named and groups.key(named[0]) not in check.declared
        fix = edits.written(places, named[0], "title_nearest") if is_one else None
        help_text = "help_nearest" if nearest else "help"
        yield at_all(places, {"group": places[0], "nearest": nearest}, help=help_text, fix=fix)


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
        right = legend.right_name(check, entry.abbreviation) or ""
        certain = legend.is_certain(check, entry.abbreviation)
        severity = None if certain else Severity.WARNING
        values = {"name": entry.name, "group": entry.abbreviation, "right": right or "…"}
        if other:
            values["other"] = check.written(other)
            belongs_to_other = other in check.groups and other not in check.declared
            message, help_text = ("message", "help_other" if belongs_to_other else "help")
            message, help_text = (message, help_text) if owners else ("joined", "help_joined")
            yield BareFinding(entry.name.span, values, message, help_text, severity)
        elif (is_like := legend.is_like(entry.name, right)) or certain:
            fix = edits.written([entry.name], right) if is_like else None
            yield BareFinding(
                entry.name.span, values, "unknown", "help_nearest" if is_like else "help", severity, fix=fix
            )


@rule(
    "GRP005",
    "group-not-in-force",
    Severity.WARNING,
    "There was no group '{group}' any more on {date}",
    not_yet="There was no group '{group}' yet on {date}",
    name="'{name}' was not the name of {group} on {date}",
    label="and here",
    help="check the group, or the date of the document",
    help_current="the group was '{current}' then; check the group, or the date of the document",
    help_name="the name on that day was: {right}",
    title="Write '{right}'",
)
def group_not_in_force(check: Check) -> Iterator[BareFinding]:
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
            continue  # GRP001 reports what is not in the legend
        answer = groups.abbreviation_in_force(abbreviation, check.date)
        if answer not in (Answer.YES, Answer.UNSURE):
            places = legend.all_places(check, abbreviation)
            current = groups.current(abbreviation, check.date)
            current = check.written(current) if current else None
            values = {"group": places[0], "date": Day.of(check.date), "current": current}
            message = "not_yet" if answer is Answer.NOT_YET else "message"
            severity = Severity.ERROR if all(groups.is_certain(row, answer) for row in rows) else None
            yield at_all(places, values, message, "help_current" if current else "help", severity)
        elif len(rows) > 1:
            yield from _old_names(check, abbreviation)


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


def _unknown_in_the_list(check: Check) -> Iterator[BareFinding]:
    """Yield findings for groups that never existed, on a page without a legend; one for all with a mark too many."""
    marked: list[Text] = []
    for group, places in check.groups.items():
        if not legend.is_unknown(group):
            continue
        if not legend.is_unknown(legend.unmarked(group)):
            marked += places
            continue
        only = groups.called(group)  # in small letters
        fix = edits.written(places, check.written(only), "title_nearest") if only else None
        nearest = check.written(only) if only else groups.nearest(group, groups.possible(check.date), check.language)
        values = {"group": places[0], "nearest": nearest, "none": check.written(NOT_A_GROUP)}
        yield at_all(places, values, help="help_nearest" if nearest else "help_list", fix=fix)
    if marked:
        yield _marked(check, marked)


def _marked(check: Check, places: list[Text]) -> BareFinding:
    """Return the finding for groups with a mark too many."""
    places = sorted(places, key=lambda place: place.start)
    right = [check.written(legend.unmarked(place)) for place in places]
    fix = BareFix("unsafe", tuple(Edit(*place.span, group) for place, group in zip(places, right, strict=True)))
    values = {"group": places[0], "nearest": right[0]}
    return at_all(places, values, "marked", "help_marked", fix=fix._replace(title="title_nearest"))


def _old_names(check: Check, abbreviation: str) -> Iterator[BareFinding]:
    """Yield a finding for each line of the legend with an earlier or later name of the group."""
    for entry in check.document.legend:
        is_another = groups.key(entry.abbreviation) != abbreviation or groups.is_foreign_name(
            entry.name, check.language
        )
        if is_another or check.date is None:
            continue
        rows = [row for row in groups.find(abbreviation) if groups.same_name(row, entry.name)]
        answers = {groups.in_force(row, check.date) for row in rows}
        if rows and not answers & {Answer.YES, Answer.UNSURE}:
            right = legend.right_name(check, abbreviation)
            values = {"name": entry.name, "group": entry.abbreviation, "date": Day.of(check.date), "right": right}
            fix = edits.written([entry.name], right) if right else None
            yield BareFinding(entry.name.span, values, "name", "help_name", fix=fix)


RULES: tuple[RuleOn[Check], ...] = (
    undeclared_group,
    unused_group,
    unknown_group,
    wrong_group_name,
    group_not_in_force,
    repeated_group,
    legend_out_of_order,
)
