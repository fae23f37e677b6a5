"""How comments look: the form, one comment, all that wait, and the word to whoever answers them."""

from bot.blocks import answering, choices, kit, saying, sure
from bot.blocks import comment_phrases as phrases
from bot.blocks.plan_phrases import capital, title
from bot.blocks.step_phrases import OUT_OF_DATE, button, unmarked
from bot.blocks.strategy import SOON
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import OpenCommentForm, RemoveComment
from bot.domain.comments import PLACES, Told
from bot.domain.outcomes.comments import (
    CommentFormOpened,
    CommentRemoved,
    CommentSaid,
    CommentsAsked,
    CommentShown,
    CommentsShown,
)
from bot.domain.strategy import Within
from bot.domain.weeks import Week
from storage.tables import Ending, Tone

_TONES = {
    Tone.QUESTION: "A question",
    Tone.PRAISE: "Praise",
    Tone.COMPLAINT: "A complaint",
    Tone.OTHER: "Something else",
}
_NONE = (
    "No comment is logged yet. `/comments add instagram`, or *Log this comment* in the menu of a message, logs one: "
    "where it was written and how it sounds, never what it says or who wrote it. I then keep an eye on it until "
    "somebody has answered."
)
_FOOT = "`/comments add instagram complaint` logs one more."
_LOOKED_OVER = "`/comments check` and your answer looks it over first."
_THANKS = "All of it is answered. Thank you!"


def draw_comment_form_opened(outcome: CommentFormOpened) -> Modal:
    """Ask where it was written and how it sounds; never what it says."""
    places = choices.options((capital(name), key) for key, name in PLACES.items())
    tones = choices.options((words, str(tone)) for tone, words in _TONES.items())
    blocks: list[kit.Block] = [
        kit.InputBlock(
            "Where was it written?",
            kit.StaticSelectMenu(
                "value",
                options=list(places.values()),
                initial_option=places.get(outcome.network),
                placeholder="Pick one",
            ),
            block_id="network",
        ),
        kit.InputBlock("How does it sound?", kit.RadioButtonGroup("value", list(tones.values())), block_id="tone"),
        kit.InputBlock(
            "Link to it",
            kit.PlainTextInput(
                "value", initial_value=outcome.link or None, placeholder="https://www.instagram.com/p/..."
            ),
            block_id="link",
            optional=True,
            hint="The link to your own post or page. What was written, and by whom, I never keep.",
        ),
        kit.InputBlock(
            "Which day was it written?",
            kit.DatePicker("value", initial_date=outcome.today.isoformat()),
            block_id="on",
            optional=True,
        ),
        kit.InputBlock(
            "At what time?", kit.TimePicker("value"), block_id="at", optional=True, hint="Empty means just now."
        ),
    ]
    return modal("Log a comment", blocks, form="log-comment", submit="Log it")


def draw_comment_shown(outcome: CommentShown) -> Message:
    """Draw one comment, whom it waits for, and what can be said of it."""
    comment = outcome.comment
    words = phrases.line(comment, outcome.now, outcome.zone)
    lines = [f"Logged: {words}" if outcome.is_new else words]
    lines += [f"It is under {title(outcome.post)}."] if outcome.post is not None else []
    lines += [f"The conversation began with comment {outcome.follows.number}."] if outcome.follows is not None else []
    lines += [_whose(outcome)] if comment.closed_at is None else []
    if comment.closed_at is not None and outcome.closed_by is not None:
        who = saying.name(outcome.closed_by)
        lines.append(f"{who} answered." if comment.ending == Ending.ANSWERED else f"{who} said so.")
    ways = phrases.ways(comment, outcome.now, "")
    is_own = comment.logged_by == outcome.reader.id and comment.closed_at is None
    ways += [button("Take it back", RemoveComment(comment.id or 0), sure=sure.TAKES_BACK_COMMENT)] if is_own else []
    blocks: list[kit.Block] = [kit.SectionBlock("\n".join(lines)), kit.ActionsBlock(ways)]
    blocks += [kit.ContextBlock([kit.Text(f"{phrases.CARE} {_LOOKED_OVER}")])] if comment.closed_at is None else []
    return message(unmarked(" ".join(lines)), blocks, in_place=outcome.in_place)


def draw_comment_removed(outcome: CommentRemoved) -> Message:
    """Say that a comment is taken back."""
    words = f"Comment {outcome.number} is taken back. Its number stays unused."
    return message(words, [kit.SectionBlock(words)], in_place=True)


def draw_comment_said(outcome: CommentSaid) -> Message:
    """Say what was just done about a comment."""
    words = said(outcome)
    return message(unmarked(words), [kit.SectionBlock(words)], in_place=True)


def draw_comments_shown(outcome: CommentsShown) -> Message:
    """Draw what waits, how soon people are answered, and what was answered lately."""
    blocks: list[kit.Block] = []
    if outcome.after is not None:
        blocks += [kit.SectionBlock(said(outcome.after)), kit.DividerBlock()]
    log = button("Log a comment", OpenCommentForm(), is_first=not outcome.waiting)
    beyond = _unlogged(outcome)
    if not (outcome.waiting or outcome.closed or outcome.answering.heard):
        blocks += [kit.SectionBlock(_NONE), *beyond, kit.ActionsBlock([log])]
        return message(unmarked(_NONE), blocks, in_place=outcome.in_place)
    head = _head(outcome)
    blocks += [kit.SectionBlock("\n".join(filter(None, (f"*{head}*", _how_soon(outcome))))), *beyond]
    for comment in outcome.waiting:
        blocks.append(kit.SectionBlock(phrases.line(comment, outcome.now, outcome.zone)))
        blocks.append(kit.ActionsBlock(phrases.ways(comment, outcome.now, "list")))
    if outcome.more:
        blocks.append(kit.ContextBlock([kit.Text(f"And {outcome.more} more, once these are answered.")]))
    if outcome.closed:
        blocks.append(kit.ContextBlock([kit.Text("*Done lately*")]))
    for comment in outcome.closed:
        blocks.append(kit.SectionBlock(phrases.line(comment, outcome.now, outcome.zone)))
        blocks.append(kit.ActionsBlock(phrases.ways(comment, outcome.now, "list")))
    care = f" {phrases.CARE}" if outcome.waiting else ""
    blocks += [kit.ActionsBlock([log]), kit.ContextBlock([kit.Text(f"{_FOOT}{care}")])]
    just = f"{unmarked(said(outcome.after))} " if outcome.after is not None else ""
    return message(f"{just}{head}", blocks, in_place=outcome.in_place)


def draw_comments_asked(outcome: CommentsAsked) -> Message:
    """Tell somebody of comments that wait, each with what can be said of it; what is answered stays and says so."""
    head = _asked(outcome)
    blocks: list[kit.Block] = [kit.SectionBlock(head)]
    if outcome.after is not None:
        blocks.append(kit.ContextBlock([kit.Text(said(outcome.after))]))
    for comment in outcome.comments:
        blocks.append(kit.SectionBlock(phrases.line(comment, outcome.now, outcome.zone)))
        blocks.append(kit.ActionsBlock(phrases.ways(comment, outcome.now, outcome.key)))
    notes = [f"And {outcome.more} more in `/comments`."] if outcome.more else []
    if outcome.instead_of is not None and outcome.told != Told.LEAD:
        notes.append(f"{saying.name(outcome.instead_of)} is away, so I tell you.")
    notes += [] if outcome.lacks_nothing or outcome.told == Told.AGAIN else [phrases.CARE]
    if notes:
        blocks.append(kit.ContextBlock([kit.Text(" ".join(notes))]))
    first = next((each for each in outcome.comments if each.closed_at is None), None)
    aloud = f" {unmarked(phrases.line(first, outcome.now, outcome.zone))}" if first is not None else ""
    return message(f"{unmarked(head)}{aloud}", blocks, in_place=outcome.in_place)


def said(outcome: CommentSaid) -> str:
    """Say what was just done: "Comment 12, a complaint on Instagram: ✓ Answered after 50 min of opening hours."."""
    comment = outcome.comment
    before = f" {OUT_OF_DATE}" if outcome.stale else ""
    standing = phrases.standing(comment, outcome.now, outcome.zone)
    return f"Comment {comment.number}, {phrases.what(comment)}: {standing}{before}"


def _whose(outcome: CommentShown) -> str:
    if outcome.answerer.id == outcome.reader.id:
        return "It waits for you."
    name = saying.name(outcome.answerer)
    return f"{name} answers people, and hears of it from me." if outcome.is_told else f"{name} answers people."


def _head(outcome: CommentsShown) -> str:
    count = len(outcome.waiting) + outcome.more
    if not count:
        return "Everybody is answered ✓"
    return f"{capital(saying.count(count, 'comment'))} {'waits' if count == 1 else 'wait'} for an answer"


def _how_soon(outcome: CommentsShown) -> str:
    counted = outcome.answering
    who = f"{saying.name(outcome.answerer)} answers people, {SOON[Within(outcome.within or Within.NEXT_MORNING)]}."
    needless = phrases.needless(outcome.needless, counted.heard)
    if not counted.heard:
        return f"{who} {needless}".strip()
    words = f"Answered in the last 12 weeks: {counted.answered or 'none'} of {counted.heard}"
    return " ".join(filter(None, (f"{words}{answering.soon(counted.minutes)}.", needless, who)))


def _unlogged(outcome: CommentsShown) -> list[kit.Block]:
    """Say in small print what figures show beyond what is logged."""
    this = Week.of(outcome.now.astimezone(outcome.zone).date())
    lines = [phrases.unlogged(each, "this week" if each.week == this else "last week") for each in outcome.unlogged]
    return [kit.ContextBlock([kit.Text("\n".join(lines))])] if lines else []


def _asked(outcome: CommentsAsked) -> str:
    left = [each for each in outcome.comments if each.closed_at is None]
    if not left:
        return f"*{_THANKS}*"
    count = len(left) + outcome.more
    what = "a comment" if count == 1 else saying.count(count, "comment")
    waits = "waits for an answer" if count == 1 else "wait for an answer"
    match Told(outcome.told):
        case Told.AGAIN:
            return f"*It is time to answer {what}.*"
        case Told.LEAD:
            name = saying.name(outcome.instead_of)
            return f"*{capital(what)} still {waits}.* Perhaps {name} could use a hand."
        case _:
            return f"*{capital(what)} {waits}.*"
