"""What an app's acknowledgement makes appear: a message after a slash command, a changed form after a submission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import checks, posting, recording, screens
from simulator.acts.results import MODAL_TROUBLE, Result
from simulator.replying import answer_message

if TYPE_CHECKING:
    from simulator.delivery import Reply
    from simulator.rows import Channel, Json, Person, View
    from simulator.slack import Slack
    from simulator.workspace import Workspace


def command_answer(slack: Slack, person: Person, channel: Channel, command: str, reply: Reply) -> Result:
    """Show the message that came inside the acknowledgement of a slash command, if there is one."""
    workspace = slack.workspace_of(person)
    if not reply.speaks:
        return Result(reply)
    body = reply.json()
    error = answer_message(slack, workspace, "ack", body, reply.exchange)
    if error:
        return Result(reply, error=f'{command} failed with the error "{error}"')
    public = body.get("response_type") == "in_channel"
    message = posting.by_app(
        workspace,
        channel,
        text=body.get("text") or "",
        blocks=body.get("blocks"),
        attachments=body.get("attachments"),
        app_id=slack.app.app_id,
        ephemeral_to=None if public else person.id,
        thread_ts=body.get("thread_ts") if public else None,
    )
    posting.tell(slack, workspace, message, later=True)
    return Result(reply, message=message)


def submission_answer(slack: Slack, workspace: Workspace, view: View, reply: Reply) -> Result:
    """Do what the acknowledgement of a submission says with the form."""
    body = reply.body if isinstance(reply.body, dict) else {}
    action = body.get("response_action")
    if action == "errors":
        return _errors(slack, workspace, view, reply, body)
    if action in ("update", "push"):
        return _show(slack, workspace, view, reply, body)
    if action == "clear":
        screens.close(workspace, view.user, whole_stack=True)
    else:
        screens.dismiss(workspace, view)
    return Result(reply, view=workspace.top_modal(view.user))


def _errors(slack: Slack, workspace: Workspace, view: View, reply: Reply, body: Json) -> Result:
    errors = body.get("errors")
    inputs = {block["block_id"] for block in view.blocks if block.get("type") == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        strange = sorted(set(errors) - inputs) if isinstance(errors, dict) else []
        told = [f"no input has the block_id {name} [json-pointer:/errors/{name}]" for name in strange]
        recording.refuse(slack, reply.exchange, "invalid_errors", told)
        return Result(reply, error=MODAL_TROUBLE, view=view)
    with workspace.lock:
        view.errors = {str(block): str(sentence) for block, sentence in errors.items()}
    workspace.changed("view", user=view.user)
    return Result(reply, field_errors=dict(view.errors), view=view)


def _show(slack: Slack, workspace: Workspace, view: View, reply: Reply, body: Json) -> Result:
    problems = checks.view_problems(body.get("view"), "modal")
    now = slack.clock.now()
    error = "invalid_arguments" if problems else None
    slack.journal.write(now, "ack", body, ok=not problems, error=error, team=workspace.id)
    if problems:
        recording.refuse(slack, reply.exchange, "invalid_arguments", problems)
        return Result(reply, error=MODAL_TROUBLE, view=view)
    if body["response_action"] == "update":
        return Result(reply, view=screens.update(workspace, view, body["view"]))
    pushed = screens.push_modal(workspace, view.user, body["view"], view.origin)
    if pushed is None:
        recording.refuse(slack, reply.exchange, "push_limit_reached")
    return Result(reply, error=None if pushed else MODAL_TROUBLE, view=pushed or view)
