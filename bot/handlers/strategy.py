"""The strategy: one page that everybody may read and few may change, with every version kept.

Changes of two people at once come together; where both changed the same part, the second one sees both first.
"""

from collections.abc import Sequence

from bot.commands.vocabulary import OpenStrategyForm, SetStrategy, ShowStrategy, ShowStrategyChanges
from bot.domain import roles, strategy_errors, versions
from bot.domain import strategy as page
from bot.domain.outcomes.strategy import StrategyChangesShown, StrategyFormOpened, StrategyShown
from bot.domain.versions import Answers
from bot.handlers.call import Call, Scene
from storage import members
from storage import strategy as kept
from storage.tables import Step, Strategy, Task


def show_strategy(command: ShowStrategy, call: Call) -> StrategyShown:
    """Show the strategy to anybody."""
    people, _ = members.team(call.session, call.workspace_id)
    return StrategyShown(
        kept.newest(call.session, call.workspace_id),
        people,
        call.zone,
        call.lead(),
        may_change=_may_change(call) and not command.is_aside,
        is_aside=command.is_aside,
    )


def open_strategy_form(command: OpenStrategyForm, call: Call) -> StrategyFormOpened:  # noqa: ARG001 - as all handlers
    """Open the form, filled with what holds now."""
    _check_may_change(call)
    now = kept.newest(call.session, call.workspace_id)
    return StrategyFormOpened(now, page.answers(now), members.team(call.session, call.workspace_id)[0])


def set_strategy(command: SetStrategy, call: Call) -> StrategyShown | StrategyFormOpened:
    """Save a version, brought together with what others saved since the form was opened."""
    _check_may_change(call)
    wanted = page.check(_wanted(command, call), call.today)
    people, _ = members.team(call.session, call.workspace_id)
    now = kept.newest(call.session, call.workspace_id)
    seen = kept.by_number(call.session, call.workspace_id, command.version)
    meeting = versions.bring_together(wanted, page.answers(now), page.answers(seen))
    if meeting.clashes:
        own = {part: after for part, (_, after) in meeting.changes.items()}
        return StrategyFormOpened(now, {**page.answers(now), **own}, people, meeting.clashes)
    saved = now
    if meeting.changes:
        said = {**page.answers(now), **{part: after for part, (_, after) in meeting.changes.items()}}
        saved = _remember(call, said, now.number + 1 if now is not None else 1)
    is_news = bool(meeting.changes)
    return StrategyShown(saved, people, call.zone, call.lead(), may_change=True, is_saved=True, is_news=is_news)


def show_strategy_changes(command: ShowStrategyChanges, call: Call) -> StrategyChangesShown:  # noqa: ARG001 - as above
    """Show what each of the latest versions changed."""
    found = list(kept.every(call.session, call.workspace_id, most=page.SHOWN + 1))
    before: list[Strategy | None] = [*found[1:], None]
    changed = [(one, page.changes(earlier, one)) for one, earlier in zip(found, before, strict=True)]
    people, _ = members.team(call.session, call.workspace_id)
    return StrategyChangesShown(changed[: page.SHOWN], people, call.zone, earlier=len(found) > page.SHOWN)


def of_practice(scene: Scene) -> Strategy | None:
    """Give the strategy that whoever looks a post over should have at hand; None where nothing is written down."""
    found = kept.newest(scene.session, scene.workspace_id)
    return None if page.is_blank(found) else found


def voice_for(scene: Scene, steps: Sequence[Step]) -> str:
    """Say how the practice sounds, to whoever has the words of a post among these steps."""
    if not any(step.task == Task.CAPTION and not step.done_at for step in steps):
        return ""
    found = of_practice(scene)
    return found.voice if found is not None else ""


def _wanted(command: SetStrategy, call: Call) -> Answers:
    answerer = members.by_user(call.session, call.workspace_id, command.answerer) if command.answerer else None
    if command.answerer:
        answerer = roles.can_be_asked(answerer, field="answerer")
    return {
        "voice": command.voice,
        "purposes": command.purposes,
        "answerer": str(answerer.id) if answerer else "",
        "within": command.within,
        "ways": command.ways,
        "measures": command.measures,
    }


def _remember(call: Call, said: Answers, number: int) -> Strategy:
    made = Strategy(
        workspace_id=call.workspace_id,
        number=number,
        voice=said["voice"],
        purposes=said["purposes"],
        within=said["within"],
        ways=said["ways"],
        measures=said["measures"],
        answerer_id=int(said["answerer"]) if said["answerer"] else None,
        saved_by=call.member_id,
        saved_at=call.now,
    )
    call.session.add(made)
    call.session.flush()
    return made


def _may_change(call: Call) -> bool:
    return roles.holds_one_of(page.EDITORS, call.member, members.holders(call.session, call.workspace_id))


def _check_may_change(call: Call) -> None:
    if not _may_change(call):
        raise strategy_errors.not_yours(call.lead().name)
