"""What stands around the program: the guide for contributors, the log of changes, continuous integration."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

import declparse

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")

# A Python that makes an environment of programs that only say how they are called.
_STAND_IN = r"""#!/bin/sh
[ "$2" = venv ] || exit 0
mkdir -p "$3/FOLDER"
for tool in python ruff mypy lint-imports pre-commit; do
    printf '#!/bin/sh\necho "%s $*"\n' $tool >"$3/FOLDER/$tool"
    chmod +x "$3/FOLDER/$tool"
done
"""


def section(title: str) -> str:
    """Return what stands in the README below a heading of the second level."""
    (body,) = re.findall(rf"^## {title}\n(.*?)(?=^## |\Z)", README, re.DOTALL | re.MULTILINE)
    return str(body)


def test_contributing_begins_with_how_it_is_built() -> None:
    assert re.findall(r"^#+ .*", section("Contributing"), re.MULTILINE)[0] == "### How it is built"


@pytest.mark.parametrize("change", ["group", "rule", "layout", "message language", "output format", "kind of file"])
def test_one_table_says_where_a_change_goes(change: str) -> None:
    """Each row names at least one place, and what it names is there."""
    (places,) = re.findall(rf"^\| a new {change} \|(.*)\|$", section("Contributing"), re.MULTILINE)
    paths = re.findall(r"`((?:declparse|grammar|tests)/[^`]*)`", places)
    assert paths
    for path in paths:
        assert (ROOT / path).exists(), path


def test_no_module_has_more_than_400_lines() -> None:
    """What grows longer has more than one subject; a family of rules becomes a folder."""
    modules = (ROOT / "declparse").rglob("*.py")
    assert not [path.name for path in modules if path.read_text(encoding="utf-8").count("\n") > 400]


def test_the_changelog_has_this_version_and_what_comes_next() -> None:
    headings = re.findall(r"^## \[(.*?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert declparse.__version__ in headings


def test_the_project_names_its_pages() -> None:
    assert {"Homepage", "Source", "Issues", "Changelog"} <= set(PROJECT["project"]["urls"])


def test_continuous_integration_runs_on_three_systems_and_may_only_read() -> None:
    (workflow,) = (ROOT / ".github/workflows").glob("*.yml")
    text = workflow.read_text(encoding="utf-8")
    assert re.search(r"^permissions:\n  contents: read\n(?! )", text, re.MULTILINE)
    assert "secrets" not in text
    assert all(f"{system}-latest" in text for system in ("ubuntu", "macos", "windows"))
    assert re.search(r"run: .*\.ci/run$", text, re.MULTILINE)
    actions = re.findall(r"uses: (\S+)", text)
    assert actions
    assert all(re.fullmatch(r"actions/[a-z-]+@v[0-9]+", action) for action in actions)


@pytest.mark.skipif(sys.platform == "win32", reason="a stand-in for Python is a shell script")
@pytest.mark.parametrize("folder", ["bin", "Scripts"])
def test_ci_finds_the_programs_of_its_environment(folder: str, tmp_path: Path) -> None:
    """An environment has them in ``bin``, on Windows in ``Scripts``; ``python3`` may be none, or too old, there."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "python3").write_text("#!/bin/sh\nexit 9\n")
    (tools / "python").write_text(_STAND_IN.replace("FOLDER", folder))
    for tool in tools.iterdir():
        tool.chmod(0o755)
    environment = {"PATH": f"{tools}:/usr/bin:/bin", "TMPDIR": str(tmp_path)}
    done = subprocess.run([str(ROOT / ".ci/run")], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "mypy " in done.stdout.splitlines()
    assert done.stdout.splitlines()[-1] == "python -m pytest -m alone"
