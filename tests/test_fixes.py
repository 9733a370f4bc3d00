"""Each fix that is offered, when it is applied, takes its finding away and brings no other."""

import datetime as dt
import re
from collections import Counter

import pytest
from conftest import SAMPLES
from support.cases import BASE, CASES, TODAY, Case

import declparse
from declparse import Finding, fixes

# A fix that makes a date readable lets the rules speak that depend on it.
_BRINGS_MORE = {"DAT002 Wrong: rules that need the date are silent then"}
# Fixes that ``declparse fix`` does not apply, since another finding would come in their place.
_NOT_APPLIED = {
    "STR008 in STR008 Wrong: both abbreviations in the legend",
    "STR008 in GRP001 Right: a French abbreviation that the legend does not have",
    "STR008 in GRP004 Right: a French abbreviation with a name that no group has",
    "STR008 in GRP006 Wrong: a line again in French, and another again in English",
}

# The base of the cases without the line breaks of Markdown.
BARE = BASE.replace("  \n", "\n")


def fixed(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    for edit in sorted(finding.fix.edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize("rule", CASES)
def test_fix(rule: str) -> None:
    for case in CASES[rule]:
        for finding in case.findings:
            if finding.fix is not None and finding.fix.safety != "display-only":
                assert_fixed(case, finding)


def assert_fixed(case: Case, finding: Finding) -> None:
    """The fix of this finding of a case is applied, unless it is known to do no good."""
    document, today = case.documents[-1][0], case.today
    text, name = document.source.text, f"{finding.code} in {case}"
    before = Counter(one.code for one in case.findings)
    before[finding.code] -= 1
    again = declparse.check(fixed(text, finding), today=today)
    after = Counter(one.code for one in again)
    mended = fixes.apply(
        document.source,
        lambda document: declparse.check(document, today=today),
        lambda text, _: [finding] if text is document.source else [],
        fixes.SAFE_AND_UNSAFE,
    )
    if name in _NOT_APPLIED or document.kind != "written-declaration":
        assert (mended.done, mended.source.text) == ((), text), name
        return
    assert (mended.done, mended.source.text) == ((finding,), fixed(text, finding)), name
    if str(case) in _BRINGS_MORE:
        assert not after[finding.code], name
    else:
        assert after == +before, f"{name}: {[one.message for one in again]}"


def one_finding(text: str) -> Finding:
    (finding,) = declparse.check(text, today=dt.date.fromisoformat(TODAY))
    return finding


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_breaks_of_a_word_processor_become_the_line_ends_of_the_text(end: str) -> None:
    good = BARE.replace("\n", end)
    wrong = good.replace(f"Norway, SOC{end}", "Norway, SOC\x0b").replace("Total = 22", "\x0b Total = 22 \x0b")
    wrong = wrong.replace("61 years. Two", "61 years. \u2028Two")
    assert fixed(wrong, one_finding(wrong)) == good


def test_line_breaks_of_a_word_processor_among_line_ends_of_two_kinds() -> None:
    good = BARE.replace("Malta, SOC\n", "Malta, SOC\r")
    wrong = good.replace("Norway, SOC\n", "Norway, SOC\x0b")
    assert fixed(wrong, one_finding(wrong)) == good


def test_line_breaks_of_a_word_processor_where_no_other_line_end_is() -> None:
    wrong = BARE.rstrip("\n").replace("\n", "\x0b")
    assert fixed(wrong, one_finding(wrong)) == re.sub("\n+", "\n", BARE.rstrip("\n"))


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_blanks_around_other_line_ends(end: str) -> None:
    good = BARE.replace("\n", end)
    for wrong in (good.replace("Total = 22", " Total = 22"), good.replace("Total = 22", "Total = 22 ")):
        assert fixed(wrong, one_finding(wrong)) == good


ORDINALS = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 10: "10th", 11: "11th", 12: "12th", 13: "13th", 14: "14th"}
ORDINALS |= {20: "20th", 21: "21st", 22: "22nd", 23: "23rd"}


@pytest.mark.parametrize(("number", "ordinal"), ORDINALS.items())
@pytest.mark.parametrize(("month", "safety"), [("April", "safe"), ("Apirl", "unsafe")])
def test_the_line_of_a_new_edition(number: int, ordinal: str, month: str, safety: str) -> None:
    good = (SAMPLES / "good" / "dialects-2nd-edition.md").read_text(encoding="utf-8")
    line = next(line for line in good.split("\n") if "originally tabled" in line)
    wrong = good.replace(line, f"{number}. edition – originally tabled on (3 {month} 2025)")
    finding = next(one for one in declparse.check(wrong, today=dt.date(2026, 11, 23)) if one.code == "DAT002")
    assert finding.fix is not None
    assert finding.fix.safety == safety
    assert f"{ordinal} edition, originally tabled on 3 April 2025" in fixed(wrong, finding)
