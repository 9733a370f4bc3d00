"""Text of a document on its way to a terminal: it may hold anything, also what would steer the terminal."""

import unicodedata


def printable(text: str) -> str:
    """Return the text with every control and format character as U+FFFD, and tabs as blanks; its length stays."""
    if text.isprintable():
        return text
    return "".join(
        character if _is_harmless(character) else " " if character == "\t" else "\ufffd" for character in text
    )


def _is_harmless(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
