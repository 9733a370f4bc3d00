"""The reference tables: every row has its source and grade, and every change is answered to the day.

No error is built on a fact from memory, and nothing is said between two days that bracket a change.
"""

import datetime as dt
import re
from itertools import combinations, pairwise
from typing import NamedTuple

import pytest
from support.cases import BASE

import declparse
from declparse.findings import Finding, Severity
from declparse.reference import groups, numbers, states
from declparse.reference.certainty import Answer
from declparse.reference.group_tables import GROUPS, SUCCESSIONS, GroupName
from declparse.reference.rule_tables import THRESHOLDS
from declparse.reference.state_tables import ELSEWHERE, MEMBERSHIPS, NAMES, SEATS, WITH_ARTICLE, CountryName, Membership

YES, NO, NOT_YET, NO_LONGER, UNSURE = Answer.YES, Answer.NO, Answer.NOT_YET, Answer.NO_LONGER, Answer.UNSURE
TABLES = (NAMES, MEMBERSHIPS, SEATS, GROUPS, THRESHOLDS)
TODAY = dt.date(2026, 11, 23)


def day_before(date: str) -> str:
    return (dt.date.fromisoformat(date) - dt.timedelta(days=1)).isoformat()


def findings(date: str, country: str = "Spain", group: str = "UEL", name: str = "") -> list[Finding]:
    """What is said about a member in a declaration of that day, and about the line of the legend for the group.

    It has no numbers, so that any day is plausible, and all others who sign are from France and of UEL.
    """
    day = dt.date.fromisoformat(date)
    text = BASE.replace("**Doc. 16195**\n\n", "").replace("**Written declaration No. 812**\n\n", "")
    text = text.replace("10 June 2025", f"{day.day} {day:%B} {day.year}")
    text = re.sub(r", [\w ]+, [A-Z/]+ *$", ", France, UEL", text, flags=re.MULTILINE)
    text = text.replace("TARRADIVA Nuria, France, UEL", f"TARRADIVA Nuria, {country}, {group}")
    lines = sorted(["UEL: Group of the Unified European Left", *([f"{group}: {name}"] if name else [])])
    text = text[: text.index("1. ALDE")] + "1. " + "\n".join(lines) + "\n"
    return declparse.check(text, today=TODAY, select=["STA", "GRP", "STR008"])


# Every row


@pytest.mark.parametrize("table", TABLES, ids=["names", "memberships", "seats", "groups", "thresholds"])
def test_every_row_has_source_grade_and_dates(table: tuple[NamedTuple, ...]) -> None:
    for row in table:
        fields = row._asdict()
        assert fields["source"].strip(), row
        assert fields["evidence"] in ("A", "B", "M"), row
        dates = [value for field, value in fields.items() if field.startswith(("since", "until")) and value]
        assert all(dt.date.fromisoformat(date).isoformat() == date for date in dates), row
        assert dates == sorted(dates), row
        if fields.get("until") and fields.get("since"):
            assert fields["since"] < fields["until"], row


def test_french_groups_have_their_own_grade() -> None:
    for row in GROUPS:
        assert (row.french_evidence in ("A", "B", "M")) == (row.french is not None), row


def test_rows_of_one_country_do_not_overlap() -> None:
    """But for names that were used side by side."""

    def overlap(one: CountryName | Membership, other: CountryName | Membership) -> bool:
        first, second = sorted([one, other], key=lambda row: row.since or "")
        return first.until is None or (second.since or "") < first.until

    same = [(one, other) for one, other in combinations(MEMBERSHIPS, 2) if one.code == other.code]
    assert {one.code for one, _ in same} == {"GR"}
    assert not any(overlap(one, other) for one, other in same)
    side_by_side = {one.code for one, other in combinations(NAMES, 2) if one.code == other.code and overlap(one, other)}
    assert side_by_side == {"CSHH", "CZ", "DE", "MD", "NL", "RU", "SK"}
    seats = [(one, other) for one, other in combinations(SEATS, 2) if one.code == other.code]
    assert [(one.code, one.until) for one, other in seats if one.until == other.since] == [("TR", "2015-06-16")]
    assert len(seats) == 1


def test_thresholds_follow_each_other() -> None:
    for one, other in combinations(THRESHOLDS, 2):
        if one.quantity == other.quantity:
            assert one.until is not None
            assert one.until <= other.since


def test_every_member_state_has_a_name_and_seats() -> None:
    today = [row.code for row in MEMBERSHIPS if states.status(row.code, "2026-01-01").answer is YES]
    assert len(set(today)) == 46
    assert all(states.current_name(code, "2026-01-01") for code in today)
    assert all(states.most_signatories(code, "2026-01-01") for code in today)
    assert {row.code for row in NAMES} == {row.code for row in MEMBERSHIPS}
    assert {row.code for row in SEATS} == {row.code for row in MEMBERSHIPS if row.status == "member"} - {"CSHH"}
    assert {row.english for row in NAMES} >= WITH_ARTICLE


# Answers around each change


@pytest.mark.parametrize(
    ("name", "date", "answer"),
    [
        ("Turkey", "2022-05-31", YES),
        ("Turkey", "2022-06-01", NO_LONGER),
        ("Türkiye", "2022-05-31", NOT_YET),
        ("Türkiye", "2022-06-01", YES),
        ("The former Yugoslav Republic of Macedonia", "1995-11-08", NOT_YET),
        ("The former Yugoslav Republic of Macedonia", "1995-11-09", YES),
        ("The former Yugoslav Republic of Macedonia", "2019-02-11", YES),
        ("The former Yugoslav Republic of Macedonia", "2019-02-12", NO_LONGER),
        ("North Macedonia", "2019-02-11", NOT_YET),
        ("North Macedonia", "2019-02-12", YES),
        ("Federal Republic of Germany", "1990-10-02", YES),
        ("Federal Republic of Germany", "1990-10-03", NO_LONGER),
        ("Germany", "1980-01-01", YES),
        ("Czechia", "2016-06-30", UNSURE),
        ("Czechia", "2016-07-01", YES),
        ("Czech Republic", "2026-01-01", YES),
        ("Serbia and Montenegro", "2003-04-02", UNSURE),
        ("Serbia and Montenegro", "2003-04-03", YES),
        ("Serbia and Montenegro", "2006-06-02", YES),
        ("Serbia and Montenegro", "2006-06-03", UNSURE),
        ("Serbia", "2006-06-02", UNSURE),
        ("Serbia", "2006-06-03", YES),
        ("Russia", "2001-04-24", YES),
        ("Slovakia", "2026-01-01", YES),
        ("Moldova", "2026-01-01", YES),
    ],
)
def test_names(name: str, date: str, answer: Answer) -> None:
    row = states.find(name)
    assert row is not None
    assert states.in_use(row, date) is answer
    assert states.in_use(row, date) is states.in_use(states.find(row.french) or row, date)


@pytest.mark.parametrize("row", [row for row in MEMBERSHIPS if row.status == "member"], ids=lambda row: row.code)
def test_membership(row: Membership) -> None:
    """A member state from the very day on; the end is the first day on which it is none any more."""
    before = states.status(row.code, day_before(row.since)).answer
    assert before is (UNSURE if row.evidence == "M" else NO_LONGER if row.since == "1974-11-28" else NOT_YET)
    assert states.status(row.code, row.since).answer is YES
    if row.until:
        assert states.status(row.code, day_before(row.until)).answer is YES
        assert states.status(row.code, row.until).answer is NO_LONGER


def test_membership_ended_on_the_day() -> None:
    """Russia ceased to be a member on 16 March 2022; Czechoslovakia was one until the end of 1992."""
    assert [(row.code, row.until) for row in MEMBERSHIPS if row.until] == [
        ("CSHH", "1993-01-01"),
        ("GR", "1969-12-12"),
        ("RU", "2022-03-16"),
    ]


@pytest.mark.parametrize("row", [row for row in MEMBERSHIPS if row.status != "member"], ids=lambda row: row.code)
def test_others_are_never_members(row: Membership) -> None:
    assert states.status(row.code, row.since)[:2] == (NO, row.status)
    assert states.status(row.code, day_before(row.since))[:2] == (NO, None)


def test_seats() -> None:
    assert [states.most_signatories("TR", date) for date in ("2015-06-15", "2015-06-16")] == [24, 36]
    assert states.most_signatories("AD", "2026-01-01") == 4
    assert states.most_signatories("CSHH", "1992-01-01") is None
    assert sum(row.representatives for row in SEATS if row.until is None and row.code != "RU") == 306


@pytest.mark.parametrize("row", GROUPS, ids=lambda row: f"{row.english} {row.english_name}")
def test_groups(row: GroupName) -> None:
    """Sure from the last day of a bracket on, unsure inside it."""
    if row.since_at_earliest and row.since_at_latest:
        assert groups.in_force(row, day_before(row.since_at_earliest)) is NOT_YET
        assert groups.in_force(row, row.since_at_latest) is YES
        if row.since_at_earliest < row.since_at_latest:
            assert groups.in_force(row, row.since_at_earliest) is UNSURE
            assert groups.in_force(row, day_before(row.since_at_latest)) is UNSURE
    if row.until_at_earliest and row.until_at_latest:
        assert groups.in_force(row, row.until_at_earliest) is YES
        assert groups.in_force(row, day_before(row.until_at_latest)) is UNSURE
        assert groups.in_force(row, row.until_at_latest) is NO_LONGER
    else:
        assert groups.in_force(row, "2100-01-01") is YES


def test_a_group_that_is_followed_ends_where_the_next_begins() -> None:
    for line in SUCCESSIONS:
        for former, later in pairwise(line):
            end, beginning = groups.find(former)[-1], groups.find(later)[0]
            assert (end.until_at_earliest, end.until_at_latest) == (
                beginning.since_at_earliest,
                beginning.since_at_latest,
            )
    for name in ("SOC", "NR"):
        first, second = groups.find(name)
        assert (first.until_at_earliest, first.until_at_latest) == (second.since_at_earliest, second.since_at_latest)


@pytest.mark.parametrize("row", [row for row in GROUPS if row.french], ids=lambda row: str(row.french))
def test_french_abbreviations_are_the_same_group(row: GroupName) -> None:
    assert row.french is not None
    assert groups.key(row.french) == row.english
    assert groups.find(row.french) == groups.find(row.english)
    assert groups.is_foreign(row.french, "en") == groups.is_foreign(row.english, "fr") == (row.french != row.english)
    assert not groups.is_foreign(row.english, "en")
    assert not groups.is_foreign(row.french, "fr")
    assert groups.is_foreign_name(row.english_name, "fr")
    assert not groups.is_foreign_name(row.english_name, "en")
    assert not row.french_name or groups.is_foreign_name(row.french_name, "en")
    assert groups.written(row.english, "fr") == row.french
    assert groups.written(row.english, "en") == row.english


@pytest.mark.parametrize(
    ("abbreviation", "date", "identity"),
    [
        ("EPP/CD", "2025-07-10", "EPP/CD"),
        ("PPE/DC", "2025-07-10", "EPP/CD"),
        ("EPP / CD", "2025-07-10", "EPP/CD"),
        ("epp/cd", "2025-07-10", "EPP/CD"),
        ("GDL", "2019-06-27", "FDG"),
        ("GDL", "2019-12-01", "FDG"),  # between the last day it was seen and the first it was not
        ("NI", "2019-06-27", "NR"),
        ("EDG", "2014-10-02", "EDG"),
        ("EC", "2017-12-19", "EC"),
        ("CE", "2017-12-19", "EC"),
        ("EC/DA", "2022-10-18", "EC/DA"),
        ("CE/AD", "2022-10-18", "EC/DA"),
        ("ECPA", "2025-07-10", "ECPA"),
        ("EDG", "2025-07-10", None),  # neither a group of that day, nor joined with the one that followed
        ("ECPA", "2010-04-27", None),
        ("GDL", "2025-07-10", None),
        ("CE", None, "EC"),
        ("EPP", "2025-07-10", None),  # merely like one
        ("ADEL", "2025-07-10", None),
        ("ADEL", None, None),
    ],
)
def test_identity_of_a_group(abbreviation: str, date: str | None, identity: str | None) -> None:
    assert groups.identity_on(abbreviation, date) == identity


@pytest.mark.parametrize(
    ("quantity", "date", "value", "evidence"),
    [
        ("signatories", "1970-01-29", None, None),
        ("signatories", "1970-01-30", 3, "B"),
        ("signatories", "1985-12-31", 3, "B"),
        ("signatories", "1986-01-01", None, None),
        ("signatories", "2006-12-31", None, None),
        ("signatories", "2007-01-01", 20, "B"),
        ("signatories", "2022-12-31", 20, "B"),
        ("signatories", "2023-01-01", 20, "A"),
        ("delegations", "2022-12-31", None, None),
        ("delegations", "2023-01-01", 4, "A"),
        ("groups", "2022-12-31", None, None),
        ("groups", "2023-01-01", 2, "A"),
        ("words", "1970-01-29", None, None),
        ("words", "1970-01-30", 200, "B"),
        ("words", "2022-12-31", 200, "B"),
        ("words", "2023-01-01", 200, "A"),
    ],
)
def test_thresholds(quantity: str, date: str, value: int | None, evidence: str | None) -> None:
    row = numbers.threshold(quantity, date)
    assert (row and row.value, row and row.evidence) == (value, evidence)


# What is built on the rows


def days_around(*dates: str | None) -> list[str]:
    return [day for date in dates if date and date > "1970-01-30" for day in (day_before(date), date)]


@pytest.mark.parametrize("row", [row for row in NAMES if row.evidence == "M"], ids=lambda row: row.english)
def test_nothing_is_said_about_names_from_memory(row: CountryName) -> None:
    for day in [*days_around(row.since, row.until), "1998-04-20", "2025-06-10"]:
        assert not [one for one in findings(day, row.english) if one.code in ("STA001", "STA002")], day


@pytest.mark.parametrize("row", [row for row in NAMES if row.since or row.until], ids=lambda row: row.english)
def test_names_of_another_time_are_warnings(row: CountryName) -> None:
    for day in days_around(row.since, row.until):
        found = [one for one in findings(day, row.english) if one.code in ("STA001", "STA002")]
        wrong = states.in_use(row, day) in (NOT_YET, NO_LONGER) and states.current_name(row.code, day) is not None
        assert [one.severity for one in found] == [Severity.WARNING] * wrong, day


@pytest.mark.parametrize("row", MEMBERSHIPS, ids=lambda row: f"{row.code} {row.since}")
def test_severity_of_membership(row: Membership) -> None:
    """Nothing before a date from memory, a warning before one that is only widely known; others are certain."""
    name = states.current_name(row.code, row.since) or next(one for one in NAMES if one.code == row.code)
    for day in days_around(row.since, row.until):
        answer = states.status(row.code, day).answer
        before = Severity.ERROR if row.evidence == "A" else Severity.WARNING
        severity = {NOT_YET: [before], NO_LONGER: [Severity.ERROR], NO: [Severity.ERROR]}.get(answer, [])
        found = [one for one in findings(day, name.english) if one.code == "STA003"]
        assert [one.severity for one in found] == severity, day


@pytest.mark.parametrize("row", GROUPS, ids=lambda row: f"{row.english} {row.english_name}")
def test_severity_of_groups(row: GroupName) -> None:
    """Nothing inside a bracket; outside it a warning, or an error where the very day is known."""
    for day in days_around(row.since_at_earliest, row.since_at_latest, row.until_at_earliest, row.until_at_latest):
        answer = groups.in_force(row, day)
        found = [(one.code, one.severity) for one in findings(day, group=row.english, name=row.english_name)]
        severity = Severity.ERROR if groups.is_certain(row, answer) else Severity.WARNING
        assert found == ([("GRP005", severity)] if answer in (NOT_YET, NO_LONGER) else []), day


@pytest.mark.parametrize(
    "row", [row for row in GROUPS if row.french not in (None, row.english, "GUE")], ids=lambda row: str(row.french)
)
def test_french_is_a_warning(row: GroupName) -> None:
    """Most French forms are from memory: no error, and not a second finding, comes of them."""
    day = day_before(row.until_at_latest) if row.until_at_latest else "2026-01-01"
    for name in [name for name in (row.english_name, row.french_name) if name]:
        found = findings(day, group=str(row.french), name=name)
        assert [(one.code, one.severity) for one in found] == [("STR008", Severity.WARNING)]


@pytest.mark.parametrize(
    ("name", "date", "meant"),
    [
        ("Holland", "2025-06-10", "Netherlands"),
        ("U.K.", "2025-06-10", "United Kingdom"),
        ("Republic of Turkey", "2025-06-10", "Türkiye"),
        ("Turky", "2014-06-26", "Turkey"),
        ("FYROM", "2014-06-26", "The former Yugoslav Republic of Macedonia"),
        ("Macedonia", "2025-06-10", "North Macedonia"),
        ("the Hungary", None, "Hungary"),
        ("Iecland", "2025-06-10", "Iceland"),  # not Ireland: two letters changed places
        ("Ruritania", "2025-06-10", None),
    ],
)
def test_nearest_country(name: str, date: str | None, meant: str | None) -> None:
    assert states.nearest(name, date) == meant


def test_what_countries_are_called_elsewhere_is_no_name() -> None:
    assert {row.english for row in NAMES} >= set(ELSEWHERE.values())
    assert not [name for name in ELSEWHERE if states.find(name.title())]


def test_a_finding_is_an_error_where_the_very_day_is_known() -> None:
    """Of the Free Democrats Group it is known on which day it came, of the ECPA only between which days."""
    text = BASE
    for old, new in {"16195": "14258", "10 June 2025": "26 January 2017", "812": "626", "ALDE": "FDG"}.items():
        text = text.replace(old, new)
    text = text.replace("FDG: Alliance of Liberals and Democrats for Europe", "FDG: Free Democrats Group")
    found = declparse.check(text, today=TODAY, select=["GRP005"])
    assert [(one.message, one.severity.value) for one in found] == [
        ("There was no group 'FDG' yet on 26 January 2017", "error"),
        ("There was no group 'ECPA' yet on 26 January 2017", "warning"),
    ]
