"""The steps that posts of each kind take: shown to everybody, changed by the lead or the backup."""

from bot.commands.vocabulary import OpenTemplateForm, SetTemplate, ShowPlaybook, ShowTemplates
from bot.domain import plan_errors, roles, template_errors, template_text, templates
from bot.domain.outcomes.templates import PlaybookShown, TemplateFormOpened, TemplateSet, TemplatesShown
from bot.handlers.call import Call
from storage import members
from storage.tables import Kind, Member


def show_templates(command: ShowTemplates, call: Call) -> TemplatesShown:  # noqa: ARG001 - every handler takes its command
    """Show the steps of every kind."""
    kept = call.workspace.templates
    shown = {str(kind): templates.of_kind(kept, kind) for kind in Kind}
    return TemplatesShown(shown, _may_edit(call), call.lead(), _people(call))


def open_template_form(command: OpenTemplateForm, call: Call) -> TemplateFormOpened:
    """Open the form that edits the steps of one kind, for the lead and the backup."""
    _check_may_edit(call, command.kind)
    template = templates.of_kind(call.workspace.templates, command.kind)
    return TemplateFormOpened(command.kind, template, _people(call))


def set_template(command: SetTemplate, call: Call) -> TemplateSet:
    """Replace the steps of one kind or of all; what is planned already keeps its own."""
    _check_may_edit(call, command.kind)
    people = _people(call)
    before = templates.of_kind(call.workspace.templates, command.kind)
    template = templates.checked(template_text.with_owners(command.lines, people.values(), before))
    kinds = [str(kind) for kind in Kind] if command.for_every_kind else [command.kind]
    kept = call.workspace.templates
    is_news = any(templates.of_kind(kept, kind) != template for kind in kinds)
    for kind in kinds:
        kept = templates.with_steps(kept, kind, template)
    call.workspace.templates = kept
    return TemplateSet(kinds, template, people, is_news)


def show_playbook(command: ShowPlaybook, call: Call) -> PlaybookShown:  # noqa: ARG001 - it is the same for everybody
    """Show how these steps are done well."""
    return PlaybookShown(command.tasks)


def _people(call: Call) -> dict[str, Member]:
    return {person.user_id: person for person in members.everybody(call.session, call.workspace_id)}


def _may_edit(call: Call) -> bool:
    return roles.leads(call.member, members.holders(call.session, call.workspace_id))


def _check_may_edit(call: Call, kind: str) -> None:
    if kind not in set(Kind):
        raise plan_errors.not_a_kind()
    if not _may_edit(call):
        raise template_errors.not_yours(call.lead().name)
