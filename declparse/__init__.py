"""Parser and validator for written declarations of the Parliamentary Assembly of the Council of Europe.

>>> document = declparse.parse(text)            # str or bytes; never raises for what the text says
>>> findings = declparse.check(document)        # or check(text)
>>> declparse.to_dict(document)                 # exactly what ``declparse convert`` prints
"""

from declparse.document import Document
from declparse.export.json import to_dict
from declparse.findings import Finding, Severity
from declparse.pipeline import check, parse, parse_all

__all__ = ["Document", "Finding", "Severity", "check", "parse", "parse_all", "to_dict"]

__version__ = "0.1.0"
