"""The catalogue of messages: what ``declparse check`` prints for every wrong text in ``cases/``, a file for each rule.

The fixes, which no report shows yet, stand below it.

After a wanted change, ``python tests/catalogue.py`` writes ``golden/catalogue/`` anew; read the difference as a clerk
would who has never seen the program.
"""

import io
from datetime import date
from pathlib import Path

from test_cases import CASES, TODAY, Case

from declparse import Finding, pipeline, source
from declparse.report import full
from declparse.report.result import DocumentResult, FileResult
from declparse.rules import RULES, engine
from declparse.rules.rule import Rule
from declparse.source import SourceText

FOLDER = Path(__file__).parent / "golden" / "catalogue"


def page(rule: Rule) -> str:
    """The outputs for the wrong texts of a rule."""
    wrong = [case for case in CASES[rule.code] if case.title.startswith("Wrong")]
    return "\n".join(f"{case.title.removeprefix('Wrong: ')}\n\n{_output(case)}" for case in wrong)


def _output(case: Case) -> str:
    """What is printed for a case, indented."""
    text = source.decode(case.document, "draft.md")
    today = date.fromisoformat(case.option("today", TODAY))
    checked = [DocumentResult(one, tuple(engine.check(one, today=today))) for one in pipeline.parse_all(text)]
    stream = io.StringIO()
    full.write([FileResult(text, tuple(checked))], stream, verdicts=False)
    fixes = [_fix(text, one) for document in checked for one in document.findings if one.fix]
    return "".join(f"    {line}".rstrip() + "\n" for line in [*stream.getvalue().splitlines(), *fixes])


def _fix(text: SourceText, finding: Finding) -> str:
    """The fix of a finding: how safe it is, what it is called, and what it replaces by what."""
    assert finding.fix
    edits = ", ".join(
        f"{edit.start}: {text.text[edit.start : edit.end]!r} → {edit.text!r}" for edit in finding.fix.edits
    )
    return f"{finding.code} has a fix ({finding.fix.safety}): {finding.fix.title} [{edits}]"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    for one in RULES:
        (FOLDER / f"{one.code}.txt").write_text(page(one), encoding="utf-8")
