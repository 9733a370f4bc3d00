"""The catalogue of messages: what ``declparse check`` prints for every wrong text in ``cases/``, a file for each rule.

The fixes, which no report shows yet, stand below it.

After a wanted change, ``python tests/catalogue.py`` writes ``golden/catalogue/`` anew, in French
``golden/catalogue-fr/``, and the reports in ``golden/``; read the difference as a clerk would who has never seen the
program.
"""

import io
from pathlib import Path

from support.cases import CASES, RULES, Case
from support.printed import GOLDEN, OUTPUTS

from declparse import Finding
from declparse.report import full
from declparse.rules.support.rule import Rule
from declparse.source import SourceText
from declparse.wording import Lang

FOLDERS: dict[Lang, Path] = {"en": GOLDEN / "catalogue", "fr": GOLDEN / "catalogue-fr"}


def page(rule: Rule, lang: Lang) -> str:
    """The outputs for the wrong texts of a rule."""
    wrong = [case for case in CASES[rule.code] if case.title.startswith("Wrong")]
    return "\n".join(f"{case.title.removeprefix('Wrong: ')}\n\n{_output(case, lang)}" for case in wrong)


def _output(case: Case, lang: Lang) -> str:
    """What is printed for a case, indented."""
    results = case.results(lang)
    stream = io.StringIO()
    full.write(results, stream, verdicts=False)
    fixes = [_fix(result.source, one) for result in results for one in result.findings if one.fix]
    return "".join(f"    {line}".rstrip() + "\n" for line in [*stream.getvalue().splitlines(), *fixes])


def _fix(text: SourceText, finding: Finding) -> str:
    """The fix of a finding: how safe it is, what it is called, and what it replaces by what."""
    assert finding.fix
    edits = ", ".join(
        f"{edit.start}: {text.text[edit.start : edit.end]!r} → {edit.text!r}" for edit in finding.fix.edits
    )
    return f"{finding.code} has a fix ({finding.fix.safety}): {finding.fix.title} [{edits}]"


if __name__ == "__main__":
    for language, folder in FOLDERS.items():
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for one in RULES:
            (folder / f"{one.code}.txt").write_text(page(one, language), encoding="utf-8")
    for name, output in OUTPUTS.items():
        (GOLDEN / name).write_text(output(), encoding="utf-8")
