"""Political groups of the Assembly: abbreviations and names in both languages, and when they were in use.

Where the day of a change is not known, two dates bracket it: a group certainly existed from ``since_at_latest`` to
``until_at_earliest``, and certainly did not before ``since_at_earliest`` and from ``until_at_latest`` on. None means
that no limit is known. The grades of the evidence, for the English row and for what is French in it, are explained in
``state_tables``.
"""

from typing import NamedTuple


class GroupName(NamedTuple):
    """A group under one abbreviation and one name."""

    english: str
    english_name: str
    french: str | None
    french_name: str | None
    since_at_earliest: str | None
    since_at_latest: str | None
    until_at_earliest: str | None
    until_at_latest: str | None
    evidence: str
    french_evidence: str | None
    source: str


# Members who belong to no political group: written like a group, but none (Rule 56.1 asks for two groups).
NOT_A_GROUP = "NR"

_SIGNED = "legends and signature lists of published declarations"
_SEEN = "legends of published declarations: the last one with the old name and the first one with the new"

# fmt: off
# ruff: noqa: E501
GROUPS = (
    GroupName("SOC", "Socialist Group", "SOC", "Groupe socialiste",
              None, None, "2016-09-23", "2017-09-04", "A", "A", _SEEN),
    GroupName("SOC", "Socialists, Democrats and Greens Group", "SOC", "Groupe des socialistes, démocrates et verts",
              "2016-09-23", "2017-09-04", None, None, "A", "M", _SEEN),
    GroupName("EPP/CD", "Group of the European People's Party", "PPE/DC", "Groupe du Parti populaire européen",
              None, None, None, None, "A", "A", "the apostrophe is printed straight or typographic"),
    GroupName("LDR", "Liberal, Democratic and Reformers' Group", None, None,
              None, None, "2003-04-09", "2007-04-20", "A", None, "followed by ALDE"),
    GroupName("ALDE", "Alliance of Liberals and Democrats for Europe", "ADLE", "Alliance des démocrates et des libéraux pour l'Europe",
              "2003-04-09", "2007-04-20", None, None, "A", "A", _SEEN),
    GroupName("EDG", "European Democratic Group", "GDE", "Groupe démocrate européen",
              "1980-09-01", "1980-09-30", "2014-10-02", "2014-10-23", "A", "M", "also written European Democrat Group; still in a list of 2 October 2014 (declaration 583)"),
    GroupName("EC", "European Conservatives Group", "CE", "Groupe des conservateurs européens",
              "2014-10-02", "2014-10-23", "2019-06-28", "2020-03-31", "A", "A", _SEEN),
    GroupName("EC/DA", "European Conservatives Group and Democratic Alliance", "CE/AD", "Groupe des conservateurs européens et Alliance démocratique",
              "2019-06-28", "2020-03-31", "2024-10-03", "2025-07-10", "A", "M", "in the list of declaration 755 (18 October 2022)"),
    GroupName("ECPA", "European Conservatives, Patriots and Affiliates", "CEPA", None,
              "2024-10-03", "2025-07-10", None, None, "A", "M", "declaration 817 is the only source"),
    GroupName("UEL", "Group of the Unified European Left", "GUE", "Groupe pour la gauche unitaire européenne",
              None, None, None, None, "A", "A", _SIGNED),
    GroupName("FDG", "Free Democrats Group", "GDL", None,
              "2017-09-04", "2017-09-04", "2019-06-27", "2020-03-31", "A", "A",
              "French abbreviation in declaration 680 fr (27 June 2019), French name not known; end not known, gone by 2020"),
    GroupName("NR", "not registered in a group", "NI", None,
              None, None, "2007-04-20", "2025-07-10", "A", "A", _SEEN),
    GroupName("NR", "Representatives not belonging to a Political Group", "NI", None,
              "2007-04-20", "2025-07-10", None, None, "A", "A", _SEEN),
)
# fmt: on

# Groups that changed their abbreviation: each was followed by the next, as the dates and the names of the legends show.
SUCCESSIONS = (("LDR", "ALDE"), ("EDG", "EC", "EC/DA", "ECPA"))

# Other spellings of a group's name that count as that name.
ALIASES = {"European Democrat Group": "European Democratic Group"}
