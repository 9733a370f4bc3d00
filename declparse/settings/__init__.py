"""Settings: ``declparse.toml``, or the table ``[tool.declparse]`` of ``pyproject.toml``.

For each file the nearest settings upwards from it hold, and ``declparse.toml`` goes before a ``pyproject.toml`` in the
same folder. Paths and patterns in a settings file are relative to its folder.
"""

from declparse.settings.files import find, read
from declparse.settings.values import FailOn, Settings, SettingsError, require_pattern

__all__ = ["FailOn", "Settings", "SettingsError", "find", "read", "require_pattern"]
