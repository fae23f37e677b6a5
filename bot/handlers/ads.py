"""Looking at a month's ads, and beginning with one of each kind. What was spent is not known here."""

from bot.commands.vocabulary import PreviewCadence, ShowAds, StartAds
from bot.domain import cadence, copying
from bot.domain.outcomes.ads import AdsShown
from bot.domain.outcomes.cadence import CadencePreviewed
from bot.handlers.cadence import outline_with_posts, places_of, preview_cadence
from bot.handlers.call import Call
from storage.tables import AdKind


def show_ads(command: ShowAds, call: Call) -> AdsShown:
    """Show the ads of a month, each with what it may cost."""
    first, last = copying.month_of(command.month)
    outline, around = outline_with_posts(call, first, last)
    entries = cadence.lay_out_days(first, last, outline, around, now=call.now, zone=call.zone)
    return AdsShown(
        month=first,
        entries=tuple(entry for entry in entries if entry.kind in set(AdKind)),
        may_edit=call.leads(),
        today=call.today,
        zone=call.zone,
    )


def start_ads(command: StartAds, call: Call) -> CadencePreviewed:  # noqa: ARG001 - every handler takes its command
    """Say what one ad of each kind a month would add; those that are there already stay."""
    places = places_of(call)
    there = {place.kind for place in places}
    return preview_cadence(PreviewCadence((*places, *(ad for ad in cadence.ADS if ad.kind not in there))), call)
