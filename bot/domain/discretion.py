"""What is never kept: words that may point to a person outside the team, such as a phone number or a date of birth.

It looks at shapes only and says yes or no; what to tell the person who typed them is decided elsewhere.
"""

import re
from datetime import date

_CONTACT = re.compile(r"\S@\S|(?<![\d.,])(?:\+?\d[\s().-]{0,2}){9,14}\d(?![\d,])|\b\d{3}[-. ]\d{4}\b")
"""An e-mail address; a long or a local phone number (North American numbers have ten or seven digits)."""
_SIGN = re.compile(r"[\d@]")
"""Whatever is looked for here has a digit or an @, and most of what people write has neither."""
_OF_THE_TEAM = re.compile(r"<[@#][A-Z0-9]{2,}(?:\|[\w.-]*)?>")
"""A colleague or a channel, as Slack writes those that were picked: the id has digits, and is nobody outside."""
_DATE = re.compile(
    r"\b\d{1,2}[-./]\d{1,2}[-./](?P<last>\d{4}|\d{2})\b|\b(?P<first>(?:19|20)\d{2})[-./]\d{1,2}[-./]\d{1,2}\b"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_SAID_DATE = re.compile(
    rf"\b(?:{_MONTH}\.?\s*\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\.?\s*(?:of\s+)?{_MONTH})\.?,?\s*'?"
    r"(?P<year>(?:19|20)\d{2}\b|\d{2}(?=\s*(?:$|[,.;)])))",
    re.IGNORECASE,
)
"""A date with its year and its month in words; "nov 28 10:30" and "nov 28, 10 leads" are not such a date."""
_RECORD = re.compile(
    r"\b(?:mrn|dob|ssn)\b\W{0,3}\d|\b(?:mrn|dob|ssn)\d|"
    r"\b(?:medical\s+)?(?:record|chart|patient|file)\s*(?:#|no\b\.?|nr\b\.?|number\b|id\b)\W{0,3}\w{0,3}\d|"
    r"\b(?:patient|chart)\s+\d{4,}",
    re.IGNORECASE,
)
"""The number under which a practice keeps somebody's record: "MRN 48213", "chart no. 5512", "patient 48213"."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_NAME = re.compile(r"[^\W\d_]{3}")
_ADDRESSED = re.compile(r"\b(?:[Mm](?:rs?|s|x)\b\.?|Miss(?!\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)))\s+[^\W\d_a-z]\w")
"""Somebody by their family name; "Dr." is left out, because that is how the team speaks of its own."""
_TITLE = re.compile(r"(?:mr|mrs|ms|miss|dr)\b", re.IGNORECASE)


def points_to_somebody(words: str, today: date) -> bool:
    """Tell whether words may point to a person outside the team: a contact, a record, a date of birth, or a title."""
    return holds_contact(words, today) or addresses_somebody(words)


def holds_contact(words: str, today: date) -> bool:
    """Tell whether words hold something like a phone or record number, an e-mail address or a date of birth."""
    if not _SIGN.search(words):
        return False
    words = _OF_THE_TEAM.sub(" ", words)
    years = [int(found["last"] or found["first"]) for found in _DATE.finditer(words)]
    years += [int(found["year"]) for found in _SAID_DATE.finditer(words)]
    return bool(_CONTACT.search(words) or _RECORD.search(words)) or any(_is_past(year, today) for year in years)


def addresses_somebody(words: str) -> bool:
    """Tell whether words name somebody the way patients are named: "Mrs. Miller"."""
    return bool(_ADDRESSED.search(words))


def may_be_a_person(word: str, today: date) -> bool:
    """Tell whether one word may be a person: a contact, a title, several words, or a name with a year of birth."""
    years = [int(year) for year in _YEAR.findall(word) if int(year) <= today.year]
    return (
        holds_contact(word, today)
        or len(re.split(r"[\s,;]+", word.strip())) > 1
        or bool(_TITLE.match(word))
        or bool(years and _NAME.search(word))
        or sum(character.isdigit() for character in word) >= 7
    )


def _is_past(year: int, today: date) -> bool:
    """Whether a date of that year, in two or four digits, lies before this year: the team's own dates rarely do."""
    return (year if year > 99 else 2000 + year) not in (today.year, today.year + 1)
