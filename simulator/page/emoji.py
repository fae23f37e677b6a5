"""The emoji people and bots use most, by Slack's names; the rest stay as `:name:`.

Names: the short names of Unicode's emoji as Slack lists them.
"""

from __future__ import annotations

# ruff: noqa: RUF001 - some emoji look like letters and signs
_TABLE = """
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|wave 👋|clap 👏|raised_hands 🙌|pray 🙏|ok_hand 👌|muscle 💪
point_right 👉|point_left 👈|point_up ☝️|point_down 👇|eyes 👀|smile 😄|smiley 😃|grinning 😀
grin 😁|joy 😂|slightly_smiling_face 🙂|wink 😉|blush 😊|heart_eyes 😍|thinking_face 🤔
neutral_face 😐|sweat_smile 😅|sob 😭|cry 😢|sunglasses 😎|hugging_face 🤗|partying_face 🥳
face_with_monocle 🧐|zipper_mouth_face 🤐|heart ❤️|blue_heart 💙|green_heart 💚
yellow_heart 💛|purple_heart 💜|sparkles ✨|star ⭐|star2 🌟|tada 🎉|confetti_ball 🎊|balloon 🎈
gift 🎁|cake 🍰|coffee ☕|trophy 🏆|fire 🔥|rocket 🚀|zap ⚡|bulb 💡|bell 🔔|no_bell 🔕|mega 📣
loudspeaker 📢|speech_balloon 💬|thought_balloon 💭|white_check_mark ✅|heavy_check_mark ✔️
ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎|heavy_plus_sign ➕|warning ⚠️
no_entry ⛔|no_entry_sign 🚫|question ❓|exclamation ❗|grey_question ❔
information_source ℹ️|sos 🆘|ok 🆗|new 🆕|100 💯|arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️
arrow_down ⬇️|arrows_counterclockwise 🔄|repeat 🔁|back 🔙|chart_with_upwards_trend 📈
chart_with_downwards_trend 📉|bar_chart 📊|clipboard 📋|pushpin 📌|round_pushpin 📍
paperclip 📎|link 🔗|memo 📝|pencil ✏️|pencil2 ✏️|lock 🔒|unlock 🔓|key 🔑|mag 🔍|calendar 📅
date 📅|spiral_calendar_pad 🗓️|spiral_calendar 🗓️|alarm_clock ⏰|hourglass ⌛
hourglass_flowing_sand ⏳|watch ⌚|clock1 🕐|clock4 🕓|clock9 🕘|camera 📷|camera_with_flash 📸
frame_with_picture 🖼️|film_frames 🎞️|video_camera 📹|movie_camera 🎥|art 🎨|iphone 📱
computer 💻|telephone_receiver 📞|phone ☎️|email 📧|envelope ✉️|inbox_tray 📥|outbox_tray 📤
package 📦|file_folder 📁|card_index 📇|moneybag 💰|dollar 💵|credit_card 💳|receipt 🧾
hospital 🏥|tooth 🦷|stethoscope 🩺|syringe 💉|pill 💊|adhesive_bandage 🩹|toothbrush 🪥
nerd_face 🤓|female-doctor 👩‍⚕️|male-doctor 👨‍⚕️|busts_in_silhouette 👥
bust_in_silhouette 👤|family 👪|dog 🐶|cat 🐱|sunny ☀️|partly_sunny ⛅|cloud ☁️|rain_cloud 🌧️
snowflake ❄️|rainbow 🌈|seedling 🌱|herb 🌿|four_leaf_clover 🍀|maple_leaf 🍁
christmas_tree 🎄|jack_o_lantern 🎃|red_circle 🔴|large_orange_circle 🟠
large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|white_circle ⚪
black_circle ⚫|small_blue_diamond 🔹|small_orange_diamond 🔸|large_green_square 🟩
large_yellow_square 🟨|large_red_square 🟥|white_large_square ⬜|black_large_square ⬛
one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|six 6️⃣|seven 7️⃣|eight 8️⃣|nine 9️⃣
keycap_ten 🔟|first_place_medal 🥇|second_place_medal 🥈|third_place_medal 🥉|see_no_evil 🙈
sleeping 😴|zzz 💤|palm_tree 🌴|house 🏠|office 🏢|wastebasket 🗑️|gear ⚙️|wrench 🔧
hammer_and_wrench 🛠️|shield 🛡️|recycle ♻️|traffic_light 🚦|vertical_traffic_light 🚦
construction 🚧|handshake 🤝|ear 👂|soon 🔜|top 🔝
black_right_pointing_double_triangle_with_vertical_bar ⏭️|fast_forward ⏩
double_vertical_bar ⏸️
"""

GLYPHS = dict(entry.rsplit(" ", 1) for line in _TABLE.split("\n") for entry in line.split("|") if " " in entry)


def glyph(name: str) -> str:
    """Show an emoji, or its name where it has no picture here."""
    return GLYPHS.get(name.partition("::")[0], f":{name}:")
