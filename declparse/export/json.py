"""The document as JSON: the shape that scripts rely on (``schema_version`` 2)."""

import hashlib
from typing import Any

from declparse.characters.collation import name_key
from declparse.counts import count
from declparse.document import CalendarDate, Document, Found, Part, Text
from declparse.export.unread import unread
from declparse.reference import groups, states
from declparse.source import SourceText, Span

SCHEMA_VERSION = 2


def to_dict(document: Document, *, locations: bool = False) -> dict[str, Any]:
    """Return what ``declparse convert`` prints: dict, list, str, int, bool and None, ready for ``json.dumps``.

    What the text does not say is None or an empty list. What could not be read is in ``unread``, each piece with the
    part it belongs to: no word of the text is in neither. ``complete`` is False where there is any, and where the
    document is of another kind. Never raises for what the text says.

    With ``locations`` each part says where it stands: start and end, with line and column from 1 and offset from 0,
    in code points.
    """
    where = _Locations(document.source, locations)
    left = unread(document)
    result = {
        "schema_version": SCHEMA_VERSION,
        "id": _id(document),
        "kind": document.kind,
        "complete": document.kind == "written-declaration" and not left,
        "unread": [{"part": one.part, "text": one.text, **where(one.span)} for one in left],
        "layout": document.layout,
        "language": document.language,
        "source": _source(document),
        "document_number": _value(document.document_number),
        "edition": document.edition_number,
        "originally_tabled": _iso(document.originally_tabled),
        "date": _iso(document.date),
        "title": _plain(document.title),
        "declaration_number": _value(document.declaration_number),
        "disclaimer": _words(document.disclaimer),
        "opening": _plain(document.opening),
        "paragraphs": [
            {"number": p.number.value if p.number else None, "text": _plain(p.text), **where(p.span)}
            for p in document.paragraphs
        ],
        "signatories": _signatories(document, where),
        "declared_total": _value(document.total),
        "legend": _legend(document, where),
        "counts": count(document)._asdict(),
    }
    return result | ({"locations": _part_locations(document, where)} if locations else {})


class _Locations:
    """Makes the ``location`` of a part, where locations are asked for."""

    def __init__(self, source: SourceText, wanted: bool) -> None:
        self._source = source
        self._wanted = wanted

    def __call__(self, span: Span) -> dict[str, Any]:
        if not self._wanted:
            return {}
        start, end = (self._source.position(offset)._asdict() for offset in span)
        return {"location": {"start": start, "end": end}}


def _part_locations(document: Document, where: _Locations) -> dict[str, Any]:
    """Return where the parts stand that are single values in the object."""
    parts = {
        "document_number": document.document_number,
        "edition": document.edition,
        "originally_tabled": document.reissue,
        "date": document.date,
        "title": document.title,
        "declaration_number": document.declaration_number,
        "disclaimer": document.disclaimer,
        "opening": document.opening,
        "declared_total": document.total,
    }
    return {name: where(part.span)["location"] if part is not None else None for name, part in parts.items()}


def _id(document: Document) -> str | None:
    """Return a name for the declaration that no other edition, translation or layout of it has."""
    number = _value(document.document_number)
    if number is None or document.language is None or document.layout is None:
        return None
    return f"doc{number}-ed{document.edition_number}-{document.language}-{document.layout}"


def _source(document: Document) -> dict[str, Any]:
    source = document.source
    digest = hashlib.sha256(source.data).hexdigest()
    return {"path": source.unicode_path, "sha256": digest, "format": "text", "index": document.source_index}


def _signatories(document: Document, where: _Locations) -> list[dict[str, Any]]:
    result = []
    for signatory in document.signatories:
        row = states.find(signatory.country)
        result.append(
            {
                "position": signatory.position,
                "tabler": signatory.tabler,
                "honorific": _plain(signatory.honorific),
                "surname": _plain(signatory.surname),
                "given_names": _plain(signatory.given_names),
                "name_key": name_key(signatory.surname, signatory.given_names),
                "country": _plain(signatory.country),
                "country_code": row.code if row else None,
                "group": _plain(signatory.group),
                "group_id": groups.identity_on(signatory.group, document.iso_date) if signatory.group else None,
                **where(signatory.span),
            }
        )
    return result


def _legend(document: Document, where: _Locations) -> list[dict[str, Any]]:
    return [
        {
            "abbreviation": _plain(entry.abbreviation),
            "group_id": groups.identity_on(entry.abbreviation, document.iso_date),
            "name": _plain(entry.name),
            **where(entry.span),
        }
        for entry in document.legend
    ]


def _value(part: Part[int]) -> int | None:
    return part.value if isinstance(part, Found) else None


def _iso(part: Part[CalendarDate]) -> str | None:
    return part.value.iso if isinstance(part, Found) else None


def _words(part: Part[Text]) -> str | None:
    return _plain(part.value if isinstance(part, Found) else part.text if part else None)


def _plain(words: str | None) -> str | None:
    """Return the words as a plain str, which does not know where it stands."""
    return None if words is None else str(words)
