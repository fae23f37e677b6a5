"""Every kind of table that is recognised, one module for each place it comes from. The first that fits is taken."""

from bot.exports.finding import Shape
from bot.exports.known import (
    call_tracking,
    facebook_instagram,
    google_ads,
    google_business,
    lead_ads,
    linkedin,
    meta_ads,
    meta_days,
    not_kept,
    tiktok,
)

SHAPES: tuple[Shape, ...] = (
    lead_ads.FORMS,
    facebook_instagram.CONTENT,
    tiktok.CONTENT,
    tiktok.OVERVIEW,
    tiktok.FOLLOWERS,
    tiktok.VIEWERS,
    linkedin.POSTS,
    linkedin.DAYS,
    linkedin.FOLLOWERS,
    google_business.PERFORMANCE,
    meta_ads.ADS,
    google_ads.CAMPAIGNS,
    call_tracking.CALLS,
    meta_days.SERIES,
)
NOT_KEPT = not_kept.TABLES
