"""``declparse check --collection``: the files as one register."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from conftest import SAMPLES, Run, sent_to_a_terminal
from support.cases import FOLDER
from support.timing import best_ratio, seconds

from declparse import pipeline
from declparse.document import Document
from declparse.rules import engine
from declparse.rules.options import Options
from declparse.rules.support.pairing import Comparison
from declparse.rules.support.register import Register

OLD, NEW, FRENCH = ((FOLDER / name).read_text("utf-8") for name in ("base.md", "base-2nd-edition.md", "base-fr.md"))
GOOD = {path.name: path.read_text("utf-8") for path in sorted((SAMPLES / "good").iterdir())}
TABLER, SECOND = "Ms Mareike OSTERHOLT, Germany, SOC", "Mr Ardian BARDHOLLI, Albania, SOC"
CONCISE = ("check", "--collection", "--today", "2026-11-23", "--output-format", "concise")


def numbered(text: str, document: int, declaration: int) -> str:
    return text.replace("16195", str(document)).replace("No. 812", f"No. {declaration}")


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def found(*texts: str) -> list[list[str]]:
    """The codes of what is found in each text."""
    documents = [pipeline.parse(text) for text in texts]
    findings = engine.check_collection(documents, [Options.of()] * len(documents))
    return [[finding.code for finding in several] for several in findings]


def test_editions_and_translations_are_one_declaration(run: Run, tmp_path: Path) -> None:
    write(tmp_path, old=OLD, new=NEW, french=FRENCH)
    done = run(*CONCISE)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_good_samples_have_gaps_only() -> None:
    """Among them is one declaration in both languages, each in print and on the web site."""
    assert {code for codes in found(*GOOD.values()) for code in codes} == {"COL004"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Night trains:", "Day trains:", "CMP002"),
        ("26 September 2017", "2 March 2016", "CMP006"),
        ("Doc. 14402", "Doc. 14403", "CMP001"),
        ("No. 640", "No. 641", "CMP001"),
        ("A sleeping car needs", "A sleeping car wants", "CMP003"),
        ("Ireland, ALDE", "Ireland, SOC", "CMP005"),
        (f"{TABLER} ; {SECOND}", f"{SECOND} ; {TABLER}", "CMP005"),
        (" ; Mr Emre ÜNALTAŞ, Turkey, NR", "", "CMP004"),
    ],
)
def test_print_and_web_of_one_edition_are_compared(old: str, new: str, code: str) -> None:
    printed, page = GOOD["night-trains.md"], GOOD["night-trains-web.md"]
    assert old in page
    assert found(printed, page) == [[], []]
    assert found(printed, page.replace(old, new)) == [[], [code]]
    pair = Comparison(pipeline.parse(printed), pipeline.parse(page.replace(old, new)))
    assert [one.code for one in engine.compare(pair, Options.of())] == [code]


def test_a_page_in_the_language_of_the_translation_is_compared_with_that() -> None:
    texts = [GOOD[f"night-trains{form}.md"] for form in ("", "-fr", "-web", "-web-fr")]
    assert found(*texts) == [[], [], [], []]
    assert found(*texts[:3], texts[3].replace("14402", "14403")) == [[], [], [], ["CMP001"]]
    assert found(*texts[:3], texts[3].replace("640", "641")) == [[], [], [], ["CMP001"]]


@pytest.mark.parametrize("places", [(0, 1, 2), (1, 0, 2), (2, 0, 1), (2, 1, 0), (1, 2, 0), (0, 2, 1)])
@pytest.mark.parametrize("number", ["Doc. 16318", "No. 828"])
def test_a_wrong_number_of_a_page_is_one_finding(number: str, places: tuple[int, ...]) -> None:
    """Also where it is that of another declaration, and in whatever order the files come."""
    kind = number.split(" ")[0]
    printed, page, other = GOOD["night-trains.md"], GOOD["night-trains-web.md"], GOOD["orchards.txt"]
    assert number in other
    wrong = re.sub(rf"{re.escape(kind)} \d+", number, page, count=1)
    texts = [(printed, wrong, other)[place] for place in places]
    assert sorted(code for codes in found(*texts) for code in codes if code != "COL004") == ["CMP001"]


@pytest.mark.parametrize(
    ("name", "old", "new", "codes"),
    [
        ("night-trains-fr.md", "Finlande, GUE", "Finlande, SOC", ["CMP007"]),
        ("night-trains.md", "Finland, UEL", "Finland, SOC", ["CMP007"]),
        ("night-trains.md", "26 September 2017", "27 September 2017", ["CMP007"]),
        ("night-trains-fr.md", "Doc. 14402", "Doc. 14403", ["CMP007"]),
        ("night-trains-web.md", "Finland, UEL", "Finland, SOC", ["CMP005"]),
        ("night-trains-web-fr.md", "Finlande, GUE", "Finlande, SOC", ["CMP005"]),
    ],
)
def test_a_fault_of_one_of_four_publications_is_one_finding(name: str, old: str, new: str, codes: list[str]) -> None:
    texts = {name: text for name, text in GOOD.items() if name.startswith("night-trains")}
    assert len(texts) == 4
    assert old in texts[name]
    texts[name] = texts[name].replace(old, new)
    for order in (list(texts.values()), list(texts.values())[::-1]):
        assert [code for several in found(*order) for code in several] == codes


def test_two_faults_of_two_publications_are_two_findings() -> None:
    """Another fault of the print does not hide that of the page."""
    french = GOOD["night-trains-fr.md"].replace("Finlande, GUE", "Finlande, SOC")
    page = GOOD["night-trains-web-fr.md"].replace("Irlande, ADLE", "Irlande, SOC")
    assert found(GOOD["night-trains.md"], french, page) == [[], ["CMP007"], ["CMP005"]]


def test_editions_are_compared(run: Run, tmp_path: Path) -> None:
    """At the later edition, whatever the names of the files; each with the one before it."""
    line = "TARRADIVA Nuria, Spain, SOC  \n"
    third = NEW.replace("2nd", "3rd").replace("1 July 2025", "1 October 2025").replace(line, "")
    write(tmp_path, a=third.replace("Total = 24", "Total = 23"), b=NEW, c=OLD)
    done = run(*CONCISE)
    assert done.returncode == 1
    assert done.stdout == "a.md:51:1: CMP004 signature-withdrawn The signature of TARRADIVA Nuria is missing\n"


def test_translations_are_compared(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=FRENCH.replace("Pologne, CEPA", "Pologne, SOC"), b=OLD)
    done = run(*CONCISE)
    assert "a.md:36:31: CMP007 translation-differs GRZYBOWIECKI Tomasz signs as 'SOC'" in done.stdout
    assert done.stdout.count("\n") == 1


def test_an_edition_and_its_translation_share_a_fault() -> None:
    """A translation is compared with its original, and only its words with the edition before."""
    french = NEW_FRENCH.replace("GRZYBOWIECKI Tomasz, Pologne, CEPA  \n", "").replace("pain se dresse", "pain gît")
    assert found(OLD, FRENCH, NEW, NEW_FRENCH) == [[], [], [], []]
    assert found(OLD, FRENCH, NEW, french) == [[], [], [], ["CMP003", "CMP007"]]


NEW_FRENCH = (
    FRENCH.replace("**Doc. 16195**", "**Doc. 16195 2e édition**")
    .replace("10 juin 2025", "1er juillet 2025")
    .replace("Total = 22", "Total = 24")
    .replace("KOVÁCSHEGYI", "KLEINPETERHANS Ursula, Suisse, ADLE  \nKOVÁCSHEGYI")
    .replace("van der VELD", "THISTLETHWAYTE Owen, Royaume-Uni, SOC  \nvan der VELD")
)


def test_a_missing_list_is_for_check_to_say() -> None:
    """As STR002, once."""
    printed, page = GOOD["night-trains.md"], GOOD["night-trains-web.md"]
    without = page.replace(page[page.index("Signatories:") : page.index("This written")], "")
    assert found(OLD, FRENCH.partition("\n*Signé*")[0], NEW.partition("\n*Signed*")[0]) == [[], [], []]
    assert found(printed, without) == [[], []]


def test_a_translation_with_a_wrong_number_is_one_finding() -> None:
    assert found(OLD, FRENCH.replace("16195", "16159")) == [[], ["CMP007"]]
    assert found(OLD, FRENCH.replace("812", "821")) == [[], ["CMP007"]]
    assert found(numbered(OLD, 16190, 811), OLD, FRENCH.replace("812", "821")) == [[], [], ["CMP007"]]


def test_numbers_of_many() -> None:
    """One finding for each declaration that is out of step, one for each gap."""
    texts = [numbered(OLD, 16000 + 3 * n, 700 + n) for n in range(20)]
    assert found(*texts) == [[]] * 20
    assert found(*texts[:5], *texts[8:]) == [[]] * 5 + [["COL004"]] + [[]] * 11
    texts[7] = numbered(OLD, 15007, 707)
    assert found(*texts) == [[]] * 7 + [["COL003"]] + [[]] * 12
    texts[7] = numbered(OLD, 16021, 770)
    assert found(*texts) == [[]] * 7 + [["COL003"]] + [[]] * 12
    texts[7] = numbered(OLD, 16021, 706)
    assert found(*texts) == [[]] * 7 + [["COL002"]] + [[]] * 12
    texts[7] = numbered(OLD, 16018, 707)
    assert found(*texts) == [[]] * 7 + [["COL001"]] + [[]] * 12
    texts[7] = texts[6]
    assert found(*texts) == [[]] * 7 + [["COL001"]] + [["COL004"]] + [[]] * 11


def test_several_declarations_in_one_file(run: Run, tmp_path: Path) -> None:
    write(tmp_path, both=f"{numbered(OLD, 16190, 811)}\n\n{OLD}", again=f"{OLD}\n\n{numbered(OLD, 16199, 813)}")
    assert [line.split()[:2] for line in run(*CONCISE).stdout.splitlines()] == [["both.md:65:8:", "COL001"]]


def test_other_files_are_no_part_of_it(run: Run, tmp_path: Path) -> None:
    """What is empty, in another encoding or no declaration has its own finding, once."""
    write(tmp_path, a=OLD, notes="# Notes\n\nNothing.\n", empty="")
    (tmp_path / "z.md").write_bytes(OLD.encode("latin-1", "replace").replace(b"16195", b"16195"))
    done = run(*CONCISE)
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["STR001", "TXT001"]
    assert done.stderr == "declparse: 1 file without any sign of a declaration passed over\n"


def test_without_the_option_files_have_nothing_to_do_with_each_other(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=OLD, b=OLD)
    assert run("check", "--today", "2026-11-23").returncode == 0
    assert run("check", "--today", "2026-11-23", "--collection").returncode == 1


def test_the_setting(run: Run, tmp_path: Path) -> None:
    """Only the files for which it is chosen are the collection."""
    (tmp_path / "register").mkdir()
    (tmp_path / "register" / "declparse.toml").write_text("collection = true\n")
    write(tmp_path, a=OLD)
    write(tmp_path / "register", b=OLD)
    command = ("check", "--today", "2026-11-23", "--output-format", "concise")
    assert run(*command).stdout == ""
    write(tmp_path / "register", c=OLD)
    assert run(*command).stdout.startswith("register/c.md:1:8: COL001")
    (tmp_path / "register" / "declparse.toml").write_text("collection = 1\n")
    assert "collection: true or false was expected, not 1" in run(*command).stderr


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ([], "COL001 COL002"),
        (["--ignore", "COL002"], "COL001"),
        (["--select", "repeated-declaration-number"], "COL002"),
        (["--select", "SIG"], ""),
    ],
)
def test_rules_are_chosen(run: Run, tmp_path: Path, options: list[str], codes: str) -> None:
    write(tmp_path, a=OLD, b=OLD.replace("## Bread", "## Great"))
    done = run(*CONCISE, *options)
    assert " ".join(line.split()[1] for line in done.stdout.splitlines()) == codes
    assert done.returncode == bool(codes)


def test_severity_and_limit(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=OLD, b=numbered(OLD, 16199, 814))
    assert run(*CONCISE).returncode == 0
    assert run(*CONCISE, "--fail-on", "info").returncode == 1
    assert run(*CONCISE, "--severity", "COL004=error").returncode == 1


def test_reports(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=OLD, b=OLD)
    full = run("check", "--collection", "--today", "2026-11-23", "--lang", "fr")
    assert "b.md:1:8 erreur COL001 repeated-document-number\n  La même déclaration, Doc. 16195" in full.stdout
    assert "┌ a.md:1\n" in full.stdout
    assert "b.md\u00a0: Doc. 16195, No. 812\u00a0: 1 erreur à corriger d’abord" in full.stdout
    report = json.loads(run("check", "--collection", "--today", "2026-11-23", "--output-format", "json").stdout)
    assert report["summary"]["errors"] == 1
    assert (report["findings"][0]["path"], report["findings"][0]["labels"][0]["path"]) == ("b.md", "a.md")


def test_a_baseline(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=OLD, b=OLD.replace("## Bread", "## Great"))
    done = run(*CONCISE, "--write-baseline", "known.jsonl")
    assert done.stderr == "declparse: known.jsonl: 2 known findings written\n"
    assert (tmp_path / "known.jsonl").read_text().count("COL00") == 2
    done = run("check", "--collection", "--today", "2026-11-23", "--baseline", "known.jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert "b.md: Doc. 16195, No. 812: no new error (2 known findings not shown)" in done.stdout
    (tmp_path / "b.md").unlink()
    assert "b.md: COL001 is gone from the line" in run(*CONCISE, "--baseline", "known.jsonl").stderr


def test_a_hook_without_a_file(run: Run) -> None:
    assert run(*CONCISE, "--only-declarations", ".").returncode == 0
    assert run(*CONCISE, ".").returncode == 2


@pytest.mark.alone
def test_time_is_linear() -> None:
    """Four times the files take about four times the time, also where all are copies of one."""
    short = "**Doc. 16195**\n\n10 June 2025\n\n**Written declaration No. 812**\n\nSigned 1:\n\nALM Ann, Malta, SOC\n"
    rising = [pipeline.parse(numbered(short, 16000 + i, 100 + i)) for i in range(2000)]
    pairs = zip(reversed(rising), rising, strict=True)  # parsing takes far longer than what is measured
    kinds = {
        "rising": rising,
        "falling": [replace(last, declaration_number=first.declaration_number) for last, first in pairs],
        "copies": [pipeline.parse(short)] * 2000,
    }
    options = [Options.of()] * 2000

    for name, documents in kinds.items():

        def growth(documents: list[Document] = documents) -> float:
            some = documents[:500], documents
            one, four = (seconds(partial(engine.check_collection, few, options[: len(few)]), 1) for few in some)
            return four / one

        assert best_ratio(f"4 x {name} / 1 x {name}", 10, growth) <= 10, name


def test_the_register_knows_families() -> None:
    documents = [pipeline.parse(text) for text in (OLD, NEW, FRENCH, GOOD["footpaths.md"])]
    first, second, third, other = Register(documents).entries
    assert first.family is second.family is third.family is first
    assert other.family is other
    assert (second.previous, third.original, first.previous, first.original) == (documents[0], documents[0], None, None)


@pytest.mark.parametrize(("files", "shown"), [(100, True), (99, False)])
def test_many_files_have_a_bar_on_a_terminal(tmp_path: Path, files: int, *, shown: bool) -> None:
    """It is gone at the end; elsewhere there is none."""
    write(tmp_path, **{f"f{number:03}": OLD for number in range(files)})
    command = [sys.executable, "-m", "declparse", "check", "--today", "2026-11-23", "."]
    _, told = sent_to_a_terminal(command, stdout=subprocess.DEVNULL, cwd=tmp_path, env=os.environ | {"TERM": "xterm"})
    assert (f"{files}/{files}" in told) is shown
    assert told.endswith("\x1b[2K") or not told
