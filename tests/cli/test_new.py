"""``declparse new``: the skeleton of a draft."""

import os
import sys
from pathlib import Path

import pytest
from conftest import Run

import declparse
from declparse import pipeline

TABLER = "NÉMETH Zsolt, Hungary, ECPA"
NEW = ("new", "--today", "2026-11-23")
FEW = ["ADM001", "ADM002", "ADM003"]


def findings(text: str) -> list[str]:
    """What a check of the draft finds: the code, and for a missing part which one."""
    found = declparse.check(text, profile="draft")
    return sorted(one.message if one.code == "STR002" else one.code for one in found)


def assert_canonical(text: str) -> None:
    assert pipeline.laid_out(pipeline.parse_all(text), "markdown") == text


def test_only_what_is_empty_is_found(run: Run) -> None:
    done = run(*NEW, "--title", "Night  trains", "--tabler", TABLER)
    assert (done.returncode, done.stderr) == (0, "")
    assert findings(done.stdout) == [*FEW, "The text is missing"]
    document = declparse.to_dict(declparse.parse(done.stdout))
    assert (document["title"], document["declared_total"]) == ("Night trains", 1)
    name = "European Conservatives, Patriots and Affiliates"
    assert document["legend"] == [{"abbreviation": "ECPA", "group_id": "ECPA", "name": name}]
    assert_canonical(done.stdout)


def test_french(run: Run) -> None:
    done = run(*NEW, "--title", "Les trains", "--tabler", "NÉMETH Zsolt, Hongrie, PPE/DC", "--language", "fr")
    assert findings(done.stdout) == [*FEW, "The text is missing"]
    assert declparse.parse(done.stdout).language == "fr"
    assert done.stdout.endswith("\n1. PPE/DC : Groupe du Parti populaire européen\n")
    assert_canonical(done.stdout)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_empty(run: Run, language: str) -> None:
    """In a script nothing is asked."""
    done = run(*NEW, "--language", language)
    assert (done.returncode, done.stderr) == (0, "")
    missing = ("title", "text", "list of signatories", "legend")
    assert findings(done.stdout) == sorted(f"The {part} is missing" for part in missing)
    assert_canonical(done.stdout)


@pytest.mark.parametrize(("language", "group"), [("en", "XYZ"), ("fr", "CEPA")])
def test_a_group_whose_name_is_not_known(run: Run, language: str, group: str) -> None:
    done = run(*NEW, "--tabler", f"NÉMETH Zsolt, Malta, {group}", "--language", language)
    assert done.returncode == 0
    told = f"declparse: no name is known of the group '{group}': its line of the legend is still to be written\n"
    assert done.stderr == told
    assert "1. " not in done.stdout


def test_the_name_is_that_of_the_day(run: Run) -> None:
    done = run("new", "--today", "2010-05-05", "--tabler", "NÉMETH Zsolt, Hungary, SOC")
    assert done.stdout.endswith("\n1. SOC: Socialist Group\n")


def test_a_file_is_made_and_never_overwritten(run: Run, tmp_path: Path) -> None:
    done = run(*NEW, "draft.md", "--title", "Night trains")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    text = (tmp_path / "draft.md").read_text(encoding="utf-8")
    assert "## Night trains\n" in text
    done = run(*NEW, "draft.md", "--title", "Day trains")
    assert (done.returncode, done.stderr) == (2, "declparse: draft.md: exists already and is not overwritten\n")
    assert (tmp_path / "draft.md").read_text(encoding="utf-8") == text


def test_a_dash_is_standard_output(run: Run, tmp_path: Path) -> None:
    assert run(*NEW, "-").stdout == run(*NEW).stdout
    assert os.listdir(tmp_path) == []


def test_a_link_to_nothing_is_not_followed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("nowhere.md")
    assert run(*NEW, "link.md").returncode == 2
    assert os.listdir(tmp_path) == ["link.md"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--tabler", "NÉMETH Zsolt"], "'NÉMETH Zsolt' is not name, country, group"),
        (["--tabler", "NÉMETH Zsolt, Hungary"], "'NÉMETH Zsolt, Hungary' is not name, country, group"),
        (["--title", "Written declaration No. 5"], "'Written declaration No. 5' would not be read as a title"),
        (["--title", "**Trains**"], "'**Trains**' would not be read as a title"),
        (["--language", "de"], "'de' is not one of 'en', 'fr'"),
        (["no-such-folder/draft.md"], "no-such-folder/draft.md: cannot be written: No such file or directory"),
        (["."], "is a directory"),
    ],
)
def test_what_cannot_be_done(run: Run, tmp_path: Path, arguments: list[str], sentence: str) -> None:
    done = run(*NEW, *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert (done.stdout, os.listdir(tmp_path)) == ("", [])


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("lang", "title", "tabler"), [("en", "Title: ", "group): "), ("fr", "Titre: ", "groupe): ")])
def test_on_a_terminal_it_asks(tmp_path: Path, lang: str, title: str, tabler: str) -> None:
    import pty
    import subprocess

    (tmp_path / "declparse.toml").write_text(f'lang = "{lang}"')
    master, slave = pty.openpty()
    os.write(master, f"**Night**\nNight trains\nNÉMETH Zsolt\n{TABLER}\n".encode())
    command = [sys.executable, "-m", "declparse", *NEW]
    done = subprocess.run(command, stdin=slave, capture_output=True, cwd=tmp_path, check=True)
    os.close(master)
    os.close(slave)
    assert findings(done.stdout.decode()) == [*FEW, "The text is missing"]
    asked = done.stderr.decode()
    assert asked.count(title) == 2 == asked.count(tabler)  # again for what is not right; nothing is lost
    assert "'NÉMETH Zsolt' is not name, country, group" in asked
