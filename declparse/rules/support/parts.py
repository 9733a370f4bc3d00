"""How the parts of a declaration look in each language and layout.

The fixed sentences are here and in the grammar, which recognises them; a test compares both.
"""

from collections.abc import Mapping

from declparse.document import Document, Language

_ENGLISH: Mapping[str, str] = {
    "document_number": "Doc. 16225",
    "date": "10 July 2025",
    "declaration_number": "Written declaration No. 817",
    "reissue": "2nd edition, originally tabled on 24 April 2001",
    "disclaimer": "This written declaration does not reflect the position of the Assembly; only of those members that "
    "have signed it. It will not be considered further by the Assembly.",
    "opening": "We, the undersigned, declare the following:",
    "sign_off": "Signed (see overleaf)",
    "list_heading": "Signed 1:",
    "list": "NÉMETH Zsolt, Hungary, ECPA",
    "name": "NÉMETH Zsolt",
    "total": "Total = 23",
    "legend": "1. ALDE: Alliance of Liberals and Democrats for Europe",
}
_FRENCH: Mapping[str, str] = {
    **_ENGLISH,
    "date": "10 juillet 2025",
    "declaration_number": "Déclaration écrite No. 817",
    "reissue": "2e édition, initialement déposée le 24 avril 2001",
    "disclaimer": "Cette déclaration écrite n’engage que ses signataires.",
    "opening": "Nous, soussignés, déclarons ce qui suit :",
    "sign_off": "Signé (voir au verso)",
    "list_heading": "Signé 1 :",
    "list": "NÉMETH Zsolt, Hongrie, CEPA",
    "legend": "1. ADLE : Alliance des démocrates et des libéraux pour l'Europe",
}
_OF_THE_WEB = {
    ("list", "en"): "Mr Zsolt NÉMETH, Hungary, ECPA",
    ("list", "fr"): "M. Zsolt NÉMETH, Hongrie, CEPA",
    ("name", "en"): "Mr Zsolt NÉMETH",
    ("name", "fr"): "M. Zsolt NÉMETH",
}
EXAMPLES: Mapping[Language, Mapping[str, str]] = {"en": _ENGLISH, "fr": _FRENCH}
# The known disclaimers, today's first.
DISCLAIMERS: Mapping[Language, tuple[str, ...]] = {
    "en": (
        _ENGLISH["disclaimer"],
        "This written declaration commits only those who have signed it.",
        "This written declaration commits only the members who have signed it",
    ),
    "fr": (_FRENCH["disclaimer"],),
}


def known_disclaimer(document: Document, text: str) -> str | None:
    """Return the known disclaimer, in the document's language, that a text was meant to be; None for other words."""
    from difflib import get_close_matches  # slow to load, and only needed for a misspelt disclaimer

    known = DISCLAIMERS[document.language or "en"]
    return next(iter(get_close_matches(" ".join(text.split()), known, n=1, cutoff=0.8)), None)


def example(document: Document, part: str) -> str | None:
    """Return how that part looks in such a document; ``name`` is that of a signatory.

    None for the title and the text, which differ in each declaration.
    """
    language = document.language or "en"
    if document.layout == "web" and (part, language) in _OF_THE_WEB:
        return _OF_THE_WEB[part, language]
    return EXAMPLES[language].get(part)
