"""What can be asked about the steps that a post of each kind takes, and how a step is done well."""

from dataclasses import dataclass

from bot.domain.template_text import Line


@dataclass(frozen=True, slots=True)
class ShowTemplates:
    """Show the steps that posts of each kind take."""


@dataclass(frozen=True, slots=True)
class OpenTemplateForm:
    """Open the form that edits the steps of one kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class SetTemplate:
    """Replace the steps of one kind, or of every kind, and who has to say yes; people are Slack user ids."""

    kind: str
    lines: tuple[Line, ...]
    for_every_kind: bool = False
    approval: str = "none"
    second: str = ""
    delegate: str = ""


@dataclass(frozen=True, slots=True)
class ShowPlaybook:
    """Show how steps of these kinds of task are done well."""

    tasks: tuple[str, ...]
