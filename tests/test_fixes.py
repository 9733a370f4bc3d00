"""Each fix that is offered, when it is applied, takes its finding away and brings no other."""

import datetime as dt
from collections import Counter

import pytest
from test_cases import CASES, TODAY, Case

import declparse
from declparse import Finding

# A fix that makes a date readable lets the rules speak that depend on it.
_BRINGS_MORE = {"DAT002 Wrong: rules that need the date are silent then"}


def fixed(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    for edit in sorted(finding.fix.edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def fixes() -> list[tuple[Case, int]]:
    """The cases, and the number of each finding in them that has a fix."""
    return [
        (case, number)
        for cases in CASES.values()
        for case in cases
        for number, finding in enumerate(case.findings)
        if finding.fix is not None and finding.fix.safety != "display-only"
    ]


@pytest.mark.parametrize(("case", "number"), fixes(), ids=str)
def test_fix(case: Case, number: int) -> None:
    text = declparse.parse(case.document).source.text
    findings = case.findings
    today = dt.date.fromisoformat(case.option("today", TODAY))
    before = Counter(finding.code for finding in findings)
    before[findings[number].code] -= 1
    again = declparse.check(fixed(text, findings[number]), today=today)
    after = Counter(finding.code for finding in again)
    if str(case) in _BRINGS_MORE:
        assert not after[findings[number].code]
    else:
        assert after == +before, [finding.message for finding in again]
