"""The lines of the list: a name with the surname in capitals, a country and a group in each."""

import re
from collections.abc import Iterator

from declparse.characters.collation import fold
from declparse.characters.garbling import garbled
from declparse.document import UnreadableLine
from declparse.findings import Severity
from declparse.reference import groups, states
from declparse.reference.group_tables import NOT_A_GROUP
from declparse.rules.support import edits
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareLabel, rule
from declparse.rules.support.unreadable import FIELDS, is_malformed_signatory, lines_in, members_on, phrases, runs_of
from declparse.source import Span
from declparse.wording import Count

_ALL = 3  # signatories, from which on one finding can stand for all of them
# Printed lists have surnames in capitals and given names since then; those of 2001 to 2003 had neither.
_FULL_NAMES_SINCE = "2007-01-01"
_GROUPS_ON_THE_WEB_SINCE = "2012-01-01"
_HELP_ON_LINES = {
    "broken": "help_broken",
    "glued": "help_glued",
    "undivided": "help_undivided",
    "mark": "help_mark",
}


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
    yield from _small_letters(check)
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


def _what_is_wrong(run: list[UnreadableLine]) -> tuple[str, dict[str, object]]:
    """Return the message that fits the lines, and its values."""
    text = run[0].text.partition("\n")[0]
    values: dict[str, object] = {"text": text, "lines": lines_in(run), "members": Count(members_on(run[0]))}
    if lines_in(run) > 1:
        return "broken" if len(run) == 1 and run[0].broken else "several", values
    if members_on(run[0]) > 1:
        return "glued", values
    if re.match(r"([0-9]{1,3}[.)]|[•·–—▪●○◦]) ", text):
        return "mark", values
    strange = _strange(re.split("[,;]", text)[0])
    if strange is not None:
        return "characters", values | {"character": strange}
    return _what_is_wrong_with_fields(text), values


def _strange(name: str) -> str | None:
    """Return the first character that no name has; None if there is none."""
    strange = [c for c in name if not c.isalpha() and c not in " '’‘ʼ`-‐‑.:/" and not "\u0300" <= c <= "\u036f"]
    return strange[0] if strange else None


def _what_is_wrong_with_fields(text: str) -> str:
    """Return the message that fits the fields of a line."""
    name, *fields = re.split("[,;]", text)
    if ";" in text and len(fields) == FIELDS - 1:
        return "semicolon"
    known = ["group" if groups.find(field) else "country" if states.find(field) else "" for field in (name, *fields)]
    if known[-2:] == ["group", "country"]:
        return "exchanged"
    if known == ["country", "group"]:
        return "name"
    if known == ["", "group"] and not any(map(states.find, phrases(name))):
        return "country"
    return "comma" if text.count(",") < FIELDS - 1 and ";" not in text else "message"


def _merged(check: Check, found: list[BareFinding]) -> list[BareFinding]:
    """Return the findings, as a single one if every signatory has one: that is one slip."""
    if len(found) < _ALL or len(found) < len(check.document.signatories):
        return found
    first, *others = found
    values = {**first.values, "count": len(found)}
    return [first._replace(values=values, message="all", labels=tuple(BareLabel(other.span) for other in others))]


def _small_letters(check: Check) -> Iterator[BareFinding]:
    """Yield a finding for each surname in capitals that has a small letter."""
    for one in check.document.signatories:
        letter = _small_letter(fold(one.surname)) if one.in_capitals and not one.surname.isupper() else None
        # A look-alike is TXT003, and among garbled names a small letter means nothing.
        if letter is not None and letter in one.surname and not any(garbled(check.document.source.text)):
            values = {"name": one.name_as_written, "letter": letter}
            yield BareFinding(one.surname.span, values, "small", "help_small")


def _small_letter(surname: str) -> str | None:
    """Return the small letter in a surname in capitals: ``HOLLlK``; None if there is none.

    At least two capitals stand before it, so ``McNAMARA`` has none; nor is ß one, which has no capital.
    """
    for part in re.split(r"[\W_]+", surname):
        for index in range(2, len(part)):
            before, letter, after = part[:index], part[index], part[index + 1 :]
            if letter.islower() and letter != "ß" and before.isupper() and (not after or after.isupper()):
                return letter
    return None
