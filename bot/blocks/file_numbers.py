"""What a file of figures has beside posts, in the lines of its preview: numbers of accounts, money, and leads."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from bot.blocks import file_phrases as said
from bot.blocks import saying
from bot.blocks.plan_phrases import capital, listed
from bot.domain.counts import PLACE_COUNTS
from bot.domain.exports import Form
from bot.domain.outcomes.files import FileSeen

_META_KEEPS = timedelta(days=90)
"""How long Meta lets leads be downloaded (facebook.com/business/help, "Download leads")."""


def lines(outcome: FileSeen) -> Iterator[str]:
    """Say what is new of accounts, of spending and of leads."""
    if outcome.held.places:
        yield from _places(outcome)
    if outcome.held.spending:
        yield from _spending(outcome)
        yield from _overlaps(outcome)
    if outcome.held.leads:
        yield from _leads(outcome)
        yield from _changes(outcome)


def _places(outcome: FileSeen) -> Iterator[str]:
    fresh = outcome.intake.places
    told = fresh or outcome.held.places
    names = listed([said.network(place) for place in dict.fromkeys(line.place for line in told)])
    kinds = said.kinds(line.count for line in told)
    yield f"{capital(saying.count(len(fresh), 'number'))} {_are_new(len(fresh))}: {kinds} of {names}."
    if outcome.held.form is Form.CALLS:
        sums = Counter({line.count: 0 for line in outcome.held.places})
        for line in outcome.held.places:
            sums[line.count] += line.number
        in_all = ", ".join(said.counted(count, sums[count]) for count in PLACE_COUNTS if count in sums)
        yield f"In all {in_all}. Of a single call nothing is kept."


def _spending(outcome: FileSeen) -> Iterator[str]:
    intake, held = outcome.intake, outcome.held
    sums: dict[str, int] = {}
    for line in intake.spending:
        sums[line.currency] = sums.get(line.currency, 0) + line.cents
    total = f", {' and '.join(saying.amount(cents, currency) for currency, cents in sums.items())}" if sums else ""
    count = len(intake.spending)
    networks = [said.network(network) for network in dict.fromkeys(line.network for line in held.spending) if network]
    on = f" on {listed(networks)}" if networks else ""
    yield f"{capital(saying.count(count, 'line'))} of spending{on} {_are_new(count)}{total}."


def _overlaps(outcome: FileSeen) -> Iterator[str]:
    overlaps = outcome.intake.overlaps
    if overlaps.ads:
        has = "ad or campaign has" if overlaps.ads == 1 else "ads or campaigns have"
        yield f"{overlaps.ads:,} {has} several lines for the same days. Each day counts once, by the newest."
    if overlaps.networks:
        on = listed([said.network(network) for network in overlaps.networks])
        yield (
            f"Another file has spending on {on} of the same days, under other ids. If these are the same ads, they "
            "would count twice: take that file out first."
        )


def _leads(outcome: FileSeen) -> Iterator[str]:
    intake = outcome.intake
    count = len(intake.leads)
    yield f"{capital(saying.count(count, 'lead'))} {_are_new(count)}. What people wrote is not read."
    if intake.by_hand and intake.leads:
        yield (
            f"{saying.count(intake.by_hand, 'lead')} of these days {'is' if intake.by_hand == 1 else 'are'} logged by "
            "hand. If they are the same enquiries, they would count twice."
        )
    oldest = outcome.held.covers_from
    if outcome.held.form is Form.LEAD_ADS and oldest and oldest < outcome.today - _META_KEEPS:
        since = saying.day(outcome.today - _META_KEEPS)
        yield f"Meta lets leads be downloaded for 90 days, so those from before {since} can't be downloaded again."


def _changes(outcome: FileSeen) -> Iterator[str]:
    changes = outcome.intake.changes
    if changes.moved:
        yield f"{saying.count(len(changes.moved), 'lead')} {'moves' if len(changes.moved) == 1 else 'move'} on."
    if changes.placed:
        is_known = "is" if len(changes.placed) == 1 else "are"
        networks = listed([said.network(each) for each in dict.fromkeys(change.network for change in changes.placed)])
        yield f"{saying.count(len(changes.placed), 'lead')} from the web {is_known} now known to be from {networks}."
    if changes.further:
        one = changes.further == 1
        stands = "lead stands" if one else "leads stand"
        yield f"{changes.further:,} {stands} further here than in the file and {'stays' if one else 'stay'} so."


def _are_new(count: int) -> str:
    return "is new" if count == 1 else "are new"
