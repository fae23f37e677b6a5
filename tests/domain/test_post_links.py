"""The many addresses of one post, and that two posts never share one."""

import pytest

from bot.domain import post_links


@pytest.mark.parametrize(
    ("links", "key"),
    [
        (
            [
                "https://www.instagram.com/p/Cx1_aB-9/",
                "https://instagram.com/p/Cx1_aB-9/?igsh=MzRlODBiNWFlZA==",
                "https://www.instagram.com/brightsmile/reel/Cx1_aB-9",
                "http://m.instagram.com/reels/Cx1_aB-9/?utm_source=ig_web_copy_link",
            ],
            "instagram:Cx1_aB-9",
        ),
        (
            [
                "https://www.facebook.com/brightsmile/posts/122158012345678901",
                "https://m.facebook.com/story.php?story_fbid=122158012345678901&id=6155",
                "https://www.facebook.com/permalink.php?id=6155&story_fbid=122158012345678901",
                "https://web.facebook.com/reel/122158012345678901/?mibextid=abc",
                "https://www.facebook.com/photo/?fbid=122158012345678901&set=a.1",
                "https://www.facebook.com/watch/?v=122158012345678901",
                "https://www.facebook.com/brightsmile/videos/a-title/122158012345678901/",
            ],
            "facebook:122158012345678901",
        ),
        (["https://www.tiktok.com/@bright.smile/video/7301234567890123456?lang=en"], "tiktok:7301234567890123456"),
        (
            [
                "https://www.linkedin.com/feed/update/urn:li:activity:7130000000000000001/",
                "https://www.linkedin.com/posts/bright-smile_team-activity-7130000000000000001-xYz",
            ],
            "linkedin:7130000000000000001",
        ),
        (["https://youtu.be/dQw4w9WgXcQ?t=3", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&feature=share"],
         "youtube:dQw4w9WgXcQ"),
        (["https://twitter.com/bright/status/1724", "https://x.com/bright/status/1724?s=20"], "x:1724"),
        (["https://brightsmile.example/News/", "brightsmile.example/news?utm_source=ig"], "brightsmile.example/news"),
        (["", "   "], ""),
    ],
)  # fmt: skip
def test_one_post_has_one_key_whatever_its_address(links, key):
    assert {post_links.key_of(link) for link in links} == {key}


def test_two_posts_have_two_keys():
    assert post_links.key_of("https://instagram.com/p/AAA") != post_links.key_of("https://instagram.com/p/aaa")
    assert post_links.key_of("https://instagram.com/p/123") != post_links.key_of("https://tiktok.com/@a/video/123")


def test_a_post_is_known_by_the_number_in_its_link():
    assert post_links.numbers_in("https://facebook.com/brightsmile/posts/122158012345678901") == {"122158012345678901"}
    assert post_links.network_of("https://l.facebook.com/reel/122158012345678901") == "facebook"
    assert post_links.network_of("https://brightsmile.example") == ""
