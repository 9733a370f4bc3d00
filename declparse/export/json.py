"""The document as JSON: the shape that scripts rely on (``schema_version`` 1)."""

import hashlib
from typing import Any

from declparse.counts import count
from declparse.document import Document, Found, Malformed, Text
from declparse.reference import states
from declparse.source import SourceText, Span

SCHEMA_VERSION = 1


def to_dict(document: Document, *, locations: bool = False) -> dict[str, Any]:
    """Return what ``declparse convert`` prints: only str, int, bool, None, lists and dicts, ready for ``json.dumps``.

    What the text does not say is None or an empty list. ``complete`` is False where some text could not be read. Never
    raises for what the text says.

    With ``locations`` each part says where it stands: start and end, with line and column from 1 and offset from 0,
    in code points.
    """
    where = _Locations(document.source, locations)
    tabled = document.originally_tabled
    result = {
        "schema_version": SCHEMA_VERSION,
        "kind": document.kind,
        "complete": is_complete(document),
        "layout": document.layout,
        "language": document.language,
        "source": {"path": document.source.unicode_path, "sha256": hashlib.sha256(document.source.data).hexdigest()},
        "document_number": _value(document.document_number),
        "edition": document.edition_number,
        "originally_tabled": tabled.value.iso if isinstance(tabled, Found) else None,
        "date": document.iso_date,
        "title": document.title,
        "declaration_number": _value(document.declaration_number),
        "disclaimer": _words(document.disclaimer),
        "opening": document.opening,
        "paragraphs": [
            {"number": p.number.value if p.number else None, "text": p.text, **where(p.span)}
            for p in document.paragraphs
        ],
        "signatories": _signatories(document, where),
        "declared_total": _value(document.total),
        "legend": [{"abbreviation": e.abbreviation, "name": e.name, **where(e.span)} for e in document.legend],
        "counts": count(document)._asdict(),
    }
    return result | ({"locations": _part_locations(document, where)} if locations else {})


def is_complete(document: Document) -> bool:
    """True if all that the text says is in the object: nothing unreadable, malformed or of another kind."""
    dates = (document.date, document.originally_tabled)
    parts = (document.document_number, document.declaration_number, document.total, document.reissue, *dates)
    return (
        document.kind == "written-declaration"
        and not document.source.bad_bytes
        and not document.unreadable
        and not any(isinstance(part, Malformed) for part in parts)
        and all(date.value.iso for date in dates if isinstance(date, Found))
    )


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


def _signatories(document: Document, where: _Locations) -> list[dict[str, Any]]:
    result = []
    for signatory in document.signatories:
        row = states.find(signatory.country)
        result.append(
            {
                "position": signatory.position,
                "tabler": signatory.tabler,
                "honorific": signatory.honorific,
                "surname": signatory.surname,
                "given_names": signatory.given_names,
                "country": signatory.country,
                "country_code": row.code if row else None,
                "group": signatory.group,
                **where(signatory.span),
            }
        )
    return result


def _value(part: Found[int] | Malformed | None) -> int | None:
    return part.value if isinstance(part, Found) else None


def _words(part: Found[Text] | Malformed | None) -> str | None:
    return part.value if isinstance(part, Found) else part.text if part else None
