"""Everything that can be asked of Rounds, one frozen value each, whatever door it came through.

People are Slack user ids here, because that is what the doors know; weeks and dates are already read.
This package knows no Slack payload, no row and no wording.
"""

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
from bot.commands.vocabulary.people import (
    ComeBack,
    GoAway,
    OpenDutyForm,
    OpenRemindersForm,
    SetDuty,
    SetReminders,
    ShowDuties,
)
from bot.commands.vocabulary.photos import AttachPhoto, ClearPhoto, NoticePhoto, OpenAttachForm, ShowPhotos, UsePhoto
from bot.commands.vocabulary.plan import (
    AddPost,
    EditPost,
    MarkPosted,
    OpenCadenceForm,
    OpenEditForm,
    OpenPlaceForm,
    OpenPost,
    OpenPostedForm,
    OpenPostForm,
    PreviewCadence,
    RemovePost,
    SetCadence,
    ShowCadence,
    ShowPlan,
)
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
    "AskForHelp",
    "AttachPhoto",
    "ClearPhoto",
    "ComeBack",
    "Command",
    "DeclineOffer",
    "EditPost",
    "FinishStep",
    "GoAway",
    "HandOver",
    "JoinChannel",
    "LogFigures",
    "MarkPosted",
    "MoveLead",
    "NoticePhoto",
    "OpenAttachForm",
    "OpenCadenceForm",
    "OpenDeclineForm",
    "OpenDutyForm",
    "OpenEditForm",
    "OpenFiguresForm",
    "OpenHandOverForm",
    "OpenHome",
    "OpenLeadForm",
    "OpenLineForm",
    "OpenLostForm",
    "OpenPlaceForm",
    "OpenPost",
    "OpenPostForm",
    "OpenPostedForm",
    "OpenRemindersForm",
    "OpenSetup",
    "OpenSwapForm",
    "PreviewCadence",
    "RemoveLead",
    "RemovePost",
    "SetCadence",
    "SetDuty",
    "SetReminders",
    "SetUp",
    "ShowCadence",
    "ShowDigest",
    "ShowDuties",
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
    | OpenPlaceForm
    | PreviewCadence
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
    | OpenRemindersForm
    | SetReminders
    | GoAway
    | ComeBack
    | ShowDuties
    | OpenDutyForm
    | SetDuty
)
