"""What a person can do in Slack, one function for each.

Every act builds the payload Slack documents, hands it to the app, applies the app's acknowledgement and returns a
`Result` that says what the person sees. Acts wait for the app; never call them from the server's event loop.
"""

from simulator.acts.choosing import act_on_block, fill_in, suggested, suggestions
from simulator.acts.commands import global_shortcut, message_shortcut, slash_command
from simulator.acts.files import share_files, upload_file
from simulator.acts.membership import (
    archive_channel,
    deactivate_person,
    invite_app,
    invite_person,
    join_channel,
    kick_app,
    unarchive_channel,
    uninstall_app,
)
from simulator.acts.messages import delete_message, edit_message, post_message, react, unreact
from simulator.acts.modals import close_view, open_home, submit_view
from simulator.acts.results import Result

__all__ = [
    "Result",
    "act_on_block",
    "archive_channel",
    "close_view",
    "deactivate_person",
    "delete_message",
    "edit_message",
    "fill_in",
    "global_shortcut",
    "invite_app",
    "invite_person",
    "join_channel",
    "kick_app",
    "message_shortcut",
    "open_home",
    "post_message",
    "react",
    "share_files",
    "slash_command",
    "submit_view",
    "suggested",
    "suggestions",
    "unarchive_channel",
    "uninstall_app",
    "unreact",
    "upload_file",
]
