"""UTF-8 that was once read as another encoding, and characters that were lost."""

import re
import unicodedata
from collections.abc import Iterator

from declparse.characters.composition import COMPOSABLE, composed

# UTF-8 that was read as Windows-1252 or Latin-1: what stands then for the first byte of a letter, and for the others.
_OTHER_BYTES = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_GARBLED = f"(?:[Â-ß][{_OTHER_BYTES}]|[à-ï][{_OTHER_BYTES}]{{2}})+"
MAY_BE_GARBLED = f"[Â-ï][{_OTHER_BYTES}]"  # a quick look
# What comes out when that is put right: letters of Europe, punctuation. Other results are a coincidence.
_PLAUSIBLE = "[\u00a0-\u017f\u018f\u0259\u0218-\u021b\u1e00-\u1eff\u2010-\u2026\u20ac\ufeff]+"
# Closing quotation marks and dashes may follow a capital with an accent, ``“RÅ”``, signs a word in capitals, ``CAFÉ™``.
_CLOSING = "‘’“”•–—…"
_SIGNS = "™"
# Capitals that stand side by side in names, and are also what becomes of Ċ, Ď, Ŋ and Ŏ. Œ, from Č, never follows Ä.
_NEIGHBOURS = {"ÄŠ", "ÄŽ", "ÅŠ", "ÅŽ"}
_ONE_LETTER = 2  # signs for a letter that is garbled once

# What stands in place of a character that was lost, and the same garbled.
LOST = "(?:\ufffd|(?:ï|i\u0308)¿½)+"


def ungarbled(text: str) -> str:
    """Return the text in NFC with all that is garbled put right."""
    text = composed(text)
    if not re.search(MAY_BE_GARBLED, text):
        return text
    for start, end, right in reversed(list(garbled(text))):
        text = text[:start] + right + text[end:]
    return text


def garbled(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where UTF-8 was once read as another encoding, or twice: start and end of each such run, the right text.

    Letters that have their accents behind them are taken as one: ``Ã©`` is garbled in either form.
    """
    if unicodedata.is_normalized("NFC", text):
        yield from _garbled(text)
        return
    pieces: list[str] = []
    starts: list[int] = []  # where each character of the composed text begins in this one
    done = 0
    for match in re.finditer(COMPOSABLE, text):
        letters = composed(match[0])
        pieces += text[done : match.start()], letters
        starts += (*range(done, match.start()), *[match.start()] * len(letters))
        done = match.end()
    starts += range(done, len(text) + 1)
    for start, end, right in _garbled("".join([*pieces, text[done:]])):
        yield starts[start], starts[end], right


def _garbled(text: str) -> Iterator[tuple[int, int, str]]:
    found = [(run, right) for run in re.finditer(_GARBLED, text) if (right := _read_again(run[0])) is not None]
    meant = {run.start() for run, right in found if right.isalpha() and _may_be_meant(run)}
    if len(meant) < len(found):  # where some is garbled, all is
        for run, right in found:
            yield *run.span(), right.removeprefix("\ufeff")


def _may_be_meant(run: re.Match[str]) -> bool:
    """True if what looks like one garbled letter may be two, or a capital with a sign at the end of a word."""
    if len(run[0]) > _ONE_LETTER:
        return False
    if run[0] in _NEIGHBOURS:
        return True
    if run.string[run.end() : run.end() + 1].isalpha():
        return False
    return run[0][-1] in _CLOSING or (run[0][-1] in _SIGNS and run.string[run.start() - 1 : run.start()].isupper())


def _read_again(text: str) -> str | None:
    """Return the text that garbled text was; None where it is not garbled."""
    data = b""
    for character in text:
        try:
            data += character.encode("cp1252")
        except UnicodeEncodeError:
            data += character.encode("latin-1", "replace")
    try:
        right = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    again = _read_again(right) if re.fullmatch(_GARBLED, right) else None
    return again or (right if re.fullmatch(_PLAUSIBLE, right) else None)
