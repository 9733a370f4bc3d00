"""The shapes of the format, for the rules: the grammar is loaded when a text is checked, not to explain a rule."""

import re


def shape(name: str) -> re.Pattern[str]:
    """Return the pattern of that name in shapes.lark."""
    from declparse.syntax import grammar

    return grammar.shape(name)
