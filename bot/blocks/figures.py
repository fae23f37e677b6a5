"""How figures look: which posts have some, the form for one, and what was entered. Unknown is never zero."""

from datetime import date

from bot.blocks import file_phrases, kit, saying
from bot.blocks.comment_phrases import under
from bot.blocks.plan_phrases import capital, link, listed, title, week_span
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands import buttons
from bot.commands.vocabulary import OpenFiguresForm, OpenWeekForm, ShowFigures, ShowFiles
from bot.domain import figures as counts
from bot.domain import said
from bot.domain.counts import COUNTS
from bot.domain.figures import Told
from bot.domain.outcomes.figures import FiguresFormOpened, FiguresLogged, FiguresShown
from storage.tables import Figures

_NONE = "No post is out yet in the last four weeks. Once one is marked posted in `/plan`, its figures go here."
_LABELS = {
    "reach": ("Reach", "How many different people saw it."),
    "views": ("Views", "How many times it was shown or played."),
    "comments": ("Comments", None),
    "reactions": ("Reactions", "Likes and the like."),
    "shares": ("Shares", None),
    "saves": ("Saves", None),
    "clicks": ("Link clicks", None),
}
_COUNTED = {
    "views": ("view", "views"),
    "comments": ("comment", "comments"),
    "reactions": ("reaction", "reactions"),
    "shares": ("share", "shares"),
    "saves": ("save", "saves"),
    "clicks": ("link click", "link clicks"),
}

_SHORT = {name: name if name == "reach" else many for name, (_, many) in {"reach": ("", ""), **_COUNTED}.items()}


def figures(told: Told) -> str:
    """Say the figures of a post: "reach 412, 5 comments, 48 reactions"."""
    return _numbers(told.figures)


def in_full(told: Told) -> str:
    """Say the figures of a post network by network, and what has come since the numbers before."""
    parts = [f"{file_phrases.network(part.network)}: {_numbers(part)}" for part in told.parts if part.network]
    words = "; ".join(parts) if len(parts) > 1 else figures(told)
    if told.gain is None:
        return words
    gained = [f"{_signed(number)} {_SHORT[name]}" for name, number in told.gain.by.items()]
    return f"{words}\nSince {saying.day(told.gain.since)}: {', '.join(gained)}"


def draw_figures_shown(outcome: FiguresShown) -> Message:
    """Draw the posts that are out lately, each with its figures and a button, and what is known of accounts."""
    more = [*_accounts(outcome), kit.ActionsBlock([button("A week's numbers", OpenWeekForm()), _files()])]
    if not outcome.posts:
        return message(_NONE, [kit.SectionBlock(_NONE), *more], in_place=True)
    blocks: list[kit.Block] = [kit.SectionBlock("*Figures of the last four weeks*, the newest post first")]
    for told in outcome.posts:
        seen = f" {link(told.post.posted_link, 'see it')}" if told.post.posted_link else ""
        known = f"{under(outcome.talks.get(told.post.id or 0))}{in_full(told)}"
        words = f"*{title(told.post)}*, {saying.day(told.post.on)}{seen}\n{capital(known)}"
        blocks.append(kit.SectionBlock(words, accessory=_open(told)))
    if outcome.more:
        blocks.append(kit.ContextBlock([kit.Text(f"and {saying.count(outcome.more, 'older post')}")]))
    blocks += more
    missing = sum(not told.has_figures for told in outcome.posts)
    rest = f"{capital(saying.count(missing, 'post'))} without figures." if missing else "All have figures."
    return message(
        f"{capital(saying.count(len(outcome.posts), 'post'))} out in the last four weeks. {rest}", blocks, in_place=True
    )


def draw_figures_form_opened(outcome: FiguresFormOpened) -> Modal:
    """Ask for each number; what is left empty stays unknown."""
    told = outcome.told
    known = dict(counts.entered(told.figures))
    blocks: list[kit.Block] = [
        kit.SectionBlock(f"*{title(told.post)}*, {saying.day(told.post.on)}"),
        kit.ContextBlock([kit.Text("Enter what you know. What stays empty counts as not known, not as zero.")]),
    ]
    for name in COUNTS:
        label, hint = _LABELS[name]
        number = kit.NumberInput(
            is_decimal_allowed=False,
            action_id="value",
            initial_value=str(known[name]) if name in known else None,
            min_value=0,
            max_value=counts.MOST,
            focus_on_load=name == "reach",
        )
        blocks.append(kit.InputBlock(label, number, block_id=name, optional=True, hint=hint))
    if outcome.history:
        lines = [_traced(row, outcome) for row in outcome.history]
        blocks.append(kit.ContextBlock([kit.Text("\n".join(["Where these numbers come from", *lines]))]))
    return modal("Figures", blocks, form="log-figures", submit="Save", keeps={"post_id": told.post.id})


def draw_figures_logged(outcome: FiguresLogged) -> Message:
    """Echo what was entered and what stays unknown."""
    told = outcome.told
    known = dict(counts.entered(told.figures))
    missing = [_LABELS[name][0].lower() for name in COUNTS if name not in known]
    words = f"{title(told.post)}: {figures(told)}."
    if known and missing:
        words += f" Not known yet: {listed(missing)}."
    blocks = [kit.SectionBlock(words), kit.ActionsBlock([_open(told), _all()])]
    return message(words, blocks, in_place=True)


def _accounts(outcome: FiguresShown) -> list[kit.Block]:
    """Say what is known of whole accounts last week and over longer stretches, and what was spent."""
    lines = [f"{file_phrases.account(account)}" for account in outcome.accounts]
    blocks: list[kit.Block] = []
    if lines:
        blocks.append(kit.SectionBlock("\n".join([f"*Accounts, {week_span(outcome.week)}*", *lines])))
    wider = [
        f"{file_phrases.account(account)}, {saying.day(account.from_on)} to {saying.day(account.until_on)}"
        for account in outcome.longer
    ]
    wider += [
        f"Spent in {said.month(date.fromisoformat(f'{month}-01'))}: {saying.amount(cents, currency)}"
        for (month, currency), cents in sorted(outcome.spent.items())
    ]
    if wider:
        blocks.append(kit.SectionBlock("\n".join(wider)))
    return blocks


def _traced(row: Figures, outcome: FiguresFormOpened) -> str:
    """Say where a snapshot comes from: "24 Nov, file 7, row 12, Ana: reach 412"."""
    file = outcome.files.get(row.file_id or 0)
    on = row.counted_on or row.entered_at.astimezone(outcome.zone).date()
    by = outcome.people.get(row.entered_by or 0)
    source = [f"file {file.number}, row {row.row}"] if file else []
    return f"{saying.day(on)}, {', '.join([*source, saying.name(by) if by else 'somebody'])}: {_numbers(row)}"


def _numbers(row: Figures | None) -> str:
    return ", ".join(_counted(name, number) for name, number in counts.entered(row)) or "no figures yet"


def _signed(number: int) -> str:
    return f"{'+' if number > 0 else chr(0x2212)}{abs(number):,}"


def _counted(name: str, number: int) -> str:
    if name == "reach":
        return f"reach {number:,}"
    one, many = _COUNTED[name]
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many}"


def _open(told: Told) -> kit.Button:
    opens = OpenFiguresForm(told.post.id or 0)
    words = "Update" if told.has_figures else "Enter figures"
    return kit.Button(words, buttons.action_of(opens, apart=str(told.post.id)), value=buttons.value_of(opens))


def _files() -> kit.Button:
    return button("Files", ShowFiles())


def _all() -> kit.Button:
    shows = ShowFigures()
    return kit.Button("All figures", buttons.action_of(shows), value=buttons.value_of(shows))
