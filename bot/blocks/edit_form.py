"""The form that changes what a post answers, and how it says that somebody else changed the same meanwhile."""

from bot.blocks import choices, kit, post_fields, saying, versions
from bot.blocks.surfaces import Modal, modal
from bot.domain import versions as answered
from bot.domain.outcomes.posts import EditFormOpened


def draw_answers_form(outcome: EditFormOpened) -> Modal:
    """Show what a post answers now, to be changed; after a clash one's own words, with the other's beside them."""
    post, answers = outcome.post, outcome.answers
    name = f"{post_fields.VALUE}-{post.version}"
    on, at = answered.moment_of(answers)
    blocks: list[kit.Block] = written_meanwhile(outcome)
    blocks.append(post_fields.what(answers["what"], name=name))
    if post.posted_at is None:
        hint = "The steps that are still open move along."
        blocks += [post_fields.day(on, name=name), post_fields.hour(at, hint=hint, name=name)]
        blocks.append(post_fields.kind(answers["kind"], name=name))
    else:
        blocks.append(kit.ContextBlock([kit.Text("It is out, so its day, time and kind stay.")]))
    blocks.append(post_fields.answer("why", answers["why"], name=name))
    blocks.append(post_fields.choice("goal", "What is it good for?", versions.GOALS, answers["goal"], name=name))
    blocks += [post_fields.answer(field, answers[field], name=name) for field in ("network", "link", "takes")]
    blocks.append(post_fields.choice("made_by", "Who makes it?", versions.MAKERS, answers["made_by"], name=name))
    blocks += one_or_all(outcome)
    keeps = {"post_id": post.id, "version": post.version}
    return modal(f"Change post {post.number}", blocks, form="edit-post", submit="Save", keeps=keeps, in_place=True)


def one_or_all(outcome: EditFormOpened) -> list[kit.Block]:
    """Ask, of a post in a series, whether what follows it changes as well."""
    if not outcome.later:
        return []
    later = saying.count(outcome.later, "later one")
    options = choices.options((("This one only", "one"), (f"This one and {later}", "all")))
    radio = kit.RadioButtonGroup("value", list(options.values()), initial_option=options["one"])
    return [kit.InputBlock("It is in a series. What changes?", radio, block_id="follow")]


def written_meanwhile(outcome: EditFormOpened) -> list[kit.Block]:
    """Say what somebody else changed while this form was open, where it is the same."""
    if not outcome.clashes:
        return []
    words = (
        "*Nothing is saved yet.* While you were writing, somebody else changed the same: "
        f"{versions.fields(outcome.clashes)}. Below are your words: save again to keep them, or put the others back."
    )
    changes = [versions.change(version, outcome.people, outcome.zone) for version in outcome.meanwhile[-3:]]
    return [kit.SectionBlock(words), *(kit.ContextBlock([kit.Text(line)]) for line in changes)]
