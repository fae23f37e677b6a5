"""Who may change what, and who can be asked to do something. It refuses to know what is being changed."""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from bot.domain import plan_errors
from storage.tables import Member, Role


class Theirs(StrEnum):
    """What stays with a practice's own team and is out of the reach of whoever works for it from outside."""

    LEADS = "leads"
    RESULTS = "results"
    MONEY = "money"
    PLANNING = "planning"
    TEAM = "team"
    SETTINGS = "settings"
    COPIES = "copies"


def leads(member: Member, holders: Mapping[Role, Member]) -> bool:
    """Whether this member is the lead or the backup."""
    return holds_one_of((Role.LEAD, Role.BACKUP), member, holders)


def holds_one_of(wanted: Collection[Role], member: Member, holders: Mapping[Role, Member]) -> bool:
    """Whether this member holds any of these roles."""
    return any(holder.id == member.id for role, holder in holders.items() if role in wanted)


def acting_lead(holders: Mapping[Role, Member]) -> Member | None:
    """Give the lead or, where the lead's account is deactivated, the backup; None where neither is there any more."""
    held = (holders.get(role) for role in (Role.LEAD, Role.BACKUP))
    return next((holder for holder in held if holder and not holder.is_deactivated), None)


def askable(people: Iterable[Member], holders: Mapping[Role, Member], *, otherwise: Member) -> dict[str, int]:
    """Give the row ids of whoever can be asked for something, by Slack user id and by role; the lead is always there.

    Where neither lead nor backup is there any more, whoever asks stands for them.
    """
    found = {person.user_id: person.id or 0 for person in people if not _is_out_of_reach(person)}
    found |= {str(role): holder.id or 0 for role, holder in holders.items() if not _is_out_of_reach(holder)}
    return found | {str(Role.LEAD): (acting_lead(holders) or otherwise).id or 0}


def may_set_up(member: Member, holders: Mapping[Role, Member]) -> bool:
    """Whether this member may change settings: the lead and the backup, or anybody while neither is there any more."""
    return leads(member, holders) or acting_lead(holders) is None


def still_there(owners: Mapping[str, int], people: Mapping[int, Member]) -> dict[str, int]:
    """Leave out of who is usually asked whoever has left since."""
    return {
        task: member_id
        for task, member_id in owners.items()
        if member_id in people and not people[member_id].is_deactivated
    }


def can_be_asked(member: Member | None, *, field: str) -> Member:
    """Give the member back if they can take something on; refuse with the reason why not."""
    if member is None:
        raise plan_errors.unknown_person(field)
    if member.is_bot:
        raise plan_errors.is_a_bot(member.name, field)
    if member.is_deactivated:
        raise plan_errors.is_deactivated(member.name, field)
    if member.is_foreign:
        raise plan_errors.is_foreign(member.name, field)
    return member


def _is_out_of_reach(member: Member) -> bool:
    return member.is_bot or member.is_deactivated or member.is_foreign
