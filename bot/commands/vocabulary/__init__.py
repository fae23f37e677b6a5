"""Everything that can be asked of Rounds, one frozen value each, whatever door it came through.

People are Slack user ids here, because that is what the doors know; weeks and dates are already read.
This package knows no Slack payload, no row and no wording.
"""

from bot.commands.vocabulary.approvals import DecideApproval, OpenDecisionForm
from bot.commands.vocabulary.calendars import RenewCalendar, ShowCalendars
from bot.commands.vocabulary.check_up import AnswerCheckUp, OpenCheckUpForm, ShowCheckUp
from bot.commands.vocabulary.comments import (
    CheckAnswer,
    CloseComment,
    ContinueComment,
    LogComment,
    OpenCommentForm,
    RemoveComment,
    ReopenComment,
    SayClosed,
    ShowComment,
    ShowComments,
)
from bot.commands.vocabulary.course import (
    Decide,
    DecideNoChange,
    EndGoal,
    OpenDecideForm,
    OpenGoalForm,
    RemoveDecision,
    ReviewDecision,
    SetGoal,
    ShowDecisions,
    ShowGoals,
    ShowQuarter,
)
from bot.commands.vocabulary.digest import AddLine, CompareNetworks, ComparePosts, OpenLineForm, ShowDigest
from bot.commands.vocabulary.events import AddEvent, EditEvent, FinishPictures, OpenEvent, OpenEventForm
from bot.commands.vocabulary.files import (
    AnswerFile,
    ChoosePost,
    LogWeek,
    MapColumns,
    OpenColumnsForm,
    OpenFile,
    OpenPeriodForm,
    OpenWeekForm,
    SetFileAside,
    SetPeriod,
    ShowFiles,
    TakeInFile,
    TakeOutFile,
)
from bot.commands.vocabulary.ideas import (
    AddIdea,
    NoticeReply,
    OpenIdeaForm,
    PlanIdea,
    RemoveIdea,
    ShowIdeas,
    VoteForIdea,
)
from bot.commands.vocabulary.leads import (
    AddLead,
    EditLead,
    MergeLeads,
    MoveLead,
    OpenLeadForm,
    OpenLeadSettings,
    OpenLostForm,
    OpenMetaForm,
    RemoveLead,
    RenewLeadWeb,
    SayNoneCame,
    SayStage,
    SetLeadSettings,
    SetMetaSecret,
    ShowLead,
    ShowLeads,
    ShowLeadWeb,
    SplitLead,
)
from bot.commands.vocabulary.learning import OpenLessonForm, SkipLesson, TellLesson
from bot.commands.vocabulary.money import (
    AddSpending,
    OpenBudgetForm,
    OpenSpendingForm,
    RemoveSpending,
    SetBudget,
    ShowBudget,
)
from bot.commands.vocabulary.numbers import LogFigures, OpenFiguresForm, ShowFigures
from bot.commands.vocabulary.people import (
    ComeBack,
    GoAway,
    OpenDutyForm,
    OpenRemindersForm,
    SendCard,
    SetDuty,
    SetReminders,
    ShowDuties,
)
from bot.commands.vocabulary.photos import (
    AttachPhoto,
    ClearPhoto,
    NoticePhoto,
    OpenAttachForm,
    ShowPhotos,
    UsePhoto,
    UseSubstitute,
)
from bot.commands.vocabulary.plan import (
    AddPost,
    CheckPlan,
    CopyMonth,
    EditPost,
    MarkPosted,
    MovePlace,
    OpenCadenceForm,
    OpenEditForm,
    OpenMoveForm,
    OpenPlaceForm,
    OpenPost,
    OpenPostedForm,
    OpenPostForm,
    PreviewCadence,
    PreviewCopy,
    RemovePost,
    RestorePlace,
    SetCadence,
    ShowAds,
    ShowCadence,
    ShowPlan,
    ShowSpan,
    SkipPlace,
    StartAds,
    UndoCopy,
)
from bot.commands.vocabulary.questions import (
    AnswerQuestion,
    LogQuestion,
    SayOtherQuestion,
    SaySameQuestion,
    ShowQuestions,
    SuggestQuestion,
    TakeBackQuestion,
)
from bot.commands.vocabulary.repeating import (
    AddSeries,
    EndSeries,
    OpenEvergreenForm,
    OpenSeriesForm,
    RepeatPost,
    SetEvergreen,
)
from bot.commands.vocabulary.sheets import ApplySheet, CancelSheet, ExportPlan, NoticeSheet
from bot.commands.vocabulary.sponsor import SayThanks, ShareThanks, ShowMonthPage, ShowWorth
from bot.commands.vocabulary.stall import OpenPauseForm, PausePlan, ProposeSmaller, ResumePlan, ShowOutsideHelp
from bot.commands.vocabulary.steps import (
    AcceptOffer,
    AskForHelp,
    DeclineOffer,
    FinishStep,
    HandOver,
    OpenDeclineForm,
    OpenHandOverForm,
    OpenHelpForm,
    OpenSwapForm,
    ShowMine,
    SnoozeStep,
    SwapOffer,
)
from bot.commands.vocabulary.strategy import OpenStrategyForm, SetStrategy, ShowStrategy, ShowStrategyChanges
from bot.commands.vocabulary.templates import OpenTemplateForm, SetTemplate, ShowPlaybook, ShowTemplates
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
    "AddEvent",
    "AddIdea",
    "AddLead",
    "AddLine",
    "AddPost",
    "AddSeries",
    "AddSpending",
    "AnswerCheckUp",
    "AnswerFile",
    "AnswerQuestion",
    "ApplySheet",
    "AskForHelp",
    "AttachPhoto",
    "CancelSheet",
    "CheckAnswer",
    "CheckPlan",
    "ChoosePost",
    "ClearPhoto",
    "CloseComment",
    "ComeBack",
    "Command",
    "CompareNetworks",
    "ComparePosts",
    "ContinueComment",
    "CopyMonth",
    "Decide",
    "DecideApproval",
    "DecideNoChange",
    "DeclineOffer",
    "EditEvent",
    "EditLead",
    "EditPost",
    "EndGoal",
    "EndSeries",
    "ExportPlan",
    "FinishPictures",
    "FinishStep",
    "GoAway",
    "HandOver",
    "JoinChannel",
    "LogComment",
    "LogFigures",
    "LogQuestion",
    "LogWeek",
    "MapColumns",
    "MarkPosted",
    "MergeLeads",
    "MoveLead",
    "MovePlace",
    "NoticePhoto",
    "NoticeReply",
    "NoticeSheet",
    "OpenAttachForm",
    "OpenBudgetForm",
    "OpenCadenceForm",
    "OpenCheckUpForm",
    "OpenColumnsForm",
    "OpenCommentForm",
    "OpenDecideForm",
    "OpenDecisionForm",
    "OpenDeclineForm",
    "OpenDutyForm",
    "OpenEditForm",
    "OpenEvent",
    "OpenEventForm",
    "OpenEvergreenForm",
    "OpenFiguresForm",
    "OpenFile",
    "OpenGoalForm",
    "OpenHandOverForm",
    "OpenHelpForm",
    "OpenHome",
    "OpenIdeaForm",
    "OpenLeadForm",
    "OpenLeadSettings",
    "OpenLessonForm",
    "OpenLineForm",
    "OpenLostForm",
    "OpenMetaForm",
    "OpenMoveForm",
    "OpenPauseForm",
    "OpenPeriodForm",
    "OpenPlaceForm",
    "OpenPost",
    "OpenPostForm",
    "OpenPostedForm",
    "OpenRemindersForm",
    "OpenSeriesForm",
    "OpenSetup",
    "OpenSpendingForm",
    "OpenStrategyForm",
    "OpenSwapForm",
    "OpenTemplateForm",
    "OpenWeekForm",
    "PausePlan",
    "PlanIdea",
    "PreviewCadence",
    "PreviewCopy",
    "ProposeSmaller",
    "RemoveComment",
    "RemoveDecision",
    "RemoveIdea",
    "RemoveLead",
    "RemovePost",
    "RemoveSpending",
    "RenewCalendar",
    "RenewLeadWeb",
    "ReopenComment",
    "RepeatPost",
    "RestorePlace",
    "ResumePlan",
    "ReviewDecision",
    "SayClosed",
    "SayNoneCame",
    "SayOtherQuestion",
    "SaySameQuestion",
    "SayStage",
    "SayThanks",
    "SendCard",
    "SetBudget",
    "SetCadence",
    "SetDuty",
    "SetEvergreen",
    "SetFileAside",
    "SetGoal",
    "SetLeadSettings",
    "SetMetaSecret",
    "SetPeriod",
    "SetReminders",
    "SetStrategy",
    "SetTemplate",
    "SetUp",
    "ShareThanks",
    "ShowAds",
    "ShowBudget",
    "ShowCadence",
    "ShowCalendars",
    "ShowCheckUp",
    "ShowComment",
    "ShowComments",
    "ShowDecisions",
    "ShowDigest",
    "ShowDuties",
    "ShowFigures",
    "ShowFiles",
    "ShowGoals",
    "ShowHelp",
    "ShowIdeas",
    "ShowLead",
    "ShowLeadWeb",
    "ShowLeads",
    "ShowMine",
    "ShowMonthPage",
    "ShowOutsideHelp",
    "ShowPhotos",
    "ShowPlan",
    "ShowPlaybook",
    "ShowQuarter",
    "ShowQuestions",
    "ShowSpan",
    "ShowStatus",
    "ShowStrategy",
    "ShowStrategyChanges",
    "ShowTemplates",
    "ShowWorth",
    "SkipLesson",
    "SkipPlace",
    "SnoozeStep",
    "SplitLead",
    "StartAds",
    "SuggestQuestion",
    "SwapOffer",
    "TakeBackQuestion",
    "TakeInFile",
    "TakeOutFile",
    "TellLesson",
    "UndoCopy",
    "UsePhoto",
    "UseSubstitute",
    "VoteForIdea",
]

Command = (
    ShowPlan
    | ShowSpan
    | AddPost
    | OpenPostForm
    | OpenPost
    | OpenEditForm
    | EditPost
    | RemovePost
    | MarkPosted
    | OpenPostedForm
    | PreviewCopy
    | CopyMonth
    | UndoCopy
    | CheckPlan
    | ShowAds
    | StartAds
    | ShowIdeas
    | AddIdea
    | RemoveIdea
    | NoticeReply
    | VoteForIdea
    | OpenIdeaForm
    | PlanIdea
    | LogQuestion
    | ShowQuestions
    | AnswerQuestion
    | SaySameQuestion
    | SayOtherQuestion
    | TakeBackQuestion
    | SuggestQuestion
    | ProposeSmaller
    | OpenPauseForm
    | PausePlan
    | ResumePlan
    | ShowOutsideHelp
    | OpenEvergreenForm
    | SetEvergreen
    | RepeatPost
    | OpenSeriesForm
    | AddSeries
    | EndSeries
    | SkipPlace
    | MovePlace
    | OpenMoveForm
    | RestorePlace
    | ShowCadence
    | OpenCadenceForm
    | OpenPlaceForm
    | PreviewCadence
    | SetCadence
    | ShowTemplates
    | OpenTemplateForm
    | SetTemplate
    | ShowPlaybook
    | OpenDecisionForm
    | DecideApproval
    | AddEvent
    | OpenEventForm
    | OpenEvent
    | EditEvent
    | FinishPictures
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
    | OpenHelpForm
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
    | UseSubstitute
    | ShowFigures
    | OpenFiguresForm
    | LogFigures
    | AnswerFile
    | ChoosePost
    | LogWeek
    | MapColumns
    | OpenColumnsForm
    | OpenFile
    | OpenPeriodForm
    | OpenWeekForm
    | SetFileAside
    | SetPeriod
    | ShowFiles
    | TakeInFile
    | TakeOutFile
    | ShowComments
    | ShowComment
    | OpenCommentForm
    | LogComment
    | CheckAnswer
    | CloseComment
    | SayClosed
    | ReopenComment
    | ContinueComment
    | RemoveComment
    | ShowLead
    | EditLead
    | MergeLeads
    | SplitLead
    | SayStage
    | OpenLeadSettings
    | SetLeadSettings
    | ShowLeadWeb
    | RenewLeadWeb
    | OpenMetaForm
    | SetMetaSecret
    | SayNoneCame
    | ShowLeads
    | AddLead
    | OpenLeadForm
    | MoveLead
    | OpenLostForm
    | RemoveLead
    | ShowDigest
    | OpenLineForm
    | AddLine
    | Decide
    | DecideNoChange
    | EndGoal
    | OpenDecideForm
    | OpenGoalForm
    | RemoveDecision
    | ReviewDecision
    | SetGoal
    | ShowDecisions
    | ShowGoals
    | ShowQuarter
    | ShowBudget
    | OpenBudgetForm
    | SetBudget
    | OpenSpendingForm
    | AddSpending
    | RemoveSpending
    | SayThanks
    | ShareThanks
    | ShowWorth
    | ShowMonthPage
    | CompareNetworks
    | ComparePosts
    | OpenSetup
    | SetUp
    | ShowStatus
    | ShowCalendars
    | RenewCalendar
    | ShowHelp
    | OpenHome
    | JoinChannel
    | OpenRemindersForm
    | SetReminders
    | GoAway
    | ComeBack
    | ShowDuties
    | SendCard
    | OpenLessonForm
    | TellLesson
    | SkipLesson
    | OpenDutyForm
    | SetDuty
    | ShowStrategy
    | OpenStrategyForm
    | SetStrategy
    | ShowStrategyChanges
    | ShowCheckUp
    | OpenCheckUpForm
    | AnswerCheckUp
)
