"""Everything that can be asked of Rounds, one frozen value each, whatever door it came through.

People are Slack user ids here, because that is what the doors know; weeks and dates are already read.
This package knows no Slack payload, no row and no wording.
"""

from bot.commands.vocabulary.calendars import RenewCalendar, ShowCalendars
from bot.commands.vocabulary.digest import AddLine, OpenLineForm, ShowDigest
from bot.commands.vocabulary.numbers import (
    AddLead,
    LogFigures,
    MoveLead,
    OpenFiguresForm,
    OpenLeadForm,
    OpenLostForm,
    RemoveLead,
    ShowFigures,
    ShowLeads,
)
from bot.commands.vocabulary.photos import AttachPhoto, ClearPhoto, NoticePhoto, OpenAttachForm, ShowPhotos, UsePhoto
from bot.commands.vocabulary.plan import (
    AddPost,
    EditPost,
    MarkPosted,
    OpenCadenceForm,
    OpenEditForm,
    OpenPost,
    OpenPostedForm,
    OpenPostForm,
    RemovePost,
    SetCadence,
    ShowCadence,
    ShowPlan,
)
from bot.commands.vocabulary.sheets import ApplySheet, CancelSheet, ExportPlan, NoticeSheet
from bot.commands.vocabulary.steps import (
    AcceptOffer,
    AskForHelp,
    DeclineOffer,
    FinishStep,
    HandOver,
    OpenDeclineForm,
    OpenHandOverForm,
    OpenSwapForm,
    ShowMine,
    SnoozeStep,
    SwapOffer,
)
from bot.commands.vocabulary.workspace import (
    JoinChannel,
    OpenHome,
    OpenSetup,
    SetUp,
    ShowHelp,
    ShowStatus,
)

__all__ = [
    "AcceptOffer",
    "AddLead",
    "AddLine",
    "AddPost",
    "ApplySheet",
    "AskForHelp",
    "AttachPhoto",
    "CancelSheet",
    "ClearPhoto",
    "Command",
    "DeclineOffer",
    "EditPost",
    "ExportPlan",
    "FinishStep",
    "HandOver",
    "JoinChannel",
    "LogFigures",
    "MarkPosted",
    "MoveLead",
    "NoticePhoto",
    "NoticeSheet",
    "OpenAttachForm",
    "OpenCadenceForm",
    "OpenDeclineForm",
    "OpenEditForm",
    "OpenFiguresForm",
    "OpenHandOverForm",
    "OpenHome",
    "OpenLeadForm",
    "OpenLineForm",
    "OpenLostForm",
    "OpenPost",
    "OpenPostForm",
    "OpenPostedForm",
    "OpenSetup",
    "OpenSwapForm",
    "RemoveLead",
    "RemovePost",
    "RenewCalendar",
    "SetCadence",
    "SetUp",
    "ShowCadence",
    "ShowCalendars",
    "ShowDigest",
    "ShowFigures",
    "ShowHelp",
    "ShowLeads",
    "ShowMine",
    "ShowPhotos",
    "ShowPlan",
    "ShowStatus",
    "SnoozeStep",
    "SwapOffer",
    "UsePhoto",
]

Command = (
    ShowPlan
    | AddPost
    | OpenPostForm
    | OpenPost
    | OpenEditForm
    | EditPost
    | RemovePost
    | MarkPosted
    | OpenPostedForm
    | ShowCadence
    | OpenCadenceForm
    | SetCadence
    | ExportPlan
    | NoticeSheet
    | ApplySheet
    | CancelSheet
    | ShowMine
    | AcceptOffer
    | OpenSwapForm
    | SwapOffer
    | OpenDeclineForm
    | DeclineOffer
    | FinishStep
    | AskForHelp
    | SnoozeStep
    | HandOver
    | OpenHandOverForm
    | ShowPhotos
    | NoticePhoto
    | ClearPhoto
    | AttachPhoto
    | OpenAttachForm
    | UsePhoto
    | ShowFigures
    | OpenFiguresForm
    | LogFigures
    | ShowLeads
    | AddLead
    | OpenLeadForm
    | MoveLead
    | OpenLostForm
    | RemoveLead
    | ShowDigest
    | OpenLineForm
    | AddLine
    | OpenSetup
    | SetUp
    | ShowStatus
    | ShowCalendars
    | RenewCalendar
    | ShowHelp
    | OpenHome
    | JoinChannel
)
