"""Reads the settings in the text of a file: each key and value is checked, and what is wrong is named by its line."""

import os
import re
import tomllib
from typing import Any

from declparse.settings.readers import READERS, WrongValueError, nearest
from declparse.settings.toml_lines import line_of
from declparse.settings.values import Settings, SettingsError


class Table:
    """The table of settings in the text of one file; ``table`` has the keys that lead to it."""

    def __init__(self, file: str, text: str, table: tuple[str, ...]) -> None:
        self.file = file
        self.text = text
        self.table = table

    def settings(self, folder: str) -> Settings | None:
        """Return the settings, with paths relative to a folder; None where there are none. Raises SettingsError."""
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
        if key not in READERS:
            raise self._error((*self.table, key), self._unknown(key))
        try:
            return READERS[key](value)
        except WrongValueError as wrong:
            raise self._error((*self.table, key), f"{key}: {wrong}", wrong.piece) from wrong

    def _unknown(self, key: str) -> str:
        if key == "tool" and not self.table:
            return "no setting 'tool'; in declparse.toml the settings stand without [tool.declparse]"
        return f"no setting '{key}'{nearest(key, READERS)}"

    def _error(self, keys: tuple[str, ...], what: str, piece: object = None) -> SettingsError:
        return SettingsError(self.file, line_of(self.text, keys, piece), what)


def _parsed(file: str, text: str) -> dict[str, Any]:
    """Return a TOML file as a dict. Raises SettingsError where it is not TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, place = str(error).partition(" (at ")
        line = re.match(r"line (\d+)", place)
        number = int(line[1]) if line else text.count("\n") + 1
        raise SettingsError(file, number, f"this is not TOML: {what[:1].lower()}{what[1:]}") from error
