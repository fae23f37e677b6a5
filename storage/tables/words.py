"""The closed sets of words that rows use, as text in the database."""

from enum import StrEnum


class Role(StrEnum):
    """What a member is to the program; each is held by at most one member, `LEAD` by exactly one."""

    LEAD = "lead"
    BACKUP = "backup"
    SPONSOR = "sponsor"
    MARKETING = "marketing"
    SALES = "sales"


class Kind(StrEnum):
    """What a post is for."""

    SERVICE = "service"
    HUMAN = "human"
    COMMUNITY = "community"


class Maker(StrEnum):
    """Who makes a post: the practice itself, or an agency that works for it."""

    US = "us"
    AGENCY = "agency"


class GoalKind(StrEnum):
    """What a post is good for, as a practice counts it: more comes in, less is spent, people fare better."""

    SALES = "sales"
    COSTS = "costs"
    EXPERIENCE = "experience"


class Tone(StrEnum):
    """How a comment sounds, as whoever logs it hears it."""

    QUESTION = "question"
    PRAISE = "praise"
    COMPLAINT = "complaint"
    OTHER = "other"


class Ending(StrEnum):
    """What became of a comment: somebody answered, or it needs no answer."""

    ANSWERED = "answered"
    NEEDLESS = "needless"


class Shape(StrEnum):
    """How a picture is held."""

    UPRIGHT = "upright"
    SQUARE = "square"
    WIDE = "wide"


class AdKind(StrEnum):
    """What a paid ad is for."""

    AWARENESS = "awareness"
    RETARGETING = "retargeting"
    LEAD_GENERATION = "lead_generation"


class Task(StrEnum):
    """The steps of a post, in the order they are done; a graphic is made only where there is no photo."""

    PHOTO = "photo"
    GRAPHIC = "graphic"
    CAPTION = "caption"
    APPROVAL = "approval"
    PUBLISH = "publish"
    CHECK = "check"


class Duty(StrEnum):
    """What people can agree to look after, week by week."""

    PHOTO = "photo"
    WRITING = "writing"
    APPROVAL = "approval"
    PUBLISHING = "publishing"
    REPLIES = "replies"
    FIGURES = "figures"
    LEADS = "leads"
    LEARNING = "learning"


class OfferState(StrEnum):
    """How an offer was answered."""

    OPEN = "open"
    ACCEPTED = "accepted"
    SWAPPED = "swapped"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class ApprovalState(StrEnum):
    """What somebody who was asked to look a post over has said; `VOID` is what no longer counts.

    `OVERRIDDEN` is the lead's word that a post goes out without a yes.
    """

    OPEN = "open"
    APPROVED = "approved"
    CHANGES = "changes"
    HELD = "held"
    REJECTED = "rejected"
    VOID = "void"
    OVERRIDDEN = "overridden"


class PhotoState(StrEnum):
    """How far a shared photo has come; only `READY` has bytes in the photo store."""

    ASKED = "asked"
    CLEARED = "cleared"
    READY = "ready"
    BLOCKED = "blocked"
    FAILED = "failed"


class Stage(StrEnum):
    """How far a lead has come."""

    NEW = "new"
    REACHED = "reached"
    BOOKED = "booked"
    SHOWN = "shown"
    STARTED = "started"
    LOST = "lost"


class Substitute(StrEnum):
    """What stands in for a picture that nobody took."""

    LIBRARY = "library"
    GRAPHIC = "graphic"


class Reminder(StrEnum):
    """The moments at which a step is nudged, mildest first: while nobody has said yes to it, and after that.

    The last two are about a picture that isn't there a day before it goes out: to whoever has it, and to the lead.
    """

    UNANSWERED = "unanswered"
    UNANSWERED_BACKUP = "unanswered-backup"
    UNANSWERED_LEAD = "unanswered-lead"
    AT_RISK = "at-risk"
    DAY_BEFORE = "day-before"
    LEAVING = "leaving"
    DUE = "due"
    OVERDUE = "overdue"
    OVERDUE_BACKUP = "overdue-backup"
    OVERDUE_LEAD = "overdue-lead"
    MISSING_OWN = "missing-own"
    MISSING = "missing"


class DeliveryState(StrEnum):
    """Where an owed message stands."""

    OWED = "owed"
    SENDING = "sending"
    SENT = "sent"
    CANCELLED = "cancelled"
    PARKED = "parked"
