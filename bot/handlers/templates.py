"""The steps that posts of each kind take: shown to everybody, changed by the lead or the backup."""

from collections.abc import Mapping

from bot.commands.vocabulary import OpenTemplateForm, SetTemplate, ShowPlaybook, ShowTemplates
from bot.domain import approval_errors, approvals, plan_errors, roles, template_errors, template_text, templates
from bot.domain.approvals import Mode, Rule
from bot.domain.outcomes.templates import PlaybookShown, TemplateFormOpened, TemplateSet, TemplatesShown
from bot.domain.templates import Template
from bot.handlers.call import Call
from storage import members
from storage.tables import Kind, Member, Role, Task


def show_templates(command: ShowTemplates, call: Call) -> TemplatesShown:  # noqa: ARG001 - every handler takes its command
    """Show the steps of every kind."""
    kept = call.workspace.templates
    shown = {str(kind): templates.of_kind(kept, kind) for kind in Kind}
    rules = {kind: approvals.rule_of(kept, kind) for kind in shown}
    return TemplatesShown(shown, call.leads(), call.lead(), rules, _people(call))


def open_template_form(command: OpenTemplateForm, call: Call) -> TemplateFormOpened:
    """Open the form that edits the steps of one kind, for the lead and the backup."""
    _check_may_edit(call, command.kind)
    template = templates.of_kind(call.workspace.templates, command.kind)
    rule = approvals.rule_of(call.workspace.templates, command.kind)
    return TemplateFormOpened(command.kind, template, rule, _people(call))


def set_template(command: SetTemplate, call: Call) -> TemplateSet:
    """Replace the steps of one kind or of all; what is planned already keeps its own."""
    _check_may_edit(call, command.kind)
    people = _people(call)
    before = templates.of_kind(call.workspace.templates, command.kind)
    asked = template_text.with_owners(command.lines, people.values(), before)
    template = templates.checked(templates.with_approval(asked, is_wanted=command.approval != Mode.NONE))
    rule = _rule(command, template, people, call)
    kinds = [str(kind) for kind in Kind] if command.for_every_kind else [command.kind]
    kept = call.workspace.templates
    is_news = any((templates.of_kind(kept, kind), approvals.rule_of(kept, kind)) != (template, rule) for kind in kinds)
    for kind in kinds:
        kept = approvals.with_rule(templates.with_steps(kept, kind, template), kind, rule)
    call.workspace.templates = kept
    return TemplateSet(kinds, template, rule, people, is_news)


def _rule(command: SetTemplate, template: Template, people: Mapping[str, Member], call: Call) -> Rule:
    """Give who has to say yes; a line for the approval means that somebody is asked, also where nothing else is set."""
    step = next((step for step in template if step.task == Task.APPROVAL), None)
    if step is None:
        return Rule()
    mode = Mode(command.approval) if command.approval != Mode.NONE else Mode.OPTIONAL
    for field, user_id in (("second", command.second), ("delegate", command.delegate)):
        if user_id:
            roles.can_be_asked(people.get(user_id), field=field)
    if mode is not Mode.TWO_STEP:
        return Rule(mode, delegate=command.delegate)
    if not command.second:
        raise approval_errors.no_second()
    holders = members.holders(call.session, call.workspace_id)
    first = holders.get(Role(step.owner)) if step.owner in set(Role) else people.get(step.owner)
    if first is not None and first.user_id == command.second:
        raise approval_errors.same_person_twice(first.name)
    return Rule(mode, command.second, command.delegate)


def show_playbook(command: ShowPlaybook, call: Call) -> PlaybookShown:  # noqa: ARG001 - it is the same for everybody
    """Show how these steps are done well."""
    return PlaybookShown(command.tasks)


def _people(call: Call) -> dict[str, Member]:
    return {person.user_id: person for person in members.everybody(call.session, call.workspace_id)}


def _check_may_edit(call: Call, kind: str) -> None:
    if kind not in set(Kind):
        raise plan_errors.not_a_kind()
    if not call.leads():
        raise template_errors.not_yours(call.lead().name)
