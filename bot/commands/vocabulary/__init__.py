"""Everything that can be asked of Rounds, one frozen value each, whatever door it came through.

People are Slack user ids here, because that is what the doors know; weeks and dates are already read.
This package knows no Slack payload, no row and no wording.
"""

from bot.commands.vocabulary.plan import (
    ShowPlan,
    AddPost,
    OpenPostForm,
    RemovePost,
    MarkPosted,
    OpenPostedForm,
    ShowCadence,
    OpenCadenceForm,
    SetCadence,
)
from bot.commands.vocabulary.steps import (
    ShowMine,
    AcceptOffer,
    OpenSwapForm,
    SwapOffer,
    OpenDeclineForm,
    DeclineOffer,
    FinishStep,
    AskForHelp,
    SnoozeStep,
    HandOver,
    OpenHandOverForm,
)
from bot.commands.vocabulary.photos import ShowPhotos, NoticePhoto, ClearPhoto, AttachPhoto, OpenAttachForm, UsePhoto
from bot.commands.vocabulary.numbers import (
    ShowFigures,
    OpenFiguresForm,
    LogFigures,
    ShowLeads,
    AddLead,
    OpenLeadForm,
    MoveLead,
    OpenLostForm,
    RemoveLead,
)
from bot.commands.vocabulary.digest import ShowDigest, OpenLineForm, AddLine
from bot.commands.vocabulary.workspace import (
    OpenSetup,
    SetUp,
    ShowStatus,
    ShowHelp,
    OpenHome,
    JoinChannel,
    ForgetWorkspace,
)
from bot.domain.cadence import Place

__all__ = [
    "AcceptOffer",
    "AddLead",
    "AddLine",
    "AddPost",
    "AskForHelp",
    "AttachPhoto",
    "ClearPhoto",
    "Command",
    "DeclineOffer",
    "FinishStep",
    "ForgetWorkspace",
    "HandOver",
    "JoinChannel",
    "LogFigures",
    "MarkPosted",
    "MoveLead",
    "NoticePhoto",
    "OpenAttachForm",
    "OpenCadenceForm",
    "OpenDeclineForm",
    "OpenFiguresForm",
    "OpenHandOverForm",
    "OpenHome",
    "OpenLeadForm",
    "OpenLineForm",
    "OpenLostForm",
    "OpenPostForm",
    "OpenPostedForm",
    "OpenSetup",
    "OpenSwapForm",
    "Place",
    "RemoveLead",
    "RemovePost",
    "SetCadence",
    "SetUp",
    "ShowCadence",
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
    | RemovePost
    | MarkPosted
    | OpenPostedForm
    | ShowCadence
    | OpenCadenceForm
    | SetCadence
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
    | ShowHelp
    | OpenHome
    | JoinChannel
    | ForgetWorkspace
)
