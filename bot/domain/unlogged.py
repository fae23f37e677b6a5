"""What networks show of a week's comments, where fewer are logged.

What nobody knows is never taken for zero. A network counts a practice's own answers too, so a difference is told and
never judged. Rows in, values out; it refuses to know wording.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.domain.figures import Told
from bot.domain.places import Account
from bot.domain.weeks import Week
from storage.tables import Comment


@dataclass(frozen=True, slots=True)
class Unlogged:
    """So many comments are shown for a week and fewer are logged; `network` is "" where posts show several together."""

    week: Week
    network: str
    shown: int
    logged: int


def unlogged(
    week: Week, told: Iterable[Told], accounts: Iterable[Account], logged: Sequence[Comment], zone: ZoneInfo
) -> tuple[Unlogged, ...]:
    """Give, network by network, where more comments are shown for a week than are logged.

    `told` are the week's posts, `accounts` what is known of whole accounts in it, and `logged` the comments under these
    posts and those since the week began. Where an account's comments are known for the whole week, they count.
    """
    shown: defaultdict[str, int] = defaultdict(int)
    under: defaultdict[str, set[int]] = defaultdict(set)
    for each in told:
        for part in each.parts or (each.figures,):
            if part is not None and part.comments is not None:
                shown[part.network] += part.comments
                under[part.network].add(each.post.id or 0)
    found = {name: Unlogged(week, name, shown[name], _under(name, under[name], week, logged, zone)) for name in shown}
    for account in accounts:
        number = account.numbers.get("comments")
        if number is not None and number.days == len(week.days):
            found[account.place] = Unlogged(week, account.place, number.number, _in(account.place, week, logged, zone))
    fewer = [each for each in found.values() if each.logged < each.shown]
    return tuple(sorted(fewer, key=lambda each: (not each.network, each.network)))


def _under(network: str, post_ids: set[int], week: Week, logged: Sequence[Comment], zone: ZoneInfo) -> int:
    """Count what is logged under posts, and what was written since the week began where nobody knows under which."""
    first_at = week.starts_at(zone)
    return sum(
        network in ("", each.network)
        and (each.post_id in post_ids or (each.post_id is None and each.wrote_at >= first_at))
        for each in logged
    )


def _in(network: str, week: Week, logged: Sequence[Comment], zone: ZoneInfo) -> int:
    first_at, until_at = week.starts_at(zone), week.next().starts_at(zone)
    return sum(each.network == network and first_at <= each.wrote_at < until_at for each in logged)
