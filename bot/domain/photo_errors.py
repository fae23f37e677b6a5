"""The sentences for what keeps a photo from being used, each with what works instead. It decides nothing."""

from bot.domain.errors import Misread, NotAllowed, NotFound, WrongMoment
from storage.tables import Photo, PhotoState


def no_such_photo() -> NotFound:
    """The photo is unknown here."""
    return NotFound("I can't find that photo any more.", hint="`/photos` shows the ones there are.")


def no_such_post() -> NotFound:
    """The post is unknown here."""
    return NotFound("I can't find that post any more.", hint="`/plan` shows what is planned.")


def no_picture_there() -> NotFound:
    """The shortcut was used on a message without pictures."""
    return NotFound(
        "There is no picture in that message that I can use.",
        hint="Choose a message that somebody shared a photo in. JPEG, PNG, HEIC and WebP work.",
    )


def no_post_to_choose() -> WrongMoment:
    """There is nothing to attach a photo to."""
    return WrongMoment(
        "There is no other post to come that could take this photo.",
        hint="Add one with `/plan add`, then choose it in `/photos`.",
    )


def which_post(field: str) -> Misread:
    """The form was sent without a post."""
    return Misread("Which post is the photo for?", hint="Choose one from the list.", field=field)


def no_such_answer() -> NotFound:
    """An answer that nobody can give."""
    return NotFound("That is no answer I know.", hint="Choose No, Yes or Not sure.")


def somebody_elses_word(photo: Photo) -> NotAllowed:
    """Only the sharer's word, or the lead's, clears a photo."""
    if photo.state == PhotoState.BLOCKED:
        return NotAllowed(
            f"Photo {photo.number} is set aside until the lead has looked at it.",
            hint="There is nothing for you to do. If nobody in it is a patient, tell the lead.",
        )
    return NotAllowed(
        f"Only the person who shared photo {photo.number}, or the lead, can say that nobody in it is a patient.",
        hint="If you think that somebody is, choose Yes or Not sure.",
    )


def not_ready(photo: Photo) -> WrongMoment:
    """The photo is not cleared, not here yet, or never will be."""
    which = f"Photo {photo.number}"
    if photo.state == PhotoState.ASKED:
        return WrongMoment(
            f"{which} waits for an answer first: does it show a patient?", hint="`/photos` has the question."
        )
    if photo.state == PhotoState.CLEARED:
        return WrongMoment(f"{which} is still on its way.", hint="Try again in a moment.")
    if photo.state == PhotoState.BLOCKED:
        return WrongMoment(
            f"{which} may show a patient, so it can't go to a post.",
            hint="If it shows none, the lead can say so in `/photos`.",
        )
    return WrongMoment(f"{which} could not be used, so it can't go to a post.", hint="`/photos` says why.")


def with_another_post(number: int) -> WrongMoment:
    """The photo was taken for another post meanwhile."""
    return WrongMoment(f"Photo {number} is with another post by now.", hint="`/photos` shows which ones are free.")


def not_yours_to_replace(lead: str) -> NotAllowed:
    """Somebody who is neither lead nor backup chooses what stands in for a picture."""
    return NotAllowed(f"What stands in for a picture is {lead or 'the lead'}'s to choose.")


def post_taken_out() -> WrongMoment:
    """The post is no longer planned."""
    return WrongMoment("That post was taken out of the plan.", hint="Choose another post for this photo.")


def post_is_out() -> WrongMoment:
    """The post is published."""
    return WrongMoment("That post is out already.", hint="Choose a post that is still to come.")


def post_is_over() -> WrongMoment:
    """The post's day is long past."""
    return WrongMoment("That post's day has long passed.", hint="Choose a post that is still to come.")


def went_out_already(number: int) -> WrongMoment:
    """The photo was published with another post."""
    return WrongMoment(
        f"Photo {number} went out with its post already, so it stays there.", hint="Share another one for this post."
    )


def not_cleared_yet() -> WrongMoment:
    """Somebody from an agency wants to use a picture of the practice's that nobody has cleared."""
    return WrongMoment("That picture isn't cleared yet.", hint="Once it is, you find it in `/photos`.")
