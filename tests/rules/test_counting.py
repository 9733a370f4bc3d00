"""Who counts where lines of the list cannot be read, or the list is cut: the rules on admissibility and the total."""

import datetime as dt

import pytest
from conftest import SAMPLES

import declparse

TODAY = dt.date(2025, 7, 15)
LINES = (SAMPLES / "declaration-817.md").read_text(encoding="utf-8").split("\n")
FIRST = next(number for number, line in enumerate(LINES) if line.startswith("NÉMETH"))
LAST = next(number for number, line in enumerate(LINES) if line.startswith("YILDIZ"))
HEADING = next(number for number, line in enumerate(LINES) if "<sup>" in line)


def found(lines: list[str]) -> list[tuple[str, str]]:
    """The codes of all findings, and the line in which each begins."""
    document = declparse.parse("\n".join(lines))
    place = document.source.position
    findings = declparse.check(document, today=TODAY)
    return [(one.code, document.source.line(place(one.span.start).line).strip()) for one in findings]


def with_list(signatories: list[str], total: int | None = None) -> list[str]:
    """The declaration with other lines in its list, and the total that they have."""
    count = len(signatories) if total is None else total
    lines = [*LINES[:FIRST], *signatories, *LINES[LAST + 1 :]]
    return [f"Total = {count}" if line.startswith("Total") else line for line in lines]


ALL = LINES[FIRST : LAST + 1]
TWENTY = [*ALL[:18], ALL[19], ALL[22]]  # members of all four groups


def test_twenty_are_enough_and_nineteen_are_not() -> None:
    assert len(TWENTY) == 20
    assert found(with_list(TWENTY)) == []
    assert [code for code, _ in found(with_list([*TWENTY[:5], *TWENTY[6:]]))] == ["ADM001"]


def test_members_on_one_line_count_each() -> None:
    glued = [*TWENTY[:8], f"{TWENTY[8].strip()}, {TWENTY[9].strip()}", *TWENTY[10:]]
    assert [code for code, _ in found(with_list(glued, 20))] == ["SIG004"]
    three = [*TWENTY[:7], ", ".join(line.strip() for line in TWENTY[7:10]), *TWENTY[10:]]
    assert [code for code, _ in found(with_list(three, 20))] == ["SIG004"]


@pytest.mark.parametrize(("old", "new"), [(",", ""), (" ", " 2 ")])
def test_a_line_with_one_comma_or_two_counts_once(old: str, new: str) -> None:
    short = [*TWENTY[:8], TWENTY[8].replace(old, new, 1), *TWENTY[10:]]
    assert [code for code, _ in found(with_list(short, 19))] == ["ADM001", "SIG004"]


@pytest.mark.parametrize("stray", ["[page 2 of 3]", "%% ==", "(on behalf of the members)"])
def test_a_stray_line_counts_for_nobody(stray: str) -> None:
    codes = [code for code, _ in found(with_list([*TWENTY[:8], stray, *TWENTY[9:]], 19))]
    assert codes == ["ADM001", "STR005"]


def test_the_number_of_a_page_explains_no_total() -> None:
    assert [code for code, _ in found(with_list([*ALL[:8], "[page 2]", *ALL[8:]], 24))] == ["STR005", "SIG001"]
    assert [code for code, _ in found(with_list([*ALL[:8], "SOMEBODY Else", *ALL[8:]], 24))] == ["STR005"]


def test_too_few_stands_at_the_heading_of_the_list_or_its_first_line() -> None:
    few = with_list(TWENTY[1:])
    assert found(few) == [("ADM001", LINES[HEADING])]
    del few[HEADING]
    assert ("ADM001", TWENTY[1].strip()) in found(few)


def test_a_list_that_is_cut_at_its_end_is_not_counted() -> None:
    cut = LINES[: FIRST + 6]
    assert {code for code, _ in found(cut)} == {"STR002"}
