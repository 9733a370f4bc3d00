"""Patterns of file names: in a ``.gitignore`` exactly as git reads them, in settings and options as they are meant."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from conftest import TODAY, Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from declparse.files import patterns
from declparse.files.patterns import PatternError, Patterns
from declparse.settings import SettingsError, read

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is the judge here")
NAMES = [
    *(b"a.md", b"b.md", b"ab.md", b"a-b.md", b"a]b.md", b"a\\b.md", b"a[b].md", b"!a.md", b"#a.md", b"a b.md", b"a "),
    *(b"z.md", b"build5.md", b"\xc3\xa9.md", b"\xe9.md", b"-", b"d/a.md", b"d/b.md", b"d/e/a.md", b"d/e/f/a.md"),
    *(b"dd/a.md", b"da/x/a.md", b"e/d/a.md", b"b/d/e/a.md", b"A.md", b"9.txt", b"a.mdx", b"a\tb.md", b"d e/a.md"),
]
LINES = [
    *(b"build[z-a].md", b"[z-a]", b"[z-ab].md", b"[a", b"[", b"a[]b].md", b"a[!]].md", b"[[:alpha:]].md", b"[[:foo:]]"),
    *(
        b"[[:digit:]].txt",
        b"[[:space:]]",
        b"[a-]*",
        b"[-a].md",
        b"[]-z]*",
        b"[a\\-z].md",
        b"[\\]]",
        b"[!a-y].md",
        b"[^a].md",
    ),
    *(
        b"[[:upper:][:digit:]].*",
        b"[[:]",
        b"[[::]]",
        b"[a-[:digit:]].md",
        b"a\\",
        b"\\",
        b"a\\\\b.md",
        b"\\a.md",
        b"\\#a.md",
    ),
    *(
        b"#a.md",
        b"!a.md",
        b"\\!a.md",
        b"!",
        b"/",
        b"//",
        b"!/",
        b"a//",
        b"d//a.md",
        b"./a.md",
        b"../a.md",
        b"d/../a.md",
    ),
    *(b"a.md ", b"a ", b"a\\ ", b"a\\  ", b"a\\\\ ", b"a.md\t", b"a.md\r", b" a.md", b"", b" ", b"\r", b"a\0b", b"\0"),
    *(b"*", b"**", b"***", b"*/", b"**/", b"/*", b"/**", b"**/*", b"*/**", b"**/a.md", b"d/**", b"d/**/", b"d/**/a.md"),
    *(b"**/d/**", b"d**/a.md", b"d**a.md", b"**a.md", b"d/**a.md", b"d/a**", b"**\\/a.md", b"***/a.md", b"d/***/a.md"),
    *(
        b"/d",
        b"d/",
        b"/d/",
        b"d/e",
        b"d/e/",
        b"e",
        b"/e",
        b"*/e",
        b"?/a.md",
        b"??",
        b"?.md",
        b"??.md",
        b"[\xc3][\xa9].md",
    ),
    *(
        b"\xe9.md",
        b"\xc3\xa9.md",
        b"d/*/a.md",
        b"d/*/*.md",
        b"d*/a.md",
        b"*d/*",
        b"*a*b*.md",
        b"*.MD",
        b"*.md\\",
        b"a?b.md",
    ),
    *(
        b"d\\/a.md",
        b"d[/]a.md",
        b"[d]/a.md",
        b"\xef\xbb\xbfa.md",
        b"*\n!a.md",
        b"d\n!d/a.md",
        b"d/*\n!d/a.md",
        b"*.md\n!d/\n",
    ),
    *(
        b"a.md\r\n!b.md\r\n*b*",
        b"/*\n!/d\n/d/*\n!/d/e/",
        b"\\*",
        b"a\xa0",
        b"a\x0b",
        b"a\x0c",
        b"a.md\x85",
        b"x\x0ba.md\x0b",
    ),
]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with all the names, each a file."""
    folder = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", folder], check=True)
    for name in NAMES:
        file = os.path.join(os.fsencode(folder), name)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "wb"):
            pass
    return folder


def ignored_by_git(repository: Path, lines: bytes) -> set[bytes]:
    (repository / ".gitignore").write_bytes(lines)
    command = ["git", "-c", "core.excludesFile=/dev/null", "check-ignore", "-z", "--stdin", "--no-index"]
    done = subprocess.run(command, input=b"\0".join(NAMES), cwd=repository, capture_output=True)
    assert done.returncode in (0, 1), done.stderr
    return set(done.stdout.split(b"\0")) - {b""}


def ignored_by_us(lines: bytes) -> set[bytes]:
    read = patterns.of_gitignore(lines)
    return {
        name for name in NAMES if patterns.excludes(name, lambda part, folder: patterns.verdict(read, part, folder))
    }


@needs_git
@pytest.mark.parametrize("lines", LINES, ids=[str(number) for number in range(len(LINES))])
def test_each_line_is_read_as_git_reads_it(repository: Path, lines: bytes) -> None:
    assert ignored_by_us(lines) == ignored_by_git(repository, lines)


_PIECES = b"a b d e .md * ** / / ? [ ] [a-z] [!a] - \\ ! # [:alpha:] \xc3 \xa9 \xe9 **/ /** d/ ^ 0".split()


@needs_git
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    st.lists(st.sampled_from([*_PIECES, b" ", b"\n", b"\r", b"\t"]), max_size=9).map(b"".join) | st.binary(max_size=8)
)
def test_any_lines_are_read_as_git_reads_them(repository: Path, lines: bytes) -> None:
    assert ignored_by_us(lines) == ignored_by_git(repository, lines)


@pytest.mark.parametrize("line", [b"*a" * 60 + b"b", b"**/a*" * 30 + b"b", b"*" * 5000 + b"b", b"[a-z]*" * 40 + b"9"])
def test_no_line_takes_long(line: bytes) -> None:
    start = time.process_time()
    read = patterns.of_gitignore(line)
    patterns.verdict(read, b"/".join([b"a" * 200] * 20), False)
    assert time.process_time() - start < 2


@given(st.text(max_size=12))
def test_a_pattern_of_one_s_own_is_used_or_named_as_wrong(text: str) -> None:
    try:
        found = Patterns((text,), os.sep + "folder")
    except PatternError as error:
        assert str(error)  # noqa: PT017 - a pattern may be right as well
    else:
        found.exclude(os.path.join(os.sep, "folder", "a.md"))


HERE = "/home/clerk/work"


@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX")
@pytest.mark.parametrize(
    ("pattern", "excluded", "not_excluded"),
    [
        ("./a.md", ["a.md"], ["d/a.md", "../a.md"]),
        ("./d", ["d", "d/a.md"], ["e/d/a.md"]),
        ("./d/", ["d/a.md"], ["d", "e/d/a.md"]),
        ("././d/./a.md", ["d/a.md"], ["a.md"]),
        ("d/../a.md", ["a.md"], ["d/a.md", "e/a.md"]),
        ("./*.md", ["a.md"], ["d/a.md"]),
        ("./**/a.md", ["a.md", "d/a.md"], ["../a.md"]),
        ("../other/", ["../other/a.md"], ["other/a.md", "../a.md"]),
        ("../work/a.md", ["a.md"], ["d/a.md"]),
        ("../../*/other", ["../other/a.md"], ["a.md"]),
        ("/a.md", ["a.md", "/a.md"], ["d/a.md"]),
        (f"{HERE}/a.md", ["a.md"], ["d/a.md"]),
        (f"{HERE}/d/", ["d/a.md"], ["a.md"]),
        (f"{HERE}/**/*.txt", ["a.txt", "d/a.txt"], ["../a.txt"]),
        ("/home/*/work/a.md", ["a.md"], ["d/a.md"]),
        ("/home", ["a.md", "../other/a.md"], ["/srv/a.md"]),
        ("a.md", ["a.md", "d/a.md", "../a.md"], ["b.md"]),
        ("work", ["work/a.md"], ["a.md"]),
        ("clerk", ["clerk"], ["a.md", "../other/a.md"]),
        ("other", ["../other/a.md"], ["a.md"]),
        ("*/a.md", ["d/a.md"], ["a.md", "../a.md", "../other/a.md"]),
        ("**/d/*.md", ["d/a.md", "e/d/a.md", "../other/d/a.md"], ["a.md"]),
        ("d/a.md", ["d/a.md"], ["e/d/a.md", "../d/a.md"]),
    ],
)
def test_patterns_mean_what_they_say(pattern: str, excluded: list[str], not_excluded: list[str]) -> None:
    found = Patterns((pattern,), HERE)
    for name in excluded:
        assert found.exclude(os.path.join(HERE, name)), name
    for name in not_excluded:
        assert not found.exclude(os.path.join(HERE, name)), name


def test_the_last_pattern_that_matches_decides() -> None:
    found = Patterns(("*.md", "!./keep.md", "d/", "!d/keep.md"), os.path.abspath("x"))
    for name, excluded in (("a.md", True), ("keep.md", False), ("e/keep.md", True), ("d/keep.md", True)):
        assert found.exclude(os.path.abspath(f"x/{name}")) is excluded, name


WRONG = {
    "x[9-0].md": "the range 9-0 holds nothing",
    "x[a.md": "a set that begins with [ is not closed, or names an unknown class",
    "[[:letter:]]": "a set that begins with [ is not closed, or names an unknown class",
    "x\\": "nothing follows the \\ at its end",
    "!": "it names no file",
    "/": "it names no file",
    "./": "it names no file",
    "..": "it names no file",
    "d/..": "it names no file",
    "d/*/../a.md": "it has '..' after a name with a wildcard",
    "#a.md": "it is a comment; a name that begins so is written \\#",
}


@pytest.mark.parametrize(("pattern", "why"), WRONG.items())
def test_a_wrong_pattern_is_named(run: Run, tmp_path: Path, pattern: str, why: str) -> None:
    """With its file and line, or as a wrong option."""
    (tmp_path / "a.md").write_text("")
    sentence = f"'{pattern}' is not a pattern as .gitignore has them: {why}"
    done = run("check", ".", "--exclude", pattern)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"Invalid value for '--exclude': {sentence}\n" in done.stderr
    file = tmp_path / "declparse.toml"
    file.write_text(f"exclude = [\n  'good',\n  '{pattern}',\n]\n")
    with pytest.raises(SettingsError) as raised:
        read(str(file))
    assert str(raised.value).endswith(f"declparse.toml: line 3: exclude: {sentence}")
    file.write_text(f"[per-file-ignores]\n'{pattern}' = ['SIG']\n")
    with pytest.raises(SettingsError) as raised:
        read(str(file))
    assert str(raised.value).endswith(f"declparse.toml: line 2: per-file-ignores: {sentence}")


@pytest.mark.parametrize(
    "lines", [b"build[z-a].md\n", b"a\\\n", b"[\n", b"[[:x:]]\n", b"!\n/\n\0\n", b"\xff\xfe\n", b"\\"]
)
def test_no_line_of_a_gitignore_ends_a_run(run: Run, tmp_path: Path, original: str, lines: bytes) -> None:
    (tmp_path / ".gitignore").write_bytes(lines)
    (tmp_path / "a.md").write_text(original, encoding="utf-8")
    done = run("check", ".", "--today", TODAY)
    assert (done.returncode, done.stderr) == (0, "")


def test_patterns_of_options_and_settings(run: Run, tmp_path: Path, original: str) -> None:
    """Those of an option are relative to the current folder, those of settings to their own."""
    wrong = original.replace("Total = 23", "Total = 22")
    names = ("a.md", "d/a.md", "d/e/a.md")
    (tmp_path / "d" / "e").mkdir(parents=True)
    for name in names:
        (tmp_path / name).write_text(wrong, encoding="utf-8")

    def files(*options: str, cwd: Path = tmp_path) -> list[str]:
        done = run("check", *options, "--today", TODAY, "--output-format", "concise", cwd=cwd)
        return [line.split(":")[0] for line in done.stdout.splitlines()]

    assert files(".", "--exclude", "./a.md") == ["d/a.md", "d/e/a.md"]
    assert files(".", "--exclude", str(tmp_path / "d") + "/") == ["a.md"]
    assert files("..", "--exclude", "./a.md", cwd=tmp_path / "d") == ["../a.md", "../d/e/a.md"]
    assert files("..", "--exclude", "../a.md", cwd=tmp_path / "d") == ["../d/a.md", "../d/e/a.md"]
    (tmp_path / "d" / "declparse.toml").write_text("exclude = ['./a.md']\n")
    assert files(".") == ["a.md", "d/e/a.md"]
    (tmp_path / "d" / "declparse.toml").write_text(f"exclude = ['{tmp_path}/d/e']\n")
    assert files(".") == ["a.md", "d/a.md"]
    for pattern in ("./a.md", f"{tmp_path}/d/a.md", "../d/a.md"):
        (tmp_path / "d" / "declparse.toml").write_text(f"[per-file-ignores]\n'{pattern}' = ['SIG']\n")
        assert files(".") == ["a.md", "d/e/a.md"], pattern
