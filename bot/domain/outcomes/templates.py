"""What came of looking at the steps that posts take, changing them, or asking how a step is done well."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.approvals import Rule
from bot.domain.templates import Template
from storage.tables import Member


@dataclass(frozen=True, slots=True)
class TemplatesShown:
    """The steps of each kind, and who looks after them; `people` are the members by Slack user id."""

    templates: Mapping[str, Template]
    may_edit: bool
    lead: Member
    rules: Mapping[str, Rule] = field(default_factory=dict)
    people: Mapping[str, Member] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TemplateFormOpened:
    """The form that edits the steps of one kind."""

    kind: str
    template: Template
    rule: Rule = field(default_factory=Rule)
    people: Mapping[str, Member] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TemplateSet:
    """The steps of these kinds are replaced; posts that are planned already keep theirs."""

    kinds: Sequence[str]
    template: Template
    rule: Rule = field(default_factory=Rule)
    people: Mapping[str, Member] = field(default_factory=dict)
    is_news: bool = True


@dataclass(frozen=True, slots=True)
class PlaybookShown:
    """How steps of these kinds of task are done well."""

    tasks: Sequence[str]
