"""What a person can do in Slack, one function for each.

Every act builds the payload Slack documents, hands it to the app, applies the app's acknowledgement and returns a
`Result` that says what the person sees. Acts wait for the app; never call them from the server's event loop.
"""

from simulator.acts.accounts import (
    deactivate_person,
    pause_notifications,
    reactivate_person,
    set_status,
    uninstall_app,
)
from simulator.acts.choosing import act_on_block, fill_in, suggested, suggestions
from simulator.acts.commands import global_shortcut, message_shortcut, slash_command
from simulator.acts.files import share_files, upload_file
from simulator.acts.membership import (
    archive_channel,
    invite_app,
    invite_person,
    join_channel,
    kick_app,
    leave_channel,
    remove_person,
    set_topic,
    unarchive_channel,
)
from simulator.acts.messages import delete_message, edit_message, post_message, react, unreact
from simulator.acts.modals import close_view, open_home, submit_view
from simulator.acts.results import Result
from simulator.acts.slacks_own import OWN, is_own

__all__ = [
    "OWN",
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
    "is_own",
    "join_channel",
    "kick_app",
    "leave_channel",
    "message_shortcut",
    "open_home",
    "pause_notifications",
    "post_message",
    "react",
    "reactivate_person",
    "remove_person",
    "set_status",
    "set_topic",
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
