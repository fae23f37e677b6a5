"""What somebody from an agency reads where something stays with the practice's own team: what, and who can help."""

from bot.domain.errors import Misread, NotAllowed
from bot.domain.roles import Theirs

_WHAT = {
    Theirs.LEADS: "Leads stay with the practice's own team.",
    Theirs.RESULTS: "The digest, goals and decisions stay with the practice's own team.",
    Theirs.MONEY: "The budget stays with the practice's own team. `/plan ads` has what ads may cost.",
    Theirs.PLANNING: "That part of the planning stays with the practice's own team.",
    Theirs.TEAM: "Who looks after what inside the practice stays with its own team.",
    Theirs.SETTINGS: "The settings stay with the practice's own team.",
    Theirs.COPIES: "The plan as a file stays with the practice's own team. `/plan` shows you all of it.",
}


def stays(what: Theirs, lead: str) -> NotAllowed:
    """Something is out of an agency's reach."""
    return NotAllowed(_WHAT[what], hint=f"{lead or 'The lead'} can help you with that.")


def holds_a_role(name: str) -> Misread:
    """A role comes with what an agency doesn't see, so nobody is both."""
    return Misread(
        f"{name or 'That person'} can't have a role here and be from an agency.",
        hint="Roles come with leads and settings, which an agency doesn't see.",
        field="agency",
    )
