"""Reports, to the letter: what is printed for the sample with three faults, in each format and on a terminal.

After a wanted change, ``python tests/catalogue.py`` writes the files in ``tests/golden/`` anew; read the difference.
"""

import io
import json
from pathlib import Path

import pytest
from support.printed import GOLDEN, OUTPUTS, results

from declparse.report import concise, full
from declparse.report import json as json_report


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
