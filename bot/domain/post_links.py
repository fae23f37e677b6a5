"""Links to posts on networks, brought to one form: the same post is shared under many addresses.

A link becomes a key such as `instagram:Cx1` that says which post of which network it is. Where a network's way is not
known, host and path stand for it. It asks nobody: a shortened link stays what it is.
"""

import re
from urllib.parse import parse_qs, urlsplit

_HOSTS = {
    "instagram.com": "instagram",
    "instagr.am": "instagram",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "tiktok.com": "tiktok",
    "linkedin.com": "linkedin",
    "youtube.com": "youtube",
    "youtu.be": "youtube",
    "x.com": "x",
    "twitter.com": "x",
    "threads.net": "threads",
    "threads.com": "threads",
    "pinterest.com": "pinterest",
}
_SUBDOMAIN = re.compile(r"^(?:(?:www|m|mobile|web|l|business|touch|mbasic|[a-z]{2}(?:-[a-z]{2})?)\.)+(?=[^.]+\.[^.]+)")
_PATHS = {
    "instagram": (re.compile(r"/(?:p|reels?|tv)/([\w-]+)"), re.compile(r"/stories/[^/]+/(\d+)")),
    "facebook": (
        re.compile(r"/(?:posts|videos|reel|watch)/(?:[^/]+/)*?(pfbid\w+|\d{5,})"),
        re.compile(r"/photos/(?:[^/]+/)*(\d{5,})"),
        re.compile(r"/share/(?:[prv]/)?(\w+)"),
        re.compile(r"^/(\d{5,}_\d{5,})$"),
    ),
    "tiktok": (re.compile(r"/(?:video|photo)/(\d+)"), re.compile(r"/v/(\d+)")),
    "linkedin": (re.compile(r"(?:activity|share|ugcpost)[:-](\d{8,})", re.IGNORECASE),),
    "youtube": (re.compile(r"/(?:shorts|live|embed)/([\w-]+)"),),
    "x": (re.compile(r"/status(?:es)?/(\d+)"),),
    "threads": (re.compile(r"/post/([\w-]+)"),),
    "pinterest": (re.compile(r"/pin/(\d+)"),),
}
_QUERIES = {"facebook": ("story_fbid", "fbid", "v", "multi_permalinks"), "youtube": ("v",)}
_LONG_NUMBER = re.compile(r"\d{8,}")


def key_of(link: str) -> str:
    """Name the post that a link leads to; "" where there is no link."""
    words = link.strip()
    if not words:
        return ""
    parts = urlsplit(words if "://" in words else f"https://{words}")
    host = _SUBDOMAIN.sub("", (parts.hostname or "").lower())
    network = _HOSTS.get(host, "")
    found = _id_in(network, host, parts.path, parts.query)
    return f"{network}:{found}" if found else f"{host}{parts.path.rstrip('/').lower()}"


def network_of(link: str) -> str:
    """Name the network that a link leads to; "" where it is none that is known."""
    before, colon, _ = key_of(link).partition(":")
    return before if colon else ""


def numbers_in(link: str) -> set[str]:
    """Give the long numbers in a link, one of which is the post's own id where the network has ids in its links."""
    return set(_LONG_NUMBER.findall(link))


def _id_in(network: str, host: str, path: str, query: str) -> str:
    if host == "youtu.be":
        return path.strip("/")
    for pattern in _PATHS.get(network, ()):
        found = pattern.search(path)
        if found:
            return found[1]
    asked = parse_qs(query)
    return next((asked[name][0] for name in _QUERIES.get(network, ()) if asked.get(name)), "")
