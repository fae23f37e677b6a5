"""What is said of networks where little is known: nobody is told to stop, and what is open is said to be open."""

from textwrap import fill

from inline_snapshot import snapshot

from bot.blocks.effort import draw_networks_compared
from bot.domain.effort import Effort, Efforts, Word
from bot.domain.evidence import Range
from bot.domain.outcomes.digest import NetworksCompared
from bot.domain.sources import Known
from bot.domain.verdict import stretch
from bot.domain.weeks import Week
from simulator import drawing

WEEKS = stretch(Week(2026, 47), 12)


def told(efforts: Efforts) -> str:
    """What a person reads, without what every such message ends with."""
    blocks = draw_networks_compared(NetworksCompared(efforts, {})).blocks
    seen = drawing.text({"blocks": blocks}).partition("Work is the minutes")[0]
    return "\n".join(fill(line, 110) for line in seen.splitlines())


def test_without_leads_only_the_work_is_told() -> None:
    networks = (Effort("instagram", 12, 4, 9, 585.0), Effort("x", 1, 0, 1, None))
    assert told(Efforts(WEEKS, networks, untimed=2, nowhere=1)) == snapshot("""\
What each network took, and what came with it, Mon 31 Aug to Sun 22 Nov
Instagram. 12 posts, about 9 h 45 min of work.
X. 1 post, nobody knows how much work.
Nobody knows the leads of these weeks, so nothing is set beside the work. 2 posts have no steps and count as
the others there do. 1 post names no network that I know.\
""")


def test_where_no_work_is_known_at_all_that_is_said_once() -> None:
    assert "steps" not in told(Efforts(WEEKS, (Effort("x", 3, 0, 3, None),), untimed=3))


def test_one_network_alone_is_never_judged() -> None:
    alone = Effort("google", 3, 0, 3, 60.0, 1, Known(tracked=1), Range(0.03, 5.6))
    assert told(Efforts(WEEKS[-3:], (alone,), is_counted=True, leads=1, shared=1)) == snapshot("""\
What each network took, and what came with it, Mon 2 Nov to Sun 22 Nov
Google. 3 posts, about 1 h of work, 1 lead (1 tracked): 10 in 10 hours of work, which fits anything from 0.3
to 56.
1 lead in all: 1 recorded from here. Only weeks whose leads are known are counted: 3 of 12. It takes two
networks whose work is known to set them beside each other. 1 post went to several networks, which share its
work.\
""")


def test_where_too_many_leads_are_unknown_nothing_could_stop() -> None:
    some = Effort("facebook", 12, 0, 12, 600.0, 3, Known(said=2, guessed=1), Range(0.06, 0.9), Word.TESTING)
    none = Effort("tiktok", 12, 1, 12, 600.0, 0, Known(), Range(0, 0.4), Word.TESTING)
    found = Efforts(WEEKS, (some, none), is_counted=True, leads=20, elsewhere=9, unknown=6, of_meta=2, needed=8)
    assert told(found) == snapshot("""\
What each network took, and what came with it, Mon 31 Aug to Sun 22 Nov
Facebook: keep testing. 12 posts, about 10 h of work, 3 leads (2 said, 1 guessed): 3 in 10 hours of work,
which fits anything from 0.6 to 9. The counts fit both, as many as with the others and far fewer.
TikTok: keep testing. 12 posts, about 10 h of work, no leads: none in 10 hours of work, which fits up to 4.
The counts fit both, as many as with the others and far fewer.
20 leads in all: 3 recorded from here, 2 by a form on Facebook or Instagram, 9 from elsewhere, 6 from nobody
knows where. That is more than a fifth, so no network is called one that could stop.\
""")


def test_a_network_without_posts_for_trust_may_still_be_for_something_else() -> None:
    could = Effort("tiktok", 12, 0, 12, 600.0, 0, Known(), Range(0, 0.4), Word.COULD_STOP)
    assert "could stop, by leads alone" in told(Efforts(WEEKS, (could,), is_counted=True, leads=40, needed=8))
    assert "Leads may not be all it is for." in told(Efforts(WEEKS, (could,), is_counted=True, leads=40, needed=8))
