"""The two forms about a file: which days it is about, and what the columns of a practice's own table mean."""

from collections.abc import Mapping

from bot.blocks import file_phrases as said
from bot.blocks import kit, saying
from bot.blocks.choices import options
from bot.blocks.surfaces import Modal, modal
from bot.domain.exports import Column, Holds, Means, RowsAre
from bot.domain.outcomes.files import ColumnsFormOpened, PeriodFormOpened

_MOST_COLUMNS = 60
"""So many fit into a form with the rest of it (docs.slack.dev, views: 100 blocks)."""
ROWS = {
    RowsAre.POSTS: "A post",
    RowsAre.DAYS: "A day, a week or a month of one account",
    RowsAre.LEADS: "An enquiry by one person",
    RowsAre.SPENDING: "Money spent",
}
MEANS: Mapping[Means, str] = {
    Means.LEAVE_OUT: "Leave it out",
    Means.DAY: "The day, or the first day",
    Means.UNTIL: "The last day",
    Means.LINK: "The link to the post",
    Means.NETWORK: "The network or account",
    Means.SAID: "Where the person said they come from",
    Means.STAGE: "How far the enquiry has come",
    Means.SPENT: "What was spent",
    Means.PURPOSE: "What an ad is for",
    Means.REACH: "People reached",
    Means.VIEWS: "Views or impressions",
    Means.COMMENTS: "Comments",
    Means.REACTIONS: "Likes or reactions",
    Means.SHARES: "Shares",
    Means.SAVES: "Saves",
    Means.CLICKS: "Clicks",
    Means.FOLLOWERS: "Followers at the end",
    Means.FOLLOWS: "New followers",
    Means.VISITS: "Visits",
    Means.INTERACTIONS: "Interactions",
    Means.CALLS: "Calls",
    Means.MESSAGES: "Messages",
    Means.BOOKINGS: "Bookings",
}
_LOOKS = {
    Holds.DAYS: "days",
    Holds.NUMBERS: "numbers",
    Holds.MONEY: "money",
    Holds.LINKS: "links",
    Holds.WORDS: "a few words that come back",
}


def draw_period_form_opened(outcome: PeriodFormOpened) -> Modal:
    """Ask for the first and the last day."""
    days = (("first", "First day", outcome.first), ("last", "Last day", outcome.last))
    blocks: list[kit.Block] = [
        kit.InputBlock(words, kit.DatePicker("value", initial_date=on.isoformat()), block_id=name)
        for name, words, on in days
    ]
    return modal("Which days?", blocks, form="set-period", submit="Read it", keeps={"file_id": outcome.file.id})


def draw_columns_form_opened(outcome: ColumnsFormOpened) -> Modal:
    """Ask what each row and each column is; what is about people can't be chosen."""
    columns = outcome.held.table.columns if outcome.held.table else ()
    usable = [column for column in columns if column.may_be_used][:_MOST_COLUMNS]
    closed = [column.heading for column in columns if not column.may_be_used]
    offered = options((words, str(each)) for each, words in ROWS.items())
    likely = offered[outcome.held.table.rows_likely] if outcome.held.table else None
    rows = kit.RadioButtonGroup("value", list(offered.values()), initial_option=likely)
    blocks: list[kit.Block] = [kit.InputBlock("What is each row?", rows, block_id="rows_are")]
    blocks += [_asked(place, column) for place, column in enumerate(usable)]
    if closed:
        blocks.append(kit.ContextBlock([kit.Text(said.dropped(closed))]))
    keeps = {"file_id": outcome.file.id, "columns": len(usable)}
    return modal("Columns of your table", blocks, form="map-columns", submit="Read it", keeps=keeps)


def _asked(place: int, column: Column) -> kit.Block:
    offered = options((MEANS[means], f"-{means}") for means in Means)
    select = kit.StaticSelectMenu(
        "value", options=list(offered.values()), initial_option=offered[f"-{column.likely}"], placeholder="Choose"
    )
    label = saying.short(" ".join(column.heading.split()) or f"Column {place + 1}", 150)
    looks = _LOOKS.get(column.holds)
    return kit.InputBlock(label, select, block_id=f"column-{place}", hint=f"Holds {looks}." if looks else None)
