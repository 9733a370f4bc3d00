"""The package: a wheel in a clean environment, the hook in a repository, speed and memory."""

import json
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest
from conftest import ROOT, SAMPLES, TODAY
from support.timing import best_ratio

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
    venv.create(folder)
    subprocess.run([*pip_for(folder), "install", "--quiet", str(wheel)], check=True)
    return folder / ("Scripts" if os.name == "nt" else "bin") / "declparse"


def pip_for(environment: Path) -> list[str]:
    """The command that runs our own pip on another environment, which has none and needs none."""
    return [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(environment)]


Hook = Callable[[Path, str], "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def run_hook(tmp_path_factory: pytest.TempPathFactory) -> Hook:
    """Run one of the hooks of this checkout on a repository; their environment is made once."""
    folder = tmp_path_factory.mktemp("hooks")
    checkout, config = folder / "checkout", folder / "config.yaml"
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, check=True, cwd=ROOT, capture_output=True).stdout.decode().split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():  # and not deleted
            (checkout / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, checkout / name)
    git(checkout, "init", "--quiet")
    git(checkout, "add", ".")
    git(checkout, "commit", "--quiet", "--message", "as it is")
    commit = git(checkout, "rev-parse", "HEAD")

    def run_hook(repository: Path, hook: str) -> "subprocess.CompletedProcess[str]":
        config.write_text(json.dumps({"repos": [{"repo": str(checkout), "rev": commit, "hooks": [{"id": hook}]}]}))
        command = [sys.executable, "-m", "pre_commit", "run", "--config", str(config), "--all-files"]
        environment = os.environ | {"PRE_COMMIT_HOME": str(folder / "home")}
        return subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True)

    return run_hook


def git(folder: Path, *arguments: str) -> str:
    names = ["-c", "user.name=A Clerk", "-c", "user.email=clerk@example.org"]
    return subprocess.run(
        ["git", *names, *arguments], check=True, cwd=folder, capture_output=True, text=True
    ).stdout.strip()


def test_the_public_names() -> None:
    """Completion shows them before any of them is loaded."""
    code = "import declparse; print(*dir(declparse))"
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert set(declparse.__all__) <= set(shown)
    assert all(getattr(declparse, name).__doc__ for name in declparse.__all__)


@pytest.mark.alone
def test_the_wheel_works_outside_the_checkout(program: Path, tmp_path: Path) -> None:
    command = [str(program), "convert", str(SAMPLES / "declaration-817.md")]
    done = subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    assert json.loads(done.stdout)["declared_total"] == 23


@pytest.mark.alone
def test_the_run_time_dependencies_are_few(program: Path) -> None:
    """The installed environment has the three run-time dependencies and what they need, and no test tools."""
    command = [*pip_for(program.parent.parent), "list", "--format=json"]
    done = subprocess.run(command, check=True, capture_output=True)
    names = {row["name"].lower() for row in json.loads(done.stdout)}
    assert names - {"pip", "setuptools", "colorama"} == {
        *("declparse", "click", "lark", "rich"),
        *("markdown-it-py", "mdurl", "pygments"),  # of rich
    }


def test_the_hook_in_a_repository(run_hook: Hook, tmp_path: Path, original: str) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "good.md").write_text(original, encoding="utf-8")
    (tmp_path / "README.md").write_text("# Declarations\n\nThe register of this year.\n")
    git(tmp_path, "add", ".")
    done = run_hook(tmp_path, "declparse-check")
    assert done.returncode == 0, done.stdout + done.stderr
    (tmp_path / "bad.txt").write_text(original.replace("Total = 23", "Total = 22"), encoding="utf-8")
    git(tmp_path, "add", ".")
    done = run_hook(tmp_path, "declparse-check")
    assert done.returncode == 1
    assert "bad.txt:63:9: SIG001 total-mismatch" in done.stdout
    assert "README.md" not in done.stdout
    assert "good.md" not in done.stdout


def test_the_hook_on_the_whole_repository(run_hook: Hook, tmp_path: Path, original: str) -> None:
    """It finds what two files have to do with each other, and leaves the rest to the other hook."""
    wrong = original.replace("Total = 23", "Total = 22")
    (tmp_path / "a.md").write_text(wrong, encoding="utf-8")
    (tmp_path / "b.txt").write_text(wrong.replace("No. 817", "No. 818"), encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    done = run_hook(tmp_path, "declparse-collection")
    assert done.returncode == 1
    assert "b.txt:5:8: COL001 repeated-document-number" in done.stdout
    assert "SIG001" not in done.stdout


def test_lark_is_loaded_where_tables_must_be_made(tmp_path: Path) -> None:
    """Once for each version of the grammars; a run after that does without."""
    code = "import sys; from declparse.syntax.grammars import tables; tables('print'); print('lark' in sys.modules)"
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path), "HOME": str(tmp_path)}
    runs = [subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True) for _ in "12"]
    assert [run.stdout.strip() for run in runs] == ["True", "False"]


@pytest.mark.alone
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


@pytest.mark.alone
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
