"""The cases: in each text is found what the case says."""

import re

import pytest
from support.cases import (
    BASE,
    CASES,
    FOLDER,
    RULES,
    Case,
    applied,
    in_lines,
    path_of,
    pattern_of,
    side_by_side,
    texts_of,
)

import declparse
from declparse.rules.support.rule import Rule


@pytest.mark.parametrize("case", [case for cases in CASES.values() for case in cases], ids=str)
def test_case(case: Case) -> None:
    expected = list(case.expected)
    found = in_lines(case.results())
    if found != expected:
        messages = "\n".join(f"  {finding.code}: {finding.message}" for finding in case.findings)
        pytest.fail(f"{case}\n{side_by_side(expected, found)}\n{messages}", pytrace=False)


@pytest.mark.parametrize(
    ("diff", "text"),
    [
        (" a\n-b\n", "a\nc\nd\ne"),
        ("-b\n-…\n-d\n", "a\ne"),
        ("-b\n-…\n d\n+x\n", "a\nd\nx\ne"),
        ("-a\n-…\n-c\n-…\n-e\n+x\n", "x"),
        ("-a\n@@\n-b\n-…\n-e\n+x\n", "x"),
    ],
)
def test_a_diff_is_applied(diff: str, text: str) -> None:
    assert applied(diff, "a\nb\nc\nd\ne") == text


@pytest.mark.parametrize(
    ("diff", "message"),
    [
        ("-x\n", "fits 0 places"),
        ("-b\n-…\n-x\n", "fits 0 places"),
        ("-d\n-…\n-b\n", "goes backwards"),
        ("-…\n-b\n", "a line is missing"),
        ("-b\n-…\n", "a line is missing"),
        ("+x\n", "a line is missing"),
        ("groups: NR\n", "no list of signatories"),
    ],
)
def test_a_diff_that_does_not_fit(diff: str, message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        applied(diff, "a\nb\nc\nd\ne")


def test_countries_and_groups_take_turns() -> None:
    text = applied("countries: Malta, Italy\n@@\ngroups: NR\n@@\n-BIRKENFJORD Astrid, Malta, NR\n+x, y\n", BASE)
    listed = text.partition("<sup>1</sup>:\n\n")[2].split("\n")
    assert listed[:4] == [
        "SØRHAUGEN Tormod, Malta, NR",
        "ALBRECHTINGER Hedwig, Italy, NR",
        "x, y",
        "CARUANELLI Nazzareno, Italy, NR",
    ]
    assert listed[21:23] == ["WESTERBROOKE Harriet, Italy, NR", ""]
    assert len(text.split("\n")) == len(BASE.split("\n"))


@pytest.mark.parametrize(
    ("line", "quoted"),
    [("%" * 79 + "§", "%" * 79 + "§"), ("%" * 79 + "§§", "%" * 79 + "…"), ("%" * 78 + " §§", "%" * 78 + "…")],
)
def test_a_long_quote_is_cut(line: str, quoted: str) -> None:
    text = BASE.replace("LINDQVARN Britta, Sweden, EPP/CD", line)
    messages = [finding.message for finding in declparse.check(text) if finding.code == "STR005"]
    assert messages == [f"This line fits nowhere: '{quoted}'"]


@pytest.mark.parametrize("title", ["Wrong", "Right"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_cases(rule: Rule, title: str) -> None:
    assert path_of(rule).read_text("utf-8").startswith(f"# {rule.code} {rule.name}\n")
    cases = [case for case in CASES[rule.code] if case.title.startswith(title)]
    findings = [any(line.startswith(f"- {rule.code} ") for line in case.expected) for case in cases]
    assert cases
    assert findings == [title == "Wrong"] * len(cases)


def test_every_file_is_of_a_rule() -> None:
    assert {*FOLDER.glob("*/*.md")} == {path_of(rule) for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page(rule: Rule) -> None:
    missing = [part for part in ("Wrong:", "Right:", "Source:") if f"\n{part}" not in rule.page]
    assert not missing
    assert rule.summary.endswith(".")
    assert "\n" not in rule.summary


def test_codes_and_names_are_unique() -> None:
    for names, form in (([rule.code for rule in RULES], r"[A-Z]{3}\d{3}"), ([rule.name for rule in RULES], r"[a-z-]+")):
        assert sorted(set(names)) == sorted(names)
        assert all(re.fullmatch(form, name) for name in names)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_text_is_used(rule: Rule) -> None:
    """Each message, help, label and title of a rule is seen in one of its cases, so that a clerk has read it once."""
    findings = [finding for case in CASES[rule.code] for finding in case.findings if finding.code == rule.code]
    words = {text for finding in findings for text in texts_of(finding)}
    unused = {key: text for key, text in rule.texts.items() if not any(map(pattern_of(text).fullmatch, words))}
    assert not unused
