"""How the App Home looks: this week and the next, what waits, photos to clear, and buttons for the common things."""

from bot.blocks import kit, lead_phrases, saying
from bot.blocks.leads import just_done, lead_select
from bot.blocks.mine import counted, later, said, things
from bot.blocks.month import post_menu
from bot.blocks.narrowing import choice
from bot.blocks.plan_phrases import capital, title, week_span
from bot.blocks.repeating import place_in_series
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Home, home
from bot.commands.vocabulary import (
    OpenHome,
    OpenLeadForm,
    OpenPostForm,
    OpenSetup,
    ShowComments,
    ShowDigest,
    ShowPhotos,
    ShowPlan,
)
from bot.domain.cadence import Entry, Standing
from bot.domain.outcomes.home import HomeLeads, HomeShown, WelcomeShown
from bot.domain.outcomes.plan import WeekShown
from bot.domain.said import kind as saying_kind

_MOST_THINGS = 20
_MOST_ENTRIES = 12
_MOST_CHOICES = 12


def draw_home_shown(outcome: HomeShown) -> Home:
    """Draw the dashboard of one member."""
    blocks: list[kit.Block] = []
    if outcome.just is not None:
        blocks += [kit.SectionBlock(said(outcome.just)), kit.DividerBlock()]
    blocks += [kit.HeaderBlock("This week"), *_plan(outcome.plan), kit.HeaderBlock("Next week"), *_plan(outcome.coming)]
    blocks += [*_narrowing(outcome), _common(outcome), kit.DividerBlock()]
    blocks.append(kit.HeaderBlock("What waits for you"))
    if outcome.mine.is_empty:
        blocks.append(kit.SectionBlock("Nothing right now. Thank you for keeping things moving!"))
    else:
        blocks += [kit.ContextBlock([kit.Text(counted(outcome.mine))]), *things(outcome.mine, "home", _MOST_THINGS)]
    blocks += later(outcome.mine)
    if outcome.leads is not None and (outcome.leads.open or outcome.leads.after):
        blocks += _leads(outcome.leads)
    if outcome.photos_to_clear:
        waits = "photo waits" if outcome.photos_to_clear == 1 else "photos wait"
        words = f"{outcome.photos_to_clear} {waits} to be cleared."
        look = button("Look at them", ShowPhotos(), apart="clear")
        blocks += [kit.HeaderBlock("Photos"), kit.SectionBlock(words, accessory=look)]
    return home(blocks)


def draw_welcome_shown(outcome: WelcomeShown) -> Home:
    """Welcome somebody before the practice is set up, and let anybody begin."""
    name = f", {saying.name(outcome.member)}" if outcome.member.name else ""
    words = (
        f"*Hello{name}!* I keep your practice's weekly posts moving: who does what by when, a friendly word when it is "
        "time, photos that are fine to use, and on Mondays what came of it.\n"
        "Setting up takes about two minutes: opening hours, who leads, and where the weekly digest goes."
    )
    start = button("Set up", OpenSetup(), apart="", is_first=True)
    return home([kit.SectionBlock(words), kit.ActionsBlock([start])])


def _leads(leads: HomeLeads) -> list[kit.Block]:
    """List the open leads, each with the menu of how far it has come."""
    blocks: list[kit.Block] = [kit.HeaderBlock("Open leads")]
    if leads.after is not None:
        blocks.append(kit.ContextBlock([kit.Text(just_done(leads.after))]))
    blocks += [
        kit.SectionBlock(lead_phrases.lead(lead, leads.today), accessory=lead_select(lead, "home"))
        for lead in leads.open
    ]
    if leads.more:
        blocks.append(kit.ContextBlock([kit.Text(f"And {leads.more} more: type `/leads` for all.")]))
    return blocks


def _plan(plan: WeekShown) -> list[kit.Block]:
    heading: list[kit.Block] = [kit.ContextBlock([kit.Text(week_span(plan.week))])]
    if not plan.entries:
        nothing = "Nothing like that this week." if plan.only else "Nothing is planned for this week yet."
        return [*heading, kit.SectionBlock(nothing)]
    lines = [_entry(entry, plan) for entry in plan.entries[:_MOST_ENTRIES]]
    more = len(plan.entries) - _MOST_ENTRIES
    if more > 0:
        lines.append(f"and {more} more")
    return [*heading, kit.SectionBlock("\n".join(lines))]


def _entry(entry: Entry, plan: WeekShown) -> str:
    """Say one entry in a line: "*Thu 26 Nov, 4:00 PM* Meet our hygienist (human): planned"."""
    moment = f"*{saying.moment(entry.publish_at, plan.zone)}*"
    if entry.post is None:
        return f"{moment}  {capital(saying_kind(entry.kind))} place: {entry.standing}"
    standing = "posted ✓" if entry.standing == Standing.POSTED else str(entry.standing)
    stands_in = ", with a substitute picture" if entry.post.substitute else ""
    which = place_in_series(plan.series.get(entry.post.id or 0))
    return f"{moment}  {title(entry.post, 80)}{which} ({saying_kind(entry.kind)}): {standing}{stands_in}"


def _narrowing(outcome: HomeShown) -> list[kit.Block]:
    """Offer to show a part of the weeks only, the chosen one standing out, and to open any post of them."""
    ways: list[kit.Element] = []
    for word in outcome.choices[:_MOST_CHOICES]:
        is_chosen = word in outcome.only
        shows = OpenHome(()) if is_chosen else OpenHome((word,))
        ways.append(button(choice(word), shows, apart=word, is_first=is_chosen))
    if outcome.only:
        ways.append(button("Show all", OpenHome(), apart="all"))
    blocks: list[kit.Block] = [kit.ActionsBlock(ways)] if ways else []
    return [*blocks, *post_menu([*outcome.plan.entries, *outcome.coming.entries])]


def _common(outcome: HomeShown) -> kit.Block:
    week = outcome.plan.week
    return kit.ActionsBlock(
        [
            button("Add a post", OpenPostForm(), apart="home", is_first=True),
            button("Log a lead", OpenLeadForm(), apart="home"),
            button("Comments", ShowComments(), apart="home"),
            button("See the plan", ShowPlan(week), apart="home"),
            button("Photos", ShowPhotos(), apart="home"),
            button("Digest", ShowDigest(week.previous()), apart="home"),
        ]
    )
