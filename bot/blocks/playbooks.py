"""How each step is done well: an example, a short checklist, and what good looks like, read in a minute.

What a practice thought of itself needs none: its name says it.
"""

from dataclasses import dataclass

from bot.blocks import kit
from bot.blocks.surfaces import Modal, modal
from bot.domain.outcomes.templates import PlaybookShown
from bot.domain.templates import INVITE, SIGN
from storage.tables import Task


@dataclass(frozen=True, slots=True)
class Playbook:
    """What somebody needs to know who does this for the first time."""

    title: str
    example: str
    checklist: tuple[str, ...]
    good: str


PLAYBOOKS = {
    Task.PHOTO: Playbook(
        "The photo",
        "Our hygienist by the window, laughing, with the new chair behind her.",
        (
            "Only team, rooms or things: no patients, no names, no screens, no charts in the background",
            "Daylight from the side, lens wiped, phone held upright",
            "Five shots, two of them close up",
            "Everybody in it has said yes to being shown",
            "Share the best one in any channel I'm in",
        ),
        "A face you would like to meet, one thing going on, and nothing that has to be explained.",
    ),
    Task.GRAPHIC: Playbook(
        "The graphic",
        "“Around the corner on Saturday: the health fair”, in your colors, with the logo small.",
        (
            "One sentence, large enough for a phone",
            "Two colors and one typeface: yours",
            "No patient, no before and after, nobody else's picture",
            "Share it in any channel I'm in, or here",
        ),
        "It can be read in two seconds and looks like the rest of your posts.",
    ),
    Task.CAPTION: Playbook(
        "The caption",
        "“Maria has cleaned teeth for 14 years and still hums while she works. Ask her about floss, she has opinions.”",
        (
            "The first line says what it is about: the rest is folded away",
            "One thought, two or three short sentences, your own words",
            "No promise of a result, no before and after, no patient",
            "One thing people can do: ask, call, come by",
            "Read it aloud once",
        ),
        "It sounds like somebody from your practice, and a stranger knows what to do next.",
    ),
    Task.APPROVAL: Playbook(
        "The approval",
        "“Fine with me. In the second line, please say many people, not everybody.”",
        (
            "It sounds like us",
            "The picture looks like us, and nobody is in it who shouldn't be",
            "It fits what we stand for",
            "Every claim is true and can be shown",
        ),
        "An answer on the same day, and a change that says what to do instead.",
    ),
    Task.PUBLISH: Playbook(
        "Publishing",
        "Thursday, 4:00 PM: picture, caption and link on Instagram and Facebook, then the link back to me.",
        (
            "The right account is open",
            "Picture and caption are the ones that were agreed on",
            "The link opens on a phone",
            "Describe the picture in a few words for people who can't see it",
            "Click *Done* and paste the post's address, so that its figures are found later",
        ),
        "It is out at its time, and everybody on the team can find it.",
    ),
    Task.CHECK: Playbook(
        "The check",
        "A day later: 3 comments, one question about parking, answered. Figures entered.",
        (
            "Look at every place it went out",
            "Answer questions, and thank without saying that anybody is a patient",
            "Something unkind or medical? Tell the lead before you answer",
            "Enter the figures with `/figures`",
        ),
        "Nobody who wrote is left waiting, and the week's digest has its numbers.",
    ),
}


READY_MADE = {
    INVITE.name: Playbook(
        "Inviting at the desk",
        "“We show what we do here every week on Instagram. The code on this card takes you there, if you like.”",
        (
            "One sentence, at goodbye, to everybody alike: whoever looks pleased and whoever doesn't",
            "A card with the code to hand over, so that nobody has to spell a name",
            "No reward, and no word about stars: an invitation is not a favor",
            "A no is fine, and nothing is noted about anybody",
        ),
        "It sounds like you, takes five seconds, and nobody feels pushed. Few come by themselves to see a post.",
    ),
    SIGN.name: Playbook(
        "The sign and its code",
        "The card by the door: “What we do when nobody is in the chair” and a code that opens our page.",
        (
            "Is it where people wait, at the height of their eyes?",
            "Scan the code with a phone: does it open the right page?",
            "Is it clean, and does it say what people get from looking?",
            "No patient, no name, no before and after on it",
        ),
        "Somebody who waits can be on your page within ten seconds.",
    ),
}
"""The same for the steps of ours that practices can pick."""


def of(task: str) -> Playbook | None:
    """Give how a task, or a step of ours by its name, is done well."""
    return PLAYBOOKS[Task(task)] if task in set(Task) else READY_MADE.get(task)


def draw_playbook_shown(outcome: PlaybookShown) -> Modal:
    """Show how these steps are done well."""
    known = [found for task in outcome.tasks if (found := of(task)) is not None]
    blocks: list[kit.Block] = []
    for number, playbook in enumerate(known):
        if number:
            blocks.append(kit.DividerBlock())
        checks = "\n".join(f"☐ {check}" for check in playbook.checklist)
        blocks += [
            kit.SectionBlock(f"*{playbook.title}*\n{playbook.example}"),
            kit.SectionBlock(checks),
            kit.SectionBlock(f"*What good looks like*\n{playbook.good}"),
        ]
    if not known:
        blocks.append(kit.SectionBlock("Your practice named this step itself, so its name says what to do."))
    return modal("How to", blocks, close="Done")
