"""Signatories: their lines, names, order and total."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from declparse.characters.collation import fold
from declparse.characters.garbling import LOST, garbled
from declparse.document import Found, Malformed, Signatory, UnreadableLine
from declparse.findings import Edit, Severity
from declparse.reference import groups, states
from declparse.reference.group_tables import NOT_A_GROUP
from declparse.rules.support import edits
from declparse.rules.support.alphabetical import bare_key, effort, fitting_keys, must_move, other_key, sort_key
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareFix, BareLabel, RuleOn, rule
from declparse.rules.support.unreadable import FIELDS, is_malformed_signatory, lines_in, members_on, phrases, runs_of
from declparse.source import Span
from declparse.wording import Count, Term

_ALL = 3  # signatories, at least, of whom something can be said together
# The print layout has had surnames in capitals and given names since then; the lists of 2001 to 2003 had neither.
_FULL_NAMES_SINCE = "2007-01-01"
_GROUPS_ON_THE_WEB_SINCE = "2012-01-01"
_HELP_ON_LINES = {
    "broken": "help_broken",
    "glued": "help_glued",
    "undivided": "help_undivided",
    "mark": "help_mark",
}


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
    cut_off = {"text", "list_heading"} <= check.missing  # the beginning is lost, and perhaps some of the list
    if not isinstance(document.total, Found) or "list" in check.missing or cut_off:
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
        # Beside lines that cannot be read, a line may be the rest of another one.
        torn = any(line.zone == "list" for line in check.document.unreadable)
        fix = None if torn else edits.moved(check, lines, others[index].span, side, neighbour.span)
        yield BareFinding(others[index].span, values, labels=(BareLabel(neighbour.span),), fix=fix)


@rule(
    "SIG004",
    "malformed-signatory",
    Severity.ERROR,
    "This line is not a signatory: '{text}'",
    several="These {lines} lines are not signatories: '{text}' …",
    broken="A signatory is broken over {lines} lines: '{text}' …",
    glued="{members:signatory stands|signatories stand} on one line: '{text}'",
    undivided="{members:signatory is|signatories are} not divided by a semicolon: '{text}'",
    mark="There is a number or a bullet before the name: '{text}'",
    characters="There is a character in '{text}' that no name has: '{character}'",
    semicolon="There are semicolons in place of commas: '{text}'",
    name="The name is missing in '{text}'",
    country="The country is missing in '{text}'",
    exchanged="Country and group have changed places in '{text}'",
    comma="A comma is missing in '{text}'",
    help="write it like this: {example}",
    help_broken="write it on one line, like this: {example}",
    help_glued="write each on a line of its own, like this: {example}",
    help_undivided="put a semicolon between them; write each like this: {example}",
    help_mark="remove it; the line begins with the surname",
)
def malformed_signatory(check: Check) -> Iterator[BareFinding]:
    """A line of the list is not *name, country, group*.

    A line counts as a signatory's when it has a comma or a semicolon, or when it names a country or a group; others
    are STR005. The name has letters, blanks, hyphens, apostrophes and full stops only.

    Wrong:
        HOLLIK István Hungary, ECPA
    Right:
        HOLLIK István, Hungary, ECPA

    Source: the published lists since 2001.
    """
    for run in runs_of(check.document, check.document.unreadable):
        if any(map(is_malformed_signatory, run)):
            message, values = _what_is_wrong(run)
            values["example"] = check.example("list")
            if message == "glued" and check.document.layout == "web":
                message = "undivided"
            span = Span(run[0].span.start, run[-1].span.end)
            yield BareFinding(span, values, message, _HELP_ON_LINES.get(message, "help"))


@rule(
    "SIG005",
    "surname-not-capitals",
    Severity.WARNING,
    "The surname of '{name}' is not in capitals",
    all="None of the {count} surnames is in capitals",
    label="here",
    title="Write the surname in capitals",
    title_all="Write the surnames in capitals",
    small="There is a small letter in the surname of '{name}': '{letter}'",
    help="write the surname in capitals, as in: {example}",
    help_small="write the surname in capitals; perhaps another letter was meant, as I for l",
)
def surname_not_capitals(check: Check) -> Iterator[BareFinding]:
    """A surname is not in capitals.

    Capitals tell surname and given names apart, and the order of the list goes by them. Particles may be small. One
    small letter among capitals was typed for another.

    Wrong:
        Kempf Martina, Germany, ECPA
    Right:
        KEMPF Martina, Germany, ECPA

    Source: the published lists since 2007; those of 2001 to 2003 have no capitals.
    """
    if check.document.layout != "web" and (check.date or "") < _FULL_NAMES_SINCE:
        return
    for one in check.document.signatories:
        letter = _small_letter(fold(one.surname)) if one.in_capitals and not one.surname.isupper() else None
        # A look-alike is TXT003, and among garbled names a small letter means nothing.
        if letter is not None and letter in one.surname and not any(garbled(check.document.source.text)):
            values = {"name": one.name_as_written, "letter": letter}
            yield BareFinding(one.surname.span, values, "small", "help_small")
    wrong = [s for s in check.document.signatories if not s.in_capitals and s.given_names is not None]
    if not wrong:
        return
    example = check.example("name")
    found = []
    for one in wrong:
        bare = BareFinding(one.name_span, {"name": one.name_as_written, "example": example})
        found.append(bare._replace(fix=edits.in_capitals(check, [one])))
    for finding in _merged(check, found):
        yield finding._replace(fix=edits.in_capitals(check, wrong)) if finding.labels else finding


def _small_letter(surname: str) -> str | None:
    """A single small letter among capitals, behind two at least: ``HOLLlK``, not ``McNAMARA``; ß has no capital."""
    for part in re.split(r"[\W_]+", surname):
        for index in range(2, len(part)):
            before, letter, after = part[:index], part[index], part[index + 1 :]
            if letter.islower() and letter != "ß" and before.isupper() and (not after or after.isupper()):
                return letter
    return None


@rule(
    "SIG006",
    "missing-group",
    Severity.ERROR,
    "{name} has no political group",
    all="None of the {count} signatories has a political group",
    label="here",
    help="add the group after the country; a member without group is {none}",
)
def missing_group(check: Check) -> Iterator[BareFinding]:
    """A signatory has no political group.

    Members who belong to none are written with NR. On web pages it is a warning since 2012: in the lists of 2008 to
    2011 the group is sometimes missing, which is a gap in the data of the site and only worth knowing.

    Wrong:
        KEMPF Martina, Germany
    Right:
        KEMPF Martina, Germany, ECPA

    Source: the published lists since 2001.
    """
    none = check.written(NOT_A_GROUP)
    wrong = [signatory for signatory in check.document.signatories if signatory.group is None]
    severity = None
    if check.document.layout == "web":
        severity = Severity.WARNING if (check.date or "") >= _GROUPS_ON_THE_WEB_SINCE else Severity.INFO
    found = [BareFinding(one.span, {"name": one.name_as_written, "none": none}, severity=severity) for one in wrong]
    yield from _merged(check, found)


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


@rule(
    "SIG008",
    "missing-given-name",
    Severity.WARNING,
    "{name} has no given name",
    all="None of the {count} signatories has a given name that can be told from the surname",
    label="here",
    capitals="The given name of '{name}' cannot be told from the surname: all is in capitals",
    help="add the given name after the surname",
    help_capitals="write only the surname in capitals, as in: NÉMETH Zsolt",
)
def missing_given_name(check: Check) -> Iterator[BareFinding]:
    """A signatory has a surname only.

    Two members can share a surname, so the given name is needed to tell who signed.

    Wrong:
        KEMPF, Germany, ECPA
    Right:
        KEMPF Martina, Germany, ECPA

    Source: the published lists since 2007; those of 2001 to 2003 have no given names.
    """
    if check.document.layout == "web" or check.date is None or check.date < _FULL_NAMES_SINCE:
        return
    found = []
    for signatory in check.document.signatories:
        if signatory.given_names is None:
            all_capitals = " " in signatory.surname and signatory.surname.isupper()
            message, help_text = ("capitals", "help_capitals") if all_capitals else ("message", "help")
            found.append(BareFinding(signatory.name_span, {"name": signatory.name_as_written}, message, help_text))
    yield from _merged(check, found)


def _merged(check: Check, found: list[BareFinding]) -> list[BareFinding]:
    """Return the findings, as a single one if every signatory has one: that is one slip."""
    if len(found) < _ALL or len(found) < len(check.document.signatories):
        return found
    first, *others = found
    values = {**first.values, "count": len(found)}
    return [first._replace(values=values, message="all", labels=tuple(BareLabel(other.span) for other in others))]


def _repetition(run: list[tuple[Signatory, Signatory]]) -> BareFinding:
    """The fault of members that are listed again one after the other."""
    later, first = run[0]
    span = Span(later.span.start, run[-1][0].span.end)
    values = {"name": later.name_as_written, "count": len(run)}
    several = len(run) > 1
    message, help_text = ("several", "help_several") if several else ("message", "help")
    return BareFinding(span, values, message, help_text, labels=(BareLabel(first.span),))


def _in_order_of_the_list(check: Check) -> list[Signatory]:
    """The signatories whose order can be judged.

    Not the tabler; not those listed twice, of whom nobody knows which line is the right one; not those in another
    place than the list; not those whose surname cannot be told, or lacks a letter.
    """
    unclear = {signatory.position for pair in check.repeated for signatory in pair}
    unclear |= {signatory.position for signatory in check.document.signatories if not signatory.in_capitals}
    for span in (part.span for part in check.document.displaced):
        unclear |= {one.position for one in check.document.signatories if span.start <= one.span.start < span.end}
    if not check.document.plain:
        unclear |= {one.position for one in check.document.signatories if re.search(LOST, one.surname)}
    return [s for s in check.document.signatories if not s.tabler and s.position not in unclear]


def _what_is_wrong(run: list[UnreadableLine]) -> tuple[str, dict[str, object]]:
    """The text that fits the lines, and its values."""
    text = run[0].text.partition("\n")[0]
    values: dict[str, object] = {"text": text, "lines": lines_in(run), "members": Count(members_on(run[0]))}
    if lines_in(run) > 1:
        return "broken" if len(run) == 1 and run[0].broken else "several", values
    if members_on(run[0]) > 1:
        return "glued", values
    if re.match(r"([0-9]{1,3}[.)]|[•·–—▪●○◦]) ", text):
        return "mark", values
    name, *fields = re.split("[,;]", text)
    strange = [c for c in name if not c.isalpha() and c not in " '’‘ʼ`-‐‑.:/" and not "\u0300" <= c <= "\u036f"]
    if strange:
        return "characters", values | {"character": strange[0]}
    if ";" in text and len(fields) == FIELDS - 1:
        return "semicolon", values
    known = ["group" if groups.find(field) else "country" if states.find(field) else "" for field in (name, *fields)]
    if known[-2:] == ["group", "country"]:
        return "exchanged", values
    if known == ["country", "group"]:
        return "name", values
    if known == ["", "group"] and not any(map(states.find, phrases(name))):
        return "country", values
    return ("comma" if text.count(",") < FIELDS - 1 and ";" not in text else "message"), values


RULES: tuple[RuleOn[Check], ...] = (
    total_mismatch,
    repeated_signatory,
    out_of_order,
    malformed_signatory,
    surname_not_capitals,
    missing_group,
    malformed_total,
    missing_given_name,
)
