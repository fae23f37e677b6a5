"""An answer that was looked over before it is posted: what in it gives somebody away, and how else to say it."""

from bot.blocks import kit, saying
from bot.blocks.plan_phrases import listed
from bot.blocks.step_phrases import unmarked
from bot.blocks.surfaces import Message, message
from bot.domain.giveaways import Giveaway, Gives
from bot.domain.outcomes.comments import AnswerChecked
from storage.tables import Tone

_LONGEST = 60
_WHY = {
    Gives.PATIENT: "says, or sounds as if, they are a patient.",
    Gives.VISIT: "says that they were with you, or will be.",
    Gives.CARE: "tells of a treatment or of their body; in a general answer leave out whose.",
    Gives.WHEN: "tells when something was.",
    Gives.RECORD: "tells of records or money, which only patients have with you.",
    Gives.STAFF: "says that somebody here treated them.",
    Gives.SORRY: 'says that something happened to them. "We are sorry to hear this" does not.',
    Gives.NAME: "may be their name. Leave names out, also those that stand beside the comment.",
    Gives.ASKS: "asks for something private where everybody reads it. Give your office line instead.",
}
_SAFE = {
    Tone.PRAISE: "Thank you for your kind words! They mean a lot to our whole team.",
    Tone.QUESTION: (
        "Thank you for asking! It differs from person to person, so please call us at (your office line). We are glad "
        "to help."
    ),
    Tone.COMPLAINT: (
        "Thank you for taking the time to write. We take feedback seriously. Privacy rules keep us from saying more "
        "here, so please call us at (your office line): we would like to listen."
    ),
}
_AFTERWARDS = "Thank you again for your feedback. We are always glad to hear what people think."
_NOTHING = (
    "I find nothing in it that tells whether somebody is a patient. I only know common words, so read it once more as "
    "a stranger would."
)
_KEPT = "I keep nothing of your answer, and post nothing."


def draw_answer_checked(outcome: AnswerChecked) -> Message:
    """Say what an answer gives away and how to begin instead; without one, how answers can begin."""
    if outcome.tone is None:
        return _told(_beginnings())
    if not outcome.given_away:
        return _told(_NOTHING)
    many = len(outcome.given_away)
    head = f"*Better not yet: {'one thing' if many == 1 else f'{many} things'} in it could give somebody away.*"
    lines = [f"• {_found(each)} {_WHY[each.gives]}" for each in outcome.given_away]
    return _told("\n".join([head, *lines]), f"*Without it*\n> {_SAFE[outcome.tone]}")


def _beginnings() -> str:
    ways = [
        ("Praise", _SAFE[Tone.PRAISE]),
        ("A question", _SAFE[Tone.QUESTION]),
        ("A complaint", _SAFE[Tone.COMPLAINT]),
        ("Once you have spoken in private", _AFTERWARDS),
    ]
    told = "\n".join(f"*{what}*\n> {words}" for what, words in ways)
    more = "`/comments check` with your own words looks them over."
    return f"How an answer can begin that gives nobody away:\n{told}\n{more}"


def _found(each: Giveaway) -> str:
    return listed([f"\u201c{saying.plain(saying.short(found, _LONGEST))}\u201d" for found in each.found])


def _told(*parts: str) -> Message:
    blocks: list[kit.Block] = [kit.SectionBlock(part) for part in parts]
    return message(unmarked(parts[0]), [*blocks, kit.ContextBlock([kit.Text(_KEPT)])])
