"""How thanks look: what a sponsor may say thanks for, the thanks somebody hears, and a quiet word to the lead."""

from bot.blocks import kit, saying
from bot.blocks.plan_phrases import listed, strong
from bot.blocks.step_phrases import button, thing_for, unmarked
from bot.blocks.surfaces import Message, message
from bot.commands.vocabulary import SayThanks, ShareThanks
from bot.domain.outcomes.sponsor import SponsorQuiet, SponsorTold, ThanksHeard
from bot.domain.thanks import Finished
from storage.tables import Post, Step, Task

_DID = {
    Task.PHOTO: "took the photo for",
    Task.CAPTION: "wrote the words for",
    Task.APPROVAL: "looked over",
    Task.PUBLISH: "put out",
    Task.CHECK: "looked after",
}


def draw_sponsor_told(outcome: SponsorTold) -> Message:
    """Tell the sponsor of two finished things, each with its thanks one click away."""
    name = {each.member_id: saying.name(outcome.people.get(each.member_id)) for each in outcome.finished}
    facts = [f"{name[each.member_id]} {_did(each)}" for each in outcome.finished]
    words = f"Finished in week {outcome.week.number}: {'; '.join(facts)}."
    ways: list[kit.Element] = [
        button(
            f"Say thanks to {saying.short(name[each.member_id], 40)}",
            SayThanks(each.fact, each.about, each.member_id, outcome.week),
            apart=f"{each.fact}-{each.about}-{each.member_id}",
        )
        for each in outcome.finished
        if (each.fact, each.about) not in outcome.said
    ]
    thanked = [name[each.member_id] for each in outcome.finished if (each.fact, each.about) in outcome.said]
    blocks: list[kit.Block] = [kit.SectionBlock(words)]
    if thanked:
        blocks.append(kit.ContextBlock([kit.Text(f"Your thanks went to {listed(thanked)}.")]))
    if ways:
        blocks.append(kit.ActionsBlock(ways))
    return message(unmarked(words), blocks, in_place=outcome.in_place)


def draw_thanks_heard(outcome: ThanksHeard) -> Message:
    """Pass thanks on, and ask whether the others may hear of it."""
    what = f" for {thanked_for(outcome.step, outcome.post)}"
    words = f"{saying.name(outcome.sponsor)} says thank you{what}."
    shared = outcome.thanks.shared
    if shared is None:
        ways: list[kit.Element] = [
            button("Yes, gladly", ShareThanks(outcome.thanks.id or 0, is_shared=True), apart="yes"),
            button("Keep it between us", ShareThanks(outcome.thanks.id or 0, is_shared=False), apart="no"),
        ]
        ask = "May the weekly digest say so too?"
        return message(
            unmarked(f"{words} {ask}"),
            [kit.SectionBlock(words), kit.ContextBlock([kit.Text(ask)]), kit.ActionsBlock(ways)],
            in_place=outcome.in_place,
        )
    stays = "The next digest says so too." if shared else "It stays between the two of you."
    return message(unmarked(words), [kit.SectionBlock(words), kit.ContextBlock([kit.Text(stays)])], in_place=True)


def draw_sponsor_quiet(outcome: SponsorQuiet) -> Message:
    """Tell the lead, and nobody else, that the team has heard no thanks for a while."""
    since = f"since {saying.day(outcome.since_on)}"
    times = "once" if outcome.thanked == 1 else saying.count(outcome.thanked, "time")
    so_far = f" So far {saying.name(outcome.sponsor)} has said thanks {times}." if outcome.thanked else ""
    words = (
        f"The team has heard no thanks from {saying.name(outcome.sponsor)} {since}.{so_far} "
        "A word from you may help: one minute a week keeps people going. Only you see this, and only once."
    )
    return message(words, [kit.SectionBlock(words)])


def thanked_for(step: Step | None, post: Post | None) -> str:
    """Say what somebody is thanked for: "the photo for Meet our hygienist", "logging the leads"."""
    return thing_for(step, post) if step is not None and post is not None else "logging the leads"


def _did(each: Finished) -> str:
    if each.step is None or each.post is None:
        return f"logged {saying.count(each.leads, 'lead')}"
    if each.step.name:
        return f"finished {thing_for(each.step, each.post)}"
    return f"{_DID[Task(each.step.task)]} {strong(each.post)}"
