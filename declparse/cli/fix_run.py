"""One run of ``fix``: each file is fixed as chosen for it, written or only shown, and a sentence tells it."""

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from functools import partial

from declparse import fixes
from declparse.cli import texts
from declparse.cli.choices import Choices
from declparse.cli.inputs import Input
from declparse.cli.outcome import FAILED, FINDINGS, Outcome, tell
from declparse.document import Document
from declparse.files import writing
from declparse.findings import Finding
from declparse.fixes import Applied
from declparse.report.result import file_name
from declparse.rules import engine
from declparse.rules.options import Options
from declparse.settings import Settings
from declparse.source import Position, SourceText
from declparse.wording import Count, Lang, Phrase, say

_MOST_TOLD = 10  # of the fixes in one file


class FixRun:
    """Takes the files one by one."""

    def __init__(
        self,
        choices: Choices,
        outcome: Outcome,
        today: dt.date | None,
        *,
        unsafe: bool,
        diff: bool,
        write: bool,
        quiet: bool,
        color: bool,
    ) -> None:
        self._choices = choices
        self._outcome = outcome
        self._today = today
        self._safeties = fixes.SAFE_AND_UNSAFE if unsafe else fixes.SAFE
        self._diff = diff
        self._write = write
        self._quiet = quiet
        self._color = color
        self._passed_over = 0
        self._lang: Lang | None = None  # of what is told about the whole run: that chosen for the first file

    def fix(self, text: Input, documents: Sequence[Document]) -> None:
        """Fix a file in place, or standard input on its way to standard output. Raises SettingsError."""
        chosen = self._chosen(text.source)
        options = chosen.options(text.source.path, self._today)
        find = partial(engine.check, options=options.with_every_rule())
        applied = fixes.apply(text.source, find, partial(self._wanted, chosen, options), self._safeties)
        if text.source.bad_bytes or (applied.done and not self._write):
            self._outcome.at_least(FINDINGS)
        if self._diff and applied.done:
            self._show(text.source, applied.source, chosen.lang)
        if self._write and not self._written(text, applied.source):
            return
        for line in self._sentences(text.source, documents, applied, chosen.lang):
            tell(line)

    def pass_over(self, text: Input) -> None:
        """Count a file that is no declaration; standard input goes on as it is."""
        self._chosen(text.source)
        self._passed_over += 1
        if self._write:
            self._written(text, text.source)

    def tell_passed_over(self) -> None:
        """Tell how many files are no declarations."""
        if self._passed_over and not self._quiet:
            tell(say(texts.PASSED_OVER, self._lang or "en", number=Count(self._passed_over)))

    def _chosen(self, source: SourceText) -> Settings:
        chosen = self._choices.of(source.path)
        self._lang = self._lang or chosen.lang
        return chosen

    def _wanted(
        self, chosen: Settings, options: Options, source: SourceText, findings: Sequence[Finding]
    ) -> Sequence[Finding]:
        """Return the findings of the rules that are chosen for a file; without those that its baseline knows."""
        wanted = [one for one in findings if options.wants(one.code)]
        return wanted if chosen.baseline is None else self._choices.baseline(chosen.baseline).unknown(source, wanted)

    def _show(self, old: SourceText, new: SourceText, lang: Lang) -> None:
        from declparse.report import diff  # needed only where it is asked for

        before, after = old.data.decode(), new.data.decode()
        diff.write(file_name(old.path, lang), before, after, sys.stdout, color=self._color)

    def _written(self, text: Input, new: SourceText) -> bool:
        """Write the new text, if there is one. True if that could be done."""
        old = text.source
        if text.is_stdin:
            sys.stdout.flush()
            sys.stdout.buffer.write(new.data)
        elif new is not old and old.path is not None:
            try:
                writing.rewrite(old.path, old.data, new.data)
            except OSError as error:
                tell(f"{old.path}: cannot be written: {error.strerror}")
                self._outcome.at_least(FAILED)
                return False
        return True

    def _sentences(self, old: SourceText, documents: Sequence[Document], applied: Applied, lang: Lang) -> Iterator[str]:
        """Yield what is told about a file: what was fixed, and how much is left; nothing where all was well."""
        name = file_name(old.path, lang)
        if old.bad_bytes:
            yield say(texts.ABOUT, lang, name=name, what=say(texts.LEFT_NOT_UTF8, lang))
            return
        if self._quiet or not (applied.done or applied.left):
            return
        if not any(document.kind == "written-declaration" for document in documents):
            yield say(texts.ABOUT, lang, name=name, what=say(texts.LEFT_NO_DECLARATION, lang))
            return
        yield self._summary(name, applied, lang)
        yield from self._details(name, applied, lang)

    def _summary(self, name: str, applied: Applied, lang: Lang) -> str:
        """Return the sentence that says how much was fixed, and how much is left."""
        phrase = texts.NOTHING_TO_FIX if not applied.done else texts.FIXED if self._write else texts.WOULD_FIX
        what = say(phrase, lang, number=Count(len(applied.done)))
        if applied.left:
            left, unsafe = Count(len(applied.left)), sum(map(self._is_too_unsafe, applied.left))
            rest = say(texts.LEFT_UNSAFE if unsafe else texts.LEFT, lang, number=left, unsafe=unsafe)
            return say(texts.ABOUT_BOTH, lang, name=name, what=what, left=rest)
        return say(texts.ABOUT, lang, name=name, what=what)

    def _details(self, name: str, applied: Applied, lang: Lang) -> Iterator[str]:
        """Yield a line for each fix: the first ones that were applied, and those that are only shown."""
        told = list(zip(applied.done, applied.places, strict=True))[:_MOST_TOLD]
        yield from (_fix_told(texts.FIXED_HERE, name, place, one, lang) for one, place in told)
        if len(applied.done) > _MOST_TOLD:
            yield say(texts.FIXED_ELSEWHERE, lang, number=Count(len(applied.done) - _MOST_TOLD))
        for one in applied.left:
            if one.fix is not None and one.fix.safety == "display-only":
                yield _fix_told(texts.SHOWN_ONLY, name, applied.source.position(one.span.start), one, lang)

    def _is_too_unsafe(self, finding: Finding) -> bool:
        return finding.fix is not None and finding.fix.safety == "unsafe" and "unsafe" not in self._safeties


def _fix_told(phrase: Phrase, name: str, place: Position, finding: Finding, lang: Lang) -> str:
    """Return what is told about a fix: where it is, and what it does."""
    assert finding.fix is not None  # noqa: S101 - only such are told
    where = f"{name}:{place.line}:{place.column}"
    return say(phrase, lang, place=where, code=finding.code, title=finding.fix.title)
