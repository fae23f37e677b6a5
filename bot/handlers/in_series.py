"""Where a post stands in its series, and what a change of one post means for those that follow it."""

from collections.abc import Mapping
from datetime import date

from bot.domain import series
from bot.handlers.call import Scene
from storage import posts
from storage.tables import Post


def positions(scene: Scene, shown: Mapping[int, int | None]) -> dict[int, tuple[int, int]]:
    """Say of the posts that are shown which of how many each is; `shown` are their series by post."""
    ids = {series_id for series_id in shown.values() if series_id is not None}
    return series.positions(posts.of_series(scene.session, scene.workspace_id, ids)) if ids else {}


def later(scene: Scene, post: Post) -> list[Post]:
    """Give what follows a post in its series and is not out yet."""
    if post.series_id is None:
        return []
    return series.following(post, posts.of_series(scene.session, scene.workspace_id, [post.series_id]))


def shifted(changes: Mapping[str, tuple[str, str]], now: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Give what a change of one post means for a later one: the same words, and a day as much earlier or later."""
    wanted = {field: after for field, (_, after) in changes.items()}
    if "on" in changes:
        before, after = (date.fromisoformat(on) for on in changes["on"])
        wanted["on"] = (date.fromisoformat(now["on"]) + (after - before)).isoformat()
    return {field: (now.get(field, ""), words) for field, words in wanted.items() if words != now.get(field, "")}
