"""Abbreviations in the list and in the legend: which group is meant, and whether there was one."""

from collections.abc import Iterator

from declparse.document import Text
from declparse.findings import Edit, Severity
from declparse.reference import groups
from declparse.reference.certainty import Answer
from declparse.reference.group_tables import NOT_A_GROUP
from declparse.rules.support import edits, legend
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareFix, at_all, rule
from declparse.wording import Day


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
        if legend.is_unknown(abbreviation):
            yield _unknown_in_the_legend(check, abbreviation, entries)


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


def _unknown_in_the_legend(check: Check, abbreviation: str, entries: list[Text]) -> BareFinding:
    """Return the finding for a group that never existed, with the group that its name belongs to."""
    places = legend.all_places(check, abbreviation)
    names = [entry.name for entry in check.document.legend if entry.abbreviation in entries]
    first = legend.first_beginning(names[0])
    if first and names[0].startswith(first):
        return at_all(places, {"group": places[0], "first": first}, "heading", "help_heading")
    named = [check.written(row.english) for name in names for row in groups.with_name(name)]
    nearest = named[0] if named else groups.nearest(abbreviation, groups.possible(check.date), check.language)
    is_one = len(entries) == 1 and named and groups.key(named[0]) not in check.declared
    fix = edits.written(places, named[0], "title_nearest") if is_one else None
    help_text = "help_nearest" if nearest else "help"
    return at_all(places, {"group": places[0], "nearest": nearest}, help=help_text, fix=fix)


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
