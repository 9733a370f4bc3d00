"""The shapes of the format, for the rules."""

import re


def shape(name: str) -> re.Pattern[str]:
    """Return the pattern of that name in shapes.lark."""
    from declparse.syntax import engine  # loaded when a text is checked, not to explain a rule

    return engine.shape(name)
