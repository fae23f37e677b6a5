"""Numbers of whole accounts and listings: what is known of a week, and entering it by hand. Every entry is kept."""

from bot.commands.vocabulary import LogWeek, OpenWeekForm
from bot.domain import file_errors
from bot.domain.figures import MOST
from bot.domain.outcomes.files import WeekFormOpened, WeekLogged
from bot.domain.places import Account, of_week
from bot.domain.weeks import Week
from bot.handlers.call import Call, Scene
from storage import places


def open_week_form(command: OpenWeekForm, call: Call) -> WeekFormOpened:
    """Open the form for a week with what is known in it."""
    week = _begun(command.week or Week.of(call.today).previous(), call)
    return WeekFormOpened(week, known_of(call, week))


def log_week(command: LogWeek, call: Call) -> WeekLogged:
    """Remember what was entered of a week, each number that is news as a new row."""
    week = _begun(command.week, call)
    known = {(each.place, count): number for each in known_of(call, week) for count, number in each.numbers.items()}
    entered = [words.split(" ") for words in command.numbers]
    if not entered and not known:
        raise file_errors.nothing_entered()
    rows = [
        {
            "workspace_id": call.workspace_id,
            "place": place,
            "count": count,
            "from_on": week.days[0],
            "until_on": week.days[-1],
            "number": min(int(number), MOST),
            "entered_by": call.member_id,
            "entered_at": call.now,
        }
        for place, count, number in entered
        if (place, count) not in known or known[place, count].number != int(number)
    ]
    places.remember(call.session, rows)
    return WeekLogged(week, known_of(call, week))


def known_of(scene: Scene, week: Week) -> tuple[Account, ...]:
    """Give what is known of a week, by account."""
    return of_week(places.between(scene.session, scene.workspace_id, week.days[0], week.days[-1]), week)


def _begun(week: Week, call: Call) -> Week:
    if week.monday > call.today:
        raise file_errors.week_to_come()
    return week
