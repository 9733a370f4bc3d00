"""The LALR tables of a grammar, and how they are written down: as JSON, which holds no code."""

import json
from typing import NamedTuple

from declparse.syntax.tree import OTHER, PRINT, PRINT_1995, PRINT_2001, WEB


class Reduction(NamedTuple):
    """What a parser does with a complete rule: how many children it takes, of which rule the tree of them is.

    ``flat`` where none of them is ``inline``, that is, to be replaced by its own children. ``dropped`` has the places
    of the tokens that only divide others and are not in the tree, the last one first.
    """

    size: int
    rule: str
    flat: bool
    inline: bool
    dropped: tuple[int, ...]


class Tables(NamedTuple):
    """LALR tables: for each start rule its first state, and for each state what each token and each finished rule does.

    A number is the state that comes next. ``patterns`` has the regular expressions of the tokens, the one that wins
    first, and ``ignored`` what may stand between tokens.
    """

    starts: dict[str, int]
    moves: list[dict[str, int | Reduction]]
    after_rule: list[dict[str, int]]
    patterns: dict[str, str]
    ignored: str


# The start rules of each grammar.
STARTS = {
    "print": (PRINT, PRINT_2001, PRINT_1995, OTHER),
    "web": (WEB, OTHER),
    "fields": (
        *("document_number", "declaration_number", "date", "reissue", "reissue_with_wrong_date", "disclaimer"),
        *(
            "opening",
            "sign_off",
            "list_heading",
            "signatory",
            "signatories_word",
            "honorific",
            "total",
            "legend",
            "note",
        ),
        *("paragraph", "mention", "other_heading"),
    ),
    "shapes": ("shape",),
}


def to_text(tables: Tables) -> str:
    """Return the tables as JSON."""
    reductions: dict[Reduction, int] = {}
    moves = [
        {token: move if isinstance(move, int) else ~reductions.setdefault(move, len(reductions)) for token, move in row}
        for row in (state.items() for state in tables.moves)
    ]
    return json.dumps([list(reductions), moves, *tables._replace(moves=[])])


def from_text(text: str) -> Tables:
    """Return the tables that ``to_text`` wrote. Raises ValueError and TypeError where the text is something else."""
    rows, numbers, starts, _, after_rule, patterns, ignored = json.loads(text)
    reductions = [Reduction(*row)._replace(dropped=tuple(row[-1])) for row in rows]
    # A negative number is the complement of the reduction's place.
    moves = [
        {token: move if move >= 0 else reductions[~move] for token, move in row}
        for row in (state.items() for state in numbers)
    ]
    return Tables(starts, moves, after_rule, patterns, ignored)
