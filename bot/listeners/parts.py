"""What the doors need from the rest of the program, and the one way a command goes through them."""

from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk import WebClient

from bot.blocks.draw import draw
from bot.blocks.reach import within
from bot.blocks.surfaces import Drawn, Nothing
from bot.commands.vocabulary import Command, ShowHelp
from bot.handlers.call import Call
from bot.handlers.desk import Desk, Door
from bot.listeners import problems
from bot.slack.people import People


@dataclass(frozen=True, slots=True)
class Parts:
    """The desk that takes commands, and who and what is asked of Slack before it."""

    desk: Desk
    people: People
    forget: Callable[[str], None]

    def answer(
        self,
        client: WebClient,
        door: Door,
        asked: Callable[[Call], Command] | ShowHelp,
        reply: Callable[[Drawn], object],
        *,
        about: str = "",
    ) -> None:
        """Meet whoever is involved, take the command, and reply with what came of it or what went wrong."""

        def work() -> Drawn:
            if not (isinstance(asked, ShowHelp) and self.desk.is_known(door)):
                self.people.meet(client, door.team_id, door.user_id, about)
            if isinstance(asked, ShowHelp):
                return draw(self.desk.show_help(door, asked))
            outcome = self.desk.take(door, asked)
            drawn = draw(outcome) if outcome is not None else Nothing()
            return within(drawn) if self.desk.is_outside(door) else drawn

        problems.told(work, reply, door)
