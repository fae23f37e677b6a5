"""What people do with messages at the page: write, share, edit, take away, react, use shortcuts, join a channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import acts, filing
from simulator.page import asked_for
from simulator.wording import as_typed

if TYPE_CHECKING:
    from simulator.rows import Channel, File, Json, Message, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace


class Talking:
    """Everything that is done with messages."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack

    def say(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        """Send what was typed: words, or a command."""
        channel, text, thread = _place(asked, workspace, person), str(asked["text"]), asked.get("thread")
        if not text.startswith("/"):
            return told(acts.post_message(self._slack, person, channel, text, thread_ts=thread or None))
        command, _, rest = text.partition(" ")
        if thread and not acts.is_own(command.strip()):
            return {"error": "Slack takes no slash commands in threads. Type it in the conversation itself."}
        return told(acts.slash_command(self._slack, person, channel, command.strip(), rest))

    def upload(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        """Share the chosen files in one message."""
        channel = _place(asked, workspace, person)
        if channel.archived:
            return {"error": "You can't post here: the channel is archived."}
        words, thread = str(asked.get("text", "")), asked.get("thread") or None
        return told(
            acts.share_files(self._slack, person, channel, kept(asked, workspace, person), text=words, thread_ts=thread)
        )

    def words(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        """Give the words of one's own message as they were typed, to change them."""
        return {"error": "", "words": as_typed(workspace, _own(asked, workspace, person).text)}

    def edit(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        """Change one's own message."""
        text = str(asked["text"]).strip()
        message = _own(asked, workspace, person)
        if not text and not message.files:
            return {"error": "There are no words in it. To take the message away, delete it."}
        return told(acts.edit_message(self._slack, person, message, text))

    def delete(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        """Take one's own message away."""
        return told(acts.delete_message(self._slack, person, _own(asked, workspace, person)))

    def dismiss(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        """Put a message away that nobody else sees."""
        message = asked_for.message(asked, workspace, person)
        if message.ephemeral_to != person.id:
            raise asked_for.NotThereError("Only messages that nobody else sees can be dismissed.")
        return told(acts.delete_message(self._slack, person, message))

    def react(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        """Put an emoji on a message, or take one's own off again."""
        message, name = asked_for.message(asked, workspace, person), str(asked["name"])
        mine = person.id in message.reactions.get(name, [])
        return told((acts.unreact if mine else acts.react)(self._slack, person, message, name))

    def shortcut(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        """Use a shortcut of the app, on a message or from anywhere."""
        callback = str(asked["callback"])
        if not asked.get("ts"):
            return told(acts.global_shortcut(self._slack, person, callback))
        message = asked_for.message(asked, workspace, person)
        return told(acts.message_shortcut(self._slack, person, message, callback))

    def join(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        """Come into a public channel."""
        return told(acts.join_channel(self._slack, person, workspace.channels[asked["channel"]]))

    def account(self, asked: Json, workspace: Workspace, _person: Person) -> Json:
        """Close somebody's account, or open it again, as an administrator does."""
        whose = workspace.people[asked["whose"]]
        others = [one for one in workspace.humans() if not one.deleted and not one.is_stranger and one is not whose]
        if not others:
            return {"error": "Somebody has to stay."}
        return told((acts.deactivate_person if asked["closed"] else acts.reactivate_person)(self._slack, whose))


def told(result: acts.Result) -> Json:
    """Say what went wrong, if anything."""
    return {"error": result.error or ""}


def kept(asked: Json, workspace: Workspace, person: Person) -> list[File]:
    """Keep the files that were chosen."""
    return [filing.keep(workspace, person.id, name, content, kind) for name, content, kind in asked["files"]]


def _place(asked: Json, workspace: Workspace, person: Person) -> Channel:
    channel = workspace.channels[asked["channel"]]
    if person.id not in channel.members:
        raise asked_for.NotThereError("Only members can write there.")
    return channel


def _own(asked: Json, workspace: Workspace, person: Person) -> Message:
    message = asked_for.message(asked, workspace, person)
    if message.user != person.id:
        raise asked_for.NotThereError("Only one's own messages can be changed.")
    return message
