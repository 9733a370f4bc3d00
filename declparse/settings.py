"""Settings: ``declparse.toml``, or the table ``[tool.declparse]`` of ``pyproject.toml``.

They are found upwards from each file; the nearest file that has any holds, and ``declparse.toml`` goes before a
``pyproject.toml`` in the same folder. Paths and patterns in a settings file are relative to its folder.
"""

import datetime as dt
import os
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from declparse import plain_files
from declparse.failure import Failure
from declparse.findings import Severity
from declparse.rules.options import THRESHOLDS, Options, Profile
from declparse.rules.support import selection
from declparse.wording import Lang

if TYPE_CHECKING:
    from declparse.patterns import Patterns

FailOn = Literal["error", "warning", "info", "never"]

_OWN_FILE, _SHARED_FILE = "declparse.toml", "pyproject.toml"
_TABLE = ("tool", "declparse")
_OUR_TABLE = rb"""tool["']?\s*\.\s*["']?declparse|\[\s*["']?tool["']?\s*\]"""  # where it may be
_VALUE_END = r"(?:[\]}]|'{3}|\"{3})\s*(?:#.*)?$"  # how the last line of a longer statement ends


class SettingsError(Failure):
    """Settings that cannot be used; the message names the file, the line where there is one, and what is wrong."""

    def __init__(self, file: str, line: int | None, what: str) -> None:
        super().__init__(f"{file}: line {line}: {what}" if line else f"{file}: {what}")


class Settings(NamedTuple):
    """What is chosen for a file. Rules are named by code, name or family; patterns are those of ``.gitignore``.

    ``thresholds`` replace what the Rules of Procedure ask for: the least number of signatories, delegations and
    political groups, and the most words. ``lang`` is the language of the messages. ``collection`` tells whether the
    file is one of a collection, whose numbers are compared. ``folder`` is the one to which patterns are relative.
    """

    select: tuple[str, ...] = ()  # empty: all rules
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})
    fail_on: FailOn = "error"
    profile: Profile = "published"
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    baseline: str | None = None
    thresholds: Mapping[str, int] = MappingProxyType({})
    lang: Lang = "en"
    collection: bool = False
    folder: str = ""

    def options(self, path: str | None, today: dt.date | None) -> Options:
        """What the documents of a file are checked by, as of that day or the current one."""
        ignore = self.ignore
        for pattern, rules in self.per_file_ignores if path is not None else ():
            if _matches((pattern,), self.folder, path or ""):
                ignore += rules
        return Options.of(
            today=today,
            profile=self.profile,
            select=self.select + self.extend_select if self.select else (),
            ignore=ignore,
            severity=self.severity,
            thresholds=self.thresholds,
            lang=self.lang,
        )

    def excludes(self, path: str) -> bool:
        """Whether the file is one that must not be looked at."""
        return bool(self.exclude) and _matches(self.exclude, self.folder, path)


def require_pattern(pattern: str) -> None:
    """Raise PatternError, with a sentence for people, where a pattern can match nothing."""
    from declparse.patterns import PatternError, Patterns  # needed where there are patterns

    try:
        Patterns((pattern,), os.getcwd())
    except PatternError as error:
        raise PatternError(f"'{pattern}' is not a pattern as .gitignore has them: {error}") from error


def find(path: str | None) -> Settings:
    """The settings for a file, or for standard input without a name. Raises SettingsError."""
    folder = os.path.dirname(os.path.abspath(path)) if path else os.getcwd()
    return _in_folder(folder)


def read(file: str) -> Settings:
    """The settings of one file, whatever its name; its patterns are relative to the current folder.

    Raises SettingsError, also where a ``pyproject.toml`` has no ``[tool.declparse]``.
    """
    settings = _read(file)
    if settings is None:
        raise SettingsError(file, None, "no such file" if not os.path.exists(file) else "no table [tool.declparse]")
    return settings._replace(folder=os.getcwd())


@cache
def _in_folder(folder: str) -> Settings:
    for name in (_OWN_FILE, _SHARED_FILE):
        settings = _read(os.path.join(folder, name))
        if settings is not None:
            return settings
    parent = os.path.dirname(folder)
    return _in_folder(parent) if parent != folder else Settings()


def _read(file: str) -> Settings | None:
    """The settings of a file; None where it is not there, or is a ``pyproject.toml`` without settings of ours."""
    shown = os.path.relpath(file) if os.path.isabs(file) else file
    try:
        data = plain_files.read(file)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise SettingsError(shown, None, f"cannot be read: {error.strerror}") from error
    shared = os.path.basename(file) == _SHARED_FILE
    if shared and not re.search(_OUR_TABLE, data):  # saves parsing the files of projects that have no settings of ours
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(shown, data.count(b"\n", 0, error.start) + 1, "this is not UTF-8") from error
    return _Reader(shown, text, _TABLE if shared else ()).settings(os.path.dirname(os.path.abspath(file)))


class _WrongError(Exception):
    """A value that cannot be used, and the piece of it that is wrong, if it is a text."""

    def __init__(self, what: str, piece: object = None) -> None:
        super().__init__(what)
        self.piece = piece


class _Reader:
    """Reads the settings of one file: checks each key and value, and names the line of what is wrong."""

    def __init__(self, file: str, text: str, table: tuple[str, ...]) -> None:
        self.file = file
        self.text = text
        self.table = table

    def settings(self, folder: str) -> Settings | None:
        found: Any = _parsed(self.file, self.text)
        for name in self.table:
            found = found.get(name) if isinstance(found, dict) else None
        if found is None:
            return None
        if not isinstance(found, dict):
            raise self._error(self.table, "[tool.declparse] must be a table")
        values: dict[str, Any] = {}
        for key, value in found.items():
            values[key.replace("-", "_")] = self._value(key, value)
        if values.get("baseline") is not None:
            values["baseline"] = os.path.join(folder, values["baseline"])
        return Settings(folder=folder, **values)

    def _value(self, key: str, value: object) -> object:
        if key not in _READERS:
            raise self._error((*self.table, key), self._unknown(key))
        try:
            return _READERS[key](value)
        except _WrongError as wrong:
            raise self._error((*self.table, key), f"{key}: {wrong}", wrong.piece) from wrong

    def _unknown(self, key: str) -> str:
        if key == "tool" and not self.table:
            return f"no setting 'tool'; in {_OWN_FILE} the settings stand without [tool.declparse]"
        return f"no setting '{key}'{_nearest(key, _READERS)}"

    def _error(self, keys: tuple[str, ...], what: str, piece: object = None) -> SettingsError:
        return SettingsError(self.file, _line_of(self.text, keys, piece), what)


def _parsed(file: str, text: str) -> dict[str, Any]:
    import tomllib  # needed only where there is a settings file

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, place = str(error).partition(" (at ")
        line = re.match(r"line (\d+)", place)
        number = int(line[1]) if line else text.count("\n") + 1
        raise SettingsError(file, number, f"this is not TOML: {what[:1].lower()}{what[1:]}") from error


def _line_of(text: str, keys: tuple[str, ...], piece: object) -> int:
    """The line, from 1, on which a key is set; where a piece of its value is named, the line with that piece.

    Each statement is parsed by itself, below the heading of its table; longer and longer parts of the file would take
    too long.
    """
    import tomllib

    lines = text.split("\n")
    heading, start = "", 0
    for last, line in enumerate(lines, 1):
        if last - start > 1 and not re.search(_VALUE_END, line):
            continue
        statement = "\n".join(lines[start:last])
        try:
            found: Any = tomllib.loads(f"{heading}\n{statement}\n")
        except tomllib.TOMLDecodeError:  # it goes on in the next line
            continue
        for key in keys:
            found = found.get(key) if isinstance(found, dict) else None
        if found is not None and (piece is None or _holds(found, piece)):
            break
        heading = statement if statement.lstrip().startswith("[") else heading
        start = last
    wanted = (number for number in range(start + 1, last + 1) if str(piece) in lines[number - 1])
    return start + 1 if piece is None else next(wanted, start + 1)


def _holds(value: object, piece: object) -> bool:
    """Whether a value, or a value or key in it, is the piece."""
    if isinstance(value, dict):
        return any(key == piece or _holds(inner, piece) for key, inner in value.items())
    if isinstance(value, list):
        return any(_holds(inner, piece) for inner in value)
    return value == piece


# What a value may be, for each setting. Each function returns the value as it is used, or raises _WrongError.


def _one_of(*choices: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in choices:
            raise _WrongError(f"{_shown(value)} is none of {', '.join(choices)}{_nearest(value, choices)}", value)
        return str(value)

    return read


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _WrongError(f"true or false was expected, not {_shown(value)}")
    return value


def _name(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise _WrongError(f"the name of a file was expected, not {_shown(value)}")
    return value


def _rules(value: object) -> tuple[str, ...]:
    names = _texts(value, "rules")
    for name in names:
        try:
            selection.codes([name])
        except selection.UnknownRuleError as error:
            raise _WrongError(str(error), name) from error
    return names


def _patterns(value: object) -> tuple[str, ...]:
    patterns = _texts(value, "patterns")
    for pattern in patterns:
        try:
            require_pattern(pattern)
        except ValueError as error:
            raise _WrongError(str(error), pattern) from error
    return patterns


def _severities(value: object) -> Mapping[str, Severity]:
    severities: dict[str, Severity] = {}
    for name, severity in _table(value, 'SIG003 = "error"').items():
        _rules([name])
        severities[name] = Severity(_one_of(*Severity)(severity))
    return severities


def _ignores(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = _table(value, '"archive/" = ["ADM"]')
    return tuple((_patterns([pattern])[0], _rules(rules)) for pattern, rules in table.items())


def _thresholds(value: object) -> Mapping[str, int]:
    table = _table(value, "signatories = 20")
    for name, number in table.items():
        if name not in THRESHOLDS:
            raise _WrongError(f"no threshold '{name}'{_nearest(name, THRESHOLDS)}", name)
        if isinstance(number, bool) or not isinstance(number, int) or number < 0:
            raise _WrongError(f"{name}: a number was expected, not {_shown(number)}", name)
    return table


def _texts(value: object, what: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _WrongError(f"a list of {what} was expected, not {_shown(value)}")
    return tuple(value)


def _table(value: object, example: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _WrongError(f"a table such as {{ {example} }} was expected, not {_shown(value)}")
    return value


_READERS: dict[str, Callable[[object], object]] = {
    "select": _rules,
    "extend-select": _rules,
    "ignore": _rules,
    "severity": _severities,
    "fail-on": _one_of(*get_args(FailOn)),
    "profile": _one_of(*get_args(Profile)),
    "exclude": _patterns,
    "force-exclude": _flag,
    "per-file-ignores": _ignores,
    "baseline": _name,
    "thresholds": _thresholds,
    "lang": _one_of(*get_args(Lang)),
    "collection": _flag,
}


def _shown(value: object) -> str:
    """A value as people read it in a message."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}'" if isinstance(value, str) else str(value)


def _nearest(name: object, known: Mapping[str, object] | tuple[str, ...]) -> str:
    from difflib import get_close_matches  # needed for what is wrong only

    close = get_close_matches(str(name).replace("_", "-").lower(), known, n=1)
    return f"; did you mean '{close[0]}'?" if close else ""


@lru_cache
def _placed(patterns: tuple[str, ...], folder: str) -> "Patterns":
    from declparse.patterns import Patterns  # needed where there are patterns

    return Patterns(patterns, folder)


def _matches(patterns: tuple[str, ...], folder: str, path: str) -> bool:
    return _placed(patterns, folder or os.getcwd()).exclude(path)
