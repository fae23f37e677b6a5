"""What somebody from an agency reaches: the plan, their own work on it, its figures, and their own settings.

Every command stands in exactly one of the two tables; one that stands in none is out of reach. Within reach, handlers
still decide about single rows. It refuses to know who asks.
"""

from typing import Final

from bot.commands import vocabulary as v
from bot.domain.roles import Theirs

WITHIN: Final[frozenset[type[v.Command]]] = frozenset(
    {
        # the plan, and looking at it
        v.ShowPlan, v.ShowSpan, v.CheckPlan, v.ShowAds, v.OpenPost, v.AddPost, v.OpenPostForm, v.OpenEditForm,
        v.EditPost, v.RemovePost, v.OpenPostedForm, v.MarkPosted, v.OpenEvergreenForm, v.SetEvergreen, v.RepeatPost,
        v.OpenSeriesForm, v.AddSeries, v.EndSeries, v.AddEvent, v.OpenEventForm, v.OpenEvent, v.EditEvent,
        v.FinishPictures, v.ShowIdeas, v.AddIdea, v.RemoveIdea, v.VoteForIdea, v.NoticeReply, v.OpenIdeaForm,
        v.PlanIdea, v.ShowStrategy,
        # what people ask
        v.LogQuestion, v.ShowQuestions, v.AnswerQuestion, v.SaySameQuestion, v.SayOtherQuestion, v.TakeBackQuestion,
        v.SuggestQuestion,
        # what people write
        v.ShowComments, v.ShowComment, v.OpenCommentForm, v.LogComment, v.CheckAnswer, v.CloseComment, v.SayClosed,
        v.ReopenComment, v.ContinueComment, v.RemoveComment,
        # steps that are theirs, and approvals asked of them
        v.ShowMine, v.AcceptOffer, v.OpenSwapForm, v.SwapOffer, v.OpenDeclineForm, v.DeclineOffer, v.FinishStep,
        v.OpenHelpForm, v.AskForHelp, v.SnoozeStep, v.ShowPlaybook, v.OpenDecisionForm, v.DecideApproval,
        # photos
        v.ShowPhotos, v.NoticePhoto, v.UsePhoto, v.ClearPhoto, v.OpenAttachForm, v.AttachPhoto,
        # figures of posts and ads, and the files that bring them
        v.ShowFigures, v.OpenFiguresForm, v.LogFigures, v.OpenWeekForm, v.LogWeek, v.ComparePosts, v.ShowFiles,
        v.OpenFile, v.TakeInFile, v.SetFileAside, v.TakeOutFile, v.AnswerFile, v.ChoosePost, v.OpenPeriodForm,
        v.SetPeriod, v.OpenColumnsForm, v.MapColumns, v.NoticeSheet,
        # themselves
        v.OpenHome, v.ShowHelp, v.JoinChannel, v.GoAway, v.ComeBack, v.OpenRemindersForm, v.SetReminders,
        v.ShowCalendars, v.RenewCalendar, v.ShareThanks,
    }
)  # fmt: skip

_OF: Final[dict[Theirs, tuple[type[v.Command], ...]]] = {
    Theirs.LEADS: (
        v.ShowLeads, v.ShowLead, v.AddLead, v.OpenLeadForm, v.EditLead, v.MoveLead, v.SayStage, v.OpenLostForm,
        v.RemoveLead, v.MergeLeads, v.SplitLead, v.OpenLeadSettings, v.SetLeadSettings, v.ShowLeadWeb, v.RenewLeadWeb,
        v.OpenMetaForm, v.SetMetaSecret, v.SayNoneCame,
    ),
    Theirs.RESULTS: (
        v.ShowDigest, v.OpenLineForm, v.AddLine, v.ShowGoals, v.OpenGoalForm, v.SetGoal, v.EndGoal, v.ShowDecisions,
        v.OpenDecideForm, v.Decide, v.DecideNoChange, v.ReviewDecision, v.RemoveDecision, v.ShowQuarter, v.ShowWorth,
        v.ShowMonthPage, v.SayThanks, v.CompareNetworks, v.ShowCheckUp, v.OpenCheckUpForm, v.AnswerCheckUp,
    ),
    Theirs.MONEY: (
        v.ShowBudget, v.OpenBudgetForm, v.SetBudget, v.OpenSpendingForm, v.AddSpending, v.RemoveSpending,
    ),
    Theirs.PLANNING: (
        v.ShowCadence, v.OpenCadenceForm, v.OpenPlaceForm, v.PreviewCadence, v.SetCadence, v.StartAds, v.SkipPlace,
        v.MovePlace, v.OpenMoveForm, v.RestorePlace, v.ShowTemplates, v.OpenTemplateForm, v.SetTemplate, v.PreviewCopy,
        v.CopyMonth, v.UndoCopy, v.ProposeSmaller, v.OpenPauseForm, v.PausePlan, v.ResumePlan, v.ShowOutsideHelp,
        v.OpenHandOverForm, v.HandOver, v.UseSubstitute, v.OpenStrategyForm, v.SetStrategy, v.ShowStrategyChanges,
    ),
    Theirs.TEAM: (
        v.ShowDuties, v.SendCard, v.OpenDutyForm, v.SetDuty, v.OpenLessonForm, v.TellLesson, v.SkipLesson,
    ),
    Theirs.SETTINGS: (v.OpenSetup, v.SetUp, v.ShowStatus),
    Theirs.COPIES: (v.ExportPlan, v.ApplySheet, v.CancelSheet),
}  # fmt: skip
OUT: Final[dict[type[v.Command], Theirs]] = {command: theirs for theirs, some in _OF.items() for command in some}
"""What stays with the practice's own team, and as what."""

_PHRASES: Final[dict[str, frozenset[str]]] = {
    "/plan": frozenset({
        "", "add", "event", "series", "check", "ideas", "idea", "question", "questions", "ads", "month", "quarter",
        "year",
    }),
    "/mine": frozenset({""}),
    "/photos": frozenset({""}),
    "/figures": frozenset({"", "week", "files"}),
    "/comments": frozenset({"", "add", "check"}),
    "/digest": frozenset({"posts"}),
    "/rounds": frozenset({"away", "back", "reminders", "calendar", "strategy", ""}),
}  # fmt: skip
"""The words that each slash command starts with, as far as they lead to something within reach."""


def stays_with(command: type[v.Command]) -> Theirs | None:
    """Say as what a command stays with the practice's own team; None where an agency reaches it."""
    return None if command in WITHIN else OUT.get(command, Theirs.SETTINGS)


def is_phrase_within(slash: str, start: str) -> bool:
    """Whether a phrase that starts so leads to something within reach."""
    return start in _PHRASES.get(slash, ())


def is_slash_within(slash: str) -> bool:
    """Whether any phrase of a slash command does."""
    return slash in _PHRASES
