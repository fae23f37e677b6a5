"""From a no to the kept copies: what is fetched, what is refused, what is tried again, what is told."""

import io
import os
from datetime import timedelta
from pathlib import Path

import photo_practice as office
import photo_shots as shots
import pytest
from photo_practice import SOCIAL, Practice
from PIL import Image
from pretend_files import TOKEN, PretendFiles

from bot.blocks.photos import draw_photo_seen
from bot.commands.vocabulary import ClearPhoto, NoticePhoto
from bot.domain.photos import is_picture
from bot.domain.problems import Problem
from bot.handlers import attaching
from bot.pictures import preparing
from bot.pictures.store import PhotoStore, keys_of, open_store
from bot.slack import fetching, files
from bot.slack.delivery import TryLater, Unreachable
from storage.tables import PhotoState


def _answered(practice: Practice) -> None:
    photo_id = practice.does("ben", NoticePhoto("F1", SOCIAL, "image/jpeg")).photo.id
    practice.does("ben", ClearPhoto(photo_id, "no"))


def _fetch(practice: Practice, slack_files: PretendFiles, store: PhotoStore, *, tries: int = 1) -> None:
    errand = practice.owed("photo-fetch")[-1]
    fetching.fetch_photo(errand.about, practice.scene, slack_files.client, store, tries=tries)


def _problem(practice: Practice, slack_files: PretendFiles, store: PhotoStore) -> str:
    """Fetch a photo that can't be used, see that nothing is left of it, and read what the sharer is told."""
    _answered(practice)
    _fetch(practice, slack_files, store)
    photo = practice.photo()
    assert (photo.state, photo.stored_as, photo.width) == (PhotoState.FAILED, "", None)
    assert store.keys(practice.workspace_id) == []
    told = practice.told()
    assert told.photo.problem == photo.problem
    assert draw_photo_seen(told).text.startswith(("The file of photo 1", "Photo 1", "Slack", "I could not"))
    return photo.problem


def test_a_cleared_photo_is_kept_clean_and_the_sharer_told_where_it_is(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    post_id = practice.plans("Meet our hygienist")
    slack_files.has("F1", shots.jpeg(1800, 1200))
    _answered(practice)
    assert slack_files.asked == [], "nothing is fetched while the answer is taken"
    _fetch(practice, slack_files, store)
    assert slack_files.asked == [("/F1", f"Bearer {TOKEN}")]
    photo = practice.photo()
    assert (photo.state, photo.width, photo.height, photo.post_id) == (PhotoState.READY, 1800, 1200, post_id)
    kept = [store.read(key) for key in keys_of(photo.stored_as)]
    assert [Image.open(io.BytesIO(data)).size for data in kept] == [(1800, 1200), (1600, 1067), (320, 213)]
    assert not [secret for secret in shots.SECRETS for data in kept if secret in data]
    assert photo.stored_as.startswith(f"{practice.workspace_id}/")
    assert len(photo.stored_as.partition("/")[2]) >= 32
    assert practice.step_is_done(post_id)
    assert draw_photo_seen(practice.told()).text == (
        "Thank you. Photo 1 is with Meet our hygienist, Thu 26 Nov. Location and camera data were removed."
    )


def test_fetching_again_after_a_crash_keeps_one_photo_and_tells_once(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.has("F1", shots.jpeg())
    _answered(practice)
    for _ in range(2):
        _fetch(practice, slack_files, store)
    assert len(store.keys(practice.workspace_id)) == 3
    assert len(practice.owed("photo-told")) == 1
    assert len(slack_files.asked) == 1


def test_a_photo_set_aside_during_the_download_leaves_no_copy(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.has("F1", shots.jpeg())
    _answered(practice)
    send = slack_files.answers["/F1"]

    def doubt_comes_first(request: object) -> None:
        practice.does("ben", ClearPhoto(1, "unsure"))
        send(request)  # type: ignore[arg-type]

    slack_files.answers["/F1"] = doubt_comes_first
    _fetch(practice, slack_files, store)
    assert practice.photo().state == PhotoState.BLOCKED
    assert store.keys(practice.workspace_id) == []


def test_a_photo_that_was_set_aside_is_never_asked_for(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.has("F1", shots.jpeg())
    _answered(practice)
    practice.does("ben", ClearPhoto(1, "yes"))
    _fetch(practice, slack_files, store)
    assert slack_files.asked == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"Minutes of the Monday meeting", Problem.NOT_A_PICTURE),
        (b"", Problem.EMPTY),
        (shots.jpeg()[:3000], Problem.DAMAGED),
        (shots.bomb(), Problem.TOO_MANY_PIXELS),
        (shots.moving_png(), Problem.MOVING),
        (shots.moving_gif(), Problem.UNSUPPORTED),
    ],
)
def test_what_is_no_usable_picture_is_said_and_not_kept(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore, content: bytes, problem: Problem
) -> None:
    slack_files.has("F1", content)
    assert _problem(practice, slack_files, store) == problem


def test_a_sign_in_page_in_the_place_of_the_picture_is_said_and_not_kept(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.says("F1")
    slack_files.answers_with("/F1", 200, b"<html>Sign in</html>", "text/html; charset=utf-8")
    assert _problem(practice, slack_files, store) == Problem.SIGN_IN_PAGE


def test_a_redirect_to_elsewhere_is_not_followed_and_the_token_stays_here(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.says("F1")
    slack_files.answers_with("/F1", 302, Location="http://localhost:9/signin")
    assert _problem(practice, slack_files, store) == Problem.SIGN_IN_PAGE


def test_a_redirect_within_slack_is_followed_with_the_token(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.has("F1", shots.jpeg())
    slack_files.answers["/moved"] = slack_files.answers["/F1"]
    slack_files.answers_with("/F1", 302, Location="/moved")
    _answered(practice)
    _fetch(practice, slack_files, store)
    assert slack_files.asked == [("/F1", f"Bearer {TOKEN}"), ("/moved", f"Bearer {TOKEN}")]
    assert practice.photo().state == PhotoState.READY


def test_a_file_of_another_service_is_not_asked_for(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.says("F1", url_private_download="https://drive.example/photo.jpg")
    assert _problem(practice, slack_files, store) == Problem.ELSEWHERE
    assert slack_files.asked == []


def test_a_file_of_200_megabytes_is_not_downloaded(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.has("F1", shots.jpeg(), size=200_000_000)
    assert _problem(practice, slack_files, store) == Problem.TOO_LARGE
    assert slack_files.asked == []


def test_a_file_that_turns_out_larger_than_slack_said_is_cut_short(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.says("F1", content=b"small")

    def floods(request: object) -> None:
        request.send_response(200)  # type: ignore[attr-defined]
        request.send_header("Content-Type", "image/jpeg")  # type: ignore[attr-defined]
        request.end_headers()  # type: ignore[attr-defined]
        for _ in range(70):
            request.wfile.write(bytes(1024 * 1024))  # type: ignore[attr-defined]

    slack_files.answers["/F1"] = floods
    assert _problem(practice, slack_files, store) == Problem.TOO_LARGE


def test_a_length_beyond_the_limit_is_believed(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.says("F1")
    slack_files.answers_with("/F1", 200, kind="image/jpeg", Content_Length=str(preparing.MOST_BYTES + 1))
    assert _problem(practice, slack_files, store) == Problem.TOO_LARGE


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        ("file_not_found", Problem.GONE),
        ("file_deleted", Problem.GONE),
        ("not_visible", Problem.NO_ACCESS),
        ("missing_scope", Problem.NO_ACCESS),
    ],
)
def test_a_file_that_slack_does_not_give_is_said(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore, error: str, problem: Problem
) -> None:
    slack_files.refuses("F1", error)
    assert _problem(practice, slack_files, store) == problem


@pytest.mark.parametrize(
    ("status", "problem"), [(404, Problem.GONE), (403, Problem.NO_ACCESS), (418, Problem.NO_DOWNLOAD)]
)
def test_a_download_that_slack_refuses_is_said(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore, status: int, problem: Problem
) -> None:
    slack_files.says("F1")
    slack_files.answers_with("/F1", status)
    assert _problem(practice, slack_files, store) == problem


def test_a_busy_slack_is_asked_again_when_it_says(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.says("F1")
    slack_files.answers_with("/F1", 429, Retry_After="7")
    _answered(practice)
    with pytest.raises(TryLater) as later:
        _fetch(practice, slack_files, store)
    assert later.value.after == timedelta(seconds=7)
    assert practice.photo().state == PhotoState.CLEARED
    slack_files.has("F1", shots.jpeg())
    _fetch(practice, slack_files, store, tries=2)
    assert practice.photo().state == PhotoState.READY


@pytest.mark.parametrize("status", [500, 502, 503])
def test_trouble_at_slack_is_tried_again_and_in_the_end_told(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore, status: int
) -> None:
    slack_files.says("F1")
    slack_files.answers_with("/F1", status)
    _answered(practice)
    for tries in range(1, fetching.MOST_TRIES):
        with pytest.raises(TryLater):
            _fetch(practice, slack_files, store, tries=tries)
    _fetch(practice, slack_files, store, tries=fetching.MOST_TRIES)
    assert practice.photo().problem == Problem.NO_DOWNLOAD


def test_a_download_that_breaks_off_is_tried_again(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    data = shots.jpeg()
    slack_files.says("F1", content=data)
    slack_files.answers_with("/F1", 200, data[:-500], "image/jpeg", Content_Length=str(len(data)))
    _answered(practice)
    with pytest.raises(TryLater):
        _fetch(practice, slack_files, store)


def test_nobody_at_the_other_end_is_tried_again(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.has("F1", shots.jpeg())
    _answered(practice)
    client = slack_files.client
    client.base_url = "http://127.0.0.1:9/api/"
    with pytest.raises(TryLater):
        fetching.fetch_photo(practice.owed("photo-fetch")[0].about, practice.scene, client, store)


def test_an_app_that_was_removed_is_not_the_photos_fault(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.refuses("F1", "token_revoked")
    _answered(practice)
    with pytest.raises(Unreachable):
        _fetch(practice, slack_files, store)
    assert practice.photo().state == PhotoState.CLEARED


def test_trying_again_after_trouble_fetches_and_tells_anew(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.says("F1")
    slack_files.answers_with("/F1", 200, b"<html>", "text/html")
    _answered(practice)
    _fetch(practice, slack_files, store)
    slack_files.has("F1", shots.jpeg())
    practice.does("ben", ClearPhoto(1, "no"))
    assert practice.composed(practice.owed("photo-told")[0]) is None, "old news while it is tried again"
    _fetch(practice, slack_files, store)
    assert practice.photo().state == PhotoState.READY
    assert [owed.recipient for owed in practice.owed("photo-told")] == ["U0BEN", "U0BEN"]


def test_the_copies_of_a_photo_that_is_set_aside_are_deleted(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.has("F1", shots.jpeg())
    _answered(practice)
    _fetch(practice, slack_files, store)
    practice.does("ben", ClearPhoto(1, "yes"))
    for _ in range(2):
        fetching.forget_photo(practice.owed("photo-forget")[0].about, store)
    assert store.keys(practice.workspace_id) == []


def test_forgetting_a_workspace_leaves_the_photos_of_the_others(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.has("F1", shots.jpeg())
    other = office.opened(practice.database, team_id="T0OTHER")
    for one in (practice, other):
        with one.scene() as scene:
            scene.workspace.name = "shares one"
        photo_id = one.does("ben", NoticePhoto("F1", SOCIAL, "image/jpeg")).photo.id
        one.does("ben", ClearPhoto(photo_id, "no"))
        fetching.fetch_photo({"photo": photo_id}, one.scene, slack_files.client, store)
    fetching.forget_workspace_photos(practice.workspace_id, store)
    assert store.keys(practice.workspace_id) == []
    assert len(store.keys(other.workspace_id)) == 3


def test_what_is_remembered_of_a_photo_names_neither_its_file_nor_its_address(
    practice: Practice, slack_files: PretendFiles, store: PhotoStore
) -> None:
    slack_files.has("F1", shots.jpeg(), name="jane-roe.jpg", title="Jane Roe")
    _answered(practice)
    _fetch(practice, slack_files, store)
    rows = [practice.photo().model_dump_json()]
    rows += [
        owed.model_dump_json()
        for kind in ("photo-question", "photo-told", "photo-fetch")
        for owed in practice.owed(kind)
    ]
    assert not [row for row in rows if "jane" in row.lower() or "http" in row]


def test_the_door_learns_what_kind_a_file_is_and_nothing_where_slack_does_not_say(slack_files: PretendFiles) -> None:
    slack_files.says("F1", kind="image/heic")
    slack_files.refuses("F2", "file_not_found")
    assert files.file_kind(slack_files.client, "F1") == "image/heic"
    assert files.file_kind(slack_files.client, "F2") == ""


def test_a_file_shared_while_slack_is_out_of_reach_counts_as_a_picture(slack_files: PretendFiles) -> None:
    slack_files.refuses("F1", "ratelimited")
    assert is_picture(files.file_kind(slack_files.client, "F1"))


@pytest.mark.parametrize(
    ("address", "is_slacks"),
    [
        ("https://files.slack.com/files-pri/T-F/x.jpg", True),
        ("https://slack.com/x", True),
        ("https://files.slack-gov.com/x", True),
        ("http://files.slack.com/x", False),
        ("https://files.slack.com.example/x", False),
        ("https://notslack.com/x", False),
        ("https://example.org/slack.com", False),
        ("https://files.slack.com@example.org/x", False),
        ("ftp://files.slack.com/x", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_the_token_goes_to_slacks_own_hosts_only(address: str, is_slacks: bool) -> None:
    assert files._is_slacks(address, "https://slack.com/api/") is is_slacks


@pytest.mark.parametrize("spelling", ["{}", "file://{}"])
def test_photos_are_kept_in_a_folder(tmp_path: Path, spelling: str) -> None:
    folder = f"{tmp_path}/photos"
    store = open_store(spelling.format(folder))
    store.keep("1/abc", preparing.Copies(b"full", b"web", b"thumbnail", 1, 1))
    assert open_store(folder).read("1/abc/web.jpg") == b"web"
    assert sorted(os.listdir(f"{folder}/1/abc")) == ["full.jpg", "thumbnail.jpg", "web.jpg"]  # noqa: PTH208 - names only
    for key in [*store.keys(1), "1/never-there"]:
        store.delete(key)
    assert store.keys(1) == []


def test_a_photo_store_that_is_out_of_order_is_tried_again_and_in_the_end_told(
    practice: Practice, slack_files: PretendFiles, tmp_path: Path
) -> None:
    folder = tmp_path / "photos"
    store = open_store(str(folder))
    (folder / str(practice.workspace_id)).write_text("in the way")
    slack_files.has("F1", shots.jpeg())
    _answered(practice)
    with pytest.raises(TryLater):
        _fetch(practice, slack_files, store)
    _fetch(practice, slack_files, store, tries=fetching.MOST_TRIES)
    assert practice.photo().problem == Problem.NOT_KEPT
    (folder / str(practice.workspace_id)).unlink()
    practice.does("ben", ClearPhoto(1, "no"))
    _fetch(practice, slack_files, store)
    assert practice.photo().state == PhotoState.READY


def test_the_parts_of_a_photo_that_could_not_be_kept_are_deleted(
    practice: Practice, slack_files: PretendFiles, tmp_path: Path
) -> None:
    store = open_store(str(tmp_path))
    slack_files.has("F1", shots.jpeg())
    _answered(practice)
    with practice.scene() as scene:
        photo = attaching.to_fetch(scene, 1)
        assert photo is not None
    in_the_way = tmp_path / photo.stored_as / "thumbnail.jpg"
    (in_the_way / "folder").mkdir(parents=True)
    _fetch(practice, slack_files, store, tries=fetching.MOST_TRIES)
    assert practice.photo().state == PhotoState.FAILED
    [errand] = practice.owed("photo-forget")
    with pytest.raises(TryLater):
        fetching.forget_photo(errand.about, store)
    (in_the_way / "folder").rmdir()
    in_the_way.rmdir()
    fetching.forget_photo(errand.about, store)
    assert store.keys(practice.workspace_id) == []
