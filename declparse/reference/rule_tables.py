"""What the Rules of Procedure ask of a written declaration, and the numbers that documents had at known dates.

Dates are ISO strings. Evidence as in ``state_tables``.
"""

from typing import NamedTuple


class Threshold(NamedTuple):
    """A number that the Rules ask for: the least, or for words the most; it holds from ``since`` to before ``until``."""

    quantity: str
    value: int
    since: str
    until: str | None
    evidence: str
    source: str


class KnownNumber(NamedTuple):
    """A document number, and for written declarations the declaration number, at a date."""

    declaration: int | None
    document: int
    date: str
    source: str


# The first day on which there could be a written declaration: Resolution 439 (1970) introduced them.
FIRST_DAY = "1970-01-30"

# Rule 48 came into force with the opening of the 22nd session in 1970; the day is not known. The limit of words was not
# always kept to: a text of 271 words was published in 2012. Texts of 2007 to 2010 have exactly 20 signatures; in January
# 2009 four delegations were not yet required. Sources are quoted in findings.
# fmt: off
# ruff: noqa: E501
THRESHOLDS = (
    Threshold("signatories", 3, "1970-01-30", "1986-01-01", "B", "Rule 48, Resolution 439 (1970)"),
    Threshold("words", 200, "1970-01-30", "2023-01-01", "B", "Rule 48, Resolution 439 (1970)"),
    Threshold("words", 200, "2023-01-01", None, "A", "Rule 56.1, edition of January 2023"),
    Threshold("signatories", 20, "2007-01-01", "2023-01-01", "B", "deduced from texts of 2007 to 2010, not certain"),
    Threshold("signatories", 20, "2023-01-01", None, "A", "Rule 56.1, edition of January 2023"),
    Threshold("delegations", 4, "2023-01-01", None, "A", "Rule 56.1, edition of January 2023"),
    Threshold("groups", 2, "2023-01-01", None, "A", "Rule 56.1, edition of January 2023"),
)

KNOWN_NUMBERS = (
    KnownNumber(243, 7355, "1995-07-12", "WD"),
    KnownNumber(320, 9056, "2001-04-24", "WD; first tabled; date taken from the 2nd edition's own line"),
    KnownNumber(320, 9056, "2001-05-14", "WD 2nd edition; same WD and Doc number as the first edition, later date"),
    KnownNumber(395, 11265, "2007-04-20", "WD"),
    KnownNumber(408, 11584, "2008-04-17", "WD"),
    KnownNumber(415, 11735, "2008-10-02", "WD; secondary copy"),
    KnownNumber(418, 11812, "2009-01-27", "WD"),
    KnownNumber(424, 11884, "2009-04-29", "WD"),
    KnownNumber(439, 12218, "2010-04-27", "WD"),
    KnownNumber(447, 12317, "2010-10-14", "WD; 46+ signatures"),
    KnownNumber(456, 12387, "2011-02-14", "WD"),
    KnownNumber(494, 12755, "2011-10-05", "WD"),
    KnownNumber(501, 12765, "2011-10-06", "WD; secondary copy; Total = 108"),
    KnownNumber(515, 12915, "2012-07-10", "WD"),
    KnownNumber(522, 12934, "2012-04-27", "WD"),
    KnownNumber(524, 12980, "2012-10-22", "WD; DATE LATER THAN HIGHER DOC NUMBERS (Doc. 13011 was debated on 2012-10-03): most likely a re-issue"),
    KnownNumber(542, 13192, "2013-04-24", "WD"),
    KnownNumber(546, 13261, "2013-06-27", "WD"),
    KnownNumber(571, 13478, "2014-04-08", "WD"),
    KnownNumber(572, 13479, "2014-07-15", "WD; DATE LATER THAN HIGHER DOC NUMBERS (Doc. 13528 is dated 2014-06-06): most likely a re-issue with added signatures"),
    KnownNumber(583, 13624, "2014-10-02", "WD"),
    KnownNumber(626, 14258, "2017-01-26", "WD"),
    KnownNumber(643, 14424, "2017-10-12", "WD"),
    KnownNumber(648, 14459, "2017-12-19", "WD"),
    KnownNumber(664, 14648, "2018-10-11", "WD; secondary copy"),
    KnownNumber(674, 14875, "2019-04-11", "WD"),
    KnownNumber(680, 14927, "2019-06-27", "WD"),
    KnownNumber(681, 14928, "2019-06-27", "WD"),
    KnownNumber(687, 14938, "2019-06-28", "WD"),
    KnownNumber(689, 14940, "2019-06-28", "WD"),
    KnownNumber(704, 15060, "2020-01-31", "WD"),
    KnownNumber(705, 15061, "2020-01-31", "WD"),
    KnownNumber(755, 15640, "2022-10-18", "WD"),
    KnownNumber(817, 16225, "2025-07-10", "WD; the seed"),
    KnownNumber(None, 8697, "2000-04-04", "report"),
    KnownNumber(None, 9020, "2001-04-09", "report; secondary copy"),
    KnownNumber(None, 9744, "2003-05-13", "report rev.; 'Doc. 9744 rev.': a revised report carries a later date than its number"),
    KnownNumber(None, 9773, "2003-04-09", "motion"),
    KnownNumber(None, 9971, "2003-10-13", "motion"),
    KnownNumber(None, 10276, "2004-09-17", "report"),
    KnownNumber(None, 10570, "2005-06-03", "report; secondary copy"),
    KnownNumber(None, 11094, "2006-11-08", "report"),
    KnownNumber(None, 11472, "2008-01-03", "report"),
    KnownNumber(None, 11654, "2008-06-24", "report"),
    KnownNumber(None, 11676, "2008-07-01", "motion"),
    KnownNumber(None, 11684, "2008-07-09", "report"),
    KnownNumber(None, 11703, "2008-09-12", "motion"),
    KnownNumber(None, 11744, "2008-10-10", "motion"),
    KnownNumber(None, 11840, "2009-02-13", "written question"),
    KnownNumber(None, 11860, "2009-04-21", "report"),
    KnownNumber(None, 12010, "2009-09-14", "report"),
    KnownNumber(None, 12045, "2009-09-29", "report"),
    KnownNumber(None, 12071, "2009-10-27", "report"),
    KnownNumber(None, 12123, "2010-01-22", "reply to written question"),
    KnownNumber(None, 12716, "2011-09-16", "report"),
    KnownNumber(None, 12865, "2012-02-01", "written question"),
    KnownNumber(None, 13079, "2012-12-14", "report"),
    KnownNumber(None, 13157, "2013-04-04", "report"),
    KnownNumber(None, 13275, "2013-07-04", "motion"),
    KnownNumber(None, 13457, "2014-03-21", "motion"),
    KnownNumber(None, 13470, "2014-04-04", "report"),
    KnownNumber(None, 13528, "2014-06-06", "report"),
    KnownNumber(None, 13685, "2015-01-27", "report"),
    KnownNumber(None, 13750, "2015-04-16", "report"),
    KnownNumber(None, 13930, "2015-12-11", "report"),
    KnownNumber(None, 13945, "2016-01-22", "report"),
    KnownNumber(None, 13986, "2016-02-16", "report"),
    KnownNumber(None, 14065, "2016-05-17", "reply"),
    KnownNumber(None, 14089, "2016-06-18", "reply"),
    KnownNumber(None, 14140, "2016-09-23", "report"),
    KnownNumber(None, 14313, "2017-05-02", "motion"),
    KnownNumber(None, 14579, "2018-06-21", "report"),
    KnownNumber(None, 14636, "2018-10-08", "dilatory motion"),
    KnownNumber(None, 14822, "2019-01-25", "motion"),
    KnownNumber(None, 14849, "2019-03-25", "report"),
    KnownNumber(None, 14900, "2019-06-06", "report"),
    KnownNumber(None, 14992, "2019-10-04", "motion"),
    KnownNumber(None, 15211, "2021-01-24", "amendment; an amendment carries the number of the report it amends"),
    KnownNumber(None, 15477, "2022-03-14", "report"),
    KnownNumber(None, 15506, "2022-04-23", "report"),
    KnownNumber(None, 15842, "2023-10-10", "report"),
    KnownNumber(None, 15890, "2024-01-05", "report"),
    KnownNumber(None, 15898, "2024-01-23", "report"),
    KnownNumber(None, 15996, "2024-06-06", "report"),
    KnownNumber(None, 16137, "2025-03-21", "report"),
)
# fmt: on
