"""Several declarations in one text: the findings of the text are sorted, and each lies inside its own declaration."""

import json
import re
from datetime import date
from itertools import cycle, pairwise, product

import pytest
from conftest import SAMPLES, Run
from support.cases import CASES

import declparse
from declparse.report.result import DocumentResult, FileResult
from declparse.source import SourceText, decode, from_text

TODAY = date(2026, 11, 23)
BETWEEN = (b"\n", b"\n\n", b"\r\n\r\n", b"\n\n**", b"\n\n* * *\n")  # not as many as divide the number of texts
TEXTS = [path.read_bytes() for path in sorted(SAMPLES.rglob("*")) if path.suffix in (".md", ".txt")]
_NUMBER = "**Written declaration No. 817**"
_WHOLE = (SAMPLES / "declaration-817.md").read_text(encoding="utf-8")
# Marks before a header belong to it, here also to what is missing before it: the number and date of the second one.
MARKED = _WHOLE + "\n" + _WHOLE[_WHOLE.index(_NUMBER) :].replace(_NUMBER, "*\t\t*Written declaration No. 818")


def assert_each_in_its_own(text: SourceText) -> None:
    documents = declparse.parse_all(text)
    for before, after in pairwise(documents):
        assert before.span.end == after.span.start
    for document in documents:
        own = declparse.check(document, today=TODAY)
        assert all(document.span.start <= one.span.start <= one.span.end <= document.span.end for one in own)


@pytest.mark.parametrize("code", CASES)
def test_all_cases_before_and_behind_a_declaration(code: str, original: str) -> None:
    for case in CASES[code]:
        for text in case.files:
            assert_each_in_its_own(decode(text.data + b"\n\n" + original.encode()))
            assert_each_in_its_own(decode(original.encode() + b"\n\n" + text.data))


def test_all_samples_in_pairs() -> None:
    for (first, second), between in zip(product(TEXTS, repeat=2), cycle(BETWEEN), strict=False):
        assert_each_in_its_own(decode(first.rstrip(b"\n") + between + second))


def test_marks_before_a_header_belong_to_it() -> None:
    documents = declparse.parse_all(MARKED)
    assert [MARKED[document.span.start :].lstrip("\n").partition("\n")[0] for document in documents] == [
        "**Doc. 16225**",
        "*\t\t*Written declaration No. 818",
    ]
    assert_each_in_its_own(from_text(MARKED))


def test_a_file_has_its_findings_in_order_whatever_the_order_of_its_documents() -> None:
    text = from_text(MARKED)
    results = [DocumentResult(one, tuple(declparse.check(one, today=TODAY))) for one in declparse.parse_all(text)]
    assert FileResult(text, tuple(results)).findings == FileResult(text, tuple(reversed(results))).findings


@pytest.mark.parametrize("text", [MARKED, MARKED.replace("*\t\t*", "\u200b")])
def test_every_output_is_sorted(run: Run, text: str) -> None:
    arguments = ("check", "-", "--today", TODAY.isoformat(), "--output-format")
    expected = [(one.span.start, one.code) for one in declparse.check(text, today=TODAY)]
    assert expected == sorted(expected)
    report = json.loads(run(*arguments, "json", text=text).stdout)
    assert [(one["start"]["offset"], one["code"]) for one in report["findings"]] == expected
    places = [from_text(text).position(start)[:2] for start, _ in expected]
    named = [f"<standard input>:{line}:{column}" for line, column in places]
    for form in ("concise", "full"):
        printed = run(*arguments, form, text=text).stdout
        assert re.findall(r"(?m)^<standard input>:\d+:\d+", printed) == named
