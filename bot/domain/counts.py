"""The order in which counts are told, wherever they are: who saw it, then what was said about it, then likes.

A comment is a conversation that somebody can answer, so comments come before reactions. It refuses to know what a
count is of, and how it is said.
"""

_TALK_FIRST = ("comments", "reactions", "shares")
ENGAGING = (*_TALK_FIRST, "saves")
"""What of a post's counts are engagements."""
COUNTS = ("reach", "views", *ENGAGING, "clicks")
"""What may be counted of a post."""
PLACE_COUNTS = (
    "followers",
    "follows",
    "reach",
    "views",
    "viewers",
    "visits",
    "interactions",
    *_TALK_FIRST,
    "clicks",
    "search_views",
    "map_views",
    "website_clicks",
    "calls",
    "messages",
    "bookings",
    "directions",
    "phone_calls",
    "answered_calls",
    "first_time_calls",
    "qualified_calls",
)
"""What may be counted of a whole account or listing. `followers` is how many there were at the end of the stretch,
`follows` how many came. `calls` are taps on a listing's call button, `phone_calls` calls to a tracked number."""
