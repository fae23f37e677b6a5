"""People as objects, the language of story tests: `ana.types(...)`, `ben.clicks("Done")`, `ben.hears_nothing_more()`.

Everything they do goes through `simulator.acts` and so through Slack's own protocol; everything they see is text.
They know no app, and they see only what Slack would show them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from simulator import acts, filling, finding, moments, sight
from simulator.rows import View
from simulator.seeing import Onlooker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from simulator.finding import Found
    from simulator.rows import Channel, Message
    from simulator.slack import Slack
    from simulator.workspace import Workspace


class Practice:
    """One workspace with its people and its clock."""

    def __init__(
        self,
        slack: Slack,
        workspace: Workspace | None = None,
        *,
        zone: str | None = None,
        settle: Callable[[], object] | None = None,
    ) -> None:
        """Take a pretend Slack; `settle` is called after every act and skip, to let the app finish what it began."""
        self.slack = slack
        self.workspace = workspace or slack.workspace()
        self.zone = ZoneInfo(zone or self.workspace.humans()[0].tz)
        self._settle = settle
        self._actors = {person.id: Actor(self, person) for person in self.workspace.humans()}

    @property
    def now(self) -> datetime:
        """The pretend moment in the practice's own zone."""
        return self.slack.clock.now().astimezone(self.zone)

    def people(self, *names: str) -> list[Actor]:
        """Call several people by name."""
        return [self.person(name) for name in names]

    def person(self, name: str) -> Actor:
        """Call one person by name; the same name always gives the same object."""
        person = finding.person_called(self.workspace, name)
        return self._actors.setdefault(person.id, Actor(self, person))

    def skip_to(self, when: str | datetime) -> datetime:
        """Let time pass until `thursday 10:00`, `tomorrow 9:00`, `today 4pm` or `2026-11-26 16:00`, local time."""
        self.slack.clock.skip_to(moments.moment(when, self.slack.clock.now(), self.zone))
        self.settle()
        return self.now

    def settle(self) -> None:
        """Wait until the app has heard everything and done what it does at once."""
        self.slack.events.settle()
        if self._settle:
            self._settle()
            self.slack.events.settle()


class Actor(Onlooker):
    """One person at their screen, with hands."""

    def types(self, text: str, channel: str | None = None, *, thread: str | Message | None = None) -> str:
        """Type a slash command, or a message when it starts with no slash, and see what comes of it."""
        if not text.startswith("/"):
            return self.says(text, channel, thread=thread)
        command, _, rest = text.partition(" ")
        place = self._place(channel)
        return self._see(lambda: acts.slash_command(self._slack, self.person, place, command, rest), place)

    def says(self, text: str, channel: str | None = None, *, thread: str | Message | None = None) -> str:
        """Write a message in a channel, a thread (named by a part of its first message) or, unnamed, to the app."""
        place = self._place(channel)
        parent = self.message(thread, place) if thread else None
        ts = (parent.thread_ts or parent.ts) if parent else None
        return self._see(lambda: acts.post_message(self._slack, self.person, place, text, thread_ts=ts), place)

    def clicks(self, label: str, *, on: str | None = None, confirms: bool = True) -> str:
        """Press the newest button with this label (or choose it in a ⋯ menu) and see what comes of it."""
        found = self._find(finding.buttons, "button", label, on)
        return self._act(found, found.option, confirms=confirms)

    def picks(self, label: str, choice: object, *, on: str | None = None) -> str:
        """Choose in a menu, picker or list of boxes, found by its label, placeholder or the words beside it."""
        found = self._find(finding.fields, "menu", label, on)
        return self._fill(found, choice)

    def fills_in(self, values: Mapping[str, object]) -> str:
        """Fill in fields by their labels and see the form as it stands then."""
        said = ""
        for label, value in values.items():
            said = self._fill(self._find(finding.fields, "field", label, None), value)
        return self.modal or said

    def submits(self) -> str:
        """Press the modal's submit button; see the next view, the form with what was refused, or what was said."""
        view = self._open_modal()
        return self._see(lambda: acts.submit_view(self._slack, self.person, view)) or self.modal

    def closes(self, *, everything: bool = False) -> str:
        """Close the modal, or the whole stack, and see what was behind it."""
        view = self._open_modal()
        return self._see(lambda: acts.close_view(self._slack, self.person, view, whole_stack=everything))

    def opens_home(self) -> str:
        """Open the app's Home and read it."""
        self._see(lambda: acts.open_home(self._slack, self.person))
        self._on_home = True
        return self.home

    def uploads(
        self,
        source: str | Path | bytes,
        name: str | None = None,
        channel: str | None = None,
        *,
        text: str = "",
        thread: str | Message | None = None,
    ) -> str:
        """Share a file in a channel, a thread (named by a part of its first message) or, unnamed, with the app."""
        place = self._place(channel)
        content = source if isinstance(source, bytes) else Path(source)
        parent = self.message(thread, place) if thread else None
        ts = (parent.thread_ts or parent.ts) if parent else None
        return self._see(
            lambda: acts.upload_file(self._slack, self.person, place, content, name=name, text=text, thread_ts=ts),
            place,
        )

    def uses_shortcut(self, name: str, *, on: str | Message | None = None) -> str:
        """Choose the app's shortcut in the menu of a message (a part of its text is enough), or in the global menu."""
        known = self._slack.app.manifest.shortcuts or ()
        callback = next((one.callback_id for one in known if finding.same(one.name, name)), None)
        if callback is None:
            offered = ", ".join(one.name for one in known) or "none"
            raise AssertionError(f"there is no shortcut {name!r}; there are: {offered}")
        if on is None:
            return self._see(lambda: acts.global_shortcut(self._slack, self.person, callback))
        message = self.message(on)
        place = self._workspace.channels[message.channel]
        return self._see(lambda: acts.message_shortcut(self._slack, self.person, message, callback), place)

    def joins(self, channel: str) -> str:
        """Come into a channel."""
        place = self._workspace.channel(channel)
        return self._see(lambda: acts.join_channel(self._slack, self.person, place), place)

    def reacts(self, emoji: str, *, on: str | Message) -> str:
        """Put an emoji on a message."""
        return self._see(lambda: acts.react(self._slack, self.person, self.message(on), emoji.strip(":")))

    def _fill(self, found: Found, said: object) -> str:
        chosen, offered = filling.value(self._slack, self.person, found, said)
        return self._act(found, chosen, offered=offered)

    def _act(self, found: Found, value: Any, *, confirms: bool = True, offered: Any = None) -> str:  # noqa: ANN401
        block, element = found.control.block, found.control.element
        if element.get("confirm") and not confirms:
            return sight.words(self._workspace, element["confirm"], self.person)
        use = acts.fill_in if block.get("type") == "input" else acts.act_on_block
        more: dict[str, Any] = {"block_id": block["block_id"], "offered": offered}
        if element["type"] == "feedback_buttons":
            value = found.control.label
        target = found.target
        place = None if isinstance(target, View) else self._workspace.channels[target.channel]
        return self._see(lambda: use(self._slack, self.person, target, element["action_id"], value, **more), place)

    def _see(self, act: Callable[[], acts.Result], place: Channel | None = None) -> str:
        """Do it, let the app answer, and say what this person sees: an error, a modal, or what was said to them.

        Whoever acts in a conversation also sees what the app says or changes there for everybody.
        """
        self._on_home = self._on_home and place is None
        before, home, known = self.modal, self.home, self._hearing.known(place)
        result = act()
        self.practice.settle()
        if result.error:
            return result.error
        after = self.modal
        if after and after != before:
            return after
        news = self._hearing.shown_since(known, place)
        if news:
            return "\n\n".join(news)
        return self.home if self._on_home and self.home != home else ""
