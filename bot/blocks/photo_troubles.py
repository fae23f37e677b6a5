"""What is said about a photo that could not be used: what was the matter, and what helps."""

from bot.blocks import kit
from bot.blocks.surfaces import Message, message
from bot.domain.outcomes.photos import PictureUnusable
from bot.domain.problems import Problem
from storage.tables import Photo

USABLE = "JPEG, PNG, HEIC and WebP work."

_AGAIN = "Please share it again."
_ANOTHER = "Please share another one."

_SAID = {
    Problem.EMPTY: ("The file of photo {n} is empty.", _AGAIN),
    Problem.NOT_A_PICTURE: ("The file of photo {n} is called a picture, but there is none in it.", _ANOTHER),
    Problem.UNSUPPORTED: ("Photo {n} is of a kind I can't use.", USABLE),
    Problem.MOVING: ("Photo {n} moves, and I can only use still pictures.", _ANOTHER),
    Problem.DAMAGED: ("Photo {n} is damaged or breaks off before its end.", _AGAIN),
    Problem.TOO_LARGE: ("Photo {n} is larger than 50 MB, which is more than I can take.", "A smaller copy works."),
    Problem.TOO_MANY_PIXELS: (
        "Photo {n} has more than 60 megapixels, which is more than I can open.",
        "A smaller copy works.",
    ),
    Problem.SIGN_IN_PAGE: (
        "Slack gave me a sign-in page instead of photo {n}.",
        "Please try again. If it stays that way, whoever installed Rounds can help.",
    ),
    Problem.NO_DOWNLOAD: ("I could not get photo {n} from Slack.", "Please try again in a few minutes."),
    Problem.NO_ACCESS: (
        "Slack doesn't let me see photo {n}.",
        "Please invite Rounds to the channel it is in, then try again.",
    ),
    Problem.GONE: ("Photo {n} is no longer in Slack.", "If it is still wanted, please share it again."),
    Problem.ELSEWHERE: (
        "Photo {n} is a link to another service, and I only take files from Slack.",
        "Please upload the picture itself.",
    ),
    Problem.NOT_KEPT: (
        "I could fetch photo {n}, but had no place to keep it.",
        "Please try again later. If it stays that way, whoever runs Rounds can look at the photo store.",
    ),
}


def told(photo: Photo) -> tuple[str, str, bool]:
    """Give the sentence, what helps, and whether trying the same file again can help."""
    problem = Problem(photo.problem)
    trouble, remedy = _SAID[problem]
    return trouble.format(n=photo.number), remedy, problem.may_pass


def draw_unusable(outcome: PictureUnusable) -> Message:
    """Say that a picture is of a kind that can't be used, so that a photo that is waited for can still be shared."""
    said = f"I can't use this kind of picture, so I've left it alone. {USABLE}"
    private = [kit.ContextBlock([kit.Text("Only you see this message.")])] if outcome.in_channel else []
    return message(said, [kit.SectionBlock(said), *private])
