"""What the page shows one person: sidebar, conversation, thread, Home and modal, as plain values for the templates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from simulator import payloads, sight
from simulator.drawing import dates
from simulator.page.templating import Place, Reader
from simulator.rows import COLOURS

if TYPE_CHECKING:
    from datetime import datetime

    from markupsafe import Markup

    from simulator.rows import Channel, Message, Person, View
    from simulator.slack import Slack
    from simulator.workspace import Workspace

HOME = "home"
MOST_MESSAGES = 200  # older ones are not drawn; the page is for looking at the present
NEAR_SECONDS = 300  # one author's messages closer together than this share one heading


@dataclass(slots=True)
class Readings:
    """How far everybody has read in every conversation, for the unread counts."""

    _upto: dict[tuple[str, str], str] = field(default_factory=dict)

    def read(self, person: Person, channel: Channel) -> None:
        """Note that a person has the whole conversation in front of them."""
        self._upto[person.id, channel.id] = max((m.ts for m in channel.messages), default="")

    def unread(self, person: Person, channel: Channel) -> int:
        """Count what others wrote since this person last looked."""
        seen = self._upto.get((person.id, channel.id), "")
        return sum(m.ts > seen and m.user != person.id for m in channel.seen_by(person.id))


@dataclass(frozen=True, slots=True)
class Shown:
    """One message with everything around it."""

    key: str
    message: Message
    who: str
    initials: str
    colour: int
    is_app: bool
    time: str
    at: datetime
    day: str
    compact: bool
    body: Markup
    files: list[dict[str, Any]]
    replies: int
    mine: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """One person looking at one place in one workspace."""

    slack: Slack
    workspace: Workspace
    viewer: Person
    where: str
    thread: str = ""

    @property
    def channel(self) -> Channel | None:
        """The conversation in front of them, unless they look at the app's Home."""
        return self.workspace.channels.get(self.where)

    @property
    def now(self) -> datetime:
        """The pretend moment on this person's own clock."""
        return self.workspace.clock.now().astimezone(ZoneInfo(self.viewer.tz))

    def title(self) -> str:
        """Name the place."""
        return sight.title(self.workspace, self.channel, self.viewer) if self.channel else self.slack.app.manifest.name

    def app_conversation(self) -> Channel | None:
        """The direct conversation with the app, if it is installed."""
        bot = self.workspace.bot()
        return self.workspace.direct(self.viewer.id, bot.id) if bot else None

    def messages(self) -> list[Shown]:
        """The conversation, answers in threads left out."""
        if self.channel is None:
            return []
        every = self.channel.seen_by(self.viewer.id)
        return self._shown([m for m in every if m.thread_ts in (None, "", m.ts) or m.broadcast])

    def thread_messages(self) -> list[Shown]:
        """The open thread, its parent first."""
        parent = self.channel.message(self.thread) if self.channel and self.thread else None
        if not parent or not self.channel:
            return []
        replies = [m for m in self.channel.replies(parent.ts) if m.ephemeral_to in (None, self.viewer.id)]
        return self._shown([parent, *replies])

    def reader(self) -> Reader:
        """The eyes of whoever looks, not yet on anything."""
        workspace = self.workspace
        files = workspace.files.values()
        pictures = {file.id: self.file_address(file.id) for file in files}
        pictures |= {str(payloads.file(file, self.slack.url).get("url_private")): pictures[file.id] for file in files}
        return Reader(
            names=sight.names(workspace, self.viewer),
            place="",
            users=[(p.id, p.real_name) for p in workspace.people.values() if not p.deleted],
            places=places(workspace, self.viewer),
            pictures=pictures,
            viewer=self.viewer.id,
        )

    def file_address(self, file_id: str, size: str = "") -> str:
        """Where the page itself serves a file."""
        return f"/page/file/{self.workspace.id}/{file_id}" + (f"?size={size}" if size else "")

    def view_body(self, view: View) -> Markup:
        """The blocks of a modal or Home with what is filled in and what was refused."""
        reader = replace(self.reader(), place=view.id, state=view.state, errors=view.errors, trouble=view.trouble)
        return reader.blocks(view.blocks)

    def _shown(self, messages: list[Message]) -> list[Shown]:
        reader = self.reader()
        found: list[Shown] = []
        for message in messages[-MOST_MESSAGES:]:
            found.append(self._one(message, found[-1] if found else None, reader))
        return found

    def _one(self, message: Message, before: Shown | None, reader: Reader) -> Shown:
        workspace = self.workspace
        at = reader.names.local(float(message.ts))
        person = workspace.people.get(message.user)
        day = dates.day(at, self.now)
        near = before is not None and (at - before.at).total_seconds() < NEAR_SECONDS and before.day == day
        same = near and before is not None and before.message.user == message.user
        alike = before is not None and before.message.ephemeral_to == message.ephemeral_to
        channel = workspace.channels[message.channel]
        return Shown(
            key=f"m-{message.ts.replace('.', '-')}",
            message=message,
            who=sight.author(workspace, message),
            initials=(person.initials if person else "") or sight.author(workspace, message)[:1].upper(),
            colour=colour(person),
            is_app=bool(message.bot_id),
            time=dates.clock(at),
            at=at,
            day="" if before and _day_of(before) == at.date() else day,
            compact=same and alike and not message.subtype,
            body=self._body(message, reader),
            files=[self._file(file) for file in message.files],
            replies=len(channel.replies(message.ts)),
            mine=message.user == self.viewer.id,
        )

    def _body(self, message: Message, anybody: Reader) -> Markup:
        place = re.sub(r"\W", "-", message.ts)
        viewer = self.viewer.id
        reader = replace(
            anybody, place=place, state=message.state.get(viewer, {}), trouble=message.trouble.get(viewer, {})
        )
        shown = reader.blocks(message.blocks)
        if message.text and not message.blocks:
            shown += reader.mrkdwn(message.text)
        for part in message.attachments:
            shown += reader.attachment(part)
        return shown

    def _file(self, file_id: str) -> dict[str, Any]:
        file = self.workspace.files.get(file_id)
        if file is None or file.deleted:
            return {"title": "This file was deleted", "href": "", "picture": "", "kind": ""}
        picture = file.mimetype in PICTURES and file.width > 0
        return {
            "title": file.title or file.name,
            "href": self.file_address(file.id),
            "picture": self.file_address(file.id, "thumb_360") if picture else "",
            "kind": file.filetype or "file",
        }


PICTURES = {"image/jpeg", "image/png", "image/gif", "image/webp"}


def places(workspace: Workspace, viewer: Person) -> list[Place]:
    """List the conversations a menu offers this person: every public channel and what else they are in."""
    mine = sight.conversations(workspace, viewer)
    open_to_all = [c for c in workspace.channels.values() if c.kind == "public" and not c.archived and c not in mine]
    return [
        Place(
            found.id,
            sight.title(workspace, found, viewer),
            found.kind,
            with_bot=found.kind == "im" and any(workspace.people[m].is_bot for m in found.members if m != viewer.id),
            shared=any(workspace.people[m].is_stranger for m in found.members if m in workspace.people),
        )
        for found in [*open_to_all, *mine]
    ]


def colour(person: Person | None) -> int:
    """Number a person's colour for the style sheet."""
    return COLOURS.index(person.colour) if person and person.colour in COLOURS else 0


def _day_of(shown: Shown) -> object:
    return shown.at.date()
