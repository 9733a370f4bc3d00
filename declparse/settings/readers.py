"""What the value of each setting may be. A reader returns the value as it is used, or raises WrongValueError."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from declparse.findings import Severity
from declparse.rules.options import THRESHOLDS, Profile
from declparse.rules.support import selection
from declparse.settings.values import FailOn, require_pattern
from declparse.wording import Lang


class WrongValueError(Exception):
    """A value that cannot be used, and the piece of it that is wrong, if it is a text."""

    def __init__(self, what: str, piece: object = None) -> None:
        super().__init__(what)
        self.piece = piece


def _one_of(*choices: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in choices:
            raise WrongValueError(f"{_shown(value)} is none of {', '.join(choices)}{nearest(value, choices)}", value)
        return str(value)

    return read


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise WrongValueError(f"true or false was expected, not {_shown(value)}")
    return value


def _name(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise WrongValueError(f"the name of a file was expected, not {_shown(value)}")
    return value


def _rules(value: object) -> tuple[str, ...]:
    names = _texts(value, "rules")
    for name in names:
        try:
            selection.codes([name])
        except selection.UnknownRuleError as error:
            raise WrongValueError(str(error), name) from error
    return names


def _patterns(value: object) -> tuple[str, ...]:
    patterns = _texts(value, "patterns")
    for pattern in patterns:
        try:
            require_pattern(pattern)
        except ValueError as error:
            raise WrongValueError(str(error), pattern) from error
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
            raise WrongValueError(f"no threshold '{name}'{nearest(name, THRESHOLDS)}", name)
        if isinstance(number, bool) or not isinstance(number, int) or number < 0:
            raise WrongValueError(f"{name}: a number was expected, not {_shown(number)}", name)
    return table


def _texts(value: object, what: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise WrongValueError(f"a list of {what} was expected, not {_shown(value)}")
    return tuple(value)


def _table(value: object, example: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise WrongValueError(f"a table such as {{ {example} }} was expected, not {_shown(value)}")
    return value


READERS: dict[str, Callable[[object], object]] = {
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
    """Return a value as people read it in a message."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}'" if isinstance(value, str) else str(value)


def nearest(name: object, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """Return the end of a message that names the known word which is most like a wrong one; empty if none is."""
    close = get_close_matches(str(name).replace("_", "-").lower(), known, n=1)
    return f"; did you mean '{close[0]}'?" if close else ""
