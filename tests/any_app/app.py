"""A small Bolt app, as Bolt's own guide has it: a command, a form that is checked, a button.

Only `base_url` tells that this may not be slack.com.
"""

import os
import re

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

app = App(
    token=os.environ["SLACK_BOT_TOKEN"],
    signing_secret=os.environ["SLACK_SIGNING_SECRET"],
    client=WebClient(token=os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"]),
)
FORM = {
    "type": "modal",
    "callback_id": "room",
    "title": {"type": "plain_text", "text": "Book a room"},
    "submit": {"type": "plain_text", "text": "Book"},
    "blocks": [
        {
            "type": "input",
            "block_id": "seats",
            "label": {"type": "plain_text", "text": "How many seats?"},
            "element": {"type": "plain_text_input", "action_id": "seats"},
        }
    ],
}


@app.command("/room")
def room(ack, command, client):
    if command.get("text") == "help":
        ack("Type /room to book one.")
        return
    ack()
    client.views_open(trigger_id=command["trigger_id"], view=FORM)


@app.view("room")
def booked(ack, body, view, client):
    seats = view["state"]["values"]["seats"]["seats"]["value"]
    if not re.fullmatch(r"\d+", seats):
        ack(response_action="errors", errors={"seats": "A number, please."})
        return
    ack()
    client.chat_postMessage(
        channel=body["user"]["id"],
        text=f"A room for {seats} is yours.",
        blocks=[
            {"type": "section", "text": {"type": "mrkdwn", "text": f"A room for *{seats}* is yours."}},
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "give_back",
                        "text": {"type": "plain_text", "text": "Give it back"},
                        "value": seats,
                    }
                ],
            },
        ],
    )


@app.action("give_back")
def given_back(ack, action, respond):
    ack()
    respond(text=f"The room for {action['value']} is free again.", replace_original=True)


@app.event("app_home_opened")
def home(event, client):
    header = {"type": "header", "text": {"type": "plain_text", "text": "Rooms"}}
    client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [header]})


if __name__ == "__main__":
    if os.environ["TRANSPORT"] == "socket":
        SocketModeHandler(app, os.environ["SLACK_APP_TOKEN"]).start()
    else:
        app.start(port=int(os.environ["PORT"]))
