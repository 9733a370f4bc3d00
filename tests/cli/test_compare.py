"""``declparse compare``: options, exit codes, reports, and what cannot be compared."""

import json
import re
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES, Run
from support.cases import FOLDER

OLD, NEW, FRENCH = (str(FOLDER / name) for name in ("base.md", "base-2nd-edition.md", "base-fr.md"))
NIGHT_TRAINS = str(SAMPLES / "good" / "night-trains.md")
GROUP = ("LINDQVARN Britta, Sweden, EPP/CD", "LINDQVARN Britta, Sweden, NR")
TITLE = ("## Bread ovens", "## Ovens")


def text_of(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


@pytest.fixture
def altered(tmp_path: Path) -> str:
    """The new edition with another title and another group of a member: an error and a warning."""
    file = tmp_path / "altered.md"
    file.write_text(text_of(NEW).replace(*TITLE).replace(*GROUP), encoding="utf-8")
    return file.name


def test_a_new_edition(run: Run) -> None:
    done = run("compare", OLD, NEW)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Doc. 16195, No. 812: edition 2 of 1 July 2025, after edition 1 of 10 June 2025: agrees\n"
        "  24 signatures, 22 before\n"
        "  signed since:\n"
        "    KLEINPETERHANS Ursula, Switzerland, ALDE\n"
        "    THISTLETHWAYTE Owen, United Kingdom, SOC\n"
    )


def test_a_translation(run: Run) -> None:
    done = run("compare", OLD, FRENCH)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Doc. 16195, No. 812: the French text beside the English one: agrees\n"
        "  22 signatures, 22 in the other language\n"
    )
    assert "the English text beside the French one: agrees" in run("compare", FRENCH, OLD).stdout


def test_the_page_of_the_web_site(run: Run) -> None:
    web = str(SAMPLES / "good" / "night-trains-web-fr.md")
    assert "the French text beside the English one: agrees" in run("compare", NIGHT_TRAINS, web).stdout


def test_the_page_of_the_same_edition(run: Run, tmp_path: Path) -> None:
    """It comes after nothing; who signs there only did not sign since, but is missing in the print."""
    web = text_of(str(SAMPLES / "good" / "night-trains-web.md"))
    (tmp_path / "web.md").write_text(web.replace("Mr Ardian BARD", "Ms Zoe ABEL, Malta, SOC ; Mr Ardian BARD"), "utf-8")
    done = run("compare", NIGHT_TRAINS, "web.md")
    assert (done.returncode, done.stderr) == (1, "")
    finding, summary = done.stdout.split("\n\nDoc. 14402, ")
    assert "ABEL Zoe signs here, but not in the other layout" in finding
    assert summary == (
        "No. 640: edition 1 of 26 September 2017, in another layout: 1 thing does not agree\n"
        "  22 signatures, 21 in the other layout\n"
        "  only here:\n"
        "    ABEL Zoe, Malta, SOC\n"
    )


def test_the_same_document(run: Run) -> None:
    done = run("compare", OLD, OLD)
    assert (done.returncode, done.stdout) == (0, "Doc. 16195, No. 812: the same; nothing has changed\n")


def test_the_same_document_but_for_the_disclaimer(run: Run, tmp_path: Path) -> None:
    (tmp_path / "new.md").write_text(text_of(OLD).replace("not reflect the position", "reflect the view"), "utf-8")
    done = run("compare", OLD, "new.md")
    assert (done.returncode, "nothing has changed" in done.stdout) == (1, False)
    assert done.stdout.endswith("1 thing does not agree\n  22 signatures, 22 before\n")


def test_what_does_not_agree(run: Run, altered: str) -> None:
    done = run("compare", OLD, altered)
    assert done.returncode == 1
    assert "altered.md:5:1 error CMP002 title-changed\n  The title is 'Ovens in the villages of Europe'" in done.stdout
    assert f"┌ {OLD}:5\n" in done.stdout
    assert "after edition 1 of 10 June 2025: 2 things do not agree\n" in done.stdout


@pytest.mark.parametrize(
    ("whole", "cut", "code"),
    [(NEW, OLD, "CMP004"), (FRENCH, OLD, "CMP007"), (OLD, NEW, "CMP004"), (OLD, FRENCH, "CMP007")],
)
def test_what_is_missing_does_not_agree(run: Run, tmp_path: Path, whole: str, cut: str, code: str) -> None:
    """In either document; what both lack is for ``check`` to say."""
    (tmp_path / "cut.md").write_text(re.split(r"\*Sign(?:ed|é)\*<sup>", text_of(cut))[0], encoding="utf-8")
    done = run("compare", *(["cut.md", whole] if cut == OLD else [whole, "cut.md"]))
    assert done.returncode == 1
    assert [line.split()[2] for line in done.stdout.splitlines() if " error " in line] == [code]
    assert "so it cannot be compared: list of signatories" in done.stdout
    assert "agrees" not in done.stdout
    assert run("compare", "cut.md", "cut.md").returncode == 0


def test_concise(run: Run, altered: str) -> None:
    done = run("compare", OLD, altered, "--output-format", "concise")
    assert [line[:27] for line in done.stdout.splitlines()] == [
        "altered.md:5:1: CMP002 titl",
        "altered.md:43:27: CMP005 si",
    ]


def test_json(run: Run, altered: str) -> None:
    """The envelope of ``check``; each label names the file it stands in."""
    done = run("compare", OLD, altered, "--output-format", "json")
    report = json.loads(done.stdout)
    assert report["schema_version"] == 1
    assert report["summary"] == {"files": 2, "findings": 2, "errors": 1, "warnings": 1, "infos": 0}
    title, group = report["findings"]
    assert (title["path"], title["start"]["line"], title["labels"][0]["path"]) == ("altered.md", 5, OLD)
    assert group["labels"][0]["start"] == {"line": 40, "column": 27, "offset": group["labels"][0]["start"]["offset"]}
    assert set(title) == {"code", "name", "severity", "message", "path", "start", "end", "labels", "help", "fix"}


@pytest.mark.parametrize(
    ("options", "code", "codes"),
    [
        ([], 1, "CMP002 CMP005"),
        (["--fail-on", "error"], 1, "CMP002 CMP005"),
        (["--fail-on", "never"], 0, "CMP002 CMP005"),
        (["--ignore", "title-changed"], 1, "CMP005"),
        (["--ignore", "CMP002", "--fail-on", "error"], 0, "CMP005"),
        (["--select", "CMP005", "--severity", "CMP005=error", "--fail-on", "error"], 1, "CMP005"),
        (["--select", "CMP005", "--severity", "CMP005=info"], 0, "CMP005"),
        (["--select", "SIG"], 0, ""),
        (["--ignore", "CMP"], 0, ""),
        (["--today", "2025-06-20"], 1, "CMP002 CMP005"),
    ],
)
def test_options(run: Run, altered: str, options: list[str], code: int, codes: str) -> None:
    done = run("compare", OLD, altered, "--output-format", "concise", *options)
    assert done.returncode == code
    assert " ".join(line.split()[1] for line in done.stdout.splitlines()) == codes


def test_settings(run: Run, altered: str, tmp_path: Path) -> None:
    (tmp_path / "declparse.toml").write_text('ignore = ["CMP002"]\nlang = "fr"\nfail-on = "never"\n')
    done = run("compare", OLD, altered)
    assert "CMP002" not in done.stdout
    assert "altered.md:43:27 avertissement CMP005" in done.stdout
    assert "1 point ne concorde pas" in done.stdout
    assert done.returncode == 1  # the setting is for check; here warnings count
    assert "CMP002" in run("compare", OLD, altered, "--no-config").stdout
    (tmp_path / "other.toml").write_text('select = ["CMP002"]\n')
    assert "CMP005" not in run("compare", OLD, altered, "--config", "other.toml").stdout


def test_in_french(run: Run) -> None:
    assert run("compare", OLD, NEW, "--lang", "fr").stdout == (
        "Doc. 16195, No. 812\u00a0: édition 2 du 1er juillet 2025, après édition 1 du 10 juin 2025\u00a0: concordance\n"
        "  24 signatures, 22 avant\n"
        "  signé depuis\u00a0:\n"
        "    KLEINPETERHANS Ursula, Switzerland, ALDE\n"
        "    THISTLETHWAYTE Owen, United Kingdom, SOC\n"
    )


def test_quiet(run: Run, altered: str) -> None:
    assert run("compare", OLD, NEW, "--quiet").stdout == ""
    assert "do not agree" not in run("compare", OLD, altered, "--quiet", "--no-color").stdout


def test_standard_input(run: Run) -> None:
    done = run("compare", OLD, "-", "--stdin-filename", "new.md", text=text_of(NEW).replace(*TITLE))
    assert "new.md:5:1 error CMP002" in done.stdout
    assert "<standard input>:5:1 error CMP002" in run("compare", OLD, "-", text=text_of(NEW).replace(*TITLE)).stdout
    assert run("compare", "-", NEW, text=text_of(OLD)).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([OLD, "no-such-file.md"], "no-such-file.md: cannot be read: No such file or directory"),
        (["no-such-file.md", NEW], "no-such-file.md: cannot be read: No such file or directory"),
        ([OLD, str(SAMPLES)], "this is a folder; a file was expected"),
        (["-", "-"], "only one of the two can be standard input"),
        ([OLD], "Missing argument 'NEW'"),
        ([OLD, NEW, "--select", "CPM"], "no rule or family 'CPM'; did you mean 'CMP'?"),
        ([OLD, NEW, "--stdin-filename", "new.md"], "standard input, which is read only for the path -"),
        ([OLD, NEW, "--config", "a.toml", "--no-config"], "--config and --no-config cannot be given together"),
        ([OLD, NEW, "--fail-on", "sometimes"], "'sometimes' is not one of"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_a_sentence(run: Run, arguments: list[str], sentence: str) -> None:
    done = run("compare", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "STR001"),
        (b"# Notes\n\nNothing.\n", "STR001"),
        (text_of(NEW).encode("latin-1", "replace"), "TXT001"),
        (b"PK\x03\x04word/document.xml", "STR001"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_what_is_no_declaration_is_one_finding(run: Run, tmp_path: Path, data: bytes, code: str, first: bool) -> None:
    (tmp_path / "other.md").write_bytes(data)
    done = run("compare", *(["other.md", NEW] if first else [OLD, "other.md"]))
    assert done.returncode == 1
    assert done.stdout.count(" error ") == 1
    assert f"other.md:1:1 error {code}" in done.stdout or code == "TXT001"
    assert code in done.stdout
    assert done.stdout.endswith("other.md: cannot be compared\n")


def test_what_does_not_belong_together_is_one_finding(run: Run) -> None:
    done = run("compare", NIGHT_TRAINS, NEW)
    assert done.returncode == 1
    assert done.stdout.count(" error ") == 1
    assert "This is No. 812, another declaration than No. 640" in done.stdout
    assert done.stdout.endswith(f"{NEW}: the two do not belong together\n")


def test_several_declarations_in_one_file(run: Run, tmp_path: Path) -> None:
    """Each is compared with the one that has its numbers, whatever the order."""
    (tmp_path / "old.md").write_text(f"{text_of(NIGHT_TRAINS)}\n\n{text_of(OLD)}", encoding="utf-8")
    french = text_of(str(SAMPLES / "good" / "night-trains-fr.md")).replace("Total = 21", "Total = 20")
    (tmp_path / "new.md").write_text(f"{text_of(NEW)}\n\n{french}", encoding="utf-8")
    done = run("compare", "old.md", "new.md")
    assert done.stdout.count(" error ") == 1
    assert "CMP007 translation-differs\n  The total is 20, but 21 in the other language" in done.stdout
    assert "Doc. 16195, No. 812: edition 2 of 1 July 2025, after edition 1 of 10 June 2025: agrees" in done.stdout
    assert "Doc. 14402, No. 640: the French text beside the English one: 1 thing does not agree" in done.stdout


def test_one_of_several_has_no_counterpart(run: Run, tmp_path: Path) -> None:
    """A note tells which; where nothing belongs together, one finding does."""
    (tmp_path / "several.md").write_text(f"{text_of(OLD)}\n\n{text_of(NIGHT_TRAINS)}", encoding="utf-8")
    done = run("compare", "several.md", NIGHT_TRAINS)
    assert (done.returncode, done.stdout) == (0, "Doc. 14402, No. 640: the same; nothing has changed\n")
    assert done.stderr == f"declparse: several.md: Doc. 16195, No. 812 has no counterpart in {NIGHT_TRAINS}\n"
    assert run("compare", "several.md", NIGHT_TRAINS, "--quiet").stderr == ""
    done = run("compare", str(SAMPLES / "good" / "footpaths.md"), "several.md")
    assert (done.stdout.count("CMP001"), done.stdout.count("do not belong together"), done.stderr) == (1, 1, "")


def test_markup_in_a_document_is_printed_as_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "new.md").write_text(text_of(NEW).replace("## Bread", "## [/red]\x1b[31m Bread"), encoding="utf-8")
    done = run("compare", OLD, "new.md")
    assert "The title is '[/red]\ufffd[31m Bread ovens" in done.stdout
    assert "\x1b" not in done.stdout


def test_check_does_not_wait_for_what_compares(run: Run) -> None:
    """Start-up is what people feel: the rules on several documents are read only where they are needed."""
    import subprocess
    import sys

    code = (
        "import sys; sys.argv = ['declparse', 'check', '--ignore', 'SIG', sys.argv[1]]; "
        "from declparse.cli.run import run; run(); "
        "late = ('rules.comparison', 'rules.collection', 'rules.support.pairing', 'rules.support.register'); "
        "print({'difflib', *('declparse.' + name for name in late)} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code, OLD], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.endswith("set()\n"), done.stdout + done.stderr
