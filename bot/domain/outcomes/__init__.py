"""What came of a command: one frozen past participle each, holding all that its drawing needs."""

from bot.domain.outcomes.cadence import CadenceFormOpened, CadenceSet, CadenceShown
from bot.domain.outcomes.calendars import CalendarsShown
from bot.domain.outcomes.digest import DigestShown, LineAdded, LineFormOpened
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
    LeadsShown,
    LostFormOpened,
)
from bot.domain.outcomes.mine import MineShown
from bot.domain.outcomes.offers import (
    DeclineFormOpened,
    OfferDeclined,
    OfferSeen,
    OfferSwapped,
    StepTaken,
    SwapFormOpened,
)
from bot.domain.outcomes.photos import (
    AttachFormOpened,
    PhotoIgnored,
    PhotoNoticed,
    PhotoSeen,
    PhotoSetAside,
    PhotosPicked,
    PhotosShown,
)
from bot.domain.outcomes.plan import WeekAnnounced, WeekShown
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
from bot.domain.outcomes.sheets import (
    PlanExported,
    PlanNotSent,
    SheetApplied,
    SheetCompared,
    SheetNoticed,
    SheetRefused,
    SheetSetAside,
)
from bot.domain.outcomes.steps import (
    HandOverFormOpened,
    HelpAsked,
    HelpWanted,
    NudgeShown,
    StepFinished,
    StepHandedOver,
    StepSettled,
    StepSnoozed,
    StepTakenOver,
)

__all__ = [
    "AttachFormOpened",
    "CadenceFormOpened",
    "CadenceSet",
    "CadenceShown",
    "CalendarsShown",
    "ChannelJoined",
    "DeclineFormOpened",
    "DigestShown",
    "EditFormOpened",
    "FiguresFormOpened",
    "FiguresLogged",
    "FiguresShown",
    "HandOverFormOpened",
    "HelpAsked",
    "HelpShown",
    "HelpWanted",
    "HomeShown",
    "LeadAdded",
    "LeadFormOpened",
    "LeadGone",
    "LeadMoved",
    "LeadOvertaken",
    "LeadRemoved",
    "LeadsShown",
    "LineAdded",
    "LineFormOpened",
    "LostFormOpened",
    "MineShown",
    "NudgeShown",
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
    "PlanExported",
    "PlanNotSent",
    "PostAdded",
    "PostFormOpened",
    "PostGone",
    "PostMarked",
    "PostMoved",
    "PostRemoved",
    "PostShown",
    "PostedFormOpened",
    "SetupFormOpened",
    "SheetApplied",
    "SheetCompared",
    "SheetNoticed",
    "SheetRefused",
    "SheetSetAside",
    "StatusShown",
    "StepFinished",
    "StepHandedOver",
    "StepSettled",
    "StepSnoozed",
    "StepTaken",
    "StepTakenOver",
    "SwapFormOpened",
    "WeekAnnounced",
    "WeekShown",
    "WelcomeShown",
    "Welcomed",
    "WorkspaceSetUp",
]

Outcome = (
    AttachFormOpened
    | CadenceFormOpened
    | CadenceSet
    | CadenceShown
    | CalendarsShown
    | ChannelJoined
    | DeclineFormOpened
    | DigestShown
    | EditFormOpened
    | FiguresFormOpened
    | FiguresLogged
    | FiguresShown
    | HandOverFormOpened
    | HelpAsked
    | HelpShown
    | HelpWanted
    | HomeShown
    | LeadAdded
    | LeadFormOpened
    | LeadGone
    | LeadMoved
    | LeadOvertaken
    | LeadRemoved
    | LeadsShown
    | LineAdded
    | LineFormOpened
    | LostFormOpened
    | MineShown
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
    | PlanExported
    | PlanNotSent
    | PostAdded
    | PostFormOpened
    | PostGone
    | PostMarked
    | PostMoved
    | PostRemoved
    | PostShown
    | PostedFormOpened
    | SetupFormOpened
    | SheetApplied
    | SheetCompared
    | SheetNoticed
    | SheetRefused
    | SheetSetAside
    | StatusShown
    | StepFinished
    | StepHandedOver
    | StepSettled
    | StepSnoozed
    | StepTaken
    | StepTakenOver
    | SwapFormOpened
    | WeekAnnounced
    | WeekShown
    | WelcomeShown
    | Welcomed
    | WorkspaceSetUp
)
