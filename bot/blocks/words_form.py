"""The form for what people will see of a post: its words, for all networks and for single ones, and its picture."""

from collections.abc import Mapping

from bot.blocks import kit, post_fields, strategy
from bot.blocks.edit_form import one_or_all, written_meanwhile
from bot.blocks.plan_phrases import strong
from bot.blocks.surfaces import Modal, modal
from bot.blocks.versions import SHAPES
from bot.domain.networks import COMMON, NETWORKS, named
from bot.domain.outcomes.posts import EditFormOpened
from bot.domain.versions import CAPTION, captions_of


def draw_words_form(outcome: EditFormOpened) -> Modal:
    """Ask for the words of each network that the post names, and for what the picture shows."""
    post, name = outcome.post, f"{post_fields.VALUE}-{outcome.post.version}"
    said = captions_of(outcome.answers)
    networks = [key for key in NETWORKS if key in {*named(post.network), *said}]
    blocks: list[kit.Block] = [kit.SectionBlock(strong(post)), *written_meanwhile(outcome)]
    blocks += strategy.at_hand(outcome.strategy)
    blocks.append(_caption(COMMON, said, name, f"The words{', for all of them' if networks else ''}"))
    if not networks:
        note = "Name the networks under *Change it*, and each can have words of its own and a link that tells it apart."
        blocks.append(kit.ContextBlock([kit.Text(note)]))
    blocks += [_caption(key, said, name, f"Own words for {NETWORKS[key].name}") for key in networks]
    blocks.append(post_fields.answer("shows", outcome.answers["shows"], name=name))
    blocks.append(post_fields.choice("shape", "How is it held?", SHAPES, outcome.answers["shape"], name=name))
    blocks += one_or_all(outcome)
    keeps = {"post_id": post.id, "version": post.version}
    return modal("Words and picture", blocks, form="edit-words", submit="Save", keeps=keeps, in_place=True)


def _caption(network: str, said: Mapping[str, str], name: str, label: str) -> kit.Block:
    words = said.get(network, "")
    if len(words) > post_fields.MOST_TYPED:
        longer = f"{label}: longer than a form of Slack's holds, so they stay as they are."
        return kit.ContextBlock([kit.Text(longer)])
    field = kit.PlainTextInput(
        name, multiline=True, max_length=post_fields.MOST_TYPED, initial_value=words or None, focus_on_load=not network
    )
    hint = f"{NETWORKS[network].name} takes {NETWORKS[network].most:,} characters. " if network else ""
    rest = "Left empty, it takes the words above." if network else "Please no patient's name."
    return kit.InputBlock(label, field, block_id=f"{CAPTION}{network}", optional=True, hint=f"{hint}{rest}")
