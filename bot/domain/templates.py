"""The steps that a post of each kind takes: which, how long before it goes out, the minutes each, and whose they are.

A practice that has changed nothing has the usual ones. They are kept as plain values with the workspace, so that a new
post needs no look anywhere else; people are kept as their Slack user ids. It refuses to know dates and rows of steps.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from types import MappingProxyType
from typing import Any

from bot.domain import template_errors
from storage.tables import Kind, Role, Task

NAMED = ""
"""The owner of a step that goes to whoever is named for the post, or else to who adds it."""
MOST_STEPS = 10
"""What still fits into one question, one nudge and one line of the plan."""
USUAL_MINUTES = {
    Task.PHOTO: 20,
    Task.GRAPHIC: 20,
    Task.CAPTION: 20,
    Task.APPROVAL: 10,
    Task.PUBLISH: 5,
    Task.CHECK: 5,
}
OWN_MINUTES = 10


@dataclass(frozen=True, slots=True)
class Planned:
    """One step of a kind, reckoned from when the post goes out.

    `days` are working days and `hours` opening hours before that, or after it where they are negative. `owner` is a
    role, a Slack user id, or nobody in particular (`NAMED`). `every` is a stretch of time in which only the first post
    takes it: "month" or "quarter".
    """

    task: str
    days: int = 0
    hours: int = 0
    minutes: int = 0
    owner: str = str(Role.LEAD)
    name: str = ""
    every: str = ""

    @property
    def is_after(self) -> bool:
        """Whether this is done once the post is out."""
        return self.days < 0 or self.hours < 0


Template = tuple[Planned, ...]

USUAL: Template = (
    Planned(Task.PHOTO, days=2, minutes=USUAL_MINUTES[Task.PHOTO], owner=NAMED),
    Planned(Task.CAPTION, days=1, minutes=USUAL_MINUTES[Task.CAPTION]),
    Planned(Task.PUBLISH, minutes=USUAL_MINUTES[Task.PUBLISH]),
    Planned(Task.CHECK, days=-1, minutes=USUAL_MINUTES[Task.CHECK]),
)
"""Photo, caption, publishing and the check afterwards: two working days, one, at the time, one after."""
MONTH, QUARTER = "month", "quarter"
INVITE = Planned("own", hours=-1, minutes=5, owner=str(Role.SALES), name="Invite people at the desk")
SIGN = Planned("own", days=1, minutes=10, owner=str(Role.SALES), name="Check the sign and its code", every=QUARTER)
READY_MADE = (INVITE, SIGN)
"""Work around a post that practices forget: nobody comes by themselves to see what is posted."""
COMMUNITY: Template = (
    *USUAL[:2],
    replace(SIGN, task="own-1"),
    USUAL[2],
    replace(INVITE, task="own-2", every=MONTH),
    USUAL[3],
)
"""The usual steps of community posts: the desk invites people once a month, and looks at the sign once a quarter."""


def usual(kind: str) -> Template:
    """Give the steps that posts of a kind take in a practice that has changed nothing."""
    return COMMUNITY if kind == Kind.COMMUNITY else USUAL


def due_now(template: Template, had: Mapping[str, Collection[str]]) -> Template:
    """Give the steps that a post takes, without those that come once in a while and an earlier post had.

    `had` are the names of what the posts of its month and of its quarter have, by "month" and "quarter".
    """
    return tuple(step for step in template if not step.every or (step.name or step.task) not in had[step.every])


def of_kind(kept: Mapping[str, Any], kind: str) -> Template:
    """Give the steps of a kind as the workspace keeps them; the usual ones where it keeps none."""
    steps = (kept.get(kind) or {}).get("steps")
    return tuple(Planned(**step) for step in steps) if steps else usual(kind)


def with_steps(kept: Mapping[str, Any], kind: str, template: Template) -> dict[str, Any]:
    """Give what the workspace keeps with the steps of one kind replaced; the usual ones need no keeping."""
    of_kind = {name: value for name, value in (kept.get(kind) or {}).items() if name != "steps"}
    if template != usual(kind):
        of_kind["steps"] = [asdict(step) | {"task": str(step.task)} for step in template]
    others = {name: value for name, value in kept.items() if name != kind}
    return {**others, kind: of_kind} if of_kind else others


def with_photo(template: Template) -> Template:
    """Give the steps with one for the photo, where it is missing."""
    return template if any(step.task == Task.PHOTO for step in template) else (USUAL[0], *template)


def with_approval(steps: Sequence[Planned], *, is_wanted: bool) -> tuple[Planned, ...]:
    """Give the steps with one for the approval, half a working day before the post, where it is wanted and missing."""
    if not is_wanted or any(step.task == Task.APPROVAL for step in steps):
        return tuple(steps)
    at = next((number for number, step in enumerate(steps) if step.task == Task.PUBLISH), len(steps))
    minutes = USUAL_MINUTES[Task.APPROVAL]
    return (*steps[:at], Planned(Task.APPROVAL, hours=4, minutes=minutes, owner=str(Role.SPONSOR)), *steps[at:])


def checked(steps: Sequence[Planned]) -> Template:
    """Give steps of the practice's own their tasks, and refuse what makes no plan.

    Raises:
        Misread: too many steps, the same twice, or none that puts the post out.
    """
    if len(steps) > MOST_STEPS:
        raise template_errors.too_many_steps(len(steps), MOST_STEPS)
    numbered: list[Planned] = []
    for step in steps:
        if step.name and step.name.casefold() in {other.name.casefold() for other in numbered}:
            raise template_errors.named_twice(step.name)
        if not step.name and step.task in {other.task for other in numbered}:
            raise template_errors.named_twice(step.task)
        own = sum(bool(other.name) for other in numbered) + 1
        numbered.append(replace(step, task=f"own-{own}") if step.name else step)
    if Task.PUBLISH not in {step.task for step in numbered}:
        raise template_errors.nobody_publishes()
    return tuple(numbered)


def owners(
    template: Template,
    *,
    named_id: int | None,
    adder_id: int,
    known: Mapping[str, int],
    usual: Mapping[str, int] = MappingProxyType({}),
) -> Mapping[str, int]:
    """Say who is thought of for each step; `known` are the members who can be asked, by role and by Slack user id.

    Whoever is named for a post gets what is for the one named or, where nothing is, the photo or else the first step.
    For the rest the outline may name who is usually asked in that place.
    """
    lead_id = known.get(Role.LEAD, adder_id)
    found = {
        step.task: usual.get(step.task, adder_id if step.owner == NAMED else known.get(step.owner, lead_id))
        for step in template
    }
    if named_id is not None:
        for_named = [step.task for step in template if step.owner == NAMED]
        first = Task.PHOTO if Task.PHOTO in found else template[0].task
        found |= dict.fromkeys(for_named or [first], named_id)
    return found
