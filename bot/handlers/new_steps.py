"""The steps of a new post: which it takes, who is thought of for each, and asking them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.domain import duties, steps, templates
from bot.domain.spans import Size, Span
from bot.domain.steps import PlannedStep
from bot.domain.suggestions import Suggestion
from bot.domain.templates import Planned, Template
from bot.domain.workload import Load
from bot.handlers import agreed, offers
from bot.handlers.call import Call
from storage import steps as kept_steps
from storage.tables import Member, Post, Role, Step, Task


def template_of(call: Call, kind: str, on: date, *, is_event: bool) -> Template:
    """Give the steps that a post of that kind and day takes; what comes once a month an earlier post may have had."""
    template = templates.of_kind(call.workspace.templates, kind)
    stretches = {step.every: Span.of(on, Size(step.every)) for step in template if step.every}
    if stretches:
        had = {
            every: kept_steps.names_between(call.session, call.workspace_id, span.first, span.last)
            for every, span in stretches.items()
        }
        template = templates.due_now(template, had)
    return templates.with_photo(template) if is_event else template


def suggested(call: Call, template: Template, publish_at: datetime, *, but: Mapping[str, int]) -> dict[str, Suggestion]:
    """Give who is thought of for what nobody in particular is to do, because they agreed to it."""
    open_ones = [
        step
        for step in template
        if step.owner in (templates.NAMED, Role.LEAD) and step.task in duties.OF_TASK and step.task not in but
    ]
    roster = agreed.roster(call, publish_at) if open_ones else None
    if roster is None:
        return {}
    ranked = {
        step.task: roster.rank(duties.OF_TASK[step.task], step.minutes)
        for step in open_ones
        if step.task != Task.APPROVAL
    }
    return {task: found[0] for task, found in ranked.items() if found}


def over(call: Call, made: Sequence[Step], people: Mapping[int, Member]) -> tuple[Load, ...]:
    """Give where these steps go beyond what their owners agreed to that week."""
    owners = dict.fromkeys(step.owner_id for step in made)
    return tuple(
        load
        for owner_id in owners
        for load in agreed.over(call, people[owner_id], [step for step in made if step.owner_id == owner_id])
    )


def make(
    post: Post,
    plans: Sequence[tuple[Planned, PlannedStep]],
    owners: Mapping[str, int],
    people: Mapping[int, Member],
    call: Call,
) -> tuple[Step, ...]:
    """Make the steps as they were planned and reckoned, and ask whoever is thought of for them."""
    made = tuple(
        Step(
            workspace_id=call.workspace_id,
            post_id=post.id or 0,
            task=planned.task,
            owner_id=owners[planned.task],
            due_at=each.due_at,
            name=planned.name,
            minutes=planned.minutes,
        )
        for planned, each in plans
    )
    for owner_id, waiting in steps.still_to_ask(made).items():
        offers.offer_steps(call, post, people[owner_id], waiting)
    kept_steps.remember(call.session, made)
    return made
