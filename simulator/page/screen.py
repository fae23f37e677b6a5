"""What the page shows one person: a conversation, a thread, Home and modal, as plain values for the templates."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from simulator import payloads, sight
from simulator.drawing import dates
from simulator.page.templating import Place, Reader
from simulator.page.window import Cut, Window, cut
from simulator.rows import COLOURS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from markupsafe import Markup

    from simulator.rows import Channel, Message, Person, View
    from simulator.slack import Slack
    from simulator.workspace import Workspace

HOME = "home"
NEAR_SECONDS = 300  # one author's messages closer together than this share one heading


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
    is_first_new: bool
    compact: bool
    replies: int
    last_reply: str
    mine: bool


@dataclass(frozen=True)
class Screen:
    """One person looking at one place in one workspace."""

    slack: Slack
    workspace: Workspace
    viewer: Person
    where: str
    thread: str = ""
    window: Window = field(default_factory=Window)
    line: str = ""  # the ts after which everything is new

    @property
    def channel(self) -> Channel | None:
        """The conversation in front of them, unless they look at the app's Home."""
        return self.workspace.channels.get(self.where)

    @cached_property
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

    @cached_property
    def cut(self) -> Cut:
        """The part of the conversation that is drawn, answers in threads left out."""
        if self.channel is None:
            return Cut(())
        return cut([m for m in self._seen if m.thread_ts in (None, "", m.ts) or m.broadcast], self.window, self.line)

    def messages(self) -> list[Shown]:
        """The drawn part of the conversation."""
        return self._shown(self.cut.messages)

    def thread_messages(self) -> list[Shown]:
        """The open thread, its parent first."""
        parent = self.channel.message(self.thread) if self.channel and self.thread else None
        if not parent or not self.channel:
            return []
        replies = [m for m in self.channel.replies(parent.ts) if m.ephemeral_to in (None, self.viewer.id)]
        return self._shown([parent, *replies])

    @cached_property
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

    @cached_property
    def surroundings(self) -> str:
        """Everything beside a message itself that decides how it looks, to the minute."""
        workspace, names = self.workspace, self.reader.names
        people = [(p.id, p.real_name, p.initials, p.deleted) for p in workspace.people.values()]
        files = [(file.id, file.title, file.deleted) for file in workspace.files.values()]
        around = [(c.id, c.archived, c.members) for c in workspace.channels.values()]
        here = (workspace.id, self.viewer.id, self.where, self.thread, f"{self.now:%Y-%m-%d %H:%M}")
        return repr((here, names.people, names.channels, people, files, around))

    def view_body(self, view: View) -> Markup:
        """The blocks of a modal or Home with what is filled in and what was refused."""
        reader = replace(self.reader, place=view.id, state=view.state, errors=view.errors, trouble=view.trouble)
        return reader.blocks(view.blocks)

    def body(self, message: Message) -> Markup:
        """The blocks or words of a message, with what this person chose in it."""
        place = re.sub(r"\W", "-", message.ts)
        viewer = self.viewer.id
        reader = replace(
            self.reader, place=place, state=message.state.get(viewer, {}), trouble=message.trouble.get(viewer, {})
        )
        shown = reader.blocks(message.blocks)
        if message.text and not message.blocks:
            shown += reader.mrkdwn(sight.words_of(message))
        for part in message.attachments:
            shown += reader.attachment(part)
        return shown

    def file(self, file_id: str) -> dict[str, Any]:
        """What is shown of a shared file."""
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

    def _shown(self, messages: Sequence[Message]) -> list[Shown]:
        found: list[Shown] = []
        for message in messages:
            found.append(self._one(message, found[-1] if found else None))
        return found

    def _one(self, message: Message, before: Shown | None) -> Shown:
        workspace = self.workspace
        at = self.reader.names.local(float(message.ts))
        person = workspace.people.get(message.user)
        who = sight.author(workspace, message)
        near = before is not None and (at - before.at).total_seconds() < NEAR_SECONDS
        same_day = before is not None and before.at.date() == at.date()
        same = before is not None and near and same_day and before.message.user == message.user
        alike = before is not None and before.message.ephemeral_to == message.ephemeral_to
        is_first_new = bool(self.line) and message.ts == self._first_new
        replies, last = self._threads.get(message.ts, (0, ""))
        return Shown(
            key=f"m-{message.ts.replace('.', '-')}",
            message=message,
            who=who,
            initials=(person.initials if person else "") or who[:1].upper(),
            colour=colour(person),
            is_app=bool(message.bot_id),
            time=dates.clock(at),
            at=at,
            day="" if same_day else dates.day(at, self.now),
            is_first_new=is_first_new,
            compact=same and alike and not message.subtype and not is_first_new,
            replies=replies,
            last_reply=self._ago(last) if last else "",
            mine=message.user == self.viewer.id,
        )

    @cached_property
    def _seen(self) -> list[Message]:
        """Every message of the conversation that this person can see, answers in threads too."""
        return self.channel.seen_by(self.viewer.id) if self.channel else []

    @cached_property
    def _first_new(self) -> str:
        """The ts of the message above which the line stands that says "New"."""
        others = (m for m in self._seen if m.user != self.viewer.id and not m.ephemeral_to)
        return next((m.ts for m in others if m.ts > self.line), "")

    @cached_property
    def _threads(self) -> dict[str, tuple[int, str]]:
        """How many answers each thread has, and when the last one came."""
        counts: Counter[str] = Counter()
        last: dict[str, str] = {}
        for message in self._seen:
            if message.thread_ts and message.thread_ts != message.ts:
                counts[message.thread_ts] += 1
                last[message.thread_ts] = message.ts
        return {ts: (count, last[ts]) for ts, count in counts.items()}

    def _ago(self, ts: str) -> str:
        at = self.reader.names.local(float(ts))
        day = dates.day(at, self.now)
        return f"{day.lower() if at.date() == self.now.date() else day} at {dates.clock(at)}"


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
