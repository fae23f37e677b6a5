"""What can be asked about the weekly digest."""

from dataclasses import dataclass

from bot.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class ShowDigest:
    """Show the digest of a week, to me only."""

    week: Week


@dataclass(frozen=True, slots=True)
class OpenLineForm:
    """Open the form for one side's line in the digest."""

    week: Week
    side: str


@dataclass(frozen=True, slots=True)
class AddLine:
    """Add one side's line, `marketing` or `sales`, to the digest of a week, in up to three parts.

    Sales may also say that no leads came.
    """

    week: Week
    side: str
    good: str = ""
    bad: str = ""
    in_between: str = ""
    none_came: bool = False


@dataclass(frozen=True, slots=True)
class CompareNetworks:
    """Show what each network took in twelve weeks, and which leads are recorded from there."""


@dataclass(frozen=True, slots=True)
class ComparePosts:
    """Show the posts of twelve weeks beside each other: what came with leads, and which people engaged with."""
