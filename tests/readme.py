"""Writes the generated pieces of the README: the table of rules, and what the shown commands print.

Run it as ``python tests/readme.py`` after a change; a test proves that the README is current.
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path

from declparse.rules import RULES

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_TABLE = re.compile(r"(?<=<!-- rules -->\n).*?(?=<!-- /rules -->)", re.DOTALL)
_RUN = re.compile(r"(```text\n\$ declparse ([^\n]*)\n).*?(?=```)", re.DOTALL)


def current(text: str) -> str:
    """The README with the generated pieces made anew."""
    text = _TABLE.sub(lambda _: _table(), text)
    return _RUN.sub(lambda match: match[1] + _output(shlex.split(match[2])), text)


def _table() -> str:
    rows = [f"| {rule.code} | {rule.name} | {rule.severity.value} | {rule.summary} |" for rule in RULES]
    return "\n".join(["", "| code | name | severity | reports |", "|---|---|---|---|", *rows, "", ""])


def _output(arguments: list[str]) -> str:
    command = [sys.executable, "-m", "declparse", *arguments]
    return subprocess.run(command, capture_output=True, cwd=ROOT, check=False).stdout.decode()


if __name__ == "__main__":
    README.write_text(current(README.read_text(encoding="utf-8")), encoding="utf-8")
