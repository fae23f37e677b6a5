"""Who may change what, and who can be asked to do something. It refuses to know what is being changed."""

from collections.abc import Mapping

from bot.domain import plan_errors
from storage.tables import Member, Role


def leads(member: Member, holders: Mapping[Role, Member]) -> bool:
    """Whether this member is the lead or the backup."""
    return any(holder.id == member.id for role, holder in holders.items() if role in (Role.LEAD, Role.BACKUP))


def may_set_up(member: Member, holders: Mapping[Role, Member]) -> bool:
    """Whether this member may change settings: the lead and the backup, or anybody while neither is there any more."""
    active = {role: holder for role, holder in holders.items() if not holder.is_deactivated}
    return leads(member, holders) or not {Role.LEAD, Role.BACKUP} & active.keys()


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
