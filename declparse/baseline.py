"""Baselines: findings of old documents that are known and not reported again.

A baseline is a text file with one JSON object a line: first what it is, then the known findings. A finding is
recognised by file, rule, and the words of the line that it stands in, so lines may be inserted above it.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from declparse.characters.white_space import fold_space
from declparse.failure import Failure
from declparse.files import reading, writing
from declparse.findings import Finding
from declparse.marks import SIGNS, TAG
from declparse.source import SourceText

Asked = Callable[[str], bool]  # whether the rule with that code was asked
_HEADER = {"declparse_baseline": 1}


class BaselineError(Failure):
    """A baseline that cannot be read or written; the message names the file, and the line where there is one."""


class Known(NamedTuple):
    """A known finding: the file, relative to the baseline's folder (None for standard input), the rule, the line."""

    path: str | None
    code: str
    line: str


class Baseline:
    """The known findings of one file, and which of them occurred again."""

    def __init__(self, file: str, known: Iterable[Known] = ()) -> None:
        self.file = file
        self._folder = os.path.dirname(os.path.abspath(file))
        self._known = Counter(known)
        self._occurred: Counter[Known] = Counter()
        self._asked: dict[str | None, Asked] = {}  # for each file that was looked at

    def look_at(self, source: SourceText, asked: Asked) -> None:
        """Take note that a file is looked at, and for which rules: of others nobody can say what is gone."""
        self._asked[self._path(source)] = asked

    def new(self, source: SourceText, findings: Sequence[Finding]) -> list[Finding]:
        """Return the findings of a file that are not known; each known one counts once in a run."""
        return self._unknown(source, findings, self._occurred)

    def unknown(self, source: SourceText, findings: Sequence[Finding]) -> list[Finding]:
        """Return the findings of a file that are not known, without taking note, as for those who look again."""
        return self._unknown(source, findings, Counter())

    def gone(self) -> list[Known]:
        """Return the known findings that did not occur again, in files that were looked at or are no longer there."""
        left = (self._known - self._occurred).elements()
        return sorted(filter(self._is_decided, left), key=_order)

    def write(self, files: Iterable[tuple[SourceText, Sequence[Finding]]]) -> int:
        """Write the findings of files that were looked at, and keep what it knows beside. Returns how many it wrote.

        Raises BaselineError where the file cannot be written; what it held is then unchanged.
        """
        entries: list[Known] = []
        for source, findings in files:
            entries += [self._entry(source, finding) for finding in findings]
        kept = [known for known in self._known.elements() if not self._is_decided(known)]
        lines = [json.dumps(_HEADER)]
        lines += [json.dumps(known._asdict(), ensure_ascii=False) for known in sorted(entries + kept, key=_order)]
        try:
            # A byte of a name that is not UTF-8 is a lone surrogate, which JSON escapes just as Python does: \udce9.
            writing.write(self.file, "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise BaselineError(f"{self.file}: cannot be written: {error.strerror}") from error
        return len(entries)

    def _unknown(self, source: SourceText, findings: Sequence[Finding], occurred: Counter[Known]) -> list[Finding]:
        unknown = []
        for finding in findings:
            entry = self._entry(source, finding)
            occurred[entry] += 1
            if occurred[entry] > self._known[entry]:
                unknown.append(finding)
        return unknown

    def _entry(self, source: SourceText, finding: Finding) -> Known:
        number = source.position(finding.span.start).line
        return Known(self._path(source), finding.code, _words(source.line(number)))

    def _path(self, source: SourceText) -> str | None:
        if source.path is None:
            return None
        try:
            return os.path.relpath(source.path, self._folder).replace(os.sep, "/")
        except ValueError:  # on another drive
            return os.path.abspath(source.path)

    def _is_decided(self, known: Known) -> bool:
        """True if this run can tell what has become of a known finding."""
        asked = self._asked.get(known.path)
        if asked is not None:
            return asked(known.code)
        return known.path is not None and not os.path.exists(os.path.join(self._folder, known.path))


def read(file: str) -> Baseline:
    """Return the baseline in a file. Raises BaselineError where it cannot be read or is something else."""
    try:
        data = reading.read(file)
    except OSError as error:
        raise BaselineError(f"{file}: cannot be read: {error.strerror}") from error
    header, *lines = data.splitlines() or [b""]
    if _parsed(header) != _HEADER:
        what = f"a baseline begins with {json.dumps(_HEADER)}; --write-baseline writes one"
        raise BaselineError(f"{file}: line 1: this is not a baseline: {what}")
    return Baseline(file, [_known(file, number, line) for number, line in enumerate(lines, start=2) if line.strip()])


def _known(file: str, number: int, line: bytes) -> Known:
    entry = _parsed(line)
    if isinstance(entry, dict) and set(entry) == set(Known._fields):
        known = Known(**entry)
        if isinstance(known.path, str | None) and isinstance(known.code, str) and isinstance(known.line, str):
            return known._replace(line=_words(known.line))
    raise BaselineError(f'{file}: line {number}: this is not a known finding, an object with "path", "code" and "line"')


def _words(line: str) -> str:
    """Return the words of a line, without the marks of Markdown, which come and go when a text is laid out anew."""
    return fold_space(re.sub(f"[#{re.escape(SIGNS)}]|{TAG}", "", line.replace("<sup>", " ")))


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line)
    except ValueError:  # no JSON, or not UTF-8
        return None


def _order(known: Known) -> tuple[str, str, str]:
    return known.path or "", known.code, known.line
