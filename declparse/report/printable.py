"""Text of a document on its way to a terminal: it may hold anything, also what would steer the terminal."""

import unicodedata


def printable(text: str) -> str:
    """The text with every control and format character as U+FFFD, and a tab as a blank; the length stays the same."""
    if text.isprintable():
        return text
    return "".join(
        character if _is_harmless(character) else " " if character == "\t" else "\ufffd" for character in text
    )


def _is_harmless(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
