"""What a signatory needs: a surname in capitals, a given name, a group."""

import re
from collections.abc import Iterator

from declparse.characters.collation import fold
from declparse.characters.garbling import garbled
from declparse.findings import Severity
from declparse.reference.group_tables import NOT_A_GROUP
from declparse.rules.support import edits
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareLabel, rule

_ALL = 3  # signatories, from which on one finding can stand for all of them
# Printed lists have surnames in capitals and given names since then; those of 2001 to 2003 had neither.
_FULL_NAMES_SINCE = "2007-01-01"
_GROUPS_ON_THE_WEB_SINCE = "2012-01-01"


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


def _merged(check: Check, found: list[BareFinding]) -> list[BareFinding]:
    """Return the findings, as a single one if every signatory has one: that is one slip."""
    if len(found) < _ALL or len(found) < len(check.document.signatories):
        return found
    first, *others = found
    values = {**first.values, "count": len(found)}
    return [first._replace(values=values, message="all", labels=tuple(BareLabel(other.span) for other in others))]


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
