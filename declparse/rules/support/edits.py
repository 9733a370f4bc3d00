"""How faults are mended that need more than another word in place of the wrong one.

Lines move, come and go together with what divides them from their neighbours: a line end, the blanks before it that
Markdown takes for a line break, the semicolon of a web page. So the first and the last line of a list are like others.
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
# Where a small letter with a dot has a capital with a dot, if the name is written with the letters of that language.
_DOTTED = str.maketrans({"i": "İ", "ı": "I"})
_WITH_DOTS = {"TR", "AZ"}
_TURKIC = "[ıİşŞğĞçÇöÖüÜəƏ]"
_NAMES = ("surname", "given_names")


def written(places: Sequence[Text], right: str, title: str = "title") -> BareFix:
    """The right word in all these places."""
    return BareFix("unsafe", tuple(Edit(*place.span, right) for place in places), title)


def moved(check: Check, lines: Sequence[Span], line: Span, side: str, neighbour: Span) -> BareFix | None:
    """One of the lines, at the side of another; None where it is there, or something else is between them."""
    text, lines = check.document.source.text, sorted(lines)  # one may stand far away from the others
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
    """The lines without a stretch; None where none is left, or something else is between."""
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
    """A line of the legend for the group: in its place where the lines are in order, else the last one."""
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
    """Return the surnames in capitals; None where one cannot be told for sure.

    Without capitals the first word counts as the surname, but may be the given name. Only the order of the list tells,
    so nothing is certain on web pages, of names with more than two words, and of the tabler alone.
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
    """True if the list is in order with these surnames, and would not be with the other words in their place."""
    listed = [one for one in check.document.signatories if not one.tabler]
    if len(signatories) == len(check.document.signatories):  # one slip for all of them, the tabler included
        surnames, others = ([collation_key(getattr(one, name) or "") for one in listed] for name in _NAMES)
        return surnames == sorted(surnames) and others != sorted(others)
    return all(_place_tells(one, listed) for one in signatories)


def _place_tells(signatory: Signatory, listed: Sequence[Signatory]) -> bool:
    """True if the surname, and not the given name, fits between those before and after that are in capitals."""
    if signatory.tabler:
        return False
    before = [sort_key(one) for one in listed if one.in_capitals and one.position < signatory.position]
    after = [sort_key(one) for one in listed if one.in_capitals and one.position > signatory.position]
    lowest, highest = before[-1:] or [""], after[:1] or ["\uffff"]
    fits = [lowest <= [collation_key(getattr(signatory, name) or "")] <= highest for name in _NAMES]
    return fits == [True, False]


def _capitals(surname: str, *, dotted: bool) -> str:
    """The surname in capitals, but for a particle: ``d'ESTE``; as it is where it is nothing but a particle: ``van``."""
    particle = shape("ELIDED_PARTICLE").match(surname)
    start = particle.end() if particle and surname[0].islower() else 0
    if surname[start : start + 1].islower():
        return surname
    rest = surname[start:].translate(_DOTTED) if dotted else surname[start:]
    return surname[:start] + rest.upper()


def _start(line: Span) -> int:
    return line.start
