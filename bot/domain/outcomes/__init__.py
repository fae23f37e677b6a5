"""What came of a command: one frozen past participle each, holding all that its drawing needs."""

from bot.domain.outcomes import calendars, check_up, comments, files, ideas, questions, repeating, sheets, stall
from bot.domain.outcomes.ads import AdsShown
from bot.domain.outcomes.approvals import ApprovalDecided, ApprovalNews, ApprovalSeen, DecisionFormOpened
from bot.domain.outcomes.asked import LeadsAsked, NoneCameSaid, NumbersAsked
from bot.domain.outcomes.cadence import (
    CadenceFormOpened,
    CadencePreviewed,
    CadenceSet,
    CadenceShown,
    MoveFormOpened,
    PlaceFormOpened,
    PlaceShifted,
)
from bot.domain.outcomes.checks import PlanChecked
from bot.domain.outcomes.copying import CopyPreviewed, CopyUndone, MonthCopied
from bot.domain.outcomes.course import (
    Decided,
    DecideFormOpened,
    DecisionRemoved,
    DecisionReviewed,
    DecisionsShown,
    GoalEnded,
    GoalFormOpened,
    GoalSet,
    GoalsShown,
    NoChangeDecided,
    QuarterShown,
)
from bot.domain.outcomes.digest import (
    DigestDetailed,
    DigestShown,
    LineAdded,
    LineFormOpened,
    NetworksCompared,
    PostsCompared,
)
from bot.domain.outcomes.events import (
    EventAdded,
    EventFormOpened,
    EventMoved,
    EventShown,
    PicturesDone,
    PicturesWanted,
)
from bot.domain.outcomes.figures import FiguresFormOpened, FiguresLogged, FiguresShown
from bot.domain.outcomes.help import HelpShown
from bot.domain.outcomes.home import HomeShown, WelcomeShown
from bot.domain.outcomes.leads import (
    LeadAdded,
    LeadFormOpened,
    LeadGone,
    LeadMoved,
    LeadOvertaken,
    LeadRemoved,
    LeadSettingsOpened,
    LeadSettingsSet,
    LeadShown,
    LeadsMerged,
    LeadsShown,
    LeadWebShown,
    LostFormOpened,
    MetaFormOpened,
)
from bot.domain.outcomes.learning import LessonFormOpened, LessonSeen
from bot.domain.outcomes.mine import MineShown
from bot.domain.outcomes.money import (
    BudgetFormOpened,
    BudgetReached,
    BudgetShown,
    SpendingAdded,
    SpendingFormOpened,
    SpendingRemoved,
)
from bot.domain.outcomes.offers import (
    DeclineFormOpened,
    OfferDeclined,
    OfferSeen,
    OfferSwapped,
    StepTaken,
    SwapFormOpened,
)
from bot.domain.outcomes.people import (
    AwayCovered,
    AwaySaid,
    BackSaid,
    CardSent,
    DutiesShown,
    DutyFormOpened,
    DutySet,
    RemindersFormOpened,
    RemindersSet,
    Returned,
    StepsLeft,
)
from bot.domain.outcomes.photos import (
    AttachFormOpened,
    PhotoIgnored,
    PhotoNoticed,
    PhotoSeen,
    PhotoSetAside,
    PhotosPicked,
    PhotosShown,
    PictureCame,
    PictureUnusable,
    StoodIn,
    VideoShared,
)
from bot.domain.outcomes.plan import MonthShown, SpanSummed, WeekAnnounced, WeekShown
from bot.domain.outcomes.posts import (
    EditFormOpened,
    PostAdded,
    PostedFormOpened,
    PostFormOpened,
    PostGone,
    PostMarked,
    PostMoved,
    PostRemoved,
    PostShown,
)
from bot.domain.outcomes.setup import (
    ChannelJoined,
    SetupFormOpened,
    StatusShown,
    Welcomed,
    WorkspaceSetUp,
)
from bot.domain.outcomes.sponsor import MonthPageShown, SponsorQuiet, SponsorTold, ThanksHeard, WorthShown
from bot.domain.outcomes.steps import (
    HandOverFormOpened,
    HelpAsked,
    HelpFormOpened,
    HelpWanted,
    NudgeShown,
    StepFinished,
    StepHandedOver,
    StepSettled,
    StepSnoozed,
    StepTakenOver,
    SubstituteUsed,
)
from bot.domain.outcomes.strategy import StrategyChangesShown, StrategyFormOpened, StrategyShown
from bot.domain.outcomes.templates import PlaybookShown, TemplateFormOpened, TemplateSet, TemplatesShown

__all__ = [
    "AdsShown",
    "ApprovalDecided",
    "ApprovalNews",
    "ApprovalSeen",
    "AttachFormOpened",
    "AwayCovered",
    "AwaySaid",
    "BackSaid",
    "BudgetFormOpened",
    "BudgetReached",
    "BudgetShown",
    "CadenceFormOpened",
    "CadencePreviewed",
    "CadenceSet",
    "CadenceShown",
    "CardSent",
    "ChannelJoined",
    "CopyPreviewed",
    "CopyUndone",
    "DecideFormOpened",
    "Decided",
    "DecisionFormOpened",
    "DecisionRemoved",
    "DecisionReviewed",
    "DecisionsShown",
    "DeclineFormOpened",
    "DigestDetailed",
    "DigestShown",
    "DutiesShown",
    "DutyFormOpened",
    "DutySet",
    "EditFormOpened",
    "EventAdded",
    "EventFormOpened",
    "EventMoved",
    "EventShown",
    "FiguresFormOpened",
    "FiguresLogged",
    "FiguresShown",
    "GoalEnded",
    "GoalFormOpened",
    "GoalSet",
    "GoalsShown",
    "HandOverFormOpened",
    "HelpAsked",
    "HelpFormOpened",
    "HelpShown",
    "HelpWanted",
    "HomeShown",
    "LeadAdded",
    "LeadFormOpened",
    "LeadGone",
    "LeadMoved",
    "LeadOvertaken",
    "LeadRemoved",
    "LeadSettingsOpened",
    "LeadSettingsSet",
    "LeadShown",
    "LeadWebShown",
    "LeadsAsked",
    "LeadsMerged",
    "LeadsShown",
    "LessonFormOpened",
    "LessonSeen",
    "LineAdded",
    "LineFormOpened",
    "LostFormOpened",
    "MetaFormOpened",
    "MineShown",
    "MonthCopied",
    "MonthPageShown",
    "MonthShown",
    "MoveFormOpened",
    "NetworksCompared",
    "NoChangeDecided",
    "NoneCameSaid",
    "NudgeShown",
    "NumbersAsked",
    "OfferDeclined",
    "OfferSeen",
    "OfferSwapped",
    "Outcome",
    "PhotoIgnored",
    "PhotoNoticed",
    "PhotoSeen",
    "PhotoSetAside",
    "PhotosPicked",
    "PhotosShown",
    "PictureCame",
    "PictureUnusable",
    "PicturesDone",
    "PicturesWanted",
    "PlaceFormOpened",
    "PlaceShifted",
    "PlanChecked",
    "PlaybookShown",
    "PostAdded",
    "PostFormOpened",
    "PostGone",
    "PostMarked",
    "PostMoved",
    "PostRemoved",
    "PostShown",
    "PostedFormOpened",
    "PostsCompared",
    "QuarterShown",
    "RemindersFormOpened",
    "RemindersSet",
    "Returned",
    "SetupFormOpened",
    "SpanSummed",
    "SpendingAdded",
    "SpendingFormOpened",
    "SpendingRemoved",
    "SponsorQuiet",
    "SponsorTold",
    "StatusShown",
    "StepFinished",
    "StepHandedOver",
    "StepSettled",
    "StepSnoozed",
    "StepTaken",
    "StepTakenOver",
    "StepsLeft",
    "StoodIn",
    "StrategyChangesShown",
    "StrategyFormOpened",
    "StrategyShown",
    "SubstituteUsed",
    "SwapFormOpened",
    "TemplateFormOpened",
    "TemplateSet",
    "TemplatesShown",
    "ThanksHeard",
    "VideoShared",
    "WeekAnnounced",
    "WeekShown",
    "WelcomeShown",
    "Welcomed",
    "WorkspaceSetUp",
    "WorthShown",
]

Outcome = (
    ApprovalDecided
    | ApprovalNews
    | ApprovalSeen
    | AttachFormOpened
    | CadenceFormOpened
    | AdsShown
    | CadencePreviewed
    | MoveFormOpened
    | PlaceFormOpened
    | PlaceShifted
    | CopyPreviewed
    | CopyUndone
    | MonthCopied
    | PlanChecked
    | CadenceSet
    | CadenceShown
    | calendars.CalendarsShown
    | ChannelJoined
    | DecisionFormOpened
    | DeclineFormOpened
    | Decided
    | DecideFormOpened
    | DecisionRemoved
    | DecisionReviewed
    | DecisionsShown
    | GoalEnded
    | GoalFormOpened
    | GoalSet
    | GoalsShown
    | NoChangeDecided
    | QuarterShown
    | BudgetFormOpened
    | BudgetReached
    | BudgetShown
    | SpendingAdded
    | SpendingFormOpened
    | SpendingRemoved
    | MonthPageShown
    | SponsorQuiet
    | SponsorTold
    | ThanksHeard
    | WorthShown
    | DigestShown
    | EditFormOpened
    | EventAdded
    | EventFormOpened
    | EventMoved
    | EventShown
    | PicturesDone
    | PicturesWanted
    | FiguresFormOpened
    | FiguresLogged
    | FiguresShown
    | HandOverFormOpened
    | HelpAsked
    | HelpFormOpened
    | HelpShown
    | HelpWanted
    | HomeShown
    | LeadSettingsOpened
    | LeadSettingsSet
    | LeadShown
    | LeadsMerged
    | LeadWebShown
    | MetaFormOpened
    | LeadsAsked
    | NumbersAsked
    | NoneCameSaid
    | LeadAdded
    | LeadFormOpened
    | LeadGone
    | LeadMoved
    | LeadOvertaken
    | LeadRemoved
    | LeadsShown
    | LessonFormOpened
    | LessonSeen
    | LineAdded
    | DigestDetailed
    | NetworksCompared
    | PostsCompared
    | LineFormOpened
    | LostFormOpened
    | MineShown
    | MonthShown
    | NudgeShown
    | OfferDeclined
    | OfferSeen
    | OfferSwapped
    | PhotoIgnored
    | PhotoNoticed
    | PhotoSeen
    | PhotoSetAside
    | PhotosPicked
    | PhotosShown
    | VideoShared
    | PictureCame
    | PictureUnusable
    | StoodIn
    | SubstituteUsed
    | PlaybookShown
    | PostAdded
    | PostFormOpened
    | PostGone
    | PostMarked
    | PostMoved
    | PostRemoved
    | PostShown
    | PostedFormOpened
    | RemindersFormOpened
    | RemindersSet
    | Returned
    | AwayCovered
    | AwaySaid
    | BackSaid
    | CardSent
    | DutiesShown
    | DutyFormOpened
    | DutySet
    | StepsLeft
    | SetupFormOpened
    | SpanSummed
    | StatusShown
    | StepFinished
    | StepHandedOver
    | StepSettled
    | StepSnoozed
    | StepTaken
    | StepTakenOver
    | SwapFormOpened
    | TemplateFormOpened
    | TemplateSet
    | TemplatesShown
    | WeekAnnounced
    | WeekShown
    | WelcomeShown
    | Welcomed
    | WorkspaceSetUp
    | check_up.CheckUpOutcome
    | files.FileOutcome
    | ideas.IdeaOutcome
    | questions.QuestionOutcome
    | comments.CommentOutcome
    | repeating.RepeatingOutcome
    | sheets.SheetOutcome
    | stall.StallOutcome
    | StrategyShown
    | StrategyFormOpened
    | StrategyChangesShown
)
