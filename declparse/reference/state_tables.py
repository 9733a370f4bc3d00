"""Delegations: how a country is written, since when it is a member state, how many may sign for it.

Dates are ISO strings, which sort as dates do; None means that no limit is known. ``until`` is the first day on which
the row no longer holds. The grade of the evidence says what may be built on a row: A, read in a text of the Council
of Europe; B, read in a secondary copy, widely known, or deduced; M, from memory: never build an error on it.
"""

from typing import NamedTuple


class CountryName(NamedTuple):
    """One way of writing a country, in English and French."""

    code: str  # ISO 3166-1 alpha-2; Czechoslovakia has its ISO 3166-3 code
    english: str
    french: str
    since: str | None
    until: str | None
    evidence: str
    source: str


class Membership(NamedTuple):
    """What a country is to the Assembly: member, observer, or partner for democracy."""

    code: str
    status: str
    since: str
    until: str | None
    evidence: str
    source: str


class Seats(NamedTuple):
    """How many representatives a delegation has; it has as many substitutes."""

    code: str
    representatives: int
    since: str | None
    until: str | None
    evidence: str
    source: str


_LISTS = "signature lists of published declarations and reports"
_ACCESSION = "Council of Europe, dates of accession of the member states"
_RULES = "Rules of Procedure, appendix on the allocation of seats, and Resolutions of the Assembly"
_DEDUCED = "not read in an Assembly text"

# The English names that are also written with *the* before them.
WITH_ARTICLE = frozenset({
    "Czech Republic", "Czech and Slovak Federal Republic", "Federal Republic of Germany", "Kingdom of the Netherlands",
    "Netherlands", "Republic of Moldova", "Russian Federation", "Slovak Republic", "United Kingdom",
})  # fmt: skip

# What delegations are called elsewhere, in small letters: too unlike the right name to be found by likeness.
ELSEWHERE = {
    **dict.fromkeys(("uk", "u.k.", "great britain", "britain", "england", "scotland", "wales"), "United Kingdom"),
    **dict.fromkeys(("republic of türkiye", "republic of turkey"), "Turkey"),
    "bosnia": "Bosnia and Herzegovina",
    "fyrom": "The former Yugoslav Republic of Macedonia",
    "holland": "Netherlands",
}

# fmt: off
# ruff: noqa: E501
NAMES = (
    CountryName("AD", "Andorra", "Andorre", None, None, "A", _LISTS),
    CountryName("AL", "Albania", "Albanie", None, None, "A", _LISTS),
    CountryName("AM", "Armenia", "Arménie", None, None, "A", _LISTS),
    CountryName("AT", "Austria", "Autriche", None, None, "A", _LISTS),
    CountryName("AZ", "Azerbaijan", "Azerbaïdjan", None, None, "A", _LISTS),
    CountryName("BA", "Bosnia and Herzegovina", "Bosnie-Herzégovine", None, None, "A", _LISTS),
    CountryName("BE", "Belgium", "Belgique", None, None, "A", _LISTS),
    CountryName("BG", "Bulgaria", "Bulgarie", None, None, "A", _LISTS),
    CountryName("CA", "Canada", "Canada", None, None, "A", _LISTS),
    CountryName("CH", "Switzerland", "Suisse", None, None, "A", _LISTS),
    CountryName("CSHH", "Czech and Slovak Federal Republic", "Tchécoslovaquie", None, None, "B", "printed beside Czechoslovakia"),
    CountryName("CSHH", "Czechoslovakia", "Tchécoslovaquie", None, None, "B", "ISO 3166-3 code; also printed Czech and Slovak Federal Republic"),
    CountryName("CY", "Cyprus", "Chypre", None, None, "A", _LISTS),
    CountryName("CZ", "Czech Republic", "République tchèque", None, None, "A", _LISTS),
    CountryName("CZ", "Czechia", "Tchéquie", "2016-07-01", None, "M", "accepted beside Czech Republic; not seen in a signature list"),
    CountryName("DE", "Federal Republic of Germany", "République fédérale d'Allemagne", None, "1990-10-03", "B", "printed before 1990"),
    CountryName("DE", "Germany", "Allemagne", None, None, "A", _LISTS),
    CountryName("DK", "Denmark", "Danemark", None, None, "A", _LISTS),
    CountryName("EE", "Estonia", "Estonie", None, None, "A", _LISTS),
    CountryName("ES", "Spain", "Espagne", None, None, "A", _LISTS),
    CountryName("FI", "Finland", "Finlande", None, None, "A", _LISTS),
    CountryName("FR", "France", "France", None, None, "A", _LISTS),
    CountryName("GB", "United Kingdom", "Royaume-Uni", None, None, "A", _LISTS),
    CountryName("GE", "Georgia", "Géorgie", None, None, "A", _LISTS),
    CountryName("GR", "Greece", "Grèce", None, None, "A", _LISTS),
    CountryName("HR", "Croatia", "Croatie", None, None, "A", _LISTS),
    CountryName("HU", "Hungary", "Hongrie", None, None, "A", _LISTS),
    CountryName("IE", "Ireland", "Irlande", None, None, "A", _LISTS),
    CountryName("IL", "Israel", "Israël", None, None, "A", _LISTS),
    CountryName("IS", "Iceland", "Islande", None, None, "A", _LISTS),
    CountryName("IT", "Italy", "Italie", None, None, "A", _LISTS),
    CountryName("JO", "Jordan", "Jordanie", None, None, "M", _DEDUCED),
    CountryName("KG", "Kyrgyzstan", "Kirghizistan", None, None, "A", _LISTS),
    CountryName("LI", "Liechtenstein", "Liechtenstein", None, None, "A", _LISTS),
    CountryName("LT", "Lithuania", "Lituanie", None, None, "A", _LISTS),
    CountryName("LU", "Luxembourg", "Luxembourg", None, None, "A", _LISTS),
    CountryName("LV", "Latvia", "Lettonie", None, None, "A", _LISTS),
    CountryName("MA", "Morocco", "Maroc", None, None, "M", _DEDUCED),
    CountryName("MC", "Monaco", "Monaco", None, None, "A", _LISTS),
    CountryName("MD", "Moldova", "Moldova", None, None, "B", "short form; the printed form is Republic of Moldova"),
    CountryName("MD", "Republic of Moldova", "République de Moldova", None, None, "A", _LISTS),
    CountryName("ME", "Montenegro", "Monténégro", None, None, "A", _LISTS),
    CountryName("MK", "The former Yugoslav Republic of Macedonia", "L'ex-République yougoslave de Macédoine", "1995-11-09", "2019-02-12", "B", "printed inside quotation marks; some lists print two apostrophes on each side"),
    CountryName("MK", "North Macedonia", "Macédoine du Nord", "2019-02-12", None, "B", "in force 12 February 2019"),
    CountryName("MT", "Malta", "Malte", None, None, "A", _LISTS),
    CountryName("MX", "Mexico", "Mexique", None, None, "A", _LISTS),
    CountryName("NL", "Kingdom of the Netherlands", "Royaume des Pays-Bas", None, None, "M", "accepted beside Netherlands"),
    CountryName("NL", "Netherlands", "Pays-Bas", None, None, "A", _LISTS),
    CountryName("NO", "Norway", "Norvège", None, None, "A", _LISTS),
    CountryName("PL", "Poland", "Pologne", None, None, "A", _LISTS),
    CountryName("PS", "Palestine", "Palestine", None, None, "M", _DEDUCED),
    CountryName("PT", "Portugal", "Portugal", None, None, "A", _LISTS),
    CountryName("RO", "Romania", "Roumanie", None, None, "A", _LISTS),
    CountryName("RS", "Serbia and Montenegro", "Serbie-Monténégro", "2003-04-03", "2006-06-03", "M", _DEDUCED),
    CountryName("RS", "Serbia", "Serbie", "2006-06-03", None, "M", _DEDUCED),
    CountryName("RU", "Russia", "Russie", None, None, "A", "printed form of 2001"),
    CountryName("RU", "Russian Federation", "Fédération de Russie", None, None, "A", _LISTS),
    CountryName("SE", "Sweden", "Suède", None, None, "A", _LISTS),
    CountryName("SI", "Slovenia", "Slovénie", None, None, "A", _LISTS),
    CountryName("SK", "Slovak Republic", "République slovaque", None, None, "A", _LISTS),
    CountryName("SK", "Slovakia", "Slovaquie", None, None, "M", "printed form of 2001; Slovak Republic since 2008 at the latest"),
    CountryName("SM", "San Marino", "Saint-Marin", None, None, "A", _LISTS),
    CountryName("TR", "Turkey", "Turquie", None, "2022-06-01", "B", "in force June 2022; Türkiye printed in declaration 817"),
    CountryName("TR", "Türkiye", "Türkiye", "2022-06-01", None, "B", "in force June 2022; Türkiye printed in declaration 817"),
    CountryName("UA", "Ukraine", "Ukraine", None, None, "A", _LISTS),
)

MEMBERSHIPS = (
    Membership("AD", "member", "1994-11-10", None, "B", _ACCESSION),
    Membership("AL", "member", "1995-07-13", None, "B", _ACCESSION),
    Membership("AM", "member", "2001-01-25", None, "B", _ACCESSION),
    Membership("AT", "member", "1956-04-16", None, "B", _ACCESSION),
    Membership("AZ", "member", "2001-01-25", None, "B", _ACCESSION),
    Membership("BA", "member", "2002-04-24", None, "M", _DEDUCED),
    Membership("BE", "member", "1949-05-05", None, "B", _ACCESSION),
    Membership("BG", "member", "1992-05-07", None, "B", _ACCESSION),
    Membership("CA", "observer", "1997-05-28", None, "B", _ACCESSION),
    Membership("CH", "member", "1963-05-06", None, "B", _ACCESSION),
    Membership("CSHH", "member", "1991-02-21", "1993-01-01", "B", _ACCESSION),
    Membership("CY", "member", "1961-05-24", None, "B", _ACCESSION),
    Membership("CZ", "member", "1993-06-30", None, "B", _ACCESSION),
    Membership("DE", "member", "1950-07-13", None, "B", _ACCESSION),
    Membership("DK", "member", "1949-05-05", None, "B", _ACCESSION),
    Membership("EE", "member", "1993-05-14", None, "B", _ACCESSION),
    Membership("ES", "member", "1977-11-24", None, "B", _ACCESSION),
    Membership("FI", "member", "1989-05-05", None, "B", _ACCESSION),
    Membership("FR", "member", "1949-05-05", None, "B", _ACCESSION),
    Membership("GB", "member", "1949-05-05", None, "B", _ACCESSION),
    Membership("GE", "member", "1999-04-27", None, "B", _ACCESSION),
    Membership("GR", "member", "1949-08-09", "1969-12-12", "B", _ACCESSION),
    Membership("GR", "member", "1974-11-28", None, "B", _ACCESSION),
    Membership("HR", "member", "1996-11-06", None, "B", _ACCESSION),
    Membership("HU", "member", "1990-11-06", None, "B", _ACCESSION),
    Membership("IE", "member", "1949-05-05", None, "B", _ACCESSION),
    Membership("IL", "observer", "1957-12-02", None, "B", _ACCESSION),
    Membership("IS", "member", "1950-03-07", None, "B", _ACCESSION),
    Membership("IT", "member", "1949-05-05", None, "B", _ACCESSION),
    Membership("JO", "partner", "2016-01-26", None, "M", _DEDUCED),
    Membership("KG", "partner", "2014-04-08", None, "M", _DEDUCED),
    Membership("LI", "member", "1978-11-23", None, "B", _ACCESSION),
    Membership("LT", "member", "1993-05-14", None, "B", _ACCESSION),
    Membership("LU", "member", "1949-05-05", None, "B", _ACCESSION),
    Membership("LV", "member", "1995-02-10", None, "B", _ACCESSION),
    Membership("MA", "partner", "2011-06-21", None, "M", _DEDUCED),
    Membership("MC", "member", "2004-10-05", None, "M", _DEDUCED),
    Membership("MD", "member", "1995-07-13", None, "B", _ACCESSION),
    Membership("ME", "member", "2007-05-11", None, "B", _ACCESSION),
    Membership("MK", "member", "1995-11-09", None, "B", _ACCESSION),
    Membership("MT", "member", "1965-04-29", None, "B", _ACCESSION),
    Membership("MX", "observer", "1999-11-04", None, "B", _ACCESSION),
    Membership("NL", "member", "1949-05-05", None, "B", _ACCESSION),
    Membership("NO", "member", "1949-05-05", None, "B", _ACCESSION),
    Membership("PL", "member", "1991-11-26", None, "B", _ACCESSION),
    Membership("PS", "partner", "2011-10-04", None, "M", _DEDUCED),
    Membership("PT", "member", "1976-09-22", None, "B", _ACCESSION),
    Membership("RO", "member", "1993-10-07", None, "B", _ACCESSION),
    Membership("RS", "member", "2003-04-03", None, "M", _DEDUCED),
    Membership("RU", "member", "1996-02-28", "2022-03-16", "A", "Resolution CM/Res(2022)2, cessation of membership on 16 March 2022"),
    Membership("SE", "member", "1949-05-05", None, "B", _ACCESSION),
    Membership("SI", "member", "1993-05-14", None, "B", _ACCESSION),
    Membership("SK", "member", "1993-06-30", None, "B", _ACCESSION),
    Membership("SM", "member", "1988-11-16", None, "B", _ACCESSION),
    Membership("TR", "member", "1949-08-09", None, "B", _ACCESSION),
    Membership("UA", "member", "1995-11-09", None, "B", _ACCESSION),
)

SEATS = (
    Seats("AD", 2, None, None, "A", _RULES),
    Seats("AL", 4, None, None, "A", _RULES),
    Seats("AM", 4, None, None, "A", _RULES),
    Seats("AT", 6, None, None, "A", _RULES),
    Seats("AZ", 6, None, None, "A", _RULES),
    Seats("BA", 5, None, None, "A", _RULES),
    Seats("BE", 7, None, None, "A", _RULES),
    Seats("BG", 6, None, None, "A", _RULES),
    Seats("CH", 6, None, None, "A", _RULES),
    Seats("CY", 3, None, None, "A", _RULES),
    Seats("CZ", 7, None, None, "A", _RULES),
    Seats("DE", 18, None, None, "A", _RULES),
    Seats("DK", 5, None, None, "A", _RULES),
    Seats("EE", 3, None, None, "A", _RULES),
    Seats("ES", 12, None, None, "A", _RULES),
    Seats("FI", 5, None, None, "A", _RULES),
    Seats("FR", 18, None, None, "A", _RULES),
    Seats("GB", 18, None, None, "A", _RULES),
    Seats("GE", 5, None, None, "A", _RULES),
    Seats("GR", 7, None, None, "A", _RULES),
    Seats("HR", 5, None, None, "A", _RULES),
    Seats("HU", 7, None, None, "A", _RULES),
    Seats("IE", 4, None, None, "A", _RULES),
    Seats("IS", 3, None, None, "A", _RULES),
    Seats("IT", 18, None, None, "A", _RULES),
    Seats("LI", 2, None, None, "A", _RULES),
    Seats("LT", 4, None, None, "A", _RULES),
    Seats("LU", 3, None, None, "A", _RULES),
    Seats("LV", 3, None, None, "A", _RULES),
    Seats("MC", 2, None, None, "A", _RULES),
    Seats("MD", 5, None, None, "A", _RULES),
    Seats("ME", 3, None, None, "A", _RULES),
    Seats("MK", 3, None, None, "A", _RULES),
    Seats("MT", 3, None, None, "A", _RULES),
    Seats("NL", 7, None, None, "A", _RULES),
    Seats("NO", 5, None, None, "A", _RULES),
    Seats("PL", 12, None, None, "A", _RULES),
    Seats("PT", 7, None, None, "A", _RULES),
    Seats("RO", 10, None, None, "A", _RULES),
    Seats("RS", 7, None, None, "A", _RULES),
    Seats("RU", 18, None, None, "A", _RULES),
    Seats("SE", 6, None, None, "A", _RULES),
    Seats("SI", 3, None, None, "A", _RULES),
    Seats("SK", 5, None, None, "A", _RULES),
    Seats("SM", 2, None, None, "A", _RULES),
    Seats("TR", 12, None, "2015-06-16", "A", _RULES),
    Seats("TR", 18, "2015-06-16", None, "A", _RULES),
    Seats("UA", 12, None, None, "A", _RULES),
)
# fmt: on
