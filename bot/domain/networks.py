"""The networks a post can go out on: how people write them, how much each holds, and the links that tell them apart.

A post names its networks in the team's own words; this finds the known ones among them. Pure; it refuses to know rows.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

COMMON = ""
"""The caption that goes wherever a network has none of its own."""
_LINK_ON_X = 23
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_SLUG = re.compile(r"[^a-z0-9]+")
_LIGHT_ON_X = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""Characters that count once on X; all others count twice (docs.x.com, "Counting characters")."""


@dataclass(frozen=True, slots=True)
class Network:
    """One network: what it is called, how people write it, and how many characters a caption may have there."""

    name: str
    spellings: tuple[str, ...]
    most: int


NETWORKS: Mapping[str, Network] = {
    "instagram": Network("Instagram", ("instagram", "insta", "ig"), 2_200),
    "facebook": Network("Facebook", ("facebook", "fb"), 63_206),
    "x": Network("X", ("x", "twitter"), 280),
    "tiktok": Network("TikTok", ("tiktok", "tik tok"), 2_200),
    "google": Network("Google", ("google", "google business", "google business profile", "gbp"), 1_500),
    "linkedin": Network("LinkedIn", ("linkedin", "linked in"), 3_000),
    "youtube": Network("YouTube", ("youtube", "yt"), 5_000),
    "threads": Network("Threads", ("threads",), 500),
    "pinterest": Network("Pinterest", ("pinterest",), 500),
    "bluesky": Network("Bluesky", ("bluesky",), 300),
}
"""Characters for X from docs.x.com, "Counting characters"; for Google, Instagram, LinkedIn, Threads, Bluesky, Pinterest
and YouTube from help.metricool.com, "Character limit for each social network" (2025); for Facebook and TikTok (a
video's caption) from docs.upload-post.com, "Social Media Character Limits"."""
_SPELLED = {spelling: key for key, network in NETWORKS.items() for spelling in network.spellings}
_NAMES = re.compile(
    rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in sorted(_SPELLED, key=len, reverse=True))})(?!\w)", re.IGNORECASE
)


def named(words: str) -> tuple[str, ...]:
    """Find the known networks in a team's own words, in their order: "IG + Facebook"."""
    return tuple(dict.fromkeys(_SPELLED[found.lower()] for found in _NAMES.findall(words)))


def caption_for(network: str, captions: Mapping[str, str]) -> str:
    """Give the words that go out on a network: its own, or the common ones."""
    return captions.get(network) or captions.get(COMMON, "")


def length(words: str, network: str) -> int:
    """Count a caption as the network does; X counts some characters twice and every link as 23."""
    if network != "x":
        return len(words)
    links = _LINK.findall(words)
    rest = unicodedata.normalize("NFC", _LINK.sub("", words))
    return len(links) * _LINK_ON_X + sum(1 if _is_light(character) else 2 for character in rest)


def too_many(words: str, network: str) -> int:
    """Say by how many characters a caption is too long for a network; 0 where it fits."""
    known = NETWORKS.get(network)
    return max(0, length(words, network) - known.most) if known else 0


def tracked(link: str, *, network: str, campaign: str, code: str) -> str:
    """Give a link that tells the website where somebody came from; what the link says already stays as it is.

    Source, medium, campaign and content are what Google Analytics reads, where `social` counts as a social visit
    (support.google.com/analytics, "URL builders" and "Default channel group").
    """
    parts = urlsplit(link)
    said = {name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    ours = {"utm_source": network, "utm_medium": "social", "utm_campaign": campaign, "utm_content": code}
    added = "&".join(f"{name}={quote(value, safe='')}" for name, value in ours.items() if name not in said)
    return urlunsplit(parts._replace(query="&".join(part for part in (parts.query, added) if part)))


def slug(words: str) -> str:
    """Write words as a link can hold them: lower case, with hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _SLUG.sub("-", plain).strip("-")


def _is_light(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _LIGHT_ON_X)
