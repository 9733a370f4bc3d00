"""Which layout a declaration has: counted from all of its lines, never told by one of them.

The disclaimer does not count at all: the web site prints today's above old texts.
"""

import re
from itertools import pairwise

from declparse.syntax.split import is_barred
from declparse.syntax.tables import PRINT, PRINT_1995, PRINT_2001
from declparse.syntax.tree import Token

_ENOUGH = 2  # signs of an earlier print; one may be a fault in a text of today
_PRINT_SIGNS = {"SIGN_OFF", "LIST_HEADING", "SIGNATORIES", "TOTAL", "LEGEND"}
_WORDS = {"PROSE", "HEADLINE"}
_YEAR = r"\b[0-9]{4}\b"
_EARLY_NUMBER = r"\D*[1-8][0-9]{3}\D*"  # the 9000th document was of 2001
# As the lists of 2001 have it:   Marmazov, Ukraine, UEL          d'Angelosanto, Italy, SOC
_BARE_SURNAME = r"(([a-z]{1,3}|[A-Z][a-z]{1,2}) |\w['’])*[^\W\d_][^\W\d_A-Z]+([-'’][^\W\d_]+)?,"


def is_web(text: str, tokens: list[Token], kinds: set[str]) -> bool:
    """Whether a declaration has more signs of a web page than of the print; ``kinds`` are those of its lines."""
    return _web_signs(text, tokens) > len(kinds & _PRINT_SIGNS)


def print_layout(tokens: list[Token], kinds: set[str]) -> str:
    """The start rule of the grammar for the print that these lines of a declaration have."""
    year = _year(tokens)
    if _signs_of_1995([token.type for token in tokens], year) >= _ENOUGH:
        return PRINT_1995
    if "TOTAL" not in kinds and (year < 2007 or _has_bare_surnames(tokens)):
        return PRINT_2001
    return PRINT


def _web_signs(text: str, tokens: list[Token]) -> int:
    """How many signs of a web page there are; the list, which is most of it, counts for two."""
    lists = sum(token.type == "SIGNATURES" for token in tokens)
    furniture = any(token.type == "FURNITURE" for token in tokens)
    return 2 * min(lists, 1) + any(is_barred(text, *pair) for pair in pairwise(tokens)) + furniture


def _year(tokens: list[Token]) -> int:
    """The year of the date; where it cannot be read, a late one, or 2000 for the document numbers up to that year."""
    found = next((re.search(_YEAR, token) for token in tokens if token.type == "DATE"), None)
    if found is None:
        early = any(re.fullmatch(_EARLY_NUMBER, token) for token in tokens if token.type == "DOCUMENT_NUMBER")
        return 2000 if early else 9999
    return int(found[0])


def _signs_of_1995(kinds: list[str], year: int) -> int:
    """How many of three signs there are: the date first, the title after both numbers, the year."""
    dated_first = kinds[:2] == ["DATE", "DOCUMENT_NUMBER"]
    number = kinds.index("DECLARATION_NUMBER") if "DECLARATION_NUMBER" in kinds else 0
    following = kinds[number + 1 : number + 3] if number and not _WORDS.intersection(kinds[:number]) else []
    return dated_first + bool(_WORDS.intersection(following)) + (year < 2001)


def _has_bare_surnames(tokens: list[Token]) -> bool:
    """Whether most lines of the list have a surname only, not in capitals."""
    lines = [line for token in tokens if token.type == "SIGNATORIES" for line in token.split("\n")]
    return 2 * sum(re.match(_BARE_SURNAME, line) is not None for line in lines) > len(lines)
