"""What stands behind a digest, for its thread: ranges, what leads cost, every post, and posts beside each other.

It has no charts, so it is never refused. It says "recorded for" and "of every 100 reached", and never that one thing
brought another.
"""

from collections.abc import Sequence

from bot.blocks import fit_phrases, kit, saying
from bot.blocks import verdict_phrases as phrases
from bot.blocks.comment_phrases import needless, under, unlogged
from bot.blocks.figures import figures
from bot.blocks.plan_phrases import capital, link, listed, title
from bot.blocks.surfaces import Message, message
from bot.domain import said
from bot.domain.comparing import OWN, SUBSTITUTE, By, Compared, Group, Ranked
from bot.domain.digest import DEFINITIONS, Digest
from bot.domain.figures import Told
from bot.domain.middles import FEWEST, SMALLEST, Rate
from bot.domain.networks import NETWORKS
from bot.domain.outcomes.digest import DigestDetailed, PostsCompared
from storage.tables import Maker

_BY = {By.KIND: "By kind", By.NETWORK: "By network", By.MAKER: "By who made them", By.PICTURE: "By picture"}
_NAMES = {
    Maker.US: "made here",
    Maker.AGENCY: "made by the agency",
    OWN: "a picture of their own",
    SUBSTITUTE: "a substitute picture",
}
_MOST_POSTS = 12
_LONGEST_LINK = 200
_FIRST = 3
_MEANS = (
    f"Definitions, version {DEFINITIONS}. Engagements: comments, reactions, shares and saves. Reach: people who saw a "
    "post, never added up over posts. Lead: one enquiry by a new person; existing patients and spam don't count. "
    "Ranges hold 95 times in 100."
)


def draw_digest_detailed(outcome: DigestDetailed) -> Message:
    """Draw what stands behind a week's digest."""
    digest, heading = outcome.digest, f"What stands behind week {outcome.digest.week.number}"
    parts = [_bullets("Leads", _leads(digest)), _bullets("Who asked, in twelve weeks", fit_phrases.lines(outcome.fit))]
    parts += [_bullets("Comments of the week", _comments(outcome)), _bullets("Posts of the week", _posts(digest))]
    if outcome.compared.tells_anything:
        parts += [_bullets("Twelve weeks of posts", _twelve_weeks(outcome.compared)), *_groups(outcome.compared)]
    told = [part for part in parts if part]
    blocks = [kit.SectionBlock(f"*{heading}*"), *(kit.SectionBlock(part) for part in told)]
    return message(f"{heading}.", [*blocks, kit.ContextBlock([kit.Text(_MEANS)])])


def draw_posts_compared(outcome: PostsCompared) -> Message:
    """Draw the posts of twelve weeks beside each other."""
    compared = outcome.compared
    days = f"{saying.day(compared.first)} to {saying.day(compared.last)}"
    heading = f"{capital(saying.count(compared.posts, 'post'))} out in twelve weeks, {days}"
    lines = _twelve_weeks(compared, tells_leads=outcome.tells_leads)
    told = [part for part in (_bullets("", lines), *_groups(compared)) if part]
    blocks = [kit.SectionBlock(f"*{heading}*"), *(kit.SectionBlock(part) for part in told)]
    return message(
        f"{heading}. {_traced(compared) if outcome.tells_leads else ''}".strip(),
        [*blocks, kit.ContextBlock([kit.Text(_MEANS)])],
    )


def _leads(digest: Digest) -> list[str]:
    counted = [*phrases.cohort(digest.booked), *phrases.cohort(digest.shown)]
    young = [phrases.pace(digest.pace)] if counted else []
    costs = [phrases.cost(cost) for cost in digest.costs]
    return [*phrases.ratio(digest.verdict), *counted, *young, *phrases.speed(digest.speed), *costs]


def _comments(outcome: DigestDetailed) -> list[str]:
    """Say what the digest itself has no room for: how many need no answer, and what only figures show."""
    conversation = outcome.digest.conversation
    told = needless(conversation.needless, conversation.answering.heard)
    return [*filter(None, [told]), *(unlogged(each, "the week") for each in outcome.unlogged)]


def _posts(digest: Digest) -> list[str]:
    told = [f"{title(each.post, 60)}: {_of_post(each, digest)}" for each in digest.posts]
    rest = len(told) - _MOST_POSTS
    return told if rest < 1 else [*told[:_MOST_POSTS], f"and {saying.count(rest, 'more post')}"]


def _of_post(told: Told, digest: Digest) -> str:
    return f"{under(digest.talks.get(told.post.id or 0))}{figures(told)}{_see(told.post.posted_link)}"


def _see(url: str) -> str:
    return f", {link(url, 'see it')}" if url and len(url) <= _LONGEST_LINK else ""


def _twelve_weeks(compared: Compared, *, tells_leads: bool = True) -> list[str]:
    if not compared.posts:
        return []
    return [*([_traced(compared)] if tells_leads else []), *_ranked(compared)]


def _traced(compared: Compared) -> str:
    if not compared.leads:
        return "No leads are logged in this time."
    if not compared.traced:
        return "No lead is recorded with a post yet, so what came with leads is not known."
    verb = "is" if compared.traced == 1 else "are"
    return f"{compared.traced} of {saying.count(compared.leads, 'lead')} {verb} recorded with a post."


def _ranked(compared: Compared) -> list[str]:
    if not compared.ranked:
        return [f"Posts are compared once {FEWEST} of them reached {SMALLEST} people or more, with figures."]
    if not compared.is_apart:
        return ["How many of those reached engaged differs no more between single posts than chance would have it."]
    *others, last = compared.ranked
    first = others[:_FIRST]
    most = listed([_one(ranked) for ranked in first])
    return [f"Engaged, of every 100 reached: most for {most}; fewest for {_one(last)}."]


def _one(ranked: Ranked) -> str:
    leads = f", {saying.count(ranked.leads, 'lead')} recorded" if ranked.leads else ""
    return f"{title(ranked.post, 60)} ({_hundred(ranked.rate.rate)}{leads})"


def _groups(compared: Compared) -> list[str]:
    return [_bullets(_BY[by], [_group(by, group) for group in groups]) for by, groups in compared.groups]


def _group(by: By, group: Group) -> str:
    facts = [saying.count(group.posts, "post")]
    if group.leads is not None and group.a_post is not None:
        many = f"{saying.tenths(group.a_post.low)} to {saying.tenths(group.a_post.high)} a post"
        facts.append(f"{saying.count(group.leads, 'lead')} recorded ({many})")
    if group.rate is not None:
        facts.append(_rate(group.rate))
    return f"{capital(_name(by, group.name))}: {', '.join(facts)}"


def _name(by: By, name: str) -> str:
    if by is By.NETWORK:
        return NETWORKS[name].name
    return _NAMES.get(name) or said.kind(name)


def _rate(rate: Rate) -> str:
    between = f"{_hundred(rate.range.low)} to {_hundred(rate.range.high)}"
    return f"{_hundred(rate.rate)} of every 100 reached engaged ({between})"


def _hundred(share: float) -> str:
    return saying.tenths(100 * share)


def _bullets(heading: str, lines: Sequence[str]) -> str:
    told = [f"• {line}" for line in lines]
    return "\n".join([f"*{heading}*", *told] if heading else told) if lines else ""
