"""Settings: what each one does, where they are found, and what is said of those that cannot be used."""

import os
import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY, Run

import declparse
from declparse.rules import every_rule
from declparse.rules.support.selection import UnknownRuleError, find_rule
from declparse.rules.support.selection import codes as codes_of
from declparse.settings import Settings, SettingsError, read

RULES = every_rule()
WRONG_TOTAL = ("Total = 23", "Total = 22")
CONCISE = ["--today", TODAY, "--output-format", "concise"]


def codes(output: str) -> list[str]:
    """The codes of a concise report."""
    return [line.split()[1] for line in output.splitlines()]


@pytest.fixture
def two_faults(tmp_path: Path, original: str) -> Path:
    """A file with a wrong total and an old country name, in the current folder."""
    file = tmp_path / "two.md"
    text = original.replace(*WRONG_TOTAL).replace("Mustafa, Türkiye", "Mustafa, Turkey")
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("settings", "expected", "code"),
    [
        ("", ["STA002", "SIG001"], 1),
        ('select = ["STA"]', ["STA002"], 0),
        ('select = ["STA"]\nextend-select = ["total-mismatch"]', ["STA002", "SIG001"], 1),
        ('extend-select = ["SIG001"]', ["STA002", "SIG001"], 1),
        ('ignore = ["sig001"]', ["STA002"], 0),
        ('ignore = ["SIG001"]\nfail-on = "warning"', ["STA002"], 1),
        ('fail-on = "never"', ["STA002", "SIG001"], 0),
        ('ignore = ["SIG001"]\nseverity = { STA002 = "error" }', ["STA002"], 1),
        ('[severity]\nSIG = "info"\noutdated-country-name = "info"', ["STA002", "SIG001"], 0),
        ('[per-file-ignores]\n"t*.md" = ["SIG"]\n"other/" = ["STA"]', ["STA002"], 0),
        ("[thresholds]\nsignatories = 24", ["ADM001", "STA002", "SIG001"], 1),
        ("[thresholds]\ndelegations = 14\ngroups = 4", ["ADM002", "ADM003", "STA002", "SIG001"], 1),
        ("[thresholds]\nwords = 179", ["ADM004", "STA002", "SIG001"], 1),
    ],
)
def test_each_setting(
    run: Run, tmp_path: Path, two_faults: Path, settings: str, expected: list[str], code: int
) -> None:
    (tmp_path / "declparse.toml").write_text(settings)
    done = run("check", two_faults.name, *CONCISE)
    assert (codes(done.stdout), done.returncode, done.stderr) == (expected, code, "")


def test_thresholds_of_one_s_own_are_certain(run: Run, tmp_path: Path, original: str) -> None:
    """Also in a time of which it is not certain what the Rules asked for; a lower one brings no finding."""
    text = original.replace("10 July 2025", "10 July 2022").replace("16225", "15600").replace("No. 817", "No. 758")
    (tmp_path / "declparse.toml").write_text("[thresholds]\nwords = 100\nsignatories = 50\n")
    found = run("check", "-", "--today", TODAY, "--select", "ADM", text=text).stdout
    assert found.count("error ADM") == 2
    assert "at least 50 are needed" in found
    assert "a written declaration needs 50 signatures (the settings)" in found
    (tmp_path / "declparse.toml").write_text("[thresholds]\nwords = 0\n")
    assert "at most 0 are allowed" in run("check", "-", "--select", "ADM004", text=text).stdout


def test_profile(run: Run, tmp_path: Path, original: str) -> None:
    (tmp_path / "declparse.toml").write_text('profile = "draft"')
    text = original.replace("**Doc. 16225**", "Doc. …")
    assert run("check", "-", "--today", TODAY, text=text).returncode == 0
    assert run("check", "-", "--today", TODAY, "--profile", "published", text=text).returncode == 1


def test_the_nearest_settings_hold(run: Run, tmp_path: Path, two_faults: Path) -> None:
    """Those of the folder, not those above it; declparse.toml before pyproject.toml; and only where there are any."""
    (tmp_path / "pyproject.toml").write_text('[tool.declparse]\nselect = ["SIG"]\n')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    deep = inner / "two.md"
    deep.write_bytes(two_faults.read_bytes())
    name = str(deep.relative_to(tmp_path))
    (inner / "pyproject.toml").write_text('[tool.other]\ndescription = "not of declparse"\n')
    assert codes(run("check", name, *CONCISE).stdout) == ["SIG001"]
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.declparse]\nselect = ["STA"]\n')
    assert codes(run("check", name, *CONCISE).stdout) == ["STA002"]
    (tmp_path / "a" / "declparse.toml").write_text("")
    assert codes(run("check", name, *CONCISE).stdout) == ["STA002", "SIG001"]
    assert codes(run("check", ".", *CONCISE).stdout) == ["STA002", "SIG001", "SIG001"], "each file has its own"


def test_standard_input_has_the_settings_of_its_name(run: Run, tmp_path: Path, two_faults: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "declparse.toml").write_text('ignore = ["SIG"]')
    (tmp_path / "declparse.toml").write_text('ignore = ["STA"]')
    text = two_faults.read_bytes()
    assert codes(run("check", "-", *CONCISE, text=text).stdout.replace("<standard input>", "x")) == ["SIG001"]
    named = run("check", "-", "--stdin-filename", os.path.join("a", "x.md"), *CONCISE, text=text)
    assert codes(named.stdout) == ["STA002"]


def test_the_command_line_wins(run: Run, tmp_path: Path, two_faults: Path) -> None:
    (tmp_path / "declparse.toml").write_text(
        'select = ["SIG"]\nignore = ["STA"]\nfail-on = "never"\nseverity = { SIG001 = "info", STA002 = "error" }'
    )
    (tmp_path / "other.toml").write_text('ignore = ["SIG"]\n[per-file-ignores]\n"/two.md" = ["STA"]\n')
    name = two_faults.name
    assert codes(run("check", name, *CONCISE, "--select", "STA", "--ignore", "SIG").stdout) == ["STA002"]
    assert codes(run("check", name, *CONCISE, "--select", "STA").stdout) == ["STA002"]
    assert run("check", name, *CONCISE, "--fail-on", "info").returncode == 1
    assert run("check", name, *CONCISE, "--fail-on", "error", "--severity", "SIG001=warning").returncode == 0
    assert codes(run("check", name, *CONCISE, "--extend-select", "STA,SIG", "--ignore", "SIG002").stdout) == [
        "STA002",
        "SIG001",
    ]
    assert codes(run("check", name, *CONCISE, "--no-config").stdout) == ["STA002", "SIG001"]
    assert codes(run("check", name, *CONCISE, "--config", "other.toml").stdout) == []


def test_excluded_files(run: Run, tmp_path: Path, two_faults: Path) -> None:
    """Excludes hold for what is found in folders, and for what is named only where they are enforced."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "old.md").write_bytes(two_faults.read_bytes())
    (tmp_path / "declparse.toml").write_text('exclude = ["archive/"]')
    files = {line.split(":")[0] for line in run("check", *CONCISE).stdout.splitlines()}
    assert files == {"two.md"}
    old = str(Path("archive") / "old.md")
    assert run("check", old, *CONCISE).returncode == 1
    done = run("check", old, *CONCISE, "--force-exclude")
    told = f"declparse: {old}: not looked at, since it is excluded\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, "", told)
    (tmp_path / "declparse.toml").write_text('exclude = ["archive/"]\nforce-exclude = true')
    assert run("check", old, *CONCISE).returncode == 0
    none = run("check", ".", "--exclude", "two.md")
    assert (none.returncode, none.stdout) == (2, "")
    assert "no *.md or *.txt file, or all are excluded" in none.stderr


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("declparse.toml", "selct = []", "line 1: no setting 'selct'; did you mean 'select'?"),
        ("declparse.toml", "\n# rules\nfail_on = 'error'", "line 3: no setting 'fail_on'; did you mean 'fail-on'?"),
        ("declparse.toml", "[tool.declparse]\n", "line 1: no setting 'tool'; in declparse.toml the settings stand"),
        ("declparse.toml", 'ignore = [\n  "SIG",\n  "SIG01",\n]', "line 3: ignore: no rule or family 'SIG01'; did you"),
        ("declparse.toml", 'ignore = "SIG"', "line 1: ignore: a list of rules was expected, not 'SIG'"),
        ("declparse.toml", "exclude = [1]", "line 1: exclude: a list of patterns was expected, not [1]"),
        ("declparse.toml", 'fail-on = "eror"', "line 1: fail-on: 'eror' is none of error, warning, info, never; did"),
        ("declparse.toml", "fail-on = true", "line 1: fail-on: true is none of error, warning, info, never"),
        ("declparse.toml", "force-exclude = 1", "line 1: force-exclude: true or false was expected, not 1"),
        ("declparse.toml", "baseline = 3", "line 1: baseline: the name of a file was expected, not 3"),
        ("declparse.toml", "severity = 1", 'line 1: severity: a table such as { SIG003 = "error" } was expected, not'),
        ("declparse.toml", '[severity]\nSIG001 = "info"\nSIG002 = "grave"', "line 3: severity: 'grave' is none of"),
        (
            "declparse.toml",
            '[severity]\nSIG0001 = "info"',
            "line 2: severity: no rule or family 'SIG0001'; did",
        ),
        (
            "declparse.toml",
            "[thresholds]\nsignatures = 20",
            "line 2: thresholds: no threshold 'signatures'; did",
        ),
        ("declparse.toml", "[thresholds]\nwords = -1", "line 2: thresholds: words: a number was expected, not -1"),
        ("declparse.toml", "[thresholds]\nwords = true", "line 2: thresholds: words: a number was expected, not true"),
        ("declparse.toml", '[per-file-ignores]\n"a/" = ["STA9"]', "line 2: per-file-ignores: no rule or family 'STA9'"),
        ("declparse.toml", 'exclude = ["a", "!"]', "line 1: exclude: '!' is not a pattern as .gitignore has them"),
        ("declparse.toml", "select = [\n", "line 2: this is not TOML"),
        ("declparse.toml", "a = 1\nselect =\n", "line 2: this is not TOML: invalid value"),
        ("declparse.toml", b"a = 1\n# \xe9", "line 2: this is not UTF-8"),
        ("pyproject.toml", "[tool]\ndeclparse = 3", "line 2: [tool.declparse] must be a table"),
        ("pyproject.toml", "[project]\nname = 'x'\n\n[tool.declparse]\nxyz = 3", "line 5: no setting 'xyz'"),
        (
            "pyproject.toml",
            "[tool.declparse.severity]\nXYZ001 = 'info'",
            "line 2: severity: no rule or family",
        ),
    ],
)
def test_settings_that_cannot_be_used(
    run: Run, tmp_path: Path, two_faults: Path, name: str, text: str | bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    done = run("check", two_faults.name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"declparse: {name}: {sentence}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("declparse.toml", "select = []\nthresholds.words = 3\nthresholds . 'words2' = 3\n", 3),
        ("declparse.toml", "[severity]\nSIG = 'info'\n\n[ 'thresholds' ]  # [x]\n'wor ds' = 3", 5),
        ("declparse.toml", "exclude = [\n  '''\na ]\n''',  # ]\n]\n\n\"selct\" = [ # ]\n]\n", 7),
        ("declparse.toml", "select = [ # SIG2 ]\n  'SIG', 'STA', # ]\n\n  'SIG1' ] # x", 4),
        ("pyproject.toml", "x = 1\ntool.declparse.select = []\n'tool'.\"declparse\".selct = 1", 3),
        ("pyproject.toml", "[[a]]\nb = 1\n[[a]]\nb = 2\n[tool.declparse]\nselect = []\n[tool.declparse.x]\ny = 1", 7),
        ("pyproject.toml", '[tool]\nx = {"]" = 1}\ndeclparse = {"select" = [], "selct" = []}\n', 3),
    ],
)
def test_the_line_of_what_is_wrong(tmp_path: Path, name: str, text: str, line: int) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(SettingsError, match=f"line {line}: "):
        read(str(tmp_path / name))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("exclude = [\n" + "  '[a-z].md', # old ones\n" * 4000 + "]\nselct = []", 4003),
        ("ignore = [\n" + "  'SIG',\n" * 4000 + "  'SIG01',\n]", 4002),
        ("[per-file-ignores]\n" + "".join(f"'{n}.md' = ['SIG']\n" for n in range(4000)) + "'x.md' = ['SIG01']", 4002),
    ],
    ids=["patterns", "rules", "table"],
)
def test_the_line_of_what_is_wrong_in_a_long_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, line: int
) -> None:
    """No character is parsed more often than a few times."""
    parsed = 0

    def loads(text: str, /) -> object:
        nonlocal parsed
        parsed += len(text)
        assert parsed < 10 * length
        return parse(text)

    parse, length = tomllib.loads, len(text)
    monkeypatch.setattr(tomllib, "loads", loads)
    (tmp_path / "declparse.toml").write_text(text)
    with pytest.raises(SettingsError, match=f"line {line}: "):
        read(str(tmp_path / "declparse.toml"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--config", "none.toml"], "none.toml: no such file"),
        (["--config", "pyproject.toml"], "pyproject.toml: no table [tool.declparse]"),
        (["--config", "folder"], "'folder' is a directory"),
        (["--config", "pyproject.toml", "--no-config"], "cannot be given together"),
        (["--severity", "SIG001"], "'SIG001' is not a rule and its severity; write it like SIG003=error"),
        (["--severity", "SIG01=info"], "no rule or family 'SIG01'; did you mean 'SIG001'?"),
        (["--severity", "SIG001=bad"], "'SIG001=bad' is not a rule and its severity"),
    ],
)
def test_options_that_cannot_be_used(
    run: Run, tmp_path: Path, two_faults: Path, arguments: list[str], sentence: str
) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "folder").mkdir()
    done = run("check", two_faults.name, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr


def test_settings_that_cannot_be_read(run: Run, tmp_path: Path, two_faults: Path) -> None:
    (tmp_path / "declparse.toml").mkdir()
    done = run("check", two_faults.name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("declparse: declparse.toml: cannot be read: ")


def test_settings_with_a_byte_order_mark_and_other_line_ends(run: Run, tmp_path: Path, two_faults: Path) -> None:
    (tmp_path / "declparse.toml").write_bytes(b'\xef\xbb\xbfignore = ["SIG"]\r\nselct = []\r\n')
    assert "line 2: no setting 'selct'" in run("check", two_faults.name).stderr


def test_no_setting_is_forgotten() -> None:
    """Each field has a key that is read, and the README tells of each key."""
    from conftest import ROOT

    from declparse.settings import readers

    keys = {name.replace("_", "-") for name in Settings._fields} - {"folder"}
    assert keys == set(readers.READERS)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not [key for key in keys if f"`{key}`" not in readme]


def test_a_rule_has_three_names_in_any_case() -> None:
    for rule in RULES:
        for name in (rule.code, rule.name, rule.code.lower(), rule.name.upper()):
            assert find_rule(name) is rule
            assert codes_of([name]) == {rule.code}
    every = {rule.code for rule in RULES}
    for family in {rule.code[:3] for rule in RULES}:
        assert codes_of([family]) == codes_of([family.lower()]) == {code for code in every if code.startswith(family)}
    assert codes_of("sig001, TOTAL-mismatch,STA") == {"SIG001", *codes_of(["STA"])}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("SIG01", "no rule or family 'SIG01'; did you mean 'SIG001'?"),
        ("sig01", "no rule or family 'sig01'; did you mean 'SIG001'?"),
        ("totl-mismatch", "no rule or family 'totl-mismatch'; did you mean 'total-mismatch'?"),
        ("bread", "no rule or family 'bread'"),
        ("sig", "'sig' is a family; its rules are SIG001 to SIG008"),
    ],
)
def test_names_that_no_rule_has(name: str, sentence: str) -> None:
    with pytest.raises(UnknownRuleError) as caught:
        find_rule(name)
    assert str(caught.value) == sentence


def test_in_python(original: str) -> None:
    """The same choices as keywords; without a day it is the current one.

    The day of the document is in the future, so nothing is judged by it, in a draft as little as in a published text.
    """
    text = original.replace("10 July 2025", "10 July 2925").replace("16225", "…")
    text = text.replace(*WRONG_TOTAL).replace("Mustafa, Türkiye", "Mustafa, Turkey")
    for choice, expected in (
        ({}, ["NUM001", "DAT003", "SIG001"]),
        ({"select": ["dat", "total-mismatch"], "ignore": "SIG"}, ["DAT003"]),
        ({"profile": "draft"}, ["DAT003", "SIG001"]),
    ):
        assert [finding.code for finding in declparse.check(text, **choice)] == expected


@pytest.mark.parametrize(
    ("choice", "error", "sentence"),
    [
        ({"profile": "drft"}, ValueError, "no profile 'drft'; there are 'draft', 'published'"),
        ({"lang": "de"}, ValueError, "no language of the messages 'de'; there are 'en', 'fr'"),
        ({"severity": {"SIG": "eror"}}, ValueError, "no severity 'eror'; there are 'error', 'warning', 'info'"),
        (
            {"thresholds": {"wrods": 3}},
            ValueError,
            "no threshold 'wrods'; there are 'signatories', 'delegations', 'groups', 'words'",
        ),
        ({"thresholds": {"words": -1}}, ValueError, "the threshold 'words' cannot be -1"),
        ({"thresholds": {"words": "9"}}, TypeError, "the threshold 'words' must be an int, not str"),
        ({"thresholds": {"words": True}}, TypeError, "the threshold 'words' must be an int, not bool"),
        ({"today": "2025-07-15"}, TypeError, "today must be a date, not str"),
        ({"select": [1]}, TypeError, "a rule is named by a str, not int"),
        ({"ignore": 5}, TypeError, "ignore must be a collection of names of rules, not int"),
        ({"severity": ["SIG001"]}, TypeError, "severity must be a mapping, not list"),
        ({"thresholds": None}, TypeError, "thresholds must be a mapping, not NoneType"),
        ({"select": ["SIG01"]}, declparse.UnknownRuleError, "no rule or family 'SIG01'; did you mean 'SIG001'?"),
        ({"severity": {"SIG01": "info"}}, declparse.UnknownRuleError, "no rule or family 'SIG01'"),
    ],
)
def test_wrong_choices_in_python(choice: dict[str, Any], error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=f"^{re.escape(sentence)}"):
        declparse.check("", **choice)


def test_choices_that_are_nearly_of_the_right_type(original: str) -> None:
    text = original.replace(*WRONG_TOTAL)
    (finding,) = declparse.check(text, today=datetime(2025, 7, 15, 12), severity={"SIG001": "info"})  # type: ignore[dict-item]
    assert finding.severity is declparse.Severity.INFO


def test_a_draft_needs_its_other_parts(original: str) -> None:
    text = re.sub("(?m)^(\\*\\*Doc|10 July|## |\\*\\*Written|\\*Signed \\().*\n", "", original)
    day = date.fromisoformat(TODAY)
    codes = [finding.code for finding in declparse.check(text, profile="draft", today=day)]
    assert codes == ["STR002", "STR007"]
    codes = [finding.code for finding in declparse.check(text, today=day)]
    assert codes == ["STR002"] * 4
