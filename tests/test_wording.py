"""Both languages of the messages: every text is there in English and in French, with the same values in it."""

import datetime as dt
import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, TODAY, Run
from support.cases import CASES, RULES, Case, pattern_of, texts_of

import declparse
from declparse.characters.white_space import INVISIBLE, fold_space
from declparse.cli import texts as cli_texts
from declparse.reference.rule_tables import THRESHOLDS
from declparse.report import texts as report_texts
from declparse.rules import collection, comparison, engine
from declparse.rules.characters import encoding
from declparse.rules.characters import invisible as unseen
from declparse.rules.french import TERMS, TEXTS
from declparse.rules.french.terms import TERMS as TYPED_TERMS
from declparse.rules.options import Options
from declparse.rules.structure import kind
from declparse.rules.support.pairing import Comparison
from declparse.rules.support.register import Register
from declparse.rules.support.rule import BareFinding, Rule
from declparse.rules.support.selection import in_language
from declparse.wording import PARTS, Count, Day, Lang, Phrase, Term, said, say, typeset

SAMPLE = str(ROOT / "samples" / "bad" / "three-faults.md")
THREE_FAULTS = ("check", SAMPLE, "--today", "2026-11-23")
RULES_IN_FRENCH = tuple(in_language(rule, "fr") for rule in RULES)
BOTH = list(zip(RULES, RULES_IN_FRENCH, strict=True))
FRENCH = {rule.code: [pattern_of(text) for text in rule.texts.values()] for rule in RULES_IN_FRENCH}
TABLES = {
    module: {name: phrase for name, phrase in vars(module).items() if isinstance(phrase, Phrase)}
    for module in (report_texts, cli_texts)
}

_FIELD = re.compile(r"\{([^}:]*)(?::([^}]*))?\}")
_SAME_WORDS = {"info", "Code", "date", "total", "documents", "UTF-16", "UTF-32"}
# Values that stand for what to write in the document, and so are in its language, not in that of the message.
_TO_WRITE = {"example", "words", "right", "latin", "nearest", "meant", "current", "name", "other", "none"}


def pairs() -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """The name of each rule or table, with the names of its texts and these in both languages; no pages."""
    for english, french in BOTH:
        yield english.code, [(key, text, french.texts[key]) for key, text in english.texts.items()]
    for module, phrases in TABLES.items():
        yield module.__name__, [(name, *phrase) for name, phrase in phrases.items()]


def test_no_text_is_forgotten() -> None:
    assert set(TEXTS) == {rule.code for rule in RULES}
    for english, french in BOTH:
        assert set(french.texts) == {*english.texts, "page"}, english.code
        assert (french.code, french.name, french.severity) == (english.code, english.name, english.severity)


def test_every_phrase_is_said() -> None:
    """One that is said and is not there is an error of mypy."""
    modules = [path for folder in ("cli", "report") for path in (ROOT / "declparse" / folder).glob("*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in modules)
    for module, phrases in TABLES.items():
        unused = [name for name in phrases if not re.search(rf"texts\.{name}\b|[:,] {name}\b|: {name},", code)]
        assert unused == [], module.__name__


@pytest.mark.parametrize("texts", [pytest.param(texts, id=name) for name, texts in pairs()])
def test_both_texts_have_the_same_values(texts: list[tuple[str, str, str]]) -> None:
    for key, english, french in texts:
        assert {name for name, _ in _FIELD.findall(french)} == {name for name, _ in _FIELD.findall(english)}, key
        for _, form in _FIELD.findall(english) + _FIELD.findall(french):
            assert form in ("", "02X", "04X") or (form.count("|") == 1 and all(form.split("|"))), key
        assert english != french or english in _SAME_WORDS, key


def test_every_term_has_its_french_word() -> None:
    """Also those that no case has: the text of a rule must not turn English in the middle."""
    invisible = [character for code in range(0x10000) if re.fullmatch(INVISIBLE, character := chr(code))]
    terms = {
        *PARTS.values(),
        *kind._KINDS.values(),
        *kind._FORMATS.values(),
        *encoding._BINARY.values(),
        *(name for name in unseen._BREAKS.values()),
        *(f"a {name}" for name in unseen._BREAKS.values()),
        *(unicodedata.name(character, "a control character").lower() for character in invisible),
        *(encoding._encoding(data) for data in (b"a\0b\0", b"\0\0\0a", b"\0\1\0\0" * 9 + b"aa\0a", b"\x80", b"\xff")),
        *("the settings", "no text at all"),
        *(row.source for row in THRESHOLDS),
    }
    assert not terms - set(TERMS)
    assert not [term for term, word in TYPED_TERMS.items() if term == word and term not in _SAME_WORDS]


@pytest.mark.parametrize("rule", CASES)
def test_values_are_quotations_or_terms(rule: str) -> None:
    """A plain value quotes the document or says what to write in it; words of our own are terms, and all are known."""
    for case in CASES[rule]:
        text = "\n".join(file.text for file in case.files)
        folded = fold_space(text)
        for name, value in _values(case):
            if isinstance(value, Term):
                assert value in TERMS, f"{name} in {case}"
            elif isinstance(value, str) and name not in _TO_WRITE:
                assert value in text or value in folded, f"{name} in {case}"


def _values(case: Case) -> Iterator[tuple[str, object]]:
    """The values of all that is found in a case and of their labels, each with its name."""
    for finding in _bare_findings(case):
        for values in (finding.values, *(label.values for label in finding.labels)):
            for name, value in values.items():
                yield from ((name, one) for one in (value if isinstance(value, list) else [value]))


def _bare_findings(case: Case) -> Iterator[BareFinding]:
    documents = [document for several in case.documents for document in several]
    if case.rule.family == "CMP":
        for of_two in comparison.RULES:
            yield from of_two.find(Comparison(*documents))
    elif case.rule.family == "COL":
        for of_several in collection.RULES:
            for entry in Register(documents).entries:
                yield from of_several.find(entry)
    else:
        for document in documents:
            context = Options.of(today=case.today).on(document)
            for rule in engine._applicable(document):
                yield from rule.find(context)


@pytest.mark.parametrize("rule", CASES)
def test_the_same_is_found_in_french(rule: str) -> None:
    """Only the words differ; each is the French text of the rule with its values."""
    for case in CASES[rule]:
        french = [finding for result in case.results("fr") for finding in result.findings]
        assert [_facts(finding) for finding in french] == [_facts(finding) for finding in case.findings], str(case)
        for finding in french:
            for text in texts_of(finding):
                assert any(pattern.fullmatch(text) for pattern in FRENCH[finding.code]), f"{case}: {text}"


def _facts(finding: declparse.Finding) -> tuple[object, ...]:
    """All of a finding but its words."""
    fix = finding.fix and (finding.fix.safety, finding.fix.edits)
    labels = [label.span for label in finding.labels]
    return finding.code, finding.severity, finding.span, labels, finding.help is None, fix


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [(0, "0 members", "0 membre"), (1, "1 member", "1 membre"), (2, "2 members", "2 membres")],
)
def test_a_number_chooses_its_noun(number: int, english: str, french: str) -> None:
    assert f"{said(Count(number), 'en'):member|members}" == english
    assert f"{said(Count(number), 'fr'):membre|membres}" == french
    assert f"{said(Count(number), 'fr')}" == str(number)


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (Day.of("2025-07-10"), "10 July 2025", "10 juillet 2025"),
        (Day.of("2025-08-01"), "1 August 2025", "1er août 2025"),
        (Day(None, 2, 2025), "February 2025", "février 2025"),
        (Day(None, 9, None), "September", "septembre"),
    ],
)
def test_a_day_in_words(day: Day, english: str, french: str) -> None:
    assert (said(day, "en"), said(day, "fr")) == (english, french)


def test_terms_and_lists_of_them() -> None:
    terms = [Term("date"), Term("title"), "Doc. 16225"]
    assert said(terms, "fr", TERMS) == "date, titre, Doc. 16225"
    assert said(terms, "en") == "date, title, Doc. 16225"
    assert said(Term("no such term"), "fr", TERMS) == "no such term"


def test_french_is_typeset() -> None:
    assert typeset("l'un : « a » ; b ? c !") == "l’un\u00a0: «\u00a0a\u00a0»\u00a0; b\u00a0? c\u00a0!"
    texts = [french for _, several in pairs() for _, _, french in several]
    texts += [line for rule in RULES_IN_FRENCH for line in rule.page.split("\n")]
    for text in (typeset(text) for text in texts if not text.startswith("    ")):
        assert not re.search(r" [:;!?»]|« |'|\w[!?»]|«\w", _FIELD.sub("x", text)), text


ADVICE = [*ROOT.glob("declparse/**/*.py"), *ROOT.glob("samples/**/*.md"), ROOT / "README.md"]


def test_french_numbers_are_advised_as_the_assembly_prints_them() -> None:
    """``No. 817`` in French as well; other signs are read, but nothing that we write or show as right has them."""
    sign = re.compile(r"\bn ?(<sup>)?[°ºᵒ]", re.IGNORECASE)
    with_sign = [path.name for path in ADVICE if sign.search(path.read_text("utf-8"))]
    assert with_sign == []


@pytest.mark.parametrize("number", ["No 8l7", "n° 8l7", "nº 8l7", "8l7"])
def test_a_wrong_french_number_is_shown_a_right_one(number: str) -> None:
    text = (ROOT / "samples" / "good" / "night-trains-fr.md").read_text("utf-8")
    wrong = re.sub("(?<=Déclaration écrite ).*(?=[*]{2})", number, text)
    (found,) = declparse.check(wrong, today=dt.date(2026, 11, 23))
    assert (found.code, found.help) == ("NUM002", "write it like this, with its own number: Déclaration écrite No. 817")
    assert "expected 'Déclaration écrite No.' and a number" in found.message


def test_the_tables_have_plain_blanks_and_apostrophes() -> None:
    for file in [*(ROOT / "declparse" / "rules" / "french").glob("*.py"), *(ROOT / "declparse").glob("*/texts.py")]:
        assert not set(file.read_text(encoding="utf-8")) & set("\u00a0\u202f’")


@pytest.mark.parametrize(("english", "french"), BOTH, ids=lambda rule: rule.code)
def test_pages_have_the_same_sections(english: Rule, french: Rule) -> None:
    def sections(page: str, *headings: str) -> list[tuple[str, int]]:
        """The headings that follow each other, and how many lines each has as its example."""
        _, *parts = re.split(f"^({'|'.join(headings)})", page, flags=re.MULTILINE)
        found = zip(parts[::2], parts[1::2], strict=True)
        return [(str(headings.index(heading)), text.count("\n    ")) for heading, text in found]

    same = sections(english.page, "Wrong:", "Right:", "Source:")
    assert [heading for heading, _ in same] == ["0", "1", "2"]
    assert sections(french.page, "Faux\u00a0:", "Juste\u00a0:", "Source\u00a0:") == same
    assert french.page.count("\n\n") == english.page.count("\n\n")
    assert french.summary.endswith(".")
    assert french.page != english.page


def test_the_command_line_in_french(run: Run) -> None:
    full = run(*THREE_FAULTS, "--lang", "fr")
    assert full.returncode == 1
    assert "44:25 erreur STA001" in full.stdout
    assert "aide\u00a0: vouliez-vous dire «\u00a0Cyprus\u00a0»\u00a0?" in full.stdout
    assert full.stdout.endswith("Doc. 16240\u00a0: 3 erreurs à corriger d’abord\n")
    concise = run(*THREE_FAULTS, "--lang", "fr", "--output-format", "concise")
    assert "SIG001 total-mismatch Le total indique 42, mais la liste compte 24 signataires" in concise.stdout
    french = json.loads(run(*THREE_FAULTS, "--lang", "fr", "--output-format", "json").stdout)
    english = json.loads(run(*THREE_FAULTS, "--output-format", "json").stdout)
    assert french["summary"] == english["summary"]
    assert [one["severity"] for one in french["findings"]] == ["error"] * 3
    assert french["findings"][2]["fix"]["title"] == "Remplacer le total par 24"


def test_pages_and_table_in_french(run: Run) -> None:
    page = run("explain", "SIG001", "--lang", "fr").stdout
    assert page.startswith("SIG001 total-mismatch (erreur)\n\nLe total n’est pas le nombre des signataires.\n")
    assert run("rules", "--lang", "fr").stdout.splitlines()[0].startswith("STR001\tnot-a-declaration\terror\tLe texte")
    rows = json.loads(run("rules", "--lang", "fr", "--json").stdout)
    assert [row["explanation"] for row in rows] == [rule.page for rule in RULES_IN_FRENCH]
    assert [row["code"] for row in rows] == [rule.code for rule in RULES]


def test_the_setting(run: Run, tmp_path: Path) -> None:
    """The command line wins over it; in ``explain`` and ``rules`` it holds as well."""
    (tmp_path / "declparse.toml").write_text('lang = "fr"\n')
    (tmp_path / "faults.md").write_bytes(Path(SAMPLE).read_bytes())
    assert "à corriger d’abord" in run("check", "faults.md").stdout
    assert "to correct first" in run("check", "faults.md", "--lang", "en").stdout
    assert "to correct first" in run("check", "faults.md", "--no-config").stdout
    assert "Faux\u00a0:" in run("explain", "SIG001").stdout
    assert "Wrong:" in run("explain", "SIG001", "--lang", "en").stdout
    assert "\tLe texte" in run("rules").stdout
    (tmp_path / "declparse.toml").write_text('lang = "de"\n')
    done = run("check", "faults.md")
    assert (done.returncode, "lang: 'de' is none of en, fr" in done.stderr) == (2, True)


def test_each_file_has_the_language_of_its_settings(run: Run, tmp_path: Path) -> None:
    """What is told of all of them is in that of the first."""
    for name, setting in (("a", 'lang = "fr"\n'), ("b", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "declparse.toml").write_text(setting)
        (tmp_path / name / "faults.md").write_bytes(Path(SAMPLE).read_bytes())
    (tmp_path / "a" / "notes.md").write_text("# Notes\n\nNothing.\n")
    done = run("check", "--today", "2026-11-23")
    assert done.stdout.splitlines()[-2:] == [
        "a/faults.md\u00a0: Doc. 16240\u00a0: 3 erreurs à corriger d’abord",
        "b/faults.md: Doc. 16240: 3 errors to correct first",
    ]
    assert done.stderr == "declparse: 1 fichier sans trace de déclaration écarté\n"


@pytest.mark.parametrize("command", [("check", "-"), ("convert", "-"), ("explain", "SIG001"), ("rules",)])
def test_another_language_is_a_wrong_option(run: Run, command: tuple[str, ...]) -> None:
    done = run(*command, "--lang", "de")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'de' is not one of 'en', 'fr'" in done.stderr


def test_another_language_in_python(original: str) -> None:
    with pytest.raises(ValueError, match="'de'"):
        declparse.check(original, lang="de")  # type: ignore[arg-type]
    assert declparse.check(original.replace("Total = 23", "Total = 22"), lang="fr")[0].message.startswith("Le total")


def test_neither_machine_nor_document_chooses(start: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.setenv(name, "fr_FR.UTF-8")
    assert "to correct first" in start("check", "-", text="Déclaration écrite No. 648 | Doc. 14459").stdout


def test_notes_in_french(run: Run, tmp_path: Path, original: str) -> None:
    (tmp_path / "declparse.toml").write_text('lang = "fr"\n')
    (tmp_path / "a.md").write_text(original.replace("10 July 2025", ""), encoding="utf-8")
    (tmp_path / "b.md").write_text("# Notes\n\nNothing.\n")
    done = run("check", "--today", TODAY)
    assert done.stderr == (
        "declparse: si seuls les numéros ou la date restent à compléter, il s’agit peut-être d’un projet\u00a0: voir "
        "--profile draft\ndeclparse: 1 fichier sans trace de déclaration écarté\n"
    )
    assert run("convert", "--lang", "fr").stderr == "declparse: 1 fichier sans trace de déclaration écarté\n"
    written = run("check", "a.md", "--write-baseline", "known")
    assert written.stderr == "declparse: known\u00a0: 1 constat connu enregistré\n"
    done = run("check", "a.md", "--baseline", "known")
    assert done.stdout == "Doc. 16225, No. 817\u00a0: aucune nouvelle erreur (1 constat connu non affiché)\n"
    (tmp_path / "a.md").write_text(original, encoding="utf-8")
    done = run("check", "a.md", "--baseline", "known")
    assert "known\u00a0: a.md\u00a0: STR002 ne concerne plus la ligne «\u00a0" in done.stderr
    assert "known\u00a0: --write-baseline retire ce qui a disparu" in done.stderr


@pytest.mark.parametrize(("lang", "expected"), [("en", "1 remark to look at"), ("fr", "1 remarque à examiner")])
def test_what_reports_say(lang: Lang, expected: str) -> None:
    assert say(report_texts.REMARKS, lang, number=Count(1)) == expected


def test_english_does_not_wait_for_french() -> None:
    """Start-up is what people feel: the French tables are read only where they are needed."""
    code = (
        "import sys, declparse; found = declparse.check(open(sys.argv[1], encoding='utf-8').read()); "
        "print(len(found) > 0, any('french' in name for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, SAMPLE], check=True, capture_output=True, text=True)
    assert done.stdout == "True False\n"


@pytest.mark.parametrize("begin", [b"PK\x03\x04\x14\xff", b"\xd0\xcf\x11\xe0\xa1\xb1", b"{\\rtf1\\ansi Bread ovens}"])
def test_the_legend_of_a_word_processor_is_not_lost_on_our_advice(begin: bytes) -> None:
    """Plain text saved by LibreOffice has no footnotes, and the legend is one."""
    (english,), (french,) = declparse.check(begin), declparse.check(begin, lang="fr")
    assert "copy the legend" in str(english.help)
    assert "recopier à la main la légende" in str(french.help)


@pytest.mark.parametrize("begin", [b"%PDF-1.7 \xff", b"\x89PNG", b"%PDF-1.7", b"<html>"])
def test_other_files_have_no_footnotes_to_lose(begin: bytes) -> None:
    (finding,) = declparse.check(begin)
    assert finding.help == "save the document as plain text (UTF-8) and check that file"
