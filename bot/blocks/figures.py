"""How figures look: which posts have some, the form for one, and what was entered. Unknown is never zero."""

import slackblocks as kit

from bot.blocks import saying
from bot.blocks.plan_phrases import capital, link, listed, title
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands import buttons
from bot.commands.vocabulary import OpenFiguresForm, ShowFigures
from bot.domain import figures as counts
from bot.domain.figures import Told
from bot.domain.outcomes.figures import FiguresFormOpened, FiguresLogged, FiguresShown

_NONE = "No post is out yet in the last four weeks. Once one is marked posted in `/plan`, its figures go here."
_LABELS = {
    "reach": ("Reach", "How many different people saw it."),
    "views": ("Views", "How many times it was shown or played."),
    "reactions": ("Reactions", "Likes and the like."),
    "comments": ("Comments", None),
    "shares": ("Shares", None),
    "saves": ("Saves", None),
    "clicks": ("Link clicks", None),
}
_COUNTED = {
    "views": ("view", "views"),
    "reactions": ("reaction", "reactions"),
    "comments": ("comment", "comments"),
    "shares": ("share", "shares"),
    "saves": ("save", "saves"),
    "clicks": ("link click", "link clicks"),
}


def figures(told: Told) -> str:
    """Say the figures of a post: "reach 412, 48 reactions, 5 comments"."""
    return ", ".join(_counted(name, number) for name, number in counts.entered(told.figures)) or "no figures yet"


def draw_figures_shown(outcome: FiguresShown) -> Message:
    """Draw the posts that are out lately, each with its figures and a button."""
    if not outcome.posts:
        return message(_NONE, [kit.SectionBlock(_NONE)], in_place=True)
    blocks: list[kit.Block] = [kit.SectionBlock("*Figures of the last four weeks*, the newest post first")]
    for told in outcome.posts:
        seen = f" {link(told.post.posted_link, 'see it')}" if told.post.posted_link else ""
        words = f"*{title(told.post)}*, {saying.day(told.post.on)}{seen}\n{capital(figures(told))}"
        blocks.append(kit.SectionBlock(words, accessory=_open(told)))
    if outcome.more:
        blocks.append(kit.ContextBlock([kit.Text(f"and {saying.count(outcome.more, 'older post')}")]))
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
    for name, (label, hint) in _LABELS.items():
        number = kit.NumberInput(
            is_decimal_allowed=False,
            action_id="value",
            initial_value=str(known[name]) if name in known else None,
            min_value=0,
            max_value=counts.MOST,
            focus_on_load=name == "reach",
        )
        blocks.append(kit.InputBlock(label, number, block_id=name, optional=True, hint=hint))
    return modal("Figures", blocks, form="log-figures", submit="Save", keeps={"post_id": told.post.id})


def draw_figures_logged(outcome: FiguresLogged) -> Message:
    """Echo what was entered and what stays unknown."""
    told = outcome.told
    known = dict(counts.entered(told.figures))
    missing = [_LABELS[name][0].lower() for name in counts.COUNTS if name not in known]
    said = f"{title(told.post)}: {figures(told)}."
    if known and missing:
        said += f" Not known yet: {listed(missing)}."
    blocks = [kit.SectionBlock(said), kit.ActionsBlock([_open(told), _all()])]
    return message(said, blocks, in_place=True)


def _counted(name: str, number: int) -> str:
    if name == "reach":
        return f"reach {number:,}"
    one, many = _COUNTED[name]
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many}"


def _open(told: Told) -> kit.Button:
    opens = OpenFiguresForm(told.post.id or 0)
    words = "Update" if told.has_figures else "Enter figures"
    return kit.Button(words, buttons.action_of(opens, apart=str(told.post.id)), value=buttons.value_of(opens))


def _all() -> kit.Button:
    shows = ShowFigures()
    return kit.Button("All figures", buttons.action_of(shows), value=buttons.value_of(shows))
