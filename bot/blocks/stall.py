"""How it is said that a plan stands still, and what may help: to the lead alone, and never as anybody's fault."""

from collections.abc import Sequence

from bot.blocks import kit, saying
from bot.blocks.plan_phrases import capital, listed, title
from bot.blocks.step_phrases import button, unmarked
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import OpenPauseForm, ProposeSmaller, ResumePlan, ShowDuties, ShowOutsideHelp
from bot.domain import said
from bot.domain.outcomes.stall import OutsideHelpShown, PauseFormOpened, PlanPaused, PlanResumed, StallTold
from bot.domain.stall import Kept, Sign

_MOST_NAMED = 5
_SIGNS = {
    Sign.MISSED: "the last two places stayed empty",
    Sign.EMPTY: "next week has no post yet",
}
_EASED = "That happens to every team, and it is a sign about the plan only."
_OUTSIDE = (
    "*Help from outside*\n"
    "An agency or a freelancer can take single posts or all of them off your team:\n"
    "• Invite them to Slack as a guest of the plan's channel. A guest is asked for steps like everybody in the team, "
    "with `/mine`, reminders, swap and decline, and can add posts and ideas and share pictures.\n"
    "• What is the lead's stays yours: the outline, the settings, duties of others, and posts that others added.\n"
    "• On the card of a post, *Change it* has *Who makes it*: us or an agency. The plan, the workbook and the calendar "
    "tell the two apart, so you see what outside help really carries.\n"
    "• Let somebody of your own look over what they write: `/plan steps` asks for an approval first.\n"
    "• People from another company's Slack, in a shared channel, can't be given steps; a guest can."
)


def draw_stall_told(outcome: StallTold) -> Message:
    """Say what has come to a standstill, and offer four ways on."""
    signs = f"{capital(listed(_signs(outcome)))}."
    head = f"*The plan has been hard to keep lately.* {_EASED}"
    if outcome.signs == {Sign.EMPTY}:  # what was kept until now says nothing of the kind
        head, signs = f"*{signs}* {_EASED}", ""
    again = "" if outcome.is_first else "It is not the first time, so a change may help more than another try."
    ways: list[kit.Element] = [
        button("A smaller plan", ProposeSmaller(), is_first=True),
        button("Swap duties", ShowDuties()),
        button("A pause", OpenPauseForm()),
        button("Outside help", ShowOutsideHelp()),
    ]
    blocks: list[kit.Block] = [
        kit.SectionBlock("\n".join(filter(None, (head, signs, again)))),
        kit.ActionsBlock(ways),
        kit.ContextBlock([kit.Text("Only you see this. Nothing changes unless you want it to.")]),
    ]
    return message(f"{unmarked(head)} {signs}".strip(), blocks)


def draw_pause_form_opened(outcome: PauseFormOpened) -> Modal:
    """Ask for the day on which the plan goes on."""
    words = (
        "While the plan is paused, no place comes round, nobody is reminded of anything, and the digest counts no gap. "
        "What is planned stays."
    )
    day = kit.DatePicker("value", initial_date=outcome.until_on.isoformat())
    blocks: list[kit.Block] = [
        kit.SectionBlock(words),
        kit.InputBlock("On which day does it go on?", day, block_id="until_on"),
    ]
    return modal("Pause the plan", blocks, form="pause-plan", submit="Pause")


def draw_plan_paused(outcome: PlanPaused) -> Message:
    """Say until when, what is planned meanwhile, and how to go on sooner."""
    words = f"The plan is paused until {said.day(outcome.until_on)}. Until then nobody is reminded. Have a good rest."
    lines = [words]
    if outcome.planned:
        names = [f"{title(post, 60)} ({saying.day(post.on)})" for post in outcome.planned[:_MOST_NAMED]]
        more = len(outcome.planned) - _MOST_NAMED
        names += [f"{more} more"] if more > 0 else []
        lines.append(f"Planned in that time, and still there: {listed(names)}.")
    back = kit.ActionsBlock([button("Go on now", ResumePlan())])
    return message(words, [kit.SectionBlock("\n".join(lines)), back], in_place=True)


def draw_plan_resumed(outcome: PlanResumed) -> Message:
    """Say that the plan goes on."""
    words = (
        "The plan goes on. `/plan` shows this week." if outcome.was_paused else "The plan wasn't paused. It goes on."
    )
    return message(words, [kit.SectionBlock(words)], in_place=True)


def draw_outside_help_shown(_outcome: OutsideHelpShown) -> Message:
    """Say what somebody from outside can do here, and what stays the team's."""
    return message(
        "Help from outside: what an agency can take on, and how to bring it in.", [kit.SectionBlock(_OUTSIDE)]
    )


def kept_lately(weeks: Sequence[Kept]) -> str:
    """Say how the last twelve weeks went; nothing where nothing went out, which nobody needs to be told."""
    kept, places = sum(each.kept for each in weeks), sum(each.places for each in weeks)
    if not kept:
        return ""
    held = f", and it held in {sum(each.is_held for each in weeks)} of {len(weeks)} weeks" if len(weeks) > 1 else ""
    out = f"{kept} of {saying.count(places, 'place')} {'is' if kept == 1 else 'are'} out{held}."
    return f"*The last {saying.count(len(weeks), 'week')}:* {out} Closed and paused weeks don't count."


def _signs(outcome: StallTold) -> list[str]:
    found = [_SIGNS[sign] for sign in (Sign.MISSED, Sign.EMPTY) if sign in outcome.signs]
    if Sign.HALF in outcome.signs:
        kept, places = sum(each.kept for each in outcome.weeks), sum(each.places for each in outcome.weeks)
        found.append(f"in the last three weeks {kept or 'none'} of {places} places went out")
    return found
