"""How it looks when somebody is asked to look a post over, from the question to what others hear of the answer."""

from bot.blocks import choices, kit, saying, strategy, sure
from bot.blocks.plan_phrases import capital, link, listed, strong, when
from bot.blocks.step_phrases import button, things, unmarked
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import FinishStep, OpenDecisionForm, RemovePost
from bot.domain.approvals import MOST_WORDS
from bot.domain.outcomes.approvals import ApprovalDecided, ApprovalNews, ApprovalSeen, DecisionFormOpened
from storage.tables import ApprovalState, PhotoState, Post

CHECKS = {
    "voice": "It sounds like us",
    "visual": "The picture looks like us, and only people who said yes are in it",
    "values": "It fits what we stand for",
    "claims": "Every claim is true and can be shown",
}
LABELS = {
    "tone": "Tone",
    "claim": "A claim that can't be shown",
    "picture": "The picture, or it is missing",
    "consent": "Somebody's consent",
    "account": "Wrong account",
    "timing": "Timing",
    "context": "Needs context",
    "ad-policy": "Rules for ads",
}
_MOST_PICTURES, _MOST_TEXT, _MOST_TITLE = 3, 2000, 120
_TITLES = {
    ApprovalState.APPROVED: ("Say yes", "Approve"),
    ApprovalState.CHANGES: ("Request changes", "Send"),
    ApprovalState.HELD: ("Hold it for now", "Hold"),
    ApprovalState.REJECTED: ("Say no", "Reject"),
}
_CLOSED = {
    ApprovalState.APPROVED: "You said yes. Thank you!",
    ApprovalState.CHANGES: "You asked for changes. I'll show it to you again once they are made.",
    ApprovalState.VOID: "Nothing to answer here any more.",
    ApprovalState.OVERRIDDEN: "It went out without a yes.",
}


def draw_approval_seen(outcome: ApprovalSeen) -> Message:
    """Show a post to whoever is asked to look it over, with the answers there are."""
    decision = ApprovalState(outcome.approval.decision)
    words = _words(outcome)
    if decision in _CLOSED:
        return message(unmarked(words), [kit.SectionBlock(words)], in_place=outcome.in_place)
    approval_id = outcome.approval.id or 0
    answers = [(_ANSWERS[one], one) for one in _ANSWERS if one != decision]
    blocks: list[kit.Block] = [
        kit.SectionBlock(words),
        *_shown(outcome),
        kit.ActionsBlock(
            [
                button(
                    label,
                    OpenDecisionForm(approval_id, str(one)),
                    apart=str(one),
                    is_first=one is ApprovalState.APPROVED,
                )
                for label, one in answers
            ]
        ),
    ]
    note = _by_when(outcome)
    if note:
        blocks.append(kit.ContextBlock([kit.Text(note)]))
    blocks += strategy.at_hand(outcome.strategy)
    return message(unmarked(words), blocks, in_place=outcome.in_place)


def draw_decision_form_opened(outcome: DecisionFormOpened) -> Modal:
    """Ask what goes with an answer: the four checks for a yes, reasons for anything else."""
    decision = ApprovalState(outcome.decision)
    title, submit = _TITLES[decision]
    blocks: list[kit.Block] = [kit.SectionBlock(_subject(outcome.seen)), *_shown(outcome.seen)]
    if decision is ApprovalState.APPROVED:
        blocks += strategy.at_hand(outcome.seen.strategy)
        boxes = kit.CheckboxGroup("value", [choices.option(words, key) for key, words in CHECKS.items()])
        blocks.append(kit.InputBlock("I have looked at", boxes, block_id="checks"))
    if decision is ApprovalState.CHANGES:
        boxes = kit.CheckboxGroup("value", [choices.option(words, key) for key, words in LABELS.items()])
        blocks.append(kit.InputBlock("What is it about?", boxes, block_id="labels", optional=True))
    if decision is not ApprovalState.APPROVED:
        field = kit.PlainTextInput("value", multiline=True, max_length=MOST_WORDS)
        hint = "Say what to do instead, and it is done sooner." if decision is ApprovalState.CHANGES else None
        blocks.append(kit.InputBlock("In your words", field, block_id="words", optional=True, hint=hint))
    keeps = {"approval_id": outcome.seen.approval.id, "decision": outcome.decision}
    return modal(title, blocks, form="decide-approval", submit=submit, keeps=keeps)


def draw_approval_decided(outcome: ApprovalDecided) -> Message:
    """Say what an answer leads to."""
    subject = strong(outcome.post)
    told = listed([saying.name(person) for person in outcome.told])
    match outcome.approval.decision:
        case ApprovalState.APPROVED if outcome.asked_next is not None:
            words = f"Thank you! {saying.name(outcome.asked_next)} looks at {subject} next."
        case ApprovalState.APPROVED:
            words = f"Thank you! {subject} may go out."
        case ApprovalState.CHANGES:
            words = f"I've told {told or 'nobody'}. Once it is changed, I'll show you {subject} again."
        case ApprovalState.HELD:
            words = f"{subject} waits until you say more. I've told {told or 'nobody else'}."
        case _:
            words = f"{subject} won't go out like this. I've told {told or 'nobody else'}."
    return message(unmarked(words), [kit.SectionBlock(words)])


def draw_approval_news(outcome: ApprovalNews) -> Message:
    """Tell somebody what an answer, or a change after it, means for them."""
    words = "\n".join([_news(outcome), *_reasons(outcome)])
    blocks: list[kit.Block] = [kit.SectionBlock(words)]
    ways: list[kit.Element] = [
        button(f"{capital(things([step]))}: done", FinishStep(step.id or 0), apart=f"step-{step.id}", is_first=True)
        for step in outcome.redo
    ]
    if outcome.may_take_out:
        takes_out = RemovePost(outcome.post.id or 0)
        ways.append(button("Take it out of the plan", takes_out, apart="out", sure=sure.TAKES_OUT_POST))
    if ways:
        blocks.append(kit.ActionsBlock(ways))
    return message(unmarked(words), blocks)


_ANSWERS = {
    ApprovalState.APPROVED: "Approve",
    ApprovalState.CHANGES: "Request changes",
    ApprovalState.HELD: "Hold",
    ApprovalState.REJECTED: "Reject",
}


def _words(seen: ApprovalSeen) -> str:
    subject = _subject(seen)
    match seen.approval.decision:
        case ApprovalState.OPEN if seen.changed:
            return (
                f"The {listed(seen.changed)} of {subject} changed since you looked at it. Is it still fine to go out?"
            )
        case ApprovalState.OPEN if seen.before is not None and seen.approval.level > 1:
            return f"{saying.name(seen.before)} said yes to {subject}. You look second: is it fine to go out?"
        case ApprovalState.OPEN:
            return f"Is {subject} fine to go out?"
        case ApprovalState.HELD:
            return f"{subject} is on hold until you say more."
        case ApprovalState.REJECTED:
            return f"You said no to {subject}."
        case decision:
            return f"{subject}: {_CLOSED[ApprovalState(decision)]}"


def _subject(seen: ApprovalSeen) -> str:
    return f"{strong(seen.post)}, {when(seen.post, seen.zone)}"


def _shown(seen: ApprovalSeen) -> list[kit.Block]:
    """Show words and picture as they would go out, and say what of them isn't here to be shown."""
    lines = [] if seen.captions or _is_title(seen.post) else [saying.plain(saying.short(seen.post.what, _MOST_TEXT))]
    left = _MOST_TEXT // max(1, len(seen.captions))
    for name, text in seen.captions.items():
        on = f"{capital(name)}: " if name else ""
        lines.append(f"{on}{saying.plain(saying.short(text, left))}")
    if seen.post.link:
        lines.append(link(seen.post.link, "The link it goes out with"))
    blocks: list[kit.Block] = [kit.SectionBlock("\n".join(lines))] if lines else []
    ready = [photo for photo in seen.pictures if photo.state == PhotoState.READY]
    blocks += [
        kit.ImageBlock(slack_file=kit.SlackFile(url=None, id=photo.file_id), alt_text=f"Photo {photo.number}")
        for photo in ready[:_MOST_PICTURES]
    ]
    lacking = _lacking(seen, has_picture=bool(ready))
    return [*blocks, kit.ContextBlock([kit.Text(lacking)])] if lacking else blocks


def _lacking(seen: ApprovalSeen, *, has_picture: bool) -> str:
    lacking = [] if seen.captions or not _is_title(seen.post) else ["words"]
    lacking += [] if has_picture else ["picture"]
    them = "it" if lacking == ["picture"] else "them"
    return (
        f"I don't have its {listed(lacking)}, so please look at {them} elsewhere before you answer." if lacking else ""
    )


def _is_title(post: Post) -> bool:
    """Whether what a post is about is no more than its title."""
    return len(post.what) <= _MOST_TITLE and "\n" not in post.what


def _by_when(seen: ApprovalSeen) -> str:
    if seen.due_at is None or seen.approval.decision != ApprovalState.OPEN:
        return ""
    by = f"By {saying.moment(seen.due_at, seen.zone)}, please."
    return f"{by} After that I'll ask {saying.name(seen.next_one)}." if seen.next_one else by


def _news(outcome: ApprovalNews) -> str:
    by, subject = saying.name(outcome.by), strong(outcome.post)
    match outcome.approval.decision:
        case ApprovalState.VOID:
            changed = listed(list(outcome.changed)) or "post"
            return f"The {changed} of {subject} changed after {by} had said yes, so {by} is asked to look once more."
        case ApprovalState.CHANGES if outcome.redo:
            return f"{by} asks for changes to {things(list(outcome.redo))} of {subject}."
        case ApprovalState.CHANGES:
            return f"{by} asks for changes to {subject}."
        case ApprovalState.HELD:
            return f"{by} holds {subject} for now. Nothing goes out until then."
        case _:
            return f"{by} doesn't want {subject} to go out like this."


def _reasons(outcome: ApprovalNews) -> list[str]:
    if outcome.approval.decision == ApprovalState.VOID:
        return []
    labels = ", ".join(LABELS[label] for label in outcome.approval.labels if label in LABELS)
    words = saying.plain(outcome.approval.words)
    return [line for line in (labels, words) if line]
