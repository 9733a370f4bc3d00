"""What is printed for samples, on a terminal and in a pipe."""

import io
from collections.abc import Callable
from datetime import date
from typing import TextIO

import pytest
from conftest import ROOT

from declparse import pipeline, source
from declparse.report import concise, full, show
from declparse.report import json as json_report
from declparse.report.result import DocumentResult, FileResult
from declparse.rules import engine
from declparse.rules.options import Options
from declparse.wording import Lang

GOLDEN = ROOT / "tests" / "golden"
SAMPLE = "samples/bad/three-faults.md"
LINE_LOST = "samples/bad/SIG004-malformed-signatory.md"
OF_2008 = "samples/good/ferries-2008.md"
FRENCH = "samples/good/night-trains-web-fr.md"
TODAY = date(2026, 11, 23)
SEVERAL = ("samples/bad/SIG003-out-of-order.md", "samples/declaration-817.md")


def results(*names: str, lang: Lang = "en") -> list[FileResult]:
    files = []
    for name in names:
        text = source.decode((ROOT / name).read_bytes(), name)
        checked = [(one, engine.check(one, Options.of(today=TODAY, lang=lang))) for one in pipeline.parse_all(text)]
        files.append(FileResult(text, tuple(DocumentResult(one, tuple(found)) for one, found in checked), lang))
    return files


def show_all(files: list[FileResult], stream: TextIO, *, color: bool = True) -> None:
    """Writes what ``show`` prints."""
    pages = [show.Page(file, one, Options.of(today=TODAY).on(one.document)) for file in files for one in file.documents]
    show.write(pages, stream, color=color)


Write = Callable[[list[FileResult], TextIO], None]


def on_a_terminal(width: int, *names: str, lang: Lang = "en", write: Write = full.write) -> str:
    """What a terminal of that width is sent, colours and all."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"COLUMNS": str(width), "TERM": "xterm-256color", "COLORTERM": ""}.items():
            patch.setenv(name, value)
        for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
            patch.delenv(name, raising=False)
        write(results(*names, lang=lang), stream)
    return stream.getvalue()


def in_a_pipe(*names: str, lang: Lang = "en", write: Write = full.write) -> str:
    stream = io.StringIO()
    write(results(*names, lang=lang), stream)
    return stream.getvalue()


OUTPUTS: dict[str, Callable[[], str]] = {
    "full.txt": lambda: in_a_pipe(SAMPLE),
    "full-fr.txt": lambda: in_a_pipe(SAMPLE, *SEVERAL, lang="fr"),
    "full-several.txt": lambda: in_a_pipe(SAMPLE, *SEVERAL),
    "terminal-60.ansi": lambda: on_a_terminal(60, SAMPLE),
    "terminal-60-fr.ansi": lambda: on_a_terminal(60, SAMPLE, lang="fr"),
    "terminal-200.ansi": lambda: on_a_terminal(200, SAMPLE, "samples/bad/ADM004-too-many-words.md"),
    "show.txt": lambda: in_a_pipe("samples/declaration-817.md", LINE_LOST, write=show_all),
    "show-fr.txt": lambda: in_a_pipe(FRENCH, OF_2008, SAMPLE, lang="fr", write=show_all),
    "show-60.ansi": lambda: on_a_terminal(60, SAMPLE, write=show_all),
    "show-200.ansi": lambda: on_a_terminal(200, LINE_LOST, OF_2008, write=show_all),
    "concise.txt": lambda: "".join(f"{line}\n" for line in concise.lines(results(SAMPLE))),
    "findings.json": lambda: json_report.text(results(SAMPLE)) + "\n",
}
