"""Who may be told when somebody doesn't answer, and who is reminded for somebody who isn't there. It knows no rows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Team:
    """Who may be told when somebody doesn't answer, whose account is deactivated, and who is away."""

    lead_id: int | None = None
    backup_id: int | None = None
    gone: frozenset[int] = frozenset()
    away: frozenset[int] = frozenset()

    @property
    def lead(self) -> int | None:
        """The lead or, where the lead is away or has left, the backup."""
        return next((held for held in (self.lead_id, self.backup) if held and self.is_here(held)), None)

    @property
    def backup(self) -> int | None:
        """The backup, where there is one who can be reached."""
        return self.backup_id if self.backup_id is not None and self.is_here(self.backup_id) else None

    def is_here(self, member_id: int) -> bool:
        """Whether somebody can be asked now."""
        return member_id not in self.gone and member_id not in self.away

    def stand_in(self, member_id: int) -> int | None:
        """Who is reminded while somebody is away: the backup, or the lead."""
        return next((held for held in (self.backup, self.lead) if held not in (None, member_id)), None)

    def reminded_for(self, owner_id: int) -> int | None:
        """Who is reminded of somebody's steps: they themselves, the lead once they have left, or their stand-in."""
        if owner_id in self.gone:
            return self.lead
        return self.stand_in(owner_id) if owner_id in self.away else owner_id

    def helper_of(self, owner_id: int) -> int | None:
        """Who hears that somebody needs help: the lead or, where that is who asks, the backup."""
        return next((held for held in (self.lead, self.backup) if held not in (None, owner_id)), None)
