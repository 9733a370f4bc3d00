"""The language of a declaration, by its fixed words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from declparse.document import Language
from declparse.syntax.tree import Token, Tree

# The tokens of the fixed words by which the language is told, and the language of each.
_PHRASES = (
    *("WRITTEN_DECLARATION", "ORIGINALLY_TABLED", "ORDINAL_EDITION", "KNOWN_DISCLAIMER", "OPENING_WORDS"),
    *("SIGNED", "OVERLEAF", "MONTH", "SIGNATORIES_WORD"),
)
_FIXED_WORDS: dict[str, Language] = {**dict.fromkeys(_PHRASES, "en"), "NUMBER_SIGN_FR": "fr"}
_FIXED_WORDS |= {f"{phrase}_FR": "fr" for phrase in _PHRASES}
_WITH_FIXED_WORDS = (
    *("document_number", "date", "declaration_number", "reissue", "disclaimer", "opening", "sign_off", "list_heading"),
)
_TITLES: dict[str, Language] = {"TITLE_EN": "en", "TITLE_FR": "fr"}  # before names

# The fixed phrases of each language, those of one part together.
Phrases = Mapping[Language, list[list[Token]]]


def phrases(parts: Mapping[str, Tree]) -> Phrases:
    """Return the fixed phrases of each language: of each part the first ones, of the list all titles before names."""
    found: dict[Language, list[list[Token]]] = {"en": [], "fr": []}
    titles: dict[Language, list[Token]] = {"en": [], "fr": []}
    for line in cast("list[Tree]", parts["list"].children if "list" in parts else []):
        if line.data == "signatories_word":
            _vote(found, line.tokens())
        elif isinstance(title := line.children[0], Token) and title.type in _TITLES:
            titles[_TITLES[title.type]].append(title)
    for language, words in titles.items():
        if words:
            found[language].append(words)
    for name in _WITH_FIXED_WORDS:
        if name in parts:
            _vote(found, parts[name].tokens())
    return found


def language_of(words: Phrases) -> Language:
    """Return the language in which most parts have their fixed words; English where there are none."""
    return "fr" if len(words["fr"]) > len(words["en"]) else "en"


def foreign(words: Phrases, language: Language) -> Iterator[Token]:
    """Yield the fixed words that are not in that language."""
    for of_one_part in words["en" if language == "fr" else "fr"]:
        yield from of_one_part


def _vote(found: Phrases, tokens: Iterable[Token]) -> None:
    """Add the fixed words of one part: the first of each language."""
    seen: set[Language] = set()
    for token in tokens:
        language = _FIXED_WORDS.get(token.type)
        if language is not None and language not in seen:
            seen.add(language)
            found[language].append([token])
