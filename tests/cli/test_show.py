"""``declparse show``: what is on the page, for good and bad texts, in every width; exit codes.

What the pages look like, to the letter, is in ``tests/golden`` (see tests/support/printed.py).
"""

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES, TODAY, Run
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text
from support.cases import CASES
from support.printed import SAMPLE, in_a_pipe, on_a_terminal, results, show_all

import declparse
from declparse import source
from declparse.report import columns, show
from declparse.report.console import ReportConsole
from declparse.report.result import DocumentResult, FileResult
from declparse.rules import engine
from declparse.rules.options import Options
from declparse.rules.support.requirements import requirements
from declparse.wording import Lang

ALL_SAMPLES = sorted(str(file.relative_to(ROOT)) for file in SAMPLES.rglob("*.*") if file.name != "README.md")
_ANSI = re.compile(r"\x1b\[[\d;]*m")
_ADM = {"signatories": "ADM001", "delegations": "ADM002", "groups": "ADM003", "words": "ADM004"}
_BOTH: tuple[tuple[Lang, bool], ...] = (("en", False), ("fr", True))  # and whether it is a draft
_UNTIDY = st.sampled_from("ab é漢\u0301\u00a0\u202e\u200d\x1b[]/:של1")


@pytest.mark.parametrize("name", ALL_SAMPLES)
def test_nothing_of_a_sample_is_cut_or_too_wide(name: str) -> None:
    document = declparse.parse((ROOT / name).read_bytes())
    for width in (40, 60, 80, 200):
        page = _ANSI.sub("", on_a_terminal(width, name, write=show_all))
        lines = page.splitlines()
        assert max(cell_len(line) for line in lines) <= min(width, 80)
        assert not any(line.endswith(" ") for line in lines)
        if document.kind != "written-declaration":
            continue
        letters = re.sub(r"\s", "", page)
        for paragraph in document.paragraphs:
            assert re.sub(r"\s", "", paragraph.text) in letters
        for signatory in document.signatories if width >= 60 else ():
            first = f"{signatory.honorific or signatory.surname}".partition(" ")[0]
            assert re.search(rf"(?m)^ *{signatory.position}  {first}", page)
            assert all(word in page for word in signatory.surname.split())


@pytest.mark.parametrize("name", ALL_SAMPLES)
def test_a_pipe_gets_plain_text(name: str) -> None:
    assert not {"\x1b", "\r", "\t", "…"} & set(in_a_pipe(name, write=show_all).replace("of…", ""))


def test_the_page_says_what_convert_counts(run: Run, original: str) -> None:
    done = run("show", "-", "--today", TODAY, text=original)
    assert (done.returncode, done.stderr) == (0, "")
    counts = declparse.to_dict(declparse.parse(original))["counts"]
    assert f"\nText: {counts['words']} words, {counts['paragraph_words']} without the opening\n" in done.stdout
    assert f"\nSignatories: {counts['signatories']}\n" in done.stdout
    assert f"\nPolitical groups: {counts['political_groups']}, NR not counted\n" in done.stdout
    assert f"\nNational delegations: {counts['delegations']}\n" in done.stdout
    for group, number in counts["by_group"].items():
        assert re.search(rf"\n  {group} +{number}  (██){{{number}}} ", done.stdout)
    assert "     Rule 56.1, edition of January 2023\n" in done.stdout
    assert done.stdout.endswith("\nDoc. 16225, No. 817: can be filed\n")


@pytest.mark.parametrize("rule", CASES)
def test_what_the_rules_ask_agrees_with_the_findings(rule: str) -> None:
    """What is not met is a finding, and what is met is none."""
    for case in CASES[rule]:
        for document in case.documents[-1]:
            if document.kind != "written-declaration" or document.source.bad_bytes:
                continue
            codes = {finding.code for finding in declparse.check(document, today=case.today)}
            asked = list(requirements(Options.of(today=case.today).on(document)))
            for one in asked:
                unmet = one.met is False or (one.met is None and one.threshold.quantity == "words")
                assert unmet == (_ADM[one.threshold.quantity] in codes), str(case)
            assert {_ADM[one.threshold.quantity] for one in asked} >= codes & set(_ADM.values()), str(case)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("## Amnesty law in Kazakhstan marking 30 years of the Constitution\n", "", "Title               missing"),
        ("10 July 2025\n", "", "Date                missing"),
        ("10 July 2025", "10 Juli 2025", "Date                cannot be read: 10 Juli 2025"),
        ("10 July 2025", "31 June 2025", "Date                31 June 2025"),
        ("No. 817", "No. 8l7", "Declaration number  cannot be read: Written declaration No. 8l7"),
        ("Total = 23\n", "", "  Total in the text: missing"),
        ("Total = 23", "Total = XX", "  Total in the text: cannot be read: Total = XX"),
        ("HOLLIK István, Hungary, ECPA", "HOLLIK István, Hungary", "  10  HOLLIK István .* Hungary +missing"),
        ("JEVGRAFOV Aleksei, Estonia", "JEVGRAFOV Aleksei, Estnoia", "  not known            1  ██"),
        (
            "TILKI Attila, Hungary, ECPA",
            "TILKI Attila Hungary, ECPA",
            r"   \?  cannot be read: TILKI Attila Hungary, ECPA",
        ),
        ("NÉMETH Zsolt, ", "NÉMETH, ", r"   1  NÉMETH \(tabler\) .* Hungary .* ECPA"),
    ],
)
def test_what_is_missing_or_unreadable_is_shown_as_that(run: Run, original: str, old: str, new: str, line: str) -> None:
    assert old in original
    done = run("show", "-", "--today", TODAY, text=original.replace(old, new))
    assert done.returncode == 0
    assert re.search(f"(?m)^{line}", done.stdout), done.stdout


def test_a_missing_text_is_missing_behind_the_opening(run: Run) -> None:
    draft = run("new", "--title", "Night trains").stdout
    shown = run("show", "-", "--profile", "draft", text=draft).stdout
    heading = "\n\nText: 6 words, 0 without the opening\n\n"
    assert f"{heading}We, the undersigned, declare the following:\n\nmissing\n\n" in shown


def test_nothing_is_asked_for_where_the_date_or_the_list_is_not_known(run: Run, original: str) -> None:
    without_date = run("show", "-", "--today", TODAY, text=original.replace("10 July 2025\n", "")).stdout
    assert "What the Rules ask for" not in without_date
    start, end = original.index("*Signed*<sup>"), original.index("---\n\nTotal")
    without_list = run("show", "-", "--today", TODAY, text=original[:start] + original[end:]).stdout
    assert "Signatories: 0\n  missing\n" in without_list
    assert "signatures" not in without_list
    assert "✓  at most 200 words  180, 186 with the opening" in without_list
    assert "National delegations" not in without_list


def test_the_readme_shows_what_is_printed(original: str) -> None:
    page = in_a_pipe("samples/declaration-817.md", write=show_all)
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("### A declaration at a glance")[2]
    for piece in section.split("```text\n")[1].split("```")[0].split("…\n"):
        assert piece in page


def without(original: str, keep: int) -> str:
    """The declaration with as many signatories."""
    lines = original.splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if line.startswith("NÉMETH"))
    text = "".join(lines[: first + keep] + lines[first + 23 :])
    return text.replace("Total = 23", f"Total = {keep}")


def test_signs_of_what_is_met(run: Run, original: str) -> None:
    def asked(text: str) -> list[str]:
        page = run("show", "-", "--today", TODAY, text=text).stdout
        return re.findall(r"(?m)^  ([✓✗!?]  (?:probably )?at (?:least|most) .*)", page)

    assert asked(without(original, 19))[0] == "✗  at least 20 signatures           19"
    unreadable = without(original, 20).replace("GROZA Ion, ", "GROZA Ion ")
    assert asked(unreadable)[0] == "?  at least 20 signatures           19, and 1 not clear"
    old = (SAMPLES / "good" / "ferries-2008.md").read_text(encoding="utf-8")
    old = old.replace("ZAWADOWSKI Hubert, Poland, EDG  \n", "")
    assert asked(old)[0].startswith("!  probably at least 20 signatures  19")


def test_thresholds_and_other_settings_hold(run: Run, tmp_path: Path, original: str) -> None:
    file = tmp_path / "draft.md"
    file.write_text(original.replace("Total = 23", "Total = 22"), encoding="utf-8")
    (tmp_path / "declparse.toml").write_text('ignore = ["SIG001"]\nthresholds = { signatories = 30 }\n')
    page = run("show", file.name, "--today", TODAY).stdout
    assert "SIG001" not in page
    assert re.search(r"✗  at least 30 signatures +23\n     the settings\n", page)
    assert "SIG001" in run("show", file.name, "--today", TODAY, "--no-config").stdout
    (tmp_path / "other.toml").write_text('lang = "fr"\n')
    assert "Signataires\u00a0: 23" in run("show", file.name, "--config", "other.toml").stdout
    assert run("show", file.name, "--config", "other.toml", "--no-config").returncode == 2


def test_a_draft(run: Run, original: str) -> None:
    draft = original.replace("**Doc. 16225**", "Doc. …").replace("10 July 2025", "[date]").replace("No. 817", "No. [ ]")
    done = run("show", "-", "--profile", "draft", "--today", TODAY, text=draft)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Document number     Doc. … (still open)\n" in done.stdout
    assert "What the Rules ask for on 15 July 2025\n" in done.stdout
    assert done.stdout.endswith("<standard input>: can be filed\n")
    assert "--profile draft" in run("show", "-", "--today", TODAY, text=draft).stderr


def test_what_is_no_declaration_is_named(run: Run, tmp_path: Path) -> None:
    motion = SAMPLES / "bad" / "STR001-not-a-declaration.md"
    done = run("show", str(motion))
    assert done.returncode == 1
    assert done.stdout.startswith(
        "error STR001, line 7\n  This is a motion for a resolution, not a written declaration\n"
    )
    for text in ("", "Dear colleagues,\n\nhere is the text.\n"):
        done = run("show", "-", text=text)
        assert (done.returncode, done.stderr) == (1, "")
        assert "STR001" in done.stdout


def test_undecodable_bytes(run: Run, original: str) -> None:
    done = run("show", "-", "--stdin-filename", "draft.md", text=original.encode().replace("É".encode(), b"\xc9"))
    assert done.returncode == 1
    assert "   1  N\ufffdMETH Zsolt (tabler) " in done.stdout
    assert "TXT001" in done.stdout
    assert "What the Rules ask for" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["show"], "Missing argument 'PATH'"),
        (["show", "a.md", "b.md"], "unexpected extra argument"),
        (["show", "no-such-file.md"], "no-such-file.md: cannot be read: No such file or directory"),
        (["show", "."], "no *.md or *.txt file"),
        (["show", "a.md", "--stdin-filename", "b.md"], "standard input, which is read only for the path -"),
        (["show", "-", "--lang", "de"], "'de' is not one of 'en', 'fr'"),
        (["show", "-", "--today", "10 July"], "'10 July' is not a day"),
        (["show", "-", "--config", "none.toml"], "none.toml: no such file"),
    ],
)
def test_what_cannot_be_done(run: Run, arguments: list[str], sentence: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr


def test_help(run: Run) -> None:
    done = run("show", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: declparse show")


@pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes of POSIX")
def test_a_closed_pipe_ends_quietly(original: str, tmp_path: Path) -> None:
    file = tmp_path / "good.md"
    file.write_text(original, encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "declparse", "show", str(file)]
    with subprocess.Popen(command, stdout=writer, stderr=subprocess.PIPE) as process:
        os.close(writer)
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_without_colour() -> None:
    """The signs and words say all."""
    page = on_a_terminal(60, SAMPLE, write=show_all)
    plain = on_a_terminal(60, SAMPLE, write=partial(show_all, color=False))
    assert re.search(r"\x1b\[[\d;]*3\d", page)
    assert plain == _ANSI.sub("", page)


def test_a_terminal_without_such_characters() -> None:
    """Where only ASCII can be printed, bars and signs are plain."""
    data = io.BytesIO()
    stream = io.TextIOWrapper(data, encoding="ascii", errors="replace")
    show_all(results("samples/declaration-817.md"), stream)
    stream.flush()
    page = data.getvalue().decode("ascii")
    assert "  ECPA    8  ################  European" in page
    assert "  +  at least 20 signatures           23" in page


def test_several_declarations_one_after_the_other(run: Run, tmp_path: Path, original: str) -> None:
    second = original.replace("16225", "16226").replace("No. 817", "No. 818").replace("Total = 23", "Total = 22")
    file = tmp_path / "two.md"
    file.write_text(original + "\n\n" + second, encoding="utf-8")
    first_page, second_page = run("show", "two.md", "--today", TODAY).stdout.split("─" * 80)
    assert first_page.endswith("Doc. 16225, No. 817: can be filed\n\n")
    assert second_page.endswith("Doc. 16226, No. 818: 1 error to correct first\n")
    (tmp_path / "README.md").write_text("# Read me\n\nNothing else.\n")
    (tmp_path / "one.md").write_text(original, encoding="utf-8")
    folder = run("show", ".", "--today", TODAY)
    assert folder.stdout.startswith("one.md\nTitle ")
    assert "1 file without any sign of a declaration passed over" in folder.stderr


def test_french(run: Run, original: str) -> None:
    page = run("show", "-", "--lang", "fr", "--today", TODAY, text=original).stdout
    assert "Date                      10 juillet 2025\n" in page
    assert "article 56.1 du Règlement, édition de janvier 2023\n" in page
    assert page.endswith("Doc. 16225, No. 817\u00a0: dépôt possible\n")


def test_text_of_a_document_does_not_break_the_page(tmp_path: Path, original: str) -> None:
    odd = "[red]\x1b[2J\u202e, [/EPP/CD], \x1b]0;owned\x07[bold]"
    hostile = original.replace("HOLLIK István, Hungary, ECPA", f"HOLLIK {odd}")
    hostile = hostile.replace("GROZA Ion", "X" * 300 + " Ion").replace("KEMPF Martina", "漢字漢字漢字 Ka\u0301\u0302ti")
    hostile = hostile.replace("GERMAN Michael", "שלום עולם").replace(
        "Amnesty law", f"Amnesty {'law' * 99} {odd} :smile:"
    )
    hostile = hostile.replace("We commend", "We " + "y" * 300 + " " + "\u0301" * 30 + " 👩‍👩‍👧 [bold]")
    hostile = hostile.replace("1. ALDE: Alliance of", f"1. ALDE: {odd} {'Alliance' * 30} of")
    file = tmp_path / "hostile.md"
    file.write_text(hostile, encoding="utf-8")
    page = in_a_pipe(str(file), write=show_all)
    assert not {"\x1b", "\u202e", "\x07", "\u200d"} & set(page)
    assert "[/EPP/CD]" in page
    for width in (40, 60, 80):
        page = _ANSI.sub("", on_a_terminal(width, str(file), write=show_all))
        assert max(map(cell_len, page.splitlines())) <= width
        assert "X" * 300 in re.sub(r"\s", "", re.sub("(Republic|of|Moldova|EPP|/CD)", "", page))


@given(st.data())
@settings(max_examples=40)
def test_any_text_gives_a_page(data: st.DataObject) -> None:
    """Lines lost, doubled, moved or spoilt, at any width."""
    lines = (ROOT / data.draw(st.sampled_from(ALL_SAMPLES))).read_bytes().split(b"\n")
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(lines) - 1))
        spoilt = data.draw(
            st.sampled_from([b"", lines[place] + b" \xff", lines[place][:-5], lines[place] * 3, b"1 %% 2"])
        )
        lines[place : place + data.draw(st.integers(0, 3))] = [spoilt, data.draw(st.sampled_from(lines))]
    width = data.draw(st.integers(40, 90))
    for page in pages_of(b"\n".join(lines), width):
        assert max(map(cell_len, page.splitlines()), default=0) <= width


def pages_of(data: bytes, width: int) -> Iterator[str]:
    """What is shown of a text, in both languages and profiles."""
    text = source.decode(data, "any.md")
    for lang, draft in _BOTH:
        day = date(2026, 11, 23)
        stream = io.StringIO()
        documents = declparse.parse_all(text)
        options = Options.of(today=day, lang=lang, profile="draft" if draft else "published")
        judged = [DocumentResult(one, tuple(engine.check(one, options))) for one in documents]
        file = FileResult(text, tuple(judged), lang)
        pages = [show.Page(file, one, options.on(one.document)) for one in judged]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(show, "_READING_WIDTH", width)
            show.write(pages, stream)
        yield stream.getvalue()


@given(st.lists(st.lists(st.text(_UNTIDY, max_size=90), min_size=3, max_size=3), min_size=1, max_size=6))
def test_no_column_is_cut(rows: list[list[str]]) -> None:
    console = ReportConsole(io.StringIO())
    cells = [[Text(cell.replace("\x1b", "?")) for cell in row] for row in rows]
    lines = [line.plain for line in columns.lines(console, cells, 40)]
    assert all(cell_len(line) <= 40 for line in lines)
    assert sorted(re.sub(r"\s", "", "".join(lines))) == sorted(
        re.sub(r"\s", "", "".join(cell.plain for row in cells for cell in row))
    )
