"""The grammar means the same however its regular expressions are written: what wins is said in it, and nowhere else."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from lark import GrammarError
from lark.lexer import PatternRE, TerminalDef
from support.texts import every_text

import declparse
from declparse.source import SourceText
from declparse.syntax import engine, grammars, lalr
from declparse.syntax.tables import STARTS, Tables

TODAY = dt.date(2026, 11, 23)
# A comment, a string, or a regular expression with its flags, in a grammar file.
_LITERAL = re.compile(r'(?P<other>//[^\n]*|"(?:\\.|[^"\\\n])*")|/(?P<regexp>(?:\\.|[^/\\\n])+)/')
_LONGEST = 600  # characters of a regular expression


def _longer(regexp: str) -> str:
    """Return the expression with a branch that never matches: the shorter it was, the longer it gets."""
    return f"(?:{regexp}|(?!){'z' * (_LONGEST - len(regexp))})"


def _rewritten_sources() -> dict[str, Tables]:
    """Return the tables of the grammar files with each regular expression in them written otherwise."""

    def literal(found: re.Match[str]) -> str:
        return found["other"] or f"/{_longer(found['regexp'])}/"

    texts = {name: _LITERAL.sub(literal, text) for name, text in grammars.texts().items()}
    return {name: lalr.build(name, texts) for name in STARTS}


def _rewritten_terminals(monkeypatch: pytest.MonkeyPatch) -> dict[str, Tables]:
    """Return the tables of the grammars with the expression of each whole terminal written otherwise."""
    edit = lalr.let_phrases_wrap

    def edited(terminal: TerminalDef) -> None:
        edit(terminal)
        terminal.pattern = PatternRE(_longer(terminal.pattern.to_regexp()), raw=terminal.pattern.raw)

    monkeypatch.setattr(lalr, "let_phrases_wrap", edited)
    return {name: lalr.build(name, grammars.texts()) for name in STARTS}


@cache
def _plain() -> tuple[dict[str, Tables], list[SourceText], list[object]]:
    """Return the tables of the grammars as they are, the texts, and what is read in each."""
    texts = every_text(damaged_samples=1)
    return {name: lalr.build(name, grammars.texts()) for name in STARTS}, texts, [*map(_read, texts)]


def _read(text: SourceText) -> object:
    return [declparse.to_dict(one) for one in declparse.parse_all(text)], declparse.check(text, today=TODAY)


@pytest.fixture
def read_by(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[dict[str, Tables], list[SourceText]], list[object]]]:
    """Reads texts by other tables."""

    def read_all(made: dict[str, Tables], texts: list[SourceText]) -> list[object]:
        monkeypatch.setattr(grammars, "tables", made.__getitem__)
        engine.load.cache_clear()
        return [*map(_read, texts)]

    yield read_all
    monkeypatch.undo()
    engine.load.cache_clear()


@pytest.mark.parametrize("where", ["sources", "terminals"])
def test_an_expression_written_otherwise_changes_nothing(
    where: str,
    monkeypatch: pytest.MonkeyPatch,
    read_by: Callable[[dict[str, Tables], list[SourceText]], list[object]],
) -> None:
    plain, texts, expected = _plain()
    made = _rewritten_sources() if where == "sources" else _rewritten_terminals(monkeypatch)
    for name in STARTS:
        assert made[name].patterns != plain[name].patterns
        assert list(made[name].patterns) == list(plain[name].patterns)
    assert read_by(made, texts) == expected


def _with(file: str, old: str, new: str) -> dict[str, str]:
    """Return the grammar files with one change."""
    texts = grammars.texts()
    assert texts[file].count(old) == 1
    return texts | {file: texts[file].replace(old, new)}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("fields", "NOTE.2:", "NOTE.1:"),  # beside an abbreviation
        ("fields", "NOTE.2:", "NOTE:"),  # beside a colon
        ("fields", "MARKS.9:", "MARKS.4:"),
        ("phrases_en", 'REPORT: "Report"i', 'REPORT: "Written"i'),
        ("print", "REISSUE.18:", "REISSUE.19:"),
    ],
)
def test_terminals_that_may_both_come_next_need_an_order(file: str, old: str, new: str) -> None:
    with pytest.raises(GrammarError, match="priority"):
        lalr.build("print" if file == "print" else "fields", _with(file, old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\ntotal:", "\n!total:"),
        ("\ntotal:", "\n?total:"),
        ("EQUAL COUNT\n", "EQUAL COUNT -> sum\n"),
        ("EQUAL COUNT\n", "/=/ COUNT\n"),
    ],
)
def test_a_rule_has_only_what_our_driver_knows(old: str, new: str) -> None:
    with pytest.raises(GrammarError, match="The rule total"):
        lalr.build("fields", _with("fields", old, new))
