"""Reading a post that is added by typing.

With nothing typed the form is opened. A line for a post is a day, a sentence, and labels around them, in any order:
- The day leads the line or ends it; it is never looked for in the middle.
- A person, kind or link before or after the sentence is a label. Inside the sentence it stays what was typed, so
  "Thank @sarah for the cake" asks nothing of Sarah; neither does "Birthday of @sarah", where leaving her out would
  leave half a sentence. A kind or link inside the sentence still counts where no label says otherwise.
- A name at the end that Slack doesn't know is refused, for it was meant to be somebody.
- A #word that is no kind is a hashtag and stays in the sentence, unless it looks like a slip for a kind.
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import takewhile

from bot.commands import vocabulary as v
from bot.commands.typed import Piece, Sign, Typed, put_back
from bot.commands.when import Reading, split_line
from bot.domain import phrase_misreadings
from storage.tables import AdKind, Kind

_USUAL = tuple(kind.value for kind in Kind)
_KINDS = (*_USUAL, *(kind.value for kind in AdKind))
_JOINS = frozenset(
    {"a", "about", "and", "at", "by", "for", "from", "in", "meet", "my", "of", "on", "or", "our", "see", "thank"}
    | {"thanks", "the", "to", "visit", "with", "&", "+"}
)
"""After one of these, what follows belongs to the sentence."""
_GOES_ON = frozenset({"and", "or", "&", "+", "is", "are", "was", "has", "will", "turns"})
"""Before one of these, what leads belongs to the sentence as well."""
_NAME = re.compile(r"@[A-Za-z][\w.-]*")
_VAGUE = re.compile(
    r"(?:(?:about|at least|maybe)\s+)?(?:[0-9]+(?:\s*-\s*[0-9]+)?|a|an|one|two|three|four|five|six|seven|ten|some|more|"
    r"a few|several|a couple of)?\s*(?:posts?|photos?|pictures?|videos?|reels?|stor(?:y|ies)|things?|something|content)"
    r"(?:\s+(?:(?:a|per|each|every)\s+(?:day|week|month)|daily|weekly|monthly|soon|sometime|regularly|more often|"
    r"this month|next month|this week|next week|whenever))?[.!]?",
    re.IGNORECASE,
)
"""How much, and nothing of what, when and who."""
Pieces = Sequence[Piece]


def read_post(typed: Typed, reading: Reading) -> v.Command:
    """Read "thu 4pm Meet our hygienist #human @ben"."""
    if not typed.pieces:
        return v.OpenPostForm()
    before, line, after = _ends(typed.pieces)
    if _VAGUE.fullmatch(put_back(line)):
        marks = [*before, *after]
        raise phrase_misreadings.vague(
            put_back(line), has_kind=any(tag in _KINDS for tag in _tags(marks)), has_owner=bool(_of("person", marks))
        )
    moment, where = split_line([piece.shown for piece in line], reading)
    leading, line, trailing = _ends(line[where])
    head, tail = [*before, *leading], [*trailing, *after]
    people = _of("person", tail) or _of("person", head)
    links = _of("link", [*tail, *head])
    labels = {*people, *links[:1], *(piece for piece in (*head, *tail) if piece.value in _KINDS)}
    outside = [[piece for piece in end if piece not in labels] for end in (head, tail)]
    sentence = [*outside[0], *line, *outside[1]]
    if not sentence:
        raise phrase_misreadings.no_what()
    _refuse_an_unknown_name(line)
    links = links or _of("link", line)
    return v.AddPost(
        what=put_back(sentence),
        on=moment.on,
        at=moment.at,
        kind=_kind(_tags([*head, *tail]), _tags(line)),
        link=links[0].value if links else "",
        who=_one_person(people),
    )


def _ends(pieces: Pieces) -> tuple[Pieces, Pieces, Pieces]:
    """The marks that lead the pieces, what lies between, and the marks that end them."""
    start = len(list(takewhile(_is_mark, pieces)))
    end = len(pieces) - len(list(takewhile(_is_mark, reversed(pieces[start:]))))
    if 0 < start < len(pieces) and pieces[start].shown.lower() in _GOES_ON:
        start -= 1
    is_joined = 0 < end < len(pieces) and pieces[end - 1].shown.lower() in _JOINS
    if is_joined and pieces[end].sign != "tag":
        end += 1
    return pieces[:start], pieces[start:end], pieces[end:]


def _is_mark(piece: Piece) -> bool:
    return piece.sign != "word"


def _of(sign: Sign, pieces: Pieces) -> list[Piece]:
    return [piece for piece in pieces if piece.sign == sign]


def _tags(pieces: Pieces) -> list[str]:
    return [piece.value for piece in _of("tag", pieces)]


def _refuse_an_unknown_name(line: Pieces) -> None:
    """Refuse "Team photo @bne": a name that Slack doesn't know, where an owner is expected."""
    is_alone = len(line) < 2 or line[-2].shown.lower() not in _JOINS
    if line and is_alone and _NAME.fullmatch(line[-1].value):
        raise phrase_misreadings.unknown_name(line[-1].value)


def _one_person(people: Pieces) -> str:
    if len({person.value for person in people}) > 1:
        raise phrase_misreadings.several_people()
    return people[0].value if people else ""


def _kind(labels: Sequence[str], inside: Sequence[str]) -> str:
    for tags in (labels, inside):
        kinds = [kind for kind in _KINDS if kind in tags]
        if len(kinds) > 1:
            raise phrase_misreadings.several_kinds(kinds)
        if kinds:
            return kinds[0]
    for tag in (*labels, *inside):
        if not tag:
            raise phrase_misreadings.unnamed_channel()
        if get_close_matches(tag, _USUAL, n=1, cutoff=0.75):
            raise phrase_misreadings.not_a_kind(tag, _USUAL)
    return ""
