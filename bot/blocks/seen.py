"""What people will see of a post: its words on each network and whether they fit, its links, its picture."""

from collections.abc import Mapping

from bot.blocks import saying
from bot.blocks.versions import SHAPES
from bot.domain.networks import COMMON, NETWORKS, caption_for, length, named, too_many
from bot.domain.posts import tracked_links
from storage.tables import Post

_MOST_WORDS = 400
_MOST_CHARACTERS = 2_800
"""A section holds 3,000 (docs.slack.dev, section block)."""


def what_people_see(post: Post, captions: Mapping[str, str]) -> list[str]:
    """Say, in a section each, what is known of it by now; nothing of what nobody has written yet."""
    found = [_words(post, captions), _links(post), f"*The picture*\n{brief(post)}" if post.shows or post.shape else ""]
    return [words for words in found if words]


def brief(post: Post) -> str:
    """Say what the picture shows and how it is held: "In the picture: Dana at the window. Held upright."."""
    shows = f"In the picture: {saying.plain(saying.short(post.shows, _MOST_WORDS))}." if post.shows else ""
    held = f"Held {SHAPES[post.shape]}." if post.shape in SHAPES else ""
    return " ".join(part for part in (shows, held) if part)


def _words(post: Post, captions: Mapping[str, str]) -> str:
    if not captions:
        return ""
    networks = [key for key in NETWORKS if key in {*named(post.network), *captions}]
    lines = [_caption(captions[COMMON])] if captions.get(COMMON) else []
    for key in networks:
        words = caption_for(key, captions)
        lines.append(_fits(key, words) if words else f"{NETWORKS[key].name}: still open")
        if key in captions:
            lines.append(_caption(captions[key]))
    return _cut("*The words*", lines)


def _fits(key: str, words: str) -> str:
    network, over = NETWORKS[key], too_many(words, key)
    counted = f"{network.name}: {length(words, key):,} of {network.most:,} characters"
    return f"{counted}, *{over:,} too many*. It needs shorter words of its own." if over else counted


def _links(post: Post) -> str:
    links = tracked_links(post)
    lines = [f"{NETWORKS[key].name if key in NETWORKS else 'Anywhere'}: {_shown(link)}" for key, link in links.items()]
    return _cut("*The link, to copy*", lines) if lines else ""


def _shown(link: str) -> str:
    return f"<{link.replace('&', '&amp;')}>"


def _caption(words: str) -> str:
    return "\n".join(f">{line}" for line in saying.plain(saying.short(words, _MOST_WORDS)).split("\n"))


def _cut(heading: str, lines: list[str]) -> str:
    """Put lines under a heading, as many as a section holds."""
    shown = heading
    for number, line in enumerate(lines):
        if len(shown) + len(line) > _MOST_CHARACTERS:
            return f"{shown}\nand {len(lines) - number} more"
        shown = f"{shown}\n{line}"
    return shown
