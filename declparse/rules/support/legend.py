"""Facts about the legend that several rules need."""

import re

from declparse.characters.collation import fold
from declparse.document import LegendEntry, Text
from declparse.reference import groups
from declparse.reference.certainty import Answer
from declparse.rules.support.check import Check
from declparse.rules.support.shapes import shape
from declparse.rules.support.unreadable import is_name_alone
from declparse.source import Cover

# Since then the legend has only the groups that signed, in alphabetical order.
_SHORT_SINCE = "2012-01-01"


def is_unknown(abbreviation: str) -> bool:
    """True if there has never been such a group."""
    return not groups.find(abbreviation)


def may_be_in_force(check: Check, abbreviation: str) -> bool:
    """True if the group may have existed on the date; GRP003 and GRP005 report the others."""
    answer = groups.abbreviation_in_force(abbreviation, check.date) if check.date else Answer.UNKNOWN
    return answer in (Answer.YES, Answer.UNSURE)


def is_outdated(check: Check, abbreviation: str) -> bool:
    """True if the group certainly existed only at another time, which GRP005 reports."""
    return check.date is not None and not is_unknown(abbreviation) and not may_be_in_force(check, abbreviation)


def right_name(check: Check, abbreviation: str) -> str | None:
    """Return the name of the group on the date, else its last name, in the language of the document.

    None if there has never been such a group, or its name in that language is not known.
    """
    rows = groups.find(abbreviation)
    in_force = [row for row in rows if check.date and groups.in_force(row, check.date) is Answer.YES]
    return groups.name_in((in_force or rows)[-1], check.language) if rows else None


def is_certain(check: Check, abbreviation: str) -> bool:
    """True if the names of the group in the language of the document come from a text, not from memory."""
    rows = groups.find(abbreviation)
    return check.language == "en" or all(row.french_name and row.french_evidence != "M" for row in rows)


def first_beginning(name: str) -> str | None:
    """Return the first known abbreviation in a name that begins another line of the legend; None if there is none."""
    return next((found for found in shape("ENTRY_WITHIN").findall(name) if not is_unknown(found)), None)


def goes_on(check: Check, entry: LegendEntry) -> bool:
    """True if an unreadable line completes the name of the group; the finding on that line explains both."""
    rest = next((line.text for line in check.document.unreadable if line.span.start >= entry.span.end), "")
    return any(groups.same_name(row, f"{entry.name} {rest}") for row in groups.find(entry.abbreviation))


def is_short(check: Check) -> bool:
    """True if the legend is of today's kind: only the groups that signed, in alphabetical order."""
    if check.date is None or check.date < _SHORT_SINCE or "list" in check.missing:
        return False
    return not groups.all_in_force(check.date) <= set(check.declared)


def repeated(check: Check) -> list[tuple[int, int]]:
    """Return the lines of groups that are repeated, as pairs of indexes: the later line, the first line."""
    first: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    for index, entry in enumerate(check.document.legend):
        known = first.setdefault(groups.key(entry.abbreviation), index)
        if known != index:
            pairs.append((index, known))
    return pairs


def unused(check: Check) -> list[LegendEntry]:
    """Return the lines of groups without signatories, in a legend that should not have such lines."""
    if check.declared.keys() <= check.groups.keys() or not is_short(check):
        return []
    # A signatory whose group is missing, or is not in the legend, may belong to any group; so may a name alone.
    if any(s.group is None or groups.key(s.group) not in check.declared for s in check.document.signatories):
        return []
    lost = " ".join(line.text for line in check.document.unreadable)
    if any(map(is_name_alone, check.document.unreadable)):
        return []
    return [
        entry
        for entry in check.document.legend
        if (known := groups.key(entry.abbreviation)) not in check.groups
        and check.written(known) not in lost
        and may_be_in_force(check, known)
    ]


def has_spoilt(check: Check, group: str) -> bool:
    """True if the legend has the line of the group in a spoilt form, which other rules report.

    The line is unreadable, joined to the line before, or has a wrong or outdated abbreviation.
    """
    legend = check.document.legend
    misspelt = [entry for entry in legend if is_unknown(entry.abbreviation)]
    return (
        any(other in check.declared and is_outdated(check, other) for other in groups.succession(group))
        or _is_within_another_line(check, group)
        or any(groups.nearest(entry.abbreviation, (group,), check.language) for entry in misspelt)
        or any(row.english == group for entry in legend for row in groups.with_name(entry.name))
    )


def _is_within_another_line(check: Check, group: str) -> bool:
    """True if the abbreviation is inside another name, or it or the name of the group inside an unreadable line."""
    unreadable = [line.text for line in check.document.unreadable if line.zone == "legend"]
    texts = [*unreadable, *(entry.name for entry in check.document.legend)]
    words = {word.casefold() for text in texts for word in re.split(r"[^\w/]+", text)}
    names = {name for row in groups.find(group) if (name := groups.name_in(row, check.language))}
    return check.written(group).casefold() in words or any(fold(n) in fold(text) for text in unreadable for n in names)


def in_order(check: Check) -> list[LegendEntry]:
    """Return the lines of the legend whose order can be judged.

    Left out are lines that another rule wants to change or remove, and lines outside the legend.
    """
    entries = check.document.legend
    unclear = {entries[index].span for pair in repeated(check) for index in pair}
    unclear |= {entry.span for entry in unused(check)}
    displaced = Cover(part.span for part in check.document.displaced)
    return [
        entry
        for entry in entries
        if entry.span not in unclear
        and not groups.is_foreign(entry.abbreviation, check.language)
        and may_be_in_force(check, entry.abbreviation)
        and all(row.english == groups.key(entry.abbreviation) for row in groups.with_name(entry.name))
        and entry.span.start not in displaced
    ]


def is_like(name: str, right: str) -> bool:
    """True if a name is a misspelling of the right one."""
    from difflib import SequenceMatcher  # slow to load, and only needed for a wrong name

    return SequenceMatcher(None, name.casefold(), right.casefold()).ratio() > 0.8


def all_places(check: Check, abbreviation: str) -> list[Text]:
    """Return the places of an abbreviation in the list and in the legend, sorted."""
    places = [*check.groups.get(abbreviation, []), *check.declared.get(abbreviation, [])]
    return sorted(places, key=lambda place: place.start)


def advice(check: Check, group: str) -> tuple[str | None, str]:
    """Return the group that was perhaps meant by one that is not in the legend, and the key of the help."""
    nearest = next((other for other in groups.succession(group) if other in check.declared), None)
    if groups.find(group) and not is_outdated(check, group):
        return (check.written(nearest), "help_either") if nearest else (None, "help")
    if groups.find(group):
        nearest = nearest or groups.current(group, check.date or "")
        nearest = check.written(nearest) if nearest else None
    else:
        nearest = groups.nearest(group, tuple(check.declared), check.language) or groups.nearest(
            group, groups.possible(check.date), check.language
        )
    return nearest, "help_nearest" if nearest else "help_none"


def unmarked(group: str) -> str:
    """Return the group without full stops, brackets and other marks around it: ``ECPA.``.

    A slash stays, because ``EC/`` may have been ``EC/DA``.
    """
    return groups.key(re.sub(r"^[^\w/]+|[^\w/]+$", "", group.strip("_")))
