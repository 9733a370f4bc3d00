"""The report of a comparison for the eye: the findings, then what was compared with what, who is new, the verdict."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TextIO

from declparse.document import Document, Signatory
from declparse.report import texts
from declparse.report.console import ReportConsole
from declparse.report.full import Printer, title
from declparse.report.result import DocumentResult, FileResult
from declparse.rules.support.pairing import Comparison
from declparse.wording import Count, Day, Lang, say


def write(
    files: Sequence[FileResult],
    pairs: Mapping[int, Comparison],
    stream: TextIO,
    *,
    summary: bool = True,
    color: bool = True,
) -> None:
    """Write the findings of both files and a summary of each comparison.

    ``pairs`` has by the ``id`` of a document what it was compared with. What is in no pair could not be compared.
    """
    printer = Printer(ReportConsole(stream, color=color))
    for file in files:
        for finding in file.findings:
            printer.finding(file, finding)
    for file in files if summary else ():
        for result in file.documents:
            _Summary(printer, file, result).write(pairs.get(id(result.document)))


class _Summary:
    """What was compared, in a few lines."""

    def __init__(self, printer: Printer, file: FileResult, result: DocumentResult) -> None:
        self.printer = printer
        self.file = file
        self.result = result
        self.say = partial(say, lang=file.lang)

    def write(self, pair: Comparison | None) -> None:
        colon = self.say(texts.COLON)
        name = (title(self.result.document) or self.file.name, "bold")
        if pair is None:
            if self.result.findings:
                self.printer.print((self.file.name, "bold"), colon, (self.say(texts.NOT_COMPARED), "bold red"))
            return
        if not pair.belong_together:
            self.printer.print((self.file.name, "bold"), colon, (self.say(texts.APART), "bold red"))
            return
        number = Count(len(self.result.findings))
        if pair.equal and not number:
            self.printer.print(name, colon, (self.say(texts.NOTHING_CHANGED), "bold green"))
            return
        if number:
            verdict = self.say(texts.DIFFERS, number=number), "bold red"
        else:
            verdict = self.say(texts.AGREES), "bold green"
        self.printer.print(name, colon, _what(pair, self.file.lang), colon, verdict)
        self._signatories(pair)

    def _signatories(self, pair: Comparison) -> None:
        """Print how many signed, and who signed since."""
        translation = pair.relation == "translation"
        one_edition = pair.is_one_edition
        of_one = texts.SIGNATURES_OF_ONE if one_edition else texts.SIGNATURES
        phrase = texts.SIGNATURES_OF_BOTH if translation else of_one
        number, before = Count(len(pair.new.signatories)), len(pair.old.signatories)
        self.printer.print(self.say(phrase, number=number, before=before), indent=2)
        if not translation and pair.matching.added:
            self.printer.print(self.say(texts.ONLY_HERE if one_edition else texts.SIGNED_SINCE), indent=2)
            for signatory in pair.matching.added:
                self.printer.print(_line(signatory), indent=4)


def _what(pair: Comparison, lang: Lang) -> str:
    """Return what was compared with what."""
    if pair.relation == "translation":
        return say(texts.INTO_FR if pair.new.language == "fr" else texts.INTO_EN, lang)
    if pair.is_one_edition:
        return say(texts.ONE_EDITION, lang, edition=_edition(pair.new, lang))
    return say(texts.TWO_EDITIONS, lang, new=_edition(pair.new, lang), old=_edition(pair.old, lang))


def _edition(document: Document, lang: Lang) -> str:
    number, date = document.edition_number, document.iso_date
    if date is None:
        return say(texts.AN_EDITION, lang, number=number)
    return say(texts.A_DATED_EDITION, lang, number=number, date=Day.of(date))


def _line(signatory: Signatory) -> str:
    return ", ".join(filter(None, (signatory.name, signatory.country, signatory.group)))
