"""Reading what is typed about comments: a new one from where it was written, and one by its number.

What may point to somebody is refused before anything else is read, and a word that is no place and no tone may be what
they wrote: neither is repeated.
"""

import re

from bot.commands import vocabulary as v
from bot.commands.typed import Piece, Typed
from bot.commands.when import Reading
from bot.domain import comment_errors, comments
from bot.domain.discretion import points_to_somebody
from storage.tables import Ending, Tone

_NUMBER = re.compile(r"#?(\d{1,9})[,.;:]?")
_TONES = {
    "question": Tone.QUESTION,
    "praise": Tone.PRAISE,
    "compliment": Tone.PRAISE,
    "complaint": Tone.COMPLAINT,
    "other": Tone.OTHER,
}
_ENDINGS = {
    "answered": Ending.ANSWERED,
    "done": Ending.ANSWERED,
    "no answer": Ending.NEEDLESS,
    "no answer needed": Ending.NEEDLESS,
}
_FILLING = frozenset({"a", "an", "on", "the", "new", "comment", "review"})


def read_comments(typed: Typed, _reading: Reading) -> v.Command:
    """Read "12" or "12 answered"; with nothing typed those that wait are shown."""
    if not typed.pieces:
        return v.ShowComments()
    words = [piece.shown.lower() for piece in typed.pieces]
    numbered = _NUMBER.fullmatch(words[0])
    if numbered is None:
        raise comment_errors.what_of_it()
    if not words[1:]:
        return v.ShowComment(int(numbered[1]))
    ending = _ENDINGS.get(" ".join(words[1:]).strip(".,! "))
    if ending is None:
        raise comment_errors.what_of_it()
    return v.SayClosed(int(numbered[1]), ending)


def read_comment(typed: Typed, reading: Reading) -> v.Command:
    """Read "instagram complaint https://..." in any order; with nothing typed the form opens."""
    if not typed.pieces:
        return v.OpenCommentForm()
    links = [piece.value for piece in typed.pieces if piece.sign == "link"]
    rest = [piece for piece in typed.pieces if piece.sign != "link"]
    words = [_word(piece) for piece in rest]
    if points_to_somebody(" ".join(piece.shown for piece in rest), reading.today):
        raise comment_errors.private()
    tones = [_TONES[word] for word in words if word in _TONES]
    named = [word for word in words if word not in _TONES and word not in _FILLING]
    network = comments.place(" ".join(named))
    if (named and not network) or len(links) > 1 or len(tones) > 1:
        raise comment_errors.not_a_word()
    return v.LogComment(network, tones[0] if tones else Tone.OTHER, links[0] if links else "")


def read_answer(typed: Typed, _reading: Reading) -> v.Command:
    """Read an answer that is to be looked over, all of it as it was typed."""
    return v.CheckAnswer(typed.text)


def _word(piece: Piece) -> str:
    return piece.value if piece.sign == "tag" else piece.shown.lower().strip(".,;:")
