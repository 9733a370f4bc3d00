"""Letters and their accents: as one character (Unicode form NFC), or as characters of their own."""

import unicodedata

# Accents that stand behind their letter as characters of their own.
ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# Letters that have their accents behind them, and signs that are such letters: Ohm, Kelvin, Ångström, accents of old.
COMPOSABLE = f"[^\n][{ACCENTS}]+|[\u2126\u212a\u212b\u0340\u0341\u0343\u0344]"


def composed(text: str) -> str:
    """Return the text with each letter and its accents as one character (NFC)."""
    return unicodedata.normalize("NFC", text)
