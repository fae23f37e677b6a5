"""What a public answer says, or lets a stranger guess, about whoever wrote: above all that they are a patient.

A practice may not tell that somebody is one (in the United States 45 CFR 164.502), not even when they said so
themselves. It knows words and shapes only, so it finds what is usual and proves nothing. It refuses to keep what it
reads, and to know what to write instead.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from storage.tables import Tone

_MOST = 3
"""Fragments of a kind that are told: whoever reads them knows what is meant."""


class Gives(StrEnum):
    """What a fragment gives away."""

    PATIENT = "patient"
    VISIT = "visit"
    CARE = "care"
    WHEN = "when"
    RECORD = "record"
    STAFF = "staff"
    SORRY = "sorry"
    NAME = "name"
    ASKS = "asks"


@dataclass(frozen=True, slots=True)
class Giveaway:
    """What one kind of fragment gives away, and the fragments as they were typed, in order, none twice."""

    gives: Gives
    found: tuple[str, ...]


_CARE = (
    "anesthesia|anaesthesia|biopsy|botox|braces|bridge|checkups?|check-ups?|cleanings?|crowns?|dentures?|diagnos[ei]s|"
    "exams?|examinations?|extractions?|fillers?|fillings?|implants?|injections?|invisalign|aligners?|laser|lips?|"
    "medications?|microneedling|operations?|peels?|prescriptions?|procedures?|root canals?|sedation|surger(?:y|ies)|"
    "treatments?|veneers?|whitening|wisdom (?:tooth|teeth)|x-?rays?"
)
_BODY = (
    "arms?|back|bite|body|case|chin|condition|face|gums?|hair|healing|health|jaw|knee|mouth|pain|recovery|results?|"
    "scars?|skin|smile|symptoms?|teeth|tooth"
)
_MONEY = (
    "(?:medical |patient )?records?|charts?|files?|insurance|coverage|claims?|bills?|billing|invoices?|balance|"
    "payments?|refunds?|charges?|account|date of birth"
)
_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_PRIVATE = "birthday|details|e-?mail|info|information|name|number|phone|story"
_HAPPENED = r"your(?: \w+)?|you (?:had|were|felt|waited|experienced)|happened"
_NO_PATIENT_AFTER = ("be", "being", "so", "very")
_SHAPES: dict[Gives, tuple[str, ...]] = {
    Gives.PATIENT: (
        "".join(rf"(?<!\b{word} )" for word in _NO_PATIENT_AFTER) + r"(?:\b(?:our|valued|loyal) )?\bpatients?",
    ),
    Gives.VISIT: (
        r"(?:your|last|next|this|that|first|recent|the) (?:\w+ )?(?:visits?|appointments?|stay|consultation)",
        r"visit(?:ed|ing) us",
        r"when you (?:were|came)(?: in| here| to us)*",
        r"(?:see|seeing|remember|missed|met|meeting|knowing) you",
        r"(?:welcome|come|coming) back",
        r"(?:choose|choosing|chose|chosen) (?:us|our)",
        r"(?:we|i) (?:have |had |did )?(?:also )?(?:called|told|offered|explained|refunded|informed|reached out to)",
    ),
    Gives.CARE: (rf"(?:your )?(?:{_CARE})", rf"your (?:\w+ )?(?:{_BODY})"),
    Gives.WHEN: (
        r"yesterday",
        rf"last (?:week|month|year|time|spring|summer|fall|autumn|winter|{_DAY})",
        rf"on {_DAY}",
        r"(?:a|\d+|one|two|three|few|several) (?:day|week|month|year)s? ago",
        rf"{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?",
        rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}",
        r"\d{1,2}/\d{1,2}(?:/\d{2,4})?",
    ),
    Gives.RECORD: (rf"(?:your |our |the )?(?:{_MONEY})",),
    Gives.STAFF: (
        r"(?:treated|saw|examined|helped|looked after|cared for|worked with|worked on) you\w*",
        r"(?:took|taking|take) (?:\w+ ){0,2}care of you\w*",
        r"your (?:dentist|doctor|hygienist|nurse|provider|surgeon|injector|assistant)",
    ),
    Gives.SORRY: (rf"(?:sorry|apologi[sz]e|apology|apologies)\b[^.!?]*?\b(?:{_HAPPENED})",),
    Gives.ASKS: (
        rf"(?:send|give|tell|message|text|dm|share|post|leave)(?: us| me)?(?: with)? your (?:\w+ )?(?:{_PRIVATE})",
        rf"what(?:'s| is| was) your (?:\w+ )?(?:{_PRIVATE})",
    ),
}
_FOUND_BY = {gives: re.compile(rf"\b(?:{'|'.join(shapes)})\b", re.IGNORECASE) for gives, shapes in _SHAPES.items()}
_GREETING = "[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Tt]hanks|[Tt]hank you|[Ss]orry"
_NO_NAME = (  # what a greeting often goes on with
    "again|all|and|both|everybody|everyone|folks|for|friend|from|guys|happy|in|so|team|that|the|there|to|very|we|you"
)
_GREETED = re.compile(rf"\b(?:{_GREETING}),? (?!(?i:{_NO_NAME})\b)([A-Z][a-z]+(?: [A-Z][a-z.]+)?)")
_UNHAPPY = re.compile(r"\b(?:sorry|apolog|unfortunate|concern|disappoint|frustrat|complain)", re.IGNORECASE)
_GRATEFUL = re.compile(
    r"\b(?:kind|lovely|nice|wonderful|made our day|glad|happy|delighted|thrilled|stars?)\b", re.IGNORECASE
)


def giveaways(words: str) -> tuple[Giveaway, ...]:
    """Give what an answer of any length gives away, kind by kind; nothing where no known word or shape is in it."""
    straight = " ".join(words.replace("\u2019", "'").split())
    found = {gives: [each.group() for each in shape.finditer(straight)] for gives, shape in _FOUND_BY.items()}
    found[Gives.NAME] = [each[1] for each in _GREETED.finditer(straight)]
    return tuple(Giveaway(gives, _first(found[gives])) for gives in Gives if found[gives])


def tone(words: str) -> Tone:
    """Guess what an answer answers, from how it sounds; a complaint where it is sorry for anything."""
    if _UNHAPPY.search(words):
        return Tone.COMPLAINT
    return Tone.PRAISE if _GRATEFUL.search(words) else Tone.QUESTION


def _first(found: list[str]) -> tuple[str, ...]:
    by_words = {each.lower(): each for each in reversed(found)}
    return tuple(by_words[each] for each in dict.fromkeys(each.lower() for each in found))[:_MOST]
