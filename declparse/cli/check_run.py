"""One run of ``check``: the findings of each file as chosen for it, without those that its baseline knows."""

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from declparse.cli import texts
from declparse.cli.choices import Choices
from declparse.document import Document
from declparse.findings import Finding, Severity
from declparse.report.result import DocumentResult, FileResult, file_name
from declparse.rules import RULES, engine
from declparse.rules.options import Options
from declparse.settings import FailOn, Settings
from declparse.source import SourceText
from declparse.wording import Count, Lang, Phrase, say

if TYPE_CHECKING:
    from declparse.baseline import Baseline


class CheckRun:
    """Takes the files one by one, and keeps what there is to report."""

    def __init__(self, choices: Choices, today: dt.date | None, *, with_baselines: bool) -> None:
        self._choices = choices
        self._today = today
        self._with_baselines = with_baselines
        self._results: list[FileResult] = []
        self._chosen: list[tuple[Settings, Options]] = []  # for each result
        self.passed_over = 0  # how many files are no declarations
        self.lang: Lang | None = None  # of what is told about the whole run: that chosen for the first file
        self.fails = False  # whether there are findings at or above the limit chosen for their file
        self.seems_a_draft = False  # whether a document has errors, but none as a draft

    def check(self, source: SourceText, documents: Sequence[Document]) -> None:
        """Check the documents of a file. Raises SettingsError and BaselineError."""
        chosen = self._settings(source)
        options = chosen.options(source.path, self._today)
        result = _checked(source, documents, options)
        if chosen.baseline is not None and self._with_baselines:
            known = self._choices.baseline(chosen.baseline)
            known.look_at(source, partial(_is_asked, chosen, options))
            result = _without_known(result, known)
        wrong = [one.document for one in result.documents if one.count(Severity.ERROR)]
        if wrong and chosen.profile != "draft" and not self.seems_a_draft:
            drafts = _checked(source, wrong, options._replace(profile="draft"))
            self.seems_a_draft = any(not draft.count(Severity.ERROR) for draft in drafts.documents)
        self.fails = self.fails or fails(result, chosen.fail_on)
        self._results.append(result)
        self._chosen.append((chosen, options))

    def check_collection(self) -> None:
        """Compare the documents of all files that are of the collection, and add what is found to their findings."""
        members = [index for index, (chosen, _) in enumerate(self._chosen) if chosen.collection]
        if not members:
            return

        members.sort(key=lambda index: self._results[index].name)
        documents = [one.document for index in members for one in self._results[index].documents]
        options = [self._chosen[index][1] for index in members for _ in self._results[index].documents]
        found = iter(engine.check_collection(documents, options))
        for index in members:
            result, (chosen, _) = self._results[index], self._chosen[index]
            self._results[index] = self._with_more(result, [tuple(next(found)) for _ in result.documents], chosen)

    def pass_over(self, source: SourceText) -> None:
        """Count a file that is no declaration."""
        self._settings(source)
        self.passed_over += 1

    def in_order(self) -> list[FileResult]:
        """Return the files in the order of their names."""
        return sorted(self._results, key=lambda result: result.name)

    def write_baseline(self, file: str) -> str:
        """Write all findings to a baseline, which keeps what it knows of other files. Says what was done."""
        from declparse import baseline as baselines  # needed only where there is one

        baseline = baselines.read(file) if os.path.exists(file) else baselines.Baseline(file)
        for result, chosen in zip(self._results, self._chosen, strict=True):
            baseline.look_at(result.source, partial(_is_asked, *chosen))
        number = baseline.write((result.source, result.findings) for result in self._results)
        return self.say(texts.WRITTEN, file=file, number=Count(number))

    def gone(self) -> Iterator[str]:
        """Yield what the baselines know and is no longer there, a line each, and what to do about it."""
        for baseline in self._choices.baselines.values():
            gone = baseline.gone()
            for known in gone:
                name = file_name(known.path, self.lang or "en")
                yield self.say(texts.GONE, file=baseline.file, name=name, code=known.code, line=known.line)
            if gone:
                yield self.say(texts.TAKE_OUT, file=baseline.file)

    def say(self, phrase: Phrase, **values: object) -> str:
        """Return what is told about the whole run, in its language."""
        return say(phrase, self.lang or "en", **values)

    def _settings(self, source: SourceText) -> Settings:
        chosen = self._choices.of(source.path)
        self.lang = self.lang or chosen.lang
        return chosen

    def _with_more(self, result: FileResult, found: Sequence[tuple[Finding, ...]], chosen: Settings) -> FileResult:
        """Return the result with further findings of its documents."""
        documents = (one.document for one in result.documents)
        more = FileResult(result.source, tuple(map(DocumentResult, documents, found)), result.lang)
        if chosen.baseline is not None and self._with_baselines:
            more = _without_known(more, self._choices.baseline(chosen.baseline))
        self.fails = self.fails or fails(more, chosen.fail_on)
        return result.with_more(more)


def _checked(source: SourceText, documents: Sequence[Document], options: Options) -> FileResult:
    found = (DocumentResult(one, tuple(engine.check(one, options))) for one in documents)
    return FileResult(source, tuple(found), options.lang)


def _is_asked(chosen: Settings, options: Options, code: str) -> bool:
    """True if a rule was asked about a file; those on collections are where it is one."""
    return options.wants(code) and (chosen.collection or any(rule.code == code for rule in RULES))


def _without_known(result: FileResult, known: "Baseline") -> FileResult:
    documents = []
    for one in result.documents:
        new = tuple(known.new(result.source, one.findings))
        documents.append(one._replace(findings=new, known=len(one.findings) - len(new)))
    return result._replace(documents=tuple(documents))


def fails(result: FileResult, fail_on: FailOn) -> bool:
    """True if there are findings at or above the limit."""
    if fail_on == "never":
        return False
    limit = Severity(fail_on).rank
    return any(finding.severity.rank >= limit for finding in result.findings)
