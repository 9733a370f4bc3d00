"""States: countries known, in use, member states, and not more members than a delegation has."""

from collections import defaultdict
from collections.abc import Iterator

from declparse.document import Signatory
from declparse.findings import Edit, Severity
from declparse.reference import states
from declparse.reference.certainty import Answer
from declparse.rules.support import edits
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareFix, RuleOn, at_all, rule
from declparse.wording import Count, Day


@rule(
    "STA001",
    "unknown-country",
    Severity.ERROR,
    "'{country}' is not a country of the Council of Europe",
    label="and here",
    help="check the spelling; the name as the Assembly writes it is needed here",
    help_nearest="did you mean '{nearest}'?",
    title="Write '{nearest}'",
)
def unknown_country(check: Check) -> Iterator[BareFinding]:
    """A country is not known.

    Countries are written as the Assembly writes them: *Republic of Moldova*, *Türkiye*, *Slovak Republic*. A name
    that stands in several lines is one finding. It is mended only where no other country can be meant: *HUNGARY*,
    *Turkiye*, *Holland*. A name that is merely like another one may be right and unknown to us, so that one is only
    named.

    Wrong:
        JEVGRAFOV Aleksei, Estnoia, ALDE
    Right:
        JEVGRAFOV Aleksei, Estonia, ALDE

    Source: the delegations as printed in published declarations.
    """
    for country, signatories in check.by_country.items():
        if check.countries[country] is None:
            nearest = states.nearest(country, check.date, check.language)
            values = {"country": country, "nearest": nearest}
            places = [one.country for one in signatories]
            only = states.called(country)
            fix = edits.written(places, states.name_on(only, check.date, check.language)) if only else None
            yield at_all(places, values, help="help_nearest" if nearest else "help", fix=fix)


@rule(
    "STA002",
    "outdated-country-name",
    Severity.WARNING,
    "'{country}' was no longer in use on {date}: the Assembly wrote '{current}'",
    not_yet="'{country}' was not yet in use on {date}: the Assembly wrote '{current}'",
    label="and here",
    help="write '{current}'",
    title="Write '{current}'",
)
def outdated_country_name(check: Check) -> Iterator[BareFinding]:
    """A country has a name that was not in use on the date of the document.

    A text of 2014 may say *Turkey*, one of 2025 may not; the other way round as well. A name that stands in several
    lines is one finding.

    Wrong:
        CANBEY Mustafa, Turkey, NR     in 2025
    Right:
        CANBEY Mustafa, Türkiye, NR

    Source: the dates on which the names changed.
    """
    if check.date is None:
        return
    for country, signatories in check.by_country.items():
        row = check.countries[country]
        answer = states.in_use(row, check.date) if row else Answer.UNKNOWN
        if (
            row is None
            or answer not in (Answer.NOT_YET, Answer.NO_LONGER)
            or states.is_foreign(country, check.language)
        ):
            continue
        current = states.current_name(row.code, check.date)
        if current is None:
            continue
        name = states.written(current, check.language)
        edits = tuple(Edit(*signatory.country.span, name) for signatory in signatories)
        values = {"country": country, "current": name, "date": Day.of(check.date)}
        message = "message" if answer is Answer.NO_LONGER else "not_yet"
        yield at_all([one.country for one in signatories], values, message, fix=BareFix("safe", edits))


@rule(
    "STA003",
    "not-a-member-state",
    Severity.ERROR,
    "{country} is an observer, not a member state, so its members cannot sign",
    partner="{country} is a partner for democracy, not a member state, so its members cannot sign",
    former="{country} was no longer a member state on {date} (it ceased to be one on {until})",
    future="{country} was not yet a member state on {date} (it became one on {since})",
    other="{country} is not a member state, so its members cannot sign",
    label="and here",
    help="remove the line, and check the total and the country",
)
def not_a_member_state(check: Check) -> Iterator[BareFinding]:
    """A signatory comes from a country that was no member state on that day.

    Only members of national delegations may sign: not observers, partners for democracy, former and future members.

    Wrong:
        a signatory of the Russian Federation in 2025
    Right:
        a signatory of the Russian Federation in 2014

    Source: Rule 56.1; the dates of accession and cessation of membership.
    """
    if check.date is None:
        return
    for country, signatories in check.by_country.items():
        status = check.statuses.get(country)
        if status is None or status.answer in (Answer.YES, Answer.UNSURE):
            continue
        days = {"date": check.date, "since": status.since, "until": status.until}
        values = {"country": country} | {name: Day.of(day) for name, day in days.items() if day}
        other = {"observer": "message", "partner": "partner"}.get(status.status or "", "other")
        message = {Answer.NO_LONGER: "former", Answer.NOT_YET: "future"}.get(status.answer, other)
        # Dates of accession are widely known, but not all were read in a text of the Council of Europe.
        severity = Severity.WARNING if status.answer is Answer.NOT_YET and status.evidence != "A" else None
        yield at_all([one.country for one in signatories], values, message, severity=severity)


@rule(
    "STA004",
    "delegation-too-large",
    Severity.WARNING,
    "{listed:signatory comes|signatories come} from {country}, but its delegation has {most:member|members}",
    label="and here",
    help="check the countries of these signatories",
)
def delegation_too_large(check: Check) -> Iterator[BareFinding]:
    """More members of a delegation sign than it has.

    A delegation has as many substitutes as representatives, so twice its seats can sign.

    Wrong:
        five signatories of San Marino, which has two seats
    Right:
        four signatories of San Marino

    Source: Rules of Procedure, allocation of seats.
    """
    if check.date is None:
        return
    delegations: dict[str, list[Signatory]] = defaultdict(list)
    for signatory in check.counted:
        row = check.country(signatory)
        if row:
            delegations[row.code].append(signatory)
    for code, signatories in delegations.items():
        most = states.most_signatories(code, check.date)
        if most is not None and len(signatories) > most:
            values = {"country": signatories[0].country, "listed": Count(len(signatories)), "most": Count(most)}
            yield at_all([one.country for one in signatories], values)


RULES: tuple[RuleOn[Check], ...] = (
    unknown_country,
    outdated_country_name,
    not_a_member_state,
    delegation_too_large,
)
