"""Every phrase that can be typed after a slash command: the word it starts with, what may follow, what it does.

The table serves reading, help and the documentation, so that none of them can say something else.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.commands import vocabulary as v
from bot.commands.absence import read_absence
from bot.commands.adding import read_post
from bot.commands.comment_lines import read_answer, read_comment, read_comments
from bot.commands.events import read_event
from bot.commands.lead_lines import read_lead, read_leads
from bot.commands.looking import (
    read_ads,
    read_budget,
    read_copy,
    read_decide,
    read_digest_week,
    read_figures_week,
    read_month_page,
    read_plan,
    read_plan_span,
    read_quarter,
)
from bot.commands.pausing import read_pause
from bot.commands.repeating import read_series
from bot.commands.shifting import read_move, read_skip
from bot.commands.thinking import read_idea, read_ideas, read_question
from bot.commands.typed import Typed
from bot.commands.when import Reading
from bot.domain import phrase_misreadings
from bot.domain.spans import Size

Reads = Callable[[Typed, Reading], v.Command]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to use a slash command: the word it starts with, what may follow, what it does, how it is read.

    One that takes any words at all is never what somebody meant who left its start out.
    """

    start: str
    takes: str
    does: str
    reads: Reads
    takes_anything: bool = False


def _export(typed: Typed, _reading: Reading) -> v.Command:
    form = typed.text.lower() or "xlsx"
    if form not in ("xlsx", "csv", "excel"):
        raise phrase_misreadings.not_a_form()
    return v.ExportPlan("csv" if form == "csv" else "xlsx")


def _always(command: v.Command) -> Reads:
    return lambda _typed, _reading: command


PHRASES: dict[str, tuple[Phrase, ...]] = {
    "/plan": (
        Phrase("", "", "Show this week's plan.", read_plan),
        Phrase("", "next | last | 2026-W50 | a day", "Show another week.", read_plan),
        Phrase(
            "add",
            "thu 4pm What it is #human @ben",
            "Put a post into the plan; kind, person and link are optional.",
            read_post,
        ),
        Phrase("add", "", "Open the form for a new post.", read_post),
        Phrase(
            "event",
            '"Health fair" sat 10-14 @ben',
            "Plan an event: its pictures, and its post.",
            read_event,
        ),
        Phrase(
            "series",
            "every second thu 4pm until mar 31 What it is",
            "Plan the same post several times: until a day, or `6 times`.",
            read_series,
        ),
        Phrase("skip", "thu", "Leave out the empty place of a day, this once.", read_skip),
        Phrase("move", "thu to fri 3pm", "Move the empty place of a day, this once.", read_move),
        Phrase("copy", "november to december", "Copy a month's posts into another one; you see it first.", read_copy),
        Phrase("check", "", "Show what the next seven days still lack, and how the mix is.", _always(v.CheckPlan())),
        Phrase("ideas", "december", "Collect ideas for next month or another one in a thread.", read_ideas),
        Phrase("idea", "Our new chairs", "Add an idea for next month.", read_idea, takes_anything=True),
        Phrase(
            "question",
            "Do you whiten teeth? #instagram",
            "Note what people ask, never who; asked three times, it becomes an idea.",
            read_question,
            takes_anything=True,
        ),
        Phrase("questions", "", "Show what people ask, and how soon it was answered.", _always(v.ShowQuestions())),
        Phrase("ads", "next | dec", "Show the ads of this month or another one, and what they may cost.", read_ads),
        Phrase("budget", "next | dec", "Show what a month may cost and what was spent, and enter both.", read_budget),
        Phrase("pause", "until jan 7", "Pause the plan: no places, no reminders, no gaps.", read_pause),
        Phrase("resume", "", "Let a paused plan go on.", _always(v.ResumePlan())),
        Phrase("export", "csv", "Get the plan as a CSV file.", _export),
        Phrase("export", "", "Get the plan as an Excel workbook, to change and share back.", _export),
        Phrase("cadence", "", "Show and edit the outline of your weeks.", _always(v.ShowCadence())),
        Phrase("steps", "", "Show and edit which steps a post takes, and whose they are.", _always(v.ShowTemplates())),
        Phrase(
            "",
            "mine | open | #human | #instagram",
            "Show only those; a week may come first, as in `/plan next mine`.",
            read_plan,
        ),
        Phrase("month", "next | december | 2026-12", "Show a month as a calendar.", read_plan_span(Size.MONTH)),
        Phrase("quarter", "next | q1", "Show a quarter, added up week by week.", read_plan_span(Size.QUARTER)),
        Phrase("year", "next | 2027", "Show a year, added up month by month.", read_plan_span(Size.YEAR)),
    ),
    "/mine": (Phrase("", "", "Show what waits for you.", _always(v.ShowMine())),),
    "/photos": (Phrase("", "", "Show which photos wait, are ready, or are in use.", _always(v.ShowPhotos())),),
    "/figures": (
        Phrase("", "", "Show how recent posts did, and enter what is missing.", _always(v.ShowFigures())),
        Phrase("week", "last | this | 2026-W47", "Enter the numbers of whole accounts in a week.", read_figures_week),
        Phrase("files", "", "Show which files of figures were brought in.", _always(v.ShowFiles())),
    ),
    "/leads": (
        Phrase("", "", "Show open leads and this week's counts.", read_leads),
        Phrase("", "12 | 12 booked yesterday", "Show one lead, or say how far it has come and since when.", read_leads),
        Phrase("add", "instagram", "Log a new lead and where it came from; your own code may follow.", read_lead),
        Phrase("add", "", "Open the form for a new lead.", read_lead),
        Phrase(
            "services",
            "",
            "Name the services people ask for, the areas near you, and the day for open leads.",
            _always(v.OpenLeadSettings()),
        ),
        Phrase("web", "", "Show the private address for forms on the web.", _always(v.ShowLeadWeb())),
    ),
    "/comments": (
        Phrase("", "", "Show which comments wait for an answer, and how soon others got one.", read_comments),
        Phrase("", "12 | 12 answered | 12 no answer", "Show one comment, or say what became of it.", read_comments),
        Phrase(
            "add",
            "instagram complaint https://...",
            "Log a comment: where, how it sounds, a link; never what it says.",
            read_comment,
        ),
        Phrase("add", "", "Open the form for a new comment.", read_comment),
        Phrase(
            "check",
            "Thank you for your kind words!",
            "See whether an answer tells that somebody is a patient, before you post it. Nothing of it is kept.",
            read_answer,
            takes_anything=True,
        ),
        Phrase("check", "", "Show how an answer can begin that gives nothing away.", read_answer),
    ),
    "/digest": (
        Phrase("", "", "Show last week's digest, to you only.", read_digest_week),
        Phrase("goal", "", "Show the goals and how far they have come, and set one.", _always(v.ShowGoals())),
        Phrase("decide", "", "Write down what you change, and when to look at it again.", read_decide),
        Phrase("decisions", "", "Show what was decided, and what came in since.", _always(v.ShowDecisions())),
        Phrase("month", "november", "Show a month on one page.", read_month_page),
        Phrase("quarter", "last | q3", "Show the agenda for looking back on a quarter.", read_quarter),
        Phrase("posts", "", "Set the posts of twelve weeks beside each other.", _always(v.ComparePosts())),
        Phrase("networks", "", "Show what each network took, and what came with it.", _always(v.CompareNetworks())),
        Phrase("", "this | 2026-W47 | a day", "Show the digest of another week, as it stands.", read_digest_week),
    ),
    "/rounds": (
        Phrase("setup", "", "Set Rounds up, or change how it is set up.", _always(v.OpenSetup())),
        Phrase("status", "", "Show how Rounds is set up and whether all is well.", _always(v.ShowStatus())),
        Phrase(
            "away",
            "until mon | dec 24 to jan 1",
            "Say when you are away; the backup is reminded instead.",
            read_absence,
        ),
        Phrase("back", "", "Say that you are back.", _always(v.ComeBack())),
        Phrase("duties", "", "Show who looks after what, and choose yours.", _always(v.ShowDuties())),
        Phrase("reminders", "", "Say how often and when you are reminded.", _always(v.OpenRemindersForm())),
        Phrase(
            "strategy", "", "Show how you sound, what networks are for, and who answers.", _always(v.ShowStrategy())
        ),
        Phrase("worth-it", "", "Show what came of it so far, and how sure that is.", _always(v.ShowWorth())),
        Phrase("check-up", "", "Answer eight questions about how it stands, once a quarter.", _always(v.ShowCheckUp())),
        Phrase("calendar", "", "Show the private addresses of your calendars.", _always(v.ShowCalendars())),
        Phrase("", "", "Show what Rounds can do.", _always(v.ShowHelp())),
    ),
}
SUMMARIES = {
    "/plan": "See and fill the week's plan",
    "/mine": "See what waits for you",
    "/photos": "See which photos wait, are ready or in use",
    "/figures": "See and enter how posts did",
    "/leads": "Log new enquiries and how far they came",
    "/comments": "See and log comments that wait for an answer",
    "/digest": "See the week's digest, only you",
    "/rounds": "Set up, check and learn about Rounds",
}
"""Each slash command in one line, as Slack's own list of commands has it too."""
