"""The form that changes a post, and how it says that somebody else changed the same meanwhile."""

from collections.abc import Mapping

import slackblocks as kit

from bot.blocks import choices, post_fields, versions
from bot.blocks.plan_phrases import capital
from bot.blocks.surfaces import Modal, modal
from bot.domain import versions as answered
from bot.domain.outcomes.posts import EditFormOpened
from storage.tables import Maker


def draw_edit_form_opened(outcome: EditFormOpened) -> Modal:
    """Show what a post says now, to be changed; after a clash one's own words, with the other's beside them."""
    post, answers = outcome.post, outcome.answers
    name = f"{post_fields.VALUE}-{post.version}"
    on, at = answered.moment_of(answers)
    blocks: list[kit.Block] = _meanwhile(outcome)
    is_short = len(answers["what"]) <= post_fields.MOST_TYPED
    blocks.append(post_fields.what(answers["what"], name=name) if is_short else _too_long("what it is about"))
    if post.posted_at is None:
        hint = "The steps that are still open move along."
        blocks += [post_fields.day(on, name=name), post_fields.hour(at, hint=hint, name=name)]
        blocks.append(post_fields.kind(answers["kind"], name=name))
    else:
        blocks.append(kit.ContextBlock([kit.Text("It is out, so its day, time and kind stay.")]))
    blocks += [_answer(field, answers, name) for field in post_fields.TEXTS]
    blocks.append(_made_by(answers["made_by"], name))
    keeps = {"post_id": post.id, "version": post.version}
    return modal(f"Change post {post.number}", blocks, form="edit-post", submit="Save", keeps=keeps, in_place=True)


def _meanwhile(outcome: EditFormOpened) -> list[kit.Block]:
    if not outcome.clashes:
        return []
    words = (
        "*Nothing is saved yet.* While you were writing, somebody else changed the same: "
        f"{versions.fields(outcome.clashes)}. Below are your words: save again to keep them, or put the others back."
    )
    changes = [versions.change(version, outcome.people, outcome.zone) for version in outcome.meanwhile[-3:]]
    return [kit.SectionBlock(words), *(kit.ContextBlock([kit.Text(line)]) for line in changes)]


def _answer(field: str, answers: Mapping[str, str], name: str) -> kit.Block:
    _, _, most = post_fields.TEXTS[field]
    words = answers[field]
    return post_fields.answer(field, words, name=name) if len(words) <= most else _too_long(versions.FIELDS[field])


def _too_long(what: str) -> kit.Block:
    words = f"{capital(what)} is longer than a form of Slack's holds, so it stays as it is."
    return kit.ContextBlock([kit.Text(words)])


def _made_by(chosen: str, name: str) -> kit.Block:
    options = choices.options([("Us", Maker.US), ("An agency", Maker.AGENCY)])
    menu = kit.StaticSelectMenu(name, options=list(options.values()), initial_option=options.get(chosen))
    return kit.InputBlock("Who makes it?", menu, block_id="made_by")
