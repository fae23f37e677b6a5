"""The kinds of export that can be read, each by the name people know it under."""

from enum import StrEnum

BOTH_OF_META = "meta"
"""The network of spending on Meta's ads where the file does not tell Facebook and Instagram apart."""


class Form(StrEnum):
    """One kind of export; the value is its name."""

    FACEBOOK_CONTENT = "Facebook content"
    INSTAGRAM_CONTENT = "Instagram content"
    META_DAYS = "Meta numbers by day"
    TIKTOK_CONTENT = "TikTok content"
    TIKTOK_DAYS = "TikTok numbers by day"
    LINKEDIN = "LinkedIn page"
    GOOGLE_BUSINESS = "Google Business Profile"
    META_ADS = "Meta ads"
    GOOGLE_ADS = "Google Ads"
    LEAD_ADS = "Meta lead forms"
    CALLS = "Tracked calls"
    OWN_TABLE = "Your own table"


class RowsAre(StrEnum):
    """What each row of a practice's own table is."""

    POSTS = "posts"
    DAYS = "days"
    LEADS = "leads"
    SPENDING = "spending"
