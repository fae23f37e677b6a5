"""Why a cleared photo could not be kept. Knows no row, so that bytes can be judged alone, and no sentence."""

from enum import StrEnum


class Problem(StrEnum):
    """What was wrong with the picture, or with getting it."""

    EMPTY = "empty"
    NOT_A_PICTURE = "not-a-picture"
    UNSUPPORTED = "unsupported"
    MOVING = "moving"
    DAMAGED = "damaged"
    TOO_LARGE = "too-large"
    TOO_MANY_PIXELS = "too-many-pixels"
    SIGN_IN_PAGE = "sign-in-page"
    NO_DOWNLOAD = "no-download"
    NO_ACCESS = "no-access"
    GONE = "gone"
    ELSEWHERE = "elsewhere"
    NOT_KEPT = "not-kept"

    @property
    def may_pass(self) -> bool:
        """Whether it helps to try again: the trouble lay with the download, not with the picture."""
        return self in (Problem.SIGN_IN_PAGE, Problem.NO_DOWNLOAD, Problem.NO_ACCESS, Problem.NOT_KEPT)
