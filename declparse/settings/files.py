"""Finds the settings that hold for a file, and reads settings files."""

import os
import re
from functools import cache

from declparse.files import reading
from declparse.settings.values import Settings, SettingsError

_OWN_FILE, _SHARED_FILE = "declparse.toml", "pyproject.toml"
_TABLE = ("tool", "declparse")
_OUR_TABLE = rb"""tool["']?\s*\.\s*["']?declparse|\[\s*["']?tool["']?\s*\]"""  # where it may be


def find(path: str | None) -> Settings:
    """Return the settings for a file, or for standard input without a name. Raises SettingsError."""
    folder = os.path.dirname(os.path.abspath(path)) if path else os.getcwd()
    return _in_folder(folder)


def read(file: str) -> Settings:
    """Return the settings of one file, whatever its name; its patterns are relative to the current folder.

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
    """Return the settings of a file; None if it is not there, or is a ``pyproject.toml`` without settings of ours."""
    shown = os.path.relpath(file) if os.path.isabs(file) else file
    try:
        data = reading.read(file)
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
    from declparse.settings.table import Table  # needed only where there are settings

    return Table(shown, text, _TABLE if shared else ()).settings(os.path.dirname(os.path.abspath(file)))
