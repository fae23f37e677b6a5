"""A small stock Bolt app that uses every kind of block, for the page's tests to talk to."""

from __future__ import annotations

import json


def plain(words):
    return {"type": "plain_text", "text": words}


def mrkdwn(words):
    return {"type": "mrkdwn", "text": words}


def options(*words):
    return [{"text": plain(word), "value": word.lower()} for word in words]


def button(words, action, **more):
    return {"type": "button", "action_id": action, "text": plain(words), "value": "1", **more}


def field(label, action, element, **more):
    element = {"action_id": action, **element}
    return {"type": "input", "block_id": action, "label": plain(label), "element": element, **more}


def cells(*words):
    return [{"type": "raw_text", "text": word} for word in words]


def chart(kind, title):
    weeks = ["W45", "W46", "W47", "W48"]
    series = [("Reached", (3, 5, 4, 7)), ("Booked", (1, 2, 2, 4))]
    return {
        "type": "data_visualization",
        "title": title,
        "chart": {
            "type": kind,
            "series": [
                {
                    "name": name,
                    "data": [{"label": w, "value": v} for w, v in zip(weeks, values, strict=True)],
                }
                for name, values in series
            ],
            "axis_config": {"categories": weeks, "x_label": "Week", "y_label": "People"},
        },
    }


OFFER = [
    {"type": "section", "text": mrkdwn("Could you take the *photo* for _Meet our hygienist_?")},
    {
        "type": "actions",
        "block_id": "offer",
        "elements": [
            button("I'll do it", "accept", style="primary"),
            {"type": "users_select", "action_id": "swap", "placeholder": plain("Swap with")},
            button(
                "Can't",
                "decline",
                style="danger",
                confirm={
                    "title": plain("Sure?"),
                    "text": plain("Ana will hear of it."),
                    "confirm": plain("Yes, I can't"),
                    "deny": plain("Go back"),
                },
            ),
            {"type": "overflow", "action_id": "more", "options": options("Tomorrow", "Help")},
        ],
    },
]

DIGEST = [
    {"type": "header", "text": plain("Week 48 :bar_chart:")},
    {"type": "context", "elements": [mrkdwn("Mon 16 to Sun 22 Nov · for <#CBRISOCIAL0>")]},
    {
        "type": "section",
        "text": mrkdwn("*Gaps first*\n• Saturday has no post yet\n> We could show the new chair."),
        "accessory": button("Fill", "fill"),
    },
    {"type": "section", "fields": [mrkdwn("*Planned*\n3"), mrkdwn("*Seen*\n2"), mrkdwn("*Reach*\n1,204")]},
    {"type": "divider"},
    chart("bar", "Enquiries and bookings"),
    chart("line", "The same as a line"),
    {
        "type": "data_table",
        "caption": "Marketing and sales",
        "row_header_column_index": 0,
        "rows": [
            cells("Source", "Reached", "Booked"),
            [*cells("Instagram"), {"type": "raw_number", "value": 4, "text": "4"}, *cells("2")],
            [*cells("Phone"), {"type": "raw_number", "value": 3, "text": "3"}, *cells("unknown")],
        ],
    },
    {
        "type": "actions",
        "elements": [button("Add a line", "line"), button("Website", "site", url="https://example.com")],
    },
]

GALLERY = [
    chart("area", "An area"),
    {
        "type": "data_visualization",
        "title": "A pie",
        "chart": {"type": "pie", "segments": [{"label": "Phone", "value": 3}, {"label": "Web", "value": 5}]},
    },
    {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_list",
                "style": "bullet",
                "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "rich list"}]}],
            }
        ],
    },
    {"type": "markdown", "text": "# Markdown\n1. **one**\n2. `two`\n\n```\ncode\n```"},
    {"type": "table", "rows": [cells("Day", "Kind"), cells("Mon", "service")]},
    {"type": "image", "image_url": "https://example.com/a.png", "alt_text": "a tooth", "title": plain("Elsewhere")},
    {
        "type": "card",
        "title": mrkdwn("A card"),
        "body": mrkdwn("with a body"),
        "actions": [button("Card button", "card")],
    },
    {
        "type": "carousel",
        "elements": [{"type": "card", "title": mrkdwn(f"Card {n}"), "body": mrkdwn("body")} for n in range(1, 5)],
    },
    {
        "type": "container",
        "title": plain("A container"),
        "child_blocks": [{"type": "section", "text": mrkdwn("inside"), "accessory": button("Inside", "inside")}],
    },
    {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "feedback",
                "positive_button": {"text": plain("Good"), "value": "good"},
                "negative_button": {"text": plain("Bad"), "value": "bad"},
            }
        ],
    },
    {
        "type": "actions",
        "elements": [
            {"type": "datepicker", "action_id": "date", "initial_date": "2026-11-26"},
            {"type": "timepicker", "action_id": "time", "initial_time": "16:00"},
            {"type": "checkboxes", "action_id": "boxes", "options": options("Mon", "Thu")},
            {"type": "radio_buttons", "action_id": "radio", "options": options("Yes", "No")},
        ],
    },
]

FORM = {
    "type": "modal",
    "callback_id": "post",
    "title": plain("Add a post"),
    "submit": plain("Save"),
    "blocks": [
        field("What", "what", {"type": "plain_text_input", "placeholder": plain("in a few words")}),
        field("Why", "why", {"type": "plain_text_input", "multiline": True}, optional=True, hint=plain("For yourself")),
        field("Kind", "kind", {"type": "static_select", "options": options("Service", "Human", "Community")}),
        field("Who", "who", {"type": "users_select"}),
        field("When", "day", {"type": "datepicker", "initial_date": "2026-11-26"}),
        field("Networks", "nets", {"type": "checkboxes", "options": options("Instagram", "Facebook")}, optional=True),
        field("Link", "link", {"type": "url_text_input"}, optional=True),
    ],
}


def growing(rows):
    return {
        "type": "modal",
        "callback_id": "growing",
        "title": plain("Opening hours"),
        "submit": plain("Next"),
        "blocks": [
            *(field(f"Row {n}", f"row{n}", {"type": "plain_text_input"}) for n in range(1, rows + 1)),
            {"type": "actions", "block_id": "grow", "elements": [button("Add a row", "grow")]},
        ],
    }


LAST = {
    "type": "modal",
    "title": plain("Really?"),
    "callback_id": "last",
    "submit": plain("Yes"),
    "blocks": [{"type": "section", "text": mrkdwn("This closes both.")}],
}

EVERYTHING = {
    "type": "modal",
    "callback_id": "everything",
    "title": plain("Everything"),
    "submit": plain("Send"),
    "blocks": [
        field("Several", "several", {"type": "multi_static_select", "options": options("Mon", "Thu", "Sat")}),
        field("People", "people", {"type": "multi_users_select"}),
        field("Channel", "channel", {"type": "channels_select"}),
        field("Talk", "talk", {"type": "conversations_select"}),
        field("Time", "time", {"type": "timepicker"}),
        field("Moment", "moment", {"type": "datetimepicker"}),
        field("Number", "number", {"type": "number_input", "is_decimal_allowed": False}),
        field("Mail", "mail", {"type": "email_text_input"}),
        field("Story", "story", {"type": "rich_text_input"}),
        field("Answer", "answer", {"type": "radio_buttons", "options": options("Yes", "No")}),
        field("Found", "found", {"type": "external_select", "min_query_length": 2}),
        field(
            "Treatments", "founds", {"type": "multi_external_select", "min_query_length": 0, "max_selected_items": 2}
        ),
        field("Files", "files", {"type": "file_input", "filetypes": ["txt"], "max_files": 2}),
    ],
}


def home_view(done=()):
    posts = {"hygienist": "*Thu* Meet our hygienist", "chair": "*Sat* The new chair"}
    sections = [
        {
            "type": "section",
            "block_id": name,
            "text": mrkdwn(words + (" :white_check_mark:" if name in done else "")),
            **({} if name in done else {"accessory": button("Done", "done")}),
        }
        for name, words in posts.items()
    ]
    add = {"type": "actions", "elements": [button("Add a post", "open_form", style="primary")]}
    return {"type": "home", "blocks": [{"type": "header", "text": plain("This week")}, *sections, add]}


def listen(bolt):  # noqa: C901, PLR0915 - a list of small listeners
    """Give a Bolt app its listeners."""

    @bolt.command("/greet")
    def greet(ack, command, client):
        word, _, rest = command["text"].partition(" ")
        if word == "form":
            ack()
            client.views_open(trigger_id=command["trigger_id"], view=FORM)
        elif word == "everything":
            ack()
            client.views_open(trigger_id=command["trigger_id"], view=EVERYTHING)
        elif word == "hours":
            ack()
            client.views_open(trigger_id=command["trigger_id"], view=growing(1))
        elif word == "offer":
            user = rest.strip().removeprefix("<@").partition("|")[0]
            client.chat_postMessage(channel=user, text="Could you?", blocks=OFFER)
            ack("Asked.")
        elif word == "reminder":
            user = rest.strip().removeprefix("<@").partition("|")[0]
            client.chat_postMessage(channel=user, text="Due <!date^1795532400^{date_pretty} at {time}|soon>")
            ack("Reminded.")
        elif word in {"digest", "gallery"}:
            ack()
            blocks = DIGEST if word == "digest" else GALLERY
            client.chat_postMessage(channel=command["channel_id"], text=word, blocks=blocks)
        else:
            ack(f"Hello. You typed {command['text'] or 'nothing'}.")

    @bolt.shortcut("keep")
    def keep(ack, shortcut, respond):
        ack()
        respond(text=f"Kept: {shortcut['message']['text']}", replace_original=False)

    @bolt.shortcut("plan_a_post")
    def plan(ack, shortcut, client):
        ack()
        client.views_open(trigger_id=shortcut["trigger_id"], view=FORM)

    @bolt.action("accept")
    def accept(ack, body, client):
        ack()
        client.chat_update(
            channel=body["channel"]["id"], ts=body["message"]["ts"], text="Thank you, it is yours.", blocks=[]
        )

    @bolt.action("swap")
    def swap(ack, body, respond):
        ack()
        respond(text=f"Asked <@{body['actions'][0]['selected_user']}>.", replace_original=True)

    @bolt.action("decline")
    def decline(ack, respond):
        ack()
        respond(text="No problem.", replace_original=True)

    @bolt.action("more")
    def more(ack, body, respond):
        ack()
        respond(text=f"Noted: {body['actions'][0]['selected_option']['value']}.", replace_original=False)

    @bolt.action("open_form")
    def open_form(ack, body, client):
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=FORM)

    @bolt.action("done")
    def done(ack, body, client):
        ack()
        client.views_publish(user_id=body["user"]["id"], view=home_view({body["actions"][0]["block_id"]}))

    @bolt.view("post")
    def post(ack, body, client):
        what = body["view"]["state"]["values"]["what"]["what"]["value"]
        if len(what) < 3:
            ack(response_action="errors", errors={"what": "A few more letters, please."})
            return
        ack()
        client.chat_postMessage(channel=body["user"]["id"], text=f"Saved: {what}")

    @bolt.action("grow")
    def grow(ack, body, client):
        ack()
        rows = len(body["view"]["blocks"])
        client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=growing(rows))

    @bolt.view("growing")
    def grown(ack):
        ack(response_action="push", view=LAST)

    @bolt.view("last")
    def last(ack):
        ack(response_action="clear")

    @bolt.options("found")
    def found(ack, body):
        ack(options=options(*(word for word in ("Implants", "Whitening") if body["value"] in word)))

    @bolt.options("founds")
    def founds(ack, body):
        listed = {"Smile": ("Whitening", "Veneers"), "Health": ("Implants", "Check-up")}
        fits = {label: [w for w in words if body["value"].lower() in w.lower()] for label, words in listed.items()}
        ack(option_groups=[{"label": plain(k), "options": options(*held)} for k, held in fits.items() if held])

    @bolt.action({"block_id": "spoken"})
    def spoken(ack, body, respond):
        ack()
        chosen = body["actions"][0]
        respond(text=f"Heard {chosen['value']}", replace_original=False)

    @bolt.view("everything")
    def everything(ack, body, client):
        ack()
        state = body["view"]["state"]["values"]
        held = {block: next(value for key, value in state[block][block].items() if key != "type") for block in state}
        client.chat_postMessage(channel=body["user"]["id"], text=json.dumps(held))

    @bolt.event("app_home_opened")
    def home(event, client):
        if event["tab"] == "home":
            client.views_publish(user_id=event["user"], view=home_view())

    @bolt.event("file_shared")
    def shared(event, client):
        client.chat_postEphemeral(
            channel=event["channel_id"], user=event["user_id"], text="Does it show a person who did not agree?"
        )

    @bolt.event("message")
    def message():
        pass
