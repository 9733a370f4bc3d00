"""Reports, to the letter: what is printed for the sample with three faults, in each format and on a terminal.

After a wanted change, ``python tests/test_reports.py`` writes the files in ``tests/golden/`` anew; read the difference.
"""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
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


@pytest.mark.parametrize("name", OUTPUTS)
def test_output_is_as_agreed(name: str) -> None:
    assert OUTPUTS[name]() == (GOLDEN / name).read_text(encoding="utf-8")


def test_no_text_of_a_document_steers_the_terminal(tmp_path: Path, original: str) -> None:
    """Markup of Rich, escape sequences and control characters of a document are printed as what they are, or not."""
    for odd in ("[red]", "\x1b[2J", "\u202e", ":smile:"):
        file = tmp_path / "hostile.md"
        hostile = f"HOLLIK {odd}, [/EPP/CD], \x1b]0;owned\x07[bold]"
        file.write_text(original.replace("HOLLIK István, Hungary, ECPA", hostile), encoding="utf-8")
        stream = io.StringIO()
        full.write(results(str(file)), stream)
        printed = stream.getvalue() + "".join(concise.lines(results(str(file))))
        assert "[/EPP/CD]" in printed
        assert not {"\x1b", "\u202e", "\x07"} & set(printed)
        json.loads(json_report.text(results(str(file))))


def test_no_document_of_a_file_that_cannot_be_read_is_called_good(tmp_path: Path, original: str) -> None:
    """Only the declaration with the byte has the finding; the others were not checked either."""
    file = tmp_path / "two.md"
    second = original.replace("16225", "16226").replace("817", "818")
    file.write_bytes(original.encode() + b"\n\n" + second.encode().replace("É".encode(), b"\xc9", 1))
    stream = io.StringIO()
    full.write(results(str(file)), stream)
    last = stream.getvalue().splitlines()[-2:]
    assert last == [
        "Doc. 16225, No. 817: not checked, since the file is not UTF-8",
        "Doc. 16226, No. 818: 1 error to correct first",
    ]


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, output in OUTPUTS.items():
        (GOLDEN / name).write_text(output(), encoding="utf-8")
