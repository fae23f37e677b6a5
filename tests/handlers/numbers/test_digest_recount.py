"""Every number of a digest and of its thread, counted again from the raw rows: by SQL, by hand, and in another order.

Nothing of the program's own counting is used. What is said is taken apart sentence by sentence; a figure that nobody
counted again is left over, and fails.
"""
# ruff: noqa: S608 - queries put together from words of our own

import random
import re
from datetime import UTC, date, datetime, time, timedelta
from math import comb, exp

import pytest
from numbers_practice import MONDAY, ZONE, aim
from sqlalchemy import text

from bot.blocks import digest as drawn
from bot.blocks.digest_details import draw_digest_detailed
from bot.handlers import digest
from storage.tables import Comment, Delivery, Spending

MON = date(2026, 11, 23)
TITLES = ("Sealants", "Team photo", "Toy drive", "Night guards", "The bakery", "Food drive")
PLACES = ((0, "service"), (3, "human"), (5, "community"))
REASONS = ("price", "spam", "no answer", "wrong area", "wrong service", "not a fit")
COUNTS = "'existing patient', 'spam', 'vendor', 'test'"
REACHED = "(reached_at IS NOT NULL OR booked_at IS NOT NULL OR shown_at IS NOT NULL OR started_at IS NOT NULL)"
BOOKED = "(booked_at IS NOT NULL OR shown_at IS NOT NULL OR started_at IS NOT NULL)"
SHOWN = "(shown_at IS NOT NULL OR started_at IS NOT NULL)"
NEWEST = "f.id = (SELECT MAX(g.id) FROM figures g WHERE g.post_id = f.post_id)"


@pytest.fixture
def database_url(sqlite_url):
    return sqlite_url


def a_random_practice(practice, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    for back in range(16):
        monday = MON - timedelta(weeks=back)
        for day, kind in PLACES:
            if back < 8 and chance.random() < 0.85:
                post = practice.post(chance.choice(TITLES), monday + timedelta(days=day), kind)
                counts = ("reach", "reactions", "comments", "saves", "clicks")
                kept = {name: chance.randrange(100, 900) for name in counts if chance.random() < 0.8}
                practice.figures(post, reach=1)
                practice.figures(post, **(kept or {"views": 5}))
        for _ in range(chance.randrange(2, 9)):
            stage = chance.choice(["reached", "booked", "shown", "lost", "reached"])
            reason = chance.choice(REASONS) if stage == "lost" else ""
            source = chance.choice(["instagram", "phone", "unknown"])
            more = {"area": chance.choice(["", "021", "022", "100"]), "service": chance.choice(["", "Whitening"])}
            on = monday + timedelta(days=chance.randrange(7))
            practice.lead(on, source, stage, reason, network="facebook", **more)
    for number in range(1, 12):
        log_a_comment(practice, number, chance)
    for first, cents in ((date(2026, 11, 9), 31_500), (date(2026, 10, 19), 28_000)):
        practice.session.add(
            Spending(workspace_id=practice.id, from_on=first, until_on=first + timedelta(days=20), network="meta",
                     cents=cents, currency="USD", entered_at=MONDAY)
        )  # fmt: skip
    practice.session.flush()


def log_a_comment(practice, number, chance):
    """Log a comment of one of the last two weeks: answered, in need of none, or waiting."""
    wrote_at = MONDAY - timedelta(minutes=chance.randrange(20, 14 * 24 * 60))
    ending = chance.choice(["answered", "answered", "needless", ""])
    practice.workspace.comments_numbered = number
    practice.session.add(
        Comment(
            workspace_id=practice.id, number=number, network="instagram", wrote_at=wrote_at, logged_at=wrote_at,
            ending=ending, closed_at=wrote_at + timedelta(minutes=5) if ending else None,
            open_minutes=number * 7 if ending == "answered" else None,
            follows_id=chance.choice([None, 1]) if number > 1 else None,
        )
    )  # fmt: skip
    practice.session.flush()


class Recount:
    """The numbers, each by a query of its own."""

    def __init__(self, practice):
        self.rows = lambda words, **given: practice.session.execute(text(words), given).all()

    def one(self, words, **given):
        return self.rows(words, **given)[0][0]

    def leads(self, first, last, more="1=1"):
        counted = f"came_on BETWEEN :a AND :b AND lost_reason NOT IN ({COUNTS}) AND {more}"
        return self.one("SELECT COUNT(*) FROM lead WHERE " + counted, a=str(first), b=str(last))

    def of_posts(self, expression, first, last):
        joined = f" FROM post p JOIN figures f ON f.post_id = p.id AND {NEWEST} "
        within = 'WHERE p."on" BETWEEN :a AND :b ORDER BY p.publish_at'
        return [row[0] for row in self.rows("SELECT " + expression + joined + within, a=str(first), b=str(last))]


def tail(at_least, trials, p):
    """The chance of so many or more, term by term."""
    terms = (comb(trials, k) * p**k * (1 - p) ** (trials - k) for k in range(at_least, trials + 1))
    return sum(terms)


def bisect(rising, low, high):
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (low, middle) if rising(middle) > 0 else (middle, high)
    return low


def wilson(part, whole):
    """Where the score test would just not refuse: solved, not by formula."""
    z2 = 1.959963984540054**2
    score = lambda p: (part / whole - p) ** 2 - z2 * p * (1 - p) / whole  # noqa: E731 - the equation itself
    share = part / whole
    return bisect(lambda p: -score(p), 0, share), bisect(score, share, 1)


def surprising(recent, before, weeks_before):
    total, p = recent + before, 4 / (4 + weeks_before)
    odds = [comb(total, k) * p**k * (1 - p) ** (total - k) for k in range(total + 1)]
    return sum(each for each in odds if each <= odds[recent] * (1 + 1e-9)) < 0.05


def poisson_tail(at_least, mean):
    term, below = exp(-mean), 0.0
    for k in range(at_least):
        below += term
        term *= mean / (k + 1)
    return 1 - below


def say(number):
    return f"{number:.0f}" if number >= 10 or number == round(number) else f"{number:.1f}"


def noun(number, one):
    return f"{number or 'no'} {one}{'' if number == 1 else 's'}"


class Told:
    """What is said, from which everything that was counted again is taken away."""

    def __init__(self, words):
        self.words = " ".join(words.split())

    def has(self, words):
        assert words in self.words, (words, self.words)
        self.words = self.words.replace(words, " ", 1)

    def has_no_other_number(self):
        known = r"\b[Ww]eek 48\b|version 1\.|95 times in 100|100 reached|\b\d+ (Sep|Oct|Nov|Dec)\b"
        assert re.findall(r"\S*\d\S*", re.sub(known, " ", self.words)) == [], self.words


def weeks(count):
    return [(MON - timedelta(weeks=back), MON - timedelta(weeks=back, days=-6)) for back in range(count - 1, -1, -1)]


def engagements(recount, first, last):
    """A week's engagements, None where a post that was out has none."""
    counts = [f"f.{name}" for name in ("reactions", "comments", "saves", "shares")]
    added = " + ".join(f"COALESCE({count}, 0)" for count in counts)
    each = recount.of_posts(f"CASE WHEN COALESCE({', '.join(counts)}) IS NULL THEN NULL ELSE {added} END", first, last)
    return None if not each or None in each else sum(each), each


@pytest.mark.parametrize("seed", range(5))
def test_every_number_of_a_digest_is_the_one_counted_again(practice, seed):
    a_random_practice(practice, seed)
    owed = {"key": "digest", "kind": "digest", "recipient": "C1", "about": {"week": "2026-W48"}}
    found = digest.compose_digest(practice.scene(), Delivery(workspace_id=1, due_at=MONDAY, made_at=MONDAY, **owed))
    told, recount = Told(practice.sees(drawn.draw_digest_plain(found))), Recount(practice)
    sunday = MON + timedelta(days=6)
    out = recount.one('SELECT COUNT(*) FROM post WHERE "on" BETWEEN :a AND :b', a=str(MON), b=str(sunday))
    check_comments(told, recount)
    told.has(f"{out or 'None'} of 3 planned places {'is' if out < 2 else 'are'} out.")
    told.has(f"{noun(out, 'post').capitalize()} out")
    reach = sorted(each for each in recount.of_posts("f.reach", MON, sunday) if each is not None)
    if reach:
        told.has(f"Reach {reach[0]:,}" if len(reach) == 1 else f"Reach {reach[0]:,} to {reach[-1]:,} a post")
    _, engaged = engagements(recount, MON, sunday)
    known = [each for each in engaged if each is not None]
    talk = [each for each in recount.of_posts("f.comments", MON, sunday) if each is not None]
    if known:
        among = f"{sum(talk):,} comments among " if talk else ""
        told.has(f"{among}{sum(known):,} engagements")
        both = [
            (e, r)
            for e, r in zip(engaged, recount.of_posts("f.reach", MON, sunday), strict=True)
            if e is not None and r
        ]
        if both:
            told.has(f"{say(100 * sum(e for e, _ in both) / sum(r for _, r in both))} for every 100 reached")
    clicks = [each for each in recount.of_posts("f.clicks", MON, sunday) if each is not None]
    if clicks:
        told.has(f"{sum(clicks):,} link click")
    check_leads(told, recount, sunday)
    check_charts_and_posts(told, recount, sunday)
    check_verdict(told, recount)
    told.has_no_other_number()


def open_minutes(since):
    """Count the minutes of Monday to Friday, 9 to 12 and 13 to 17, one by one."""
    passed = int((MONDAY - since).total_seconds() // 60)
    local = [(since + timedelta(minutes=minute)).astimezone(ZONE) for minute in range(passed)]
    return sum(at.weekday() < 5 and at.hour in (9, 10, 11, 13, 14, 15, 16) for at in local)


def spent(minutes):
    hours, rest = divmod(minutes, 60)
    return " ".join([*([f"{hours} h"] if hours else []), *([f"{rest} min"] if rest else [])])


def check_comments(told, recount):
    """Check what waits, and what was written in the week."""
    starts = datetime.combine(MON, time(), ZONE)
    found = recount.rows("SELECT wrote_at, ending, open_minutes, follows_id FROM comment")
    rows = [(datetime.fromisoformat(at).replace(tzinfo=UTC), *rest) for at, *rest in found]
    rows = [row for row in rows if row[0] < starts + timedelta(days=7)]
    waiting = [at for at, ending, *_ in rows if not ending]
    week = [row for row in rows if row[0] >= starts]
    wanted = [row for row in week if row[1] != "needless"]
    minutes = sorted(row[2] for row in wanted if row[1] == "answered")
    is_one = len(minutes) < 2
    if waiting:
        told.has(f"{noun(len(waiting), 'comment')} {'waits' if len(waiting) == 1 else 'wait'} for an answer")
        told.has(f"the oldest for {spent(open_minutes(min(waiting)))} of opening hours")
        told.has(f"Of {len(wanted)} in the week, {len(minutes) or 'none'} {'is' if is_one else 'are'} answered")
    else:
        told.has(f"All {len(wanted)} comments of the week are answered")
    for each in minutes:
        told.has(spent(each))
    again = sum(row[3] is not None for row in week)
    told.has({0: "", 1: "Once, somebody", 2: "Twice, somebody"}.get(again, f"{again} times, somebody"))


def check_leads(told, recount, sunday):
    leads = recount.leads(MON, sunday)
    told.has(noun(leads, "lead") + ": ")
    for source in ("instagram", "phone", ""):
        count = recount.leads(MON, sunday, f"guessed = '{source}'")
        if count:
            told.has(f"{ {'instagram': 'Instagram', 'phone': 'phone', '': 'unknown'}[source] } {count}")
    for words, condition in (("reached", REACHED), ("booked", BOOKED), ("shown", SHOWN)):
        count = recount.leads(MON, sunday, condition)
        if count:
            told.has(f"{count} {words}")
    lost, still = (
        recount.leads(MON, sunday, "stage = 'lost'"),
        recount.leads(MON, sunday, "stage NOT IN ('lost', 'started')"),
    )
    apart = recount.one(
        f"SELECT COUNT(*) FROM lead WHERE came_on BETWEEN :a AND :b AND lost_reason IN ({COUNTS})",
        a=str(MON),
        b=str(sunday),
    )
    for count, words in ((lost, "lost ("), (still, "still open"), (apart, "not counted (")):
        if count:
            told.has(f"{count} {words}")
    unknown = recount.leads(MON, sunday, "guessed = ''")
    told.has(f"Source unknown for {unknown} of {noun(leads, 'lead')}" if unknown else f"Source known for all {leads}")


def check_charts_and_posts(told, recount, sunday):  # noqa: C901 - one loop for each kind of number
    for first, last in weeks(8):
        whole, _ = engagements(recount, first, last)
        if whole is not None:
            told.has(f"{first.day} {first:%b} {whole:,}")
    for first, last in weeks(8):
        told.has(f"{first.day} {first:%b} {recount.leads(first, last)}")
    for name, one in (("reactions", "reaction"), ("comments", "comment"), ("saves", "save"), ("clicks", "link click")):
        for count in recount.of_posts(f"f.{name}", MON, sunday):
            if count is not None:
                told.has(f"{count} {one}")
    for count in recount.of_posts("f.reach", MON, sunday):
        if count is not None:
            told.has(f"each {count:,}")
    for count in recount.of_posts("f.views", MON, sunday):
        if count is not None:
            told.has(f"{count} view")


def whole_weeks(recount):
    """The leads of each week since the first whole one in which any was logged, and how unevenly those before came."""
    first = date.fromisoformat(recount.one("SELECT MIN(came_on) FROM lead"))
    counts = [recount.leads(monday, sunday) for monday, sunday in weeks(16) if monday >= first]
    before = counts[:-4]
    mean = sum(before) / len(before)
    uneven = sum((each - mean) ** 2 for each in before) / (len(before) - 1) / mean
    return sum(counts[-4:]), sum(before), len(before), len(before) == 12 and uneven > 1.5


def check_verdict(told, recount):
    recent, before, number, is_wide = whole_weeks(recount)
    usual = before / number * 4
    told.has(f"{recent} leads in the last four weeks, where about {say(usual)} would be usual")
    if is_wide:  # how much wider is the matter of the domain's own tests
        told.words = re.sub(r"\d+ or (fewer|more)", "", told.words)
    elif "In the usual range" in told.words:
        found = [k for k in range(4 * round(usual) + 40) if surprising(k, before, number)]
        below, above = [k for k in found if k < usual], [k for k in found if k > usual]
        told.has(f"{min(k for k in above if k + 1 in above)} or more")
        if below:
            told.has(f"{max(below)} or fewer" if max(below) else "none, or")


def check_who_asked(told, recount):
    near, offered = "(area != '' OR lost_reason = 'wrong area')", "(service != '' OR lost_reason = 'wrong service')"
    settled, unfit = f"({BOOKED} OR stage = 'lost')", "lost_reason IN ('wrong area', 'wrong service', 'not a fit')"
    for heading, whole_is, part_is in (
        ("From near you", near, "area IN ('021', '022') AND lost_reason != 'wrong area'"),
        ("For what you offer", offered, "lost_reason != 'wrong service'"),
        ("Didn't fit", settled, unfit),
    ):
        first, last = MON - timedelta(weeks=11), MON + timedelta(days=6)
        whole = recount.leads(first, last, whole_is)
        part = recount.leads(first, last, f"{whole_is} AND {part_is}")
        low, high = wilson(part, whole)
        assert f"{heading}: {part or 'none'} of {whole} leads" in told
        rest = recount.leads(first, last) - whole
        said = told.partition(heading)[2].partition(
            f"which fits anything from {100 * low:.0f} to {100 * high:.0f} in 100"
        )
        assert said[1], (heading, told)
        assert said[2].startswith(f"; of {rest} more") or said[2].startswith(f"; {rest} more") or not rest


@pytest.mark.parametrize("seed", range(3))
def test_every_range_in_the_thread_is_the_one_found_again(practice, seed):
    a_random_practice(practice, seed)
    practice.workspace.areas = ["021", "022"]
    aim(practice, "cost-per-lead", 80)
    owed = {"key": "digest", "kind": "digest-details", "recipient": "C1", "about": {"week": "2026-W48"}}
    row = Delivery(workspace_id=1, due_at=MONDAY, made_at=MONDAY, **owed)
    told = " ".join(practice.sees(draw_digest_detailed(digest.compose_digest_details(practice.scene(), row))).split())
    recount = Recount(practice)
    for stage, condition, age in (("booked", BOOKED, 14), ("shown", SHOWN, 30)):
        last = MON + timedelta(days=6 - age)
        first = last - timedelta(days=55)
        whole, part = recount.leads(first, last), recount.leads(first, last, condition)
        low, high = wilson(part, whole)
        told_part = f"{part or 'none'} {'is' if part == 1 else 'are'} {stage}"
        said = f"{told_part}, which fits anything from {100 * low:.0f} to {100 * high:.0f} in 100"
        assert f"Of {whole} leads that came from" in told
        assert said in told
    check_who_asked(told, recount)
    recent, before, number, is_wide = whole_weeks(recount)
    if not is_wide:
        low = bisect(lambda p: tail(recent, recent + before, p) - 0.025, 0, 1)
        high = bisect(lambda p: 0.025 - (1 - tail(recent + 1, recent + before, p)), 0, 1)
        odds = [p / (1 - p) * number / 4 for p in (low, high)]
        assert f"that fits {odds[0]:.1f} to {odds[1]:.1f} times as many" in told
    first, sunday = MON - timedelta(weeks=3), MON + timedelta(days=6)
    dollars = 315 + 280 * 7 / 21  # three weeks of one, the last week of the other
    came = recount.leads(first, sunday, "network = 'facebook'")
    most = bisect(lambda mean: 0.025 - (1 - poisson_tail(came + 1, mean)), 0, 200)
    least = bisect(lambda mean: poisson_tail(came, mean) - 0.025, 0, 200)
    assert (
        f"${dollars:,.0f} on ads on Meta in the last four weeks: ${dollars / came:,.0f} for each of {came} leads"
        in told
    )
    fits = f"${dollars / most:,.0f} to ${dollars / least:,.0f}"
    assert f"which fits {fits}." in told
    summed_up = " ".join(practice.sees(drawn.draw_digest_plain(digest.compose_digest(practice.scene(), row))).split())
    assert (
        f"In the four weeks to Sun 29 Nov ${dollars:,.0f} went into ads, and {came} leads came from there: about "
        f"${dollars / came:,.0f} each, which fits anything from {fits}. The goal is at most $80 a lead." in summed_up
    )
