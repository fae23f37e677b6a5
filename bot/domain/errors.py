"""What may go wrong for a person, each error carrying the sentence the person reads.

These are raised where the fact is known and caught by the doors, never in between. Nothing here knows which door.

    PlanError              has `sentence` (what happened), `hint` (what works), `field` (of a form, to stand beside)
    ├── Misread            the words could not be read; also carries `usages` and the `nearest` phrase that can be read
    ├── NotAllowed         not yours to change
    ├── WrongMoment        right, but not now: already posted, already taken, in the past
    │   └── NeverOpen      a working time was asked for, and there are no opening hours to find one in
    └── NotFound           nothing like that in this workspace
"""

from collections.abc import Sequence
from typing import Self


class PlanError(Exception):
    """A fact that keeps a wish from being carried out; nothing has been changed."""

    def __init__(self, sentence: str, *, hint: str | None = None, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.field = field
        self.also: tuple[PlanError, ...] = ()

    def beside(self, field: str) -> Self:
        """The same error, shown beside this field of a form."""
        self.field = field
        return self

    def along_with(self, others: Sequence["PlanError"]) -> Self:
        """The same error, and others in the same form that are told at the same time."""
        self.also = tuple(others)
        return self


class Misread(PlanError):  # noqa: N818 - errors here are facts
    """The words could not be read."""

    def __init__(
        self,
        sentence: str,
        *,
        hint: str | None = None,
        field: str | None = None,
        usages: Sequence[str] = (),
        nearest: str | None = None,
    ) -> None:
        super().__init__(sentence, hint=hint, field=field)
        self.usages = tuple(usages)
        self.nearest = nearest


class NotAllowed(PlanError):  # noqa: N818 - errors here are facts
    """This is somebody else's to change."""


class WrongMoment(PlanError):  # noqa: N818 - errors here are facts
    """This can be done, but not now."""


class NeverOpen(WrongMoment):
    """There are no opening hours, so there is no working time to find."""

    def __init__(self) -> None:
        super().__init__(
            "There are no opening hours yet, so I can't find a time when somebody is in.",
            hint="Add opening hours for at least one day: `/rounds setup`",
        )


class NotFound(PlanError):  # noqa: N818 - errors here are facts
    """There is nothing like that in this workspace."""
