"""The package: a wheel in a clean environment, the hook in a repository, speed and memory."""

import json
import os
import subprocess
import sys
import time
import venv
from pathlib import Path
from statistics import median

import pytest
from conftest import ROOT, SAMPLES, TODAY
from test_speed import best_ratio

import declparse


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True)
    return next(folder.glob("declparse-*.whl"))


@pytest.fixture(scope="session")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, installed from the wheel into an environment with nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    return scripts / "declparse"


def test_the_public_names() -> None:
    """Completion shows them before any of them is loaded."""
    code = "import declparse; print(*dir(declparse))"
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert set(declparse.__all__) <= set(shown)
    assert all(getattr(declparse, name).__doc__ for name in declparse.__all__)


def test_the_wheel_works_outside_the_checkout(program: Path, tmp_path: Path) -> None:
    command = [str(program), "convert", str(SAMPLES / "declaration-817.md")]
    done = subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    assert json.loads(done.stdout)["declared_total"] == 23


def test_the_run_time_dependencies_are_few(program: Path) -> None:
    """The installed environment has the three run-time dependencies and what they need, and no test tools."""
    done = subprocess.run(
        [program.parent / "python", "-m", "pip", "list", "--format=json"], check=True, capture_output=True
    )
    names = {row["name"].lower() for row in json.loads(done.stdout)}
    assert names - {"pip", "setuptools", "colorama"} == {
        *("declparse", "click", "lark", "rich"),
        *("markdown-it-py", "mdurl", "pygments"),  # of rich
    }


def test_the_hook_in_a_repository(tmp_path: Path, original: str) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()

    def git(*arguments: str) -> None:
        names = ["-c", "user.name=A Clerk", "-c", "user.email=clerk@example.org"]
        subprocess.run(["git", *names, *arguments], check=True, cwd=repository, capture_output=True)

    def hook() -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "declparse-check", "--all-files"]
        return subprocess.run(command, cwd=repository, capture_output=True, text=True)

    git("init", "--quiet")
    (repository / "good.md").write_text(original, encoding="utf-8")
    (repository / "README.md").write_text("# Declarations\n\nThe register of this year.\n")
    git("add", ".")
    done = hook()
    assert done.returncode == 0, done.stdout + done.stderr
    (repository / "bad.txt").write_text(original.replace("Total = 23", "Total = 22"), encoding="utf-8")
    git("add", ".")
    done = hook()
    assert done.returncode == 1
    assert "bad.txt:63:9: SIG001 total-mismatch" in done.stdout
    assert "README.md" not in done.stdout
    assert "good.md" not in done.stdout


def test_the_hook_on_the_whole_repository(tmp_path: Path, original: str) -> None:
    """It finds what two files have to do with each other, and leaves the rest to the other hook."""
    repository = tmp_path / "repository"
    repository.mkdir()
    wrong = original.replace("Total = 23", "Total = 22")
    (repository / "a.md").write_text(wrong, encoding="utf-8")
    (repository / "b.txt").write_text(wrong.replace("No. 817", "No. 818"), encoding="utf-8")
    for arguments in (["init", "--quiet"], ["add", "."]):
        subprocess.run(["git", *arguments], check=True, cwd=repository, capture_output=True)
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "declparse-collection", "--all-files"]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True)
    assert done.returncode == 1
    assert "b.txt:5:8: COL001 repeated-document-number" in done.stdout
    assert "SIG001" not in done.stdout


def test_lark_is_loaded_where_tables_must_be_made(tmp_path: Path) -> None:
    """Once for each version of the grammars; a run after that does without."""
    code = "import sys; from declparse.syntax.grammars import tables; tables('print'); print('lark' in sys.modules)"
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path), "HOME": str(tmp_path)}
    runs = [subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True) for _ in "12"]
    assert [run.stdout.strip() for run in runs] == ["True", "False"]


def test_a_whole_run_takes_little_longer_than_importing_the_libraries(program: Path) -> None:
    original = str(SAMPLES / "declaration-817.md")
    check = [str(program), "check", "--output-format", "concise", "--today", TODAY, original]
    imports = [str(program.parent / "python"), "-c", "import click, lark"]

    def wall(command: list[str]) -> float:
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    def ratio() -> float:
        return median(wall(check) / wall(imports) for _ in range(11))

    wall(check)  # builds the grammar once
    assert best_ratio("declparse check / import click, lark", 1.25, ratio) <= 1.25


def test_memory(program: Path) -> None:
    """One document takes less than 60 MB."""
    pytest.importorskip("resource")
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    original = str(SAMPLES / "declaration-817.md")
    command = [sys.executable, "-c", code, str(program), "check", original, "--today", TODAY]
    kilobytes = int(subprocess.run(command, check=True, capture_output=True).stdout)
    assert kilobytes / (1024 if sys.platform == "darwin" else 1) < 60_000
