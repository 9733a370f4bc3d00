"""Fixes that several rules offer, as edits of the text.

Lines are moved, added and removed together with what divides them from their neighbours: a line end, the blanks before
it that are a line break in Markdown, the semicolon of a web page. So the first and the last line are no special cases.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from declparse.characters.collation import collation_key
from declparse.document import Signatory, Text
from declparse.findings import Edit
from declparse.rules.support.alphabetical import sort_key
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFix
from declparse.rules.support.shapes import shape
from declparse.source import Span

_DIVIDER = r"[\s;]+"
# In the languages of these countries the capital of i is İ, if the name is written with their letters at all.
_DOTTED = str.maketrans({"i": "İ", "ı": "I"})
_WITH_DOTS = {"TR", "AZ"}
_TURKIC = "[ıİşŞğĞçÇöÖüÜəƏ]"
_NAMES = ("surname", "given_names")


def written(places: Sequence[Text], right: str, title: str = "title") -> BareFix:
    """Return the fix that writes the right words in all these places."""
    return BareFix("unsafe", tuple(Edit(*place.span, right) for place in places), title)


def moved(check: Check, lines: Sequence[Span], line: Span, side: str, neighbour: Span) -> BareFix | None:
    """Return the fix that moves a line beside another one.

    None if it is there already, or if something else stands between the lines.
    """
    text, lines = check.document.source.text, sorted(lines)  # one may be far away from the others
    place, target = bisect_left(lines, line), bisect_left(lines, neighbour) + (side == "after")
    if target > place + 1:
        gap = Span(line.end, lines[place + 1].start)
        cut = Span(line.start, gap.end)
    elif target < place:
        gap = Span(lines[place - 1].end, line.start)
        cut = Span(gap.start, line.end)
    else:
        return None
    words, divider = text[slice(*line)], text[slice(*gap)]
    if not re.fullmatch(_DIVIDER, divider):
        return None
    there = neighbour.end if side == "after" else neighbour.start
    added = divider + words if side == "after" else words + divider
    return BareFix("unsafe", tuple(sorted((Edit(*cut, ""), Edit(there, there, added)))))


def removed(check: Check, lines: Sequence[Span], unwanted: Span) -> BareFix | None:
    """Return the fix that removes a stretch of lines.

    None if no line is left, or if something else stands between the lines.
    """
    lines = sorted(lines)
    first, following = bisect_left(lines, unwanted.start, key=_start), bisect_left(lines, unwanted.end, key=_start)
    if first > 0:
        before = lines[first - 1].end
        cut, gap = Span(before, unwanted.end), Span(before, unwanted.start)
    elif following < len(lines):
        after = lines[following].start
        cut, gap = Span(unwanted.start, after), Span(unwanted.end, after)
    else:
        return None
    divided = re.fullmatch(_DIVIDER, check.document.source.text[slice(*gap)])
    return BareFix("unsafe", (Edit(*cut, ""),)) if divided else None


def added_to_legend(check: Check, group: str, name: str) -> BareFix | None:
    """Return the fix that adds a group to the legend: in its place if the lines are sorted, else at the end.

    None if the legend does not show how its lines are written and divided.
    """
    document, text = check.document, check.document.source.text
    legend = document.legend
    first = legend[0]
    lines = [one.span for one in (legend if len(legend) > 1 else document.signatories)]
    if len(lines) < 2:
        return None
    gap, colon = text[lines[0].end : lines[1].start], text[first.abbreviation.end : first.name.start]
    if not re.fullmatch(r"\s+", gap) or not re.fullmatch(r"\s*:\s*", colon):
        return None
    if "'" not in text:
        name = name.replace("'", "’")
    line = f"{group}{colon}{name}"
    keys = [collation_key(entry.abbreviation) for entry in legend]
    later = [entry for entry, key in zip(legend, keys, strict=True) if key > collation_key(group)]
    if later and keys == sorted(keys):
        start = later[0].span.start
        return BareFix("unsafe", (Edit(start, start, line + gap),))
    end = legend[-1].span.end
    return BareFix("unsafe", (Edit(end, end, gap + line),))


def in_capitals(check: Check, signatories: Sequence[Signatory]) -> BareFix | None:
    """Return the fix that writes the surnames in capitals; None if one of them is not certain.

    Without capitals the first word counts as the surname, but may be the given name. Only the order of the list tells,
    so nothing is certain on web pages, in names of more than two words, and for the tabler alone.
    """
    if not _order_tells(check, signatories):
        return None
    edits: list[Edit] = []
    for one in signatories:
        surname = check.document.source.text[slice(*one.surname.span)]
        country = check.country(one)
        dotted = country is not None and country.code in _WITH_DOTS
        if dotted and "i" in surname and not re.search(_TURKIC, one.name):  # Yildiz may be YILDIZ
            return None
        right = _capitals(surname, dotted=dotted)
        if shape("MAC_NAME").match(surname):  # McNAMARA
            return None
        if check.document.layout == "web" or " " in f"{one.surname}{one.given_names}" or right == surname:
            return None
        edits.append(Edit(*one.surname.span, right))
    return BareFix("unsafe", tuple(edits), "title_all" if len(edits) > 1 else "title")


def _order_tells(check: Check, signatories: Sequence[Signatory]) -> bool:
    """True if the list is sorted by these surnames, and would not be by the other words of the names."""
    listed = [one for one in check.document.signatories if not one.tabler]
    if len(signatories) == len(check.document.signatories):  # one slip in all of them, including the tabler
        surnames, others = ([collation_key(getattr(one, name) or "") for one in listed] for name in _NAMES)
        return surnames == sorted(surnames) and others != sorted(others)
    return all(_place_tells(one, listed) for one in signatories)


def _place_tells(signatory: Signatory, listed: Sequence[Signatory]) -> bool:
    """True if the surname fits between its neighbours in capitals, and the given name does not."""
    if signatory.tabler:
        return False
    before = [sort_key(one) for one in listed if one.in_capitals and one.position < signatory.position]
    after = [sort_key(one) for one in listed if one.in_capitals and one.position > signatory.position]
    lowest, highest = before[-1:] or [""], after[:1] or ["\uffff"]
    fits = [lowest <= [collation_key(getattr(signatory, name) or "")] <= highest for name in _NAMES]
    return fits == [True, False]


def _capitals(surname: str, *, dotted: bool) -> str:
    """Return the surname in capitals, except for a particle: ``d'ESTE``; unchanged if that is all of it: ``van``."""
    particle = shape("ELIDED_PARTICLE").match(surname)
    start = particle.end() if particle and surname[0].islower() else 0
    if surname[start : start + 1].islower():
        return surname
    rest = surname[start:].translate(_DOTTED) if dotted else surname[start:]
    return surname[:start] + rest.upper()


def _start(line: Span) -> int:
    return line.start
