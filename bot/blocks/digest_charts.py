"""The charts and the table of the digest, and the same numbers as lines for where Slack draws neither.

A week whose number nobody knows is left out of its chart: a bar of zero would be a claim.
"""

from collections.abc import Sequence

from bot.blocks import kit, saying
from bot.blocks.figures import figures
from bot.blocks.plan_phrases import link, title
from bot.domain.digest import Digest, Weekly
from bot.domain.figures import Told

_FEWEST = 2
"""One bar alone compares nothing."""
_WORDED = 12
_WORDED_LINK = 200
"""How many posts are told in words, and how long a link may be there, so that the message stays within its limits."""
_HEADINGS = ("Post", "Reach", "Comments", "Engagements", "Link clicks", "Link")


def charts(digest: Digest) -> list[kit.Block]:
    """Draw engagement and leads week by week, each where at least two weeks are known."""
    return [_bars(words, weeks) for words, weeks in _series(digest)]


def table(digest: Digest) -> list[kit.Block]:
    """Draw the posts of the week that are out, with their numbers."""
    if not digest.posts:
        return []
    rows: list[list[kit.RawText | kit.RawNumber | kit.RichTextBlock]] = [[kit.RawText(words) for words in _HEADINGS]]
    rows += [_row(told) for told in digest.posts]
    return [kit.DataTableBlock(rows, caption=f"Posts of week {digest.week.number}")]


def in_words(digest: Digest) -> list[str]:
    """Say what the charts and the table show."""
    lines = [
        f"{words} a week: {', '.join(f'{_label(week)} {week.number:,}' for week in weeks)}"
        for words, weeks in _series(digest)
    ]
    for told in digest.posts[:_WORDED]:
        url = told.post.posted_link if len(told.post.posted_link) <= _WORDED_LINK else ""
        seen = f", {link(url, 'see it')}" if url else ""
        lines.append(f"{title(told.post, 60)}: {figures(told)}{seen}")
    rest = len(digest.posts) - _WORDED
    return [*lines, f"and {saying.count(rest, 'more post')}"] if rest > 0 else lines


def left_out(digest: Digest) -> str:
    """Say that a charted week is not all there is."""
    known = [weeks for _, weeks in _series(digest)]
    wanted = [digest.engagement_weeks, digest.lead_weeks]
    gaps = any(_has_gap(weeks) for weeks in wanted) and bool(known)
    return "Weeks without numbers are left out of the charts." if gaps else ""


def _series(digest: Digest) -> list[tuple[str, list[Weekly]]]:
    both = (("Engagements", digest.engagement_weeks), ("Leads", digest.lead_weeks))
    known = [(words, [week for week in weeks if week.number is not None]) for words, weeks in both]
    return [(words, weeks) for words, weeks in known if len(weeks) >= _FEWEST and any(week.number for week in weeks)]


def _has_gap(weeks: Sequence[Weekly]) -> bool:
    """Whether a week is unknown after one that was known."""
    known = [week.number is not None for week in weeks]
    return True in known and False in known[known.index(True) :]


def _bars(words: str, weeks: Sequence[Weekly]) -> kit.Block:
    labels = [_label(week) for week in weeks]
    points = [kit.DataPoint(label, week.number or 0) for label, week in zip(labels, weeks, strict=True)]
    chart = kit.BarChart([kit.DataSeries(words, points)], kit.AxisConfig(labels, x_label="Week from"))
    return kit.DataVisualizationBlock(f"{words} a week", chart)


def _label(week: Weekly) -> str:
    monday = week.week.monday
    return f"{monday.day} {monday:%b}"


def _row(told: Told) -> list[kit.RawText | kit.RawNumber | kit.RichTextBlock]:
    post = told.post
    words = saying.short(" ".join(post.what.split()), 60) or "No words"
    known = (told.count("reach"), told.count("comments"), told.engagements, told.count("clicks"))
    numbers = [_number(each) for each in known]
    return [kit.RawText(words), *numbers, _see(post.posted_link)]


def _number(number: int | None) -> kit.RawText | kit.RawNumber:
    return kit.RawText("not known") if number is None else kit.RawNumber(number, f"{number:,}")


def _see(url: str) -> kit.RawText | kit.RichTextBlock:
    if not url:
        return kit.RawText("none")
    return kit.RichTextBlock(kit.RichTextSection([kit.RichTextLink(url, "See it")]))
