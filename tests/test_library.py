"""The library: what it gives has names, reads like the command line, and says when something cannot be done."""

import ast
import dataclasses
import datetime as dt
import json
import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import user_script
from conftest import ROOT, SAMPLES, TODAY, Run

import declparse

DAY = dt.date.fromisoformat(TODAY)
GOOD = SAMPLES / "declaration-817.md"
PAIRS = (
    ("editions/dialects.md", "good/dialects-2nd-edition.md"),
    ("good/dialects-2nd-edition.md", "editions/dialects.md"),
    ("good/night-trains.md", "good/night-trains-fr.md"),
    ("good/night-trains.md", "bad/three-faults.md"),
    ("good/night-trains.md", "good/night-trains-web.md"),
    ("bad/STA001-unknown-country.md", "bad/SIG003-out-of-order.md"),
    ("bad/TXT001-undecodable-bytes.txt", "bad/STR001-not-a-declaration.md"),
)
# What the contract names; and the types of the parts that only some declarations have.
CONTRACT = {
    *("Document", "Found", "Malformed", "CalendarDate", "Paragraph", "Signatory", "LegendEntry", "Finding", "Label"),
    *("Fix", "Fixed", "Edit", "Severity", "Span", "Position", "SourceText", "parse", "parse_all", "check", "to_dict"),
    *("read", "fix", "format", "compare", "check_collection"),
    *("Text", "Reissue", "MissingPart", "DisplacedPart", "UnreadableLine", "UnknownRuleError"),
}
# What tuples have, and is no field; and what only makes values.
_OF_TUPLES = {*dir(tuple), "count", "index"}


def test_the_public_names_are_those_of_the_contract() -> None:
    assert set(declparse.__all__) == CONTRACT


@pytest.mark.parametrize(
    "path", sorted((SAMPLES / "good").iterdir()) + sorted((SAMPLES / "bad").iterdir()), ids=lambda path: path.name
)
def test_a_users_script_reads_every_text(path: Path) -> None:
    """That its types are right is for mypy to say, which reads the tests as well."""
    assert len(list(user_script.everything(str(path)))) > 30


def test_the_users_script_reads_every_field() -> None:
    """What a type has and the script does not read is nothing that anybody has tried under ``mypy --strict``."""
    tree = ast.parse(Path(user_script.__file__).read_text(encoding="utf-8"))
    read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    types = [getattr(declparse, name) for name in declparse.__all__ if name[0].isupper() and "Error" not in name]
    for one in types:
        assert one.__name__ in named, one
        parents = {*dir(str)} if issubclass(one, str) else _OF_TUPLES
        fields = {name for name in dir(one) if not name.startswith("_") and not name.isupper()} - parents
        assert fields <= read, (one, fields - read)


def test_only_names_of_the_package_itself_are_used_by_the_script() -> None:
    tree = ast.parse(Path(user_script.__file__).read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert modules == {"declparse", "collections.abc", "typing"}


# read


@pytest.mark.parametrize("kind", [str, Path])
def test_a_file_is_read(kind: type, original: str) -> None:
    (document,) = declparse.read(kind(GOOD))
    assert document.source.path == str(GOOD)
    assert document.span == declparse.parse(original).span


def test_what_the_system_cannot_read_is_raised(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        declparse.read(tmp_path / "none.md")
    with pytest.raises(IsADirectoryError):
        declparse.read(tmp_path)


# A finding as plain values


@pytest.mark.parametrize("path", sorted((SAMPLES / "bad").iterdir()), ids=lambda path: path.name)
def test_a_finding_with_its_text_is_what_check_prints(path: Path, run: Run) -> None:
    printed = json.loads(run("check", "--output-format", "json", "--today", TODAY, str(path)).stdout)["findings"]
    findings = [
        finding.to_dict(document.source)
        for document in declparse.read(path)
        for finding in declparse.check(document, today=DAY)
    ]
    assert printed
    assert json.loads(json.dumps(findings)) == printed


def test_a_finding_alone_knows_no_lines(original: str) -> None:
    (finding,) = declparse.check(original.replace("Total = 23", "Total = 22"), today=DAY)
    plain = finding.to_dict()
    json.dumps(plain)
    assert plain["start"] == {"offset": finding.span.start}
    assert plain["end"] == {"offset": finding.span.end}
    assert plain["path"] is None
    assert plain["labels"][0]["start"] == {"offset": finding.labels[0].span.start}
    assert plain["fix"]["edits"] == [{"start": finding.span.start, "end": finding.span.end, "text": "23"}]
    assert list(plain) == list(finding.to_dict(declparse.parse(original).source))


# fix


def test_a_text_is_fixed(original: str) -> None:
    wrong = original.replace("10 July 2025", "10th July 2025").replace("Total = 23", "Total = 22")
    fixed = declparse.fix(wrong, today=DAY)
    assert fixed.text == original.replace("Total = 23", "Total = 22")
    assert [one.code for one in fixed.done] == ["DAT002"]
    assert [one.code for one in fixed.left] == ["SIG001"]
    assert fixed.left == tuple(declparse.check(fixed.text, today=DAY))
    assert pickle.loads(pickle.dumps(fixed)) == fixed  # noqa: S301 - it is our own


def test_only_what_is_chosen_is_fixed(original: str) -> None:
    wrong = original.replace("10 July 2025", "10th July 2025")
    assert declparse.fix(wrong, today=DAY, select=["SIG"]) == (wrong, (), ())
    with pytest.raises(declparse.UnknownRuleError):
        declparse.fix(wrong, select=["NONE"])


@pytest.mark.parametrize("path", sorted((SAMPLES / "bad").iterdir()), ids=lambda path: path.name)
def test_a_text_is_fixed_as_the_command_does_it(path: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / path.name
    file.write_bytes(path.read_bytes())
    fixed = declparse.fix(path.read_bytes(), unsafe=True, today=DAY)
    run("fix", "--unsafe", "--today", TODAY, str(file))
    assert declparse.parse(file.read_bytes()).source.text == fixed.text


def test_what_is_likely_is_fixed_where_that_is_asked_for() -> None:
    text = (SAMPLES / "bad/SIG003-out-of-order.md").read_text(encoding="utf-8")
    assert declparse.fix(text, today=DAY).text == text
    assert not declparse.fix(text, today=dt.date(2026, 11, 23), unsafe=True).left


def test_bytes_that_are_not_utf_8_are_left_alone(original: str) -> None:
    fixed = declparse.fix(original.encode("utf-16"))
    assert not fixed.done
    assert [one.code for one in fixed.left] == ["TXT001"]


# format


def test_a_text_is_laid_out(original: str) -> None:
    canonical = original.strip() + "\n"
    assert declparse.format(original) == canonical
    plain = declparse.format(original, to="plain")
    assert plain is not None
    assert "**" not in plain
    assert declparse.format(plain) == canonical


@pytest.mark.parametrize("text", ["", "A letter to a friend.\n", b"\xff\xfe"])
def test_what_cannot_be_laid_out_is_none(text: str | bytes) -> None:
    assert declparse.format(text) is None


def test_another_form_is_refused(original: str) -> None:
    with pytest.raises(ValueError, match="no form 'html'; there are 'markdown', 'plain'"):
        declparse.format(original, to="html")  # type: ignore[arg-type]


# compare and check_collection


def test_two_editions_are_compared(original: str) -> None:
    """The places are in the new text, those of labels in the text that the label has."""
    new = original.replace("Amnesty law", "Amnesty laws")
    found = declparse.compare(original, new, select=["CMP001", "CMP002"])
    assert [one.code for one in found] == ["CMP002"]
    assert new[slice(*found[0].span)].startswith("## Amnesty laws")
    assert declparse.compare(declparse.parse(original), declparse.parse(new), select=["CMP002"]) == found
    assert declparse.compare(original, new, ignore=["CMP002", "CMP006"]) == []
    assert declparse.compare(original, original) == []


def test_what_cannot_be_compared_is_a_finding(original: str) -> None:
    """It is in the text that cannot be read: the finding has the source, where that is the old one."""
    (finding,) = declparse.compare("A letter.\n", original)
    assert finding.code == "STR001"
    assert finding.source is not None
    assert finding.source.text == "A letter.\n"
    (finding,) = declparse.compare(original, b"\xff")
    assert (finding.code, finding.source) == ("TXT001", None)


@pytest.mark.parametrize("names", PAIRS, ids=str)
def test_texts_are_compared_as_the_command_does_it(names: tuple[str, str], run: Run) -> None:
    old, new = (SAMPLES / name for name in names)
    done = run("compare", "--output-format", "json", "--today", TODAY, str(old), str(new))
    printed = json.loads(done.stdout)["findings"]
    (before,), (after,) = declparse.read(old), declparse.read(new)
    found = [one.to_dict(after.source) for one in declparse.compare(before, after)]
    assert sorted(found, key=_in_report) == sorted(printed, key=_in_report)


def test_a_collection_is_checked(original: str) -> None:
    """There is a list for each document, in the order in which they came."""
    one, other = declparse.parse(original), declparse.parse(original.replace("No. 817", "No. 818"))
    found = declparse.check_collection([one, other])
    assert [[finding.code for finding in findings] for findings in found] == [[], ["COL001"]]
    assert declparse.check_collection(iter([one, other]), ignore=["COL001"])[1] == []
    assert declparse.check_collection([]) == []


def test_a_text_is_no_document(original: str) -> None:
    with pytest.raises(TypeError, match="a Document was expected, not str"):
        declparse.check_collection([original])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="a text, bytes or a SourceText was expected, not int"):
        declparse.compare(original, 1)  # type: ignore[arg-type]


# A document


def test_a_document_is_shown_shortly(original: str) -> None:
    assert len(repr(declparse.parse(original))) < 100


def test_a_document_is_a_value_of_its_own(original: str) -> None:
    """It cannot be changed, has no other fields than its own, and is no sequence of them."""
    document = declparse.parse(original)
    assert not hasattr(document, "__dict__")
    assert not isinstance(document, Iterable)
    with pytest.raises(dataclasses.FrozenInstanceError):
        document.total = None  # type: ignore[misc]
    other = dataclasses.replace(document, total=None)
    assert (document.missing, other.total, other.signatories) == ((), None, document.signatories)
    assert document != other
    assert document == dataclasses.replace(other, total=document.total)
    assert pickle.loads(pickle.dumps(other)) == other  # noqa: S301 - it is our own


def test_the_script_is_read_by_mypy() -> None:
    assert Path(user_script.__file__).parent == ROOT / "tests"
    assert 'files = ["declparse", "tests"]' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def _in_report(finding: dict[str, Any]) -> tuple[str, int, str]:
    return finding["path"], finding["start"]["offset"], finding["code"]
