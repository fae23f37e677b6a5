"""Money: what may be spent in a month, what was, and telling the lead once when a plan is nearly used up or is."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.commands.vocabulary import (
    AddSpending,
    OpenBudgetForm,
    OpenSpendingForm,
    RemoveSpending,
    SetBudget,
    ShowBudget,
)
from bot.domain import budget_errors, budgets, cadence, copying, posts, roles, spent
from bot.domain import leads as enquiries
from bot.domain.budgets import Month
from bot.domain.outcomes.money import (
    BudgetFormOpened,
    BudgetReached,
    BudgetShown,
    SpendingAdded,
    SpendingFormOpened,
    SpendingRemoved,
)
from bot.domain.verdict import Share
from bot.handlers import away
from bot.handlers.cadence import outline_with_posts
from bot.handlers.call import Call, Scene
from storage import budgets as kept_budgets
from storage import deliveries, leads, members, spending, workspaces
from storage import posts as kept_posts
from storage.tables import AdKind, Budget, Delivery, Post, Role, Spending, Stage

_WEEKS = 12
"""How far back it is looked what came with the money."""
_PLANNERS = (Role.LEAD, Role.BACKUP, Role.SPONSOR, Role.MARKETING)


def show_budget(command: ShowBudget, call: Call) -> BudgetShown:
    """Show a month's money."""
    shown = BudgetShown(month_of_money(command.month, call), _untraced(command.month, call), _may_plan(call))
    return _with_what_came(shown, call)


def open_budget_form(command: OpenBudgetForm, call: Call) -> BudgetFormOpened:
    """Open the form for what may be spent, to whoever plans it."""
    _check_may_plan(call)
    return BudgetFormOpened(month_of_money(command.month, call))


def set_budget(command: SetBudget, call: Call) -> BudgetShown:
    """Plan what may be spent each month from a month on."""
    _check_may_plan(call)
    first, _ = copying.month_of(command.month)
    for purpose in budgets.PURPOSES:
        units = getattr(command, purpose)
        if units is None:
            continue
        kept = kept_budgets.since(call.session, call.workspace_id, purpose, first)
        kept = kept or Budget(workspace_id=call.workspace_id, purpose=purpose, since_on=first, units=0, set_at=call.now)
        kept.units, kept.set_by, kept.set_at = budgets.check_units(units, field=purpose), call.member_id, call.now
        call.session.add(kept)
    call.session.flush()
    tell_of_marks(call, first)
    return show_budget(ShowBudget(first), call)


def open_spending_form(command: OpenSpendingForm, call: Call) -> SpendingFormOpened:  # noqa: ARG001 - as all handlers
    """Open the form for what was spent, to whoever plans it."""
    _check_may_plan(call)
    return SpendingFormOpened(call.today, usual_currency(call))


def add_spending(command: AddSpending, call: Call) -> SpendingAdded:
    """Enter what was spent, and tell the lead where a plan is nearly used up or is."""
    _check_may_plan(call)
    first, last = budgets.check_days(command.from_on, command.until_on, call.today)
    row = Spending(
        workspace_id=call.workspace_id,
        from_on=first,
        until_on=last,
        purpose=budgets.read_purpose(command.purpose),
        network=spent.read_network(posts.keepable(command.network))[:60],
        cents=budgets.read_cents(command.amount),
        currency=budgets.read_currency(command.currency, usual_currency(call)),
        entered_by=call.member_id,
        entered_at=call.now,
    )
    call.session.add(row)
    call.session.flush()
    tell_of_marks(call, last)
    return SpendingAdded(row, month_of_money(last, call))


def remove_spending(command: RemoveSpending, call: Call) -> SpendingRemoved:
    """Take back what was entered by hand."""
    _check_may_plan(call)
    row = spending.by_id(call.session, call.workspace_id, command.spending_id)
    if row is None or row.file_id is not None:
        raise budget_errors.taken_back()
    call.session.delete(row)
    call.session.flush()
    return SpendingRemoved(row)


def tell_of_marks(scene: Scene, on: date) -> None:
    """Have the lead hear of every plan of a month whose mark is reached, once each and when they may be reminded."""
    found = month_of_money(on, scene)
    marks = [
        {"month": found.first.isoformat(), "purpose": line.purpose, "mark": line.mark}
        for line in found.lines
        if line.mark is not None
    ]
    known = {_key(mark) for mark in marks}
    kept = [mark for mark in scene.workspace.budget_marks if _key(mark) not in known]
    scene.workspace.budget_marks = [*kept, *marks]
    if tell(scene) is not None:
        workspaces.wake_soon(scene.workspace, scene.now)


def tell(scene: Scene) -> datetime | None:
    """Owe the lead word of the marks that wait, or give the moment from which on they may be reminded."""
    lead = scene.holder(Role.LEAD)
    marks = scene.workspace.budget_marks
    if not marks or lead is None or not scene.opening.is_ever_open:
        return None
    waits = [away.owe_when_free(scene, lead, "budget-reached", _key(mark), mark) for mark in marks]
    scene.workspace.budget_marks = [
        mark for mark in marks if deliveries.by_key(scene.session, scene.workspace_id, _key(mark)) is None
    ]
    return min((at for at in waits if at is not None), default=None) if scene.workspace.budget_marks else None


def compose_budget_reached(scene: Scene, delivery: Delivery) -> BudgetReached | None:
    """Tell the lead that a plan is nearly used up or is; nothing where it is not any more, or more is known by now."""
    found = month_of_money(date.fromisoformat(delivery.about["month"]), scene)
    line = next((line for line in found.lines if line.purpose == delivery.about["purpose"]), None)
    if line is None or line.mark != delivery.about["mark"]:
        return None
    return BudgetReached(found, line.purpose, int(delivery.about["mark"]))


def usual_currency(scene: Scene) -> str:
    """Give the currency in which most was spent; none where none is known."""
    return spending.usual_currency(scene.session, scene.workspace_id)


def month_of_money(on: date, scene: Scene) -> Month:
    """Put together what is planned and spent in the month of a day."""
    first, last = copying.month_of(on)
    rows = spending.between(scene.session, scene.workspace_id, first, last)
    planned = kept_budgets.every(scene.session, scene.workspace_id)
    return budgets.month(first, last, planned, _places(first, last, scene), rows, currency=usual_currency(scene))


def _key(mark: Mapping[str, Any]) -> str:
    return f"budget/{mark['month'][:7]}/{mark['purpose']}/{mark['mark']}"


def _places(first: date, last: date, scene: Scene) -> Mapping[str, int]:
    """Give what the ad places of a month may cost, by kind."""
    outline, around = outline_with_posts(scene, first, last)
    planned: dict[str, int] = {}
    for entry in cadence.lay_out_days(first, last, outline, around, now=scene.now, zone=scene.zone):
        if entry.kind in set(AdKind) and entry.slot is not None and entry.slot.budget:
            planned[entry.kind] = planned.get(entry.kind, 0) + entry.slot.budget
    return planned


def _untraced(on: date, scene: Scene) -> list[Post]:
    """Give the ads of a month with neither a link nor a form, so that nobody could tell what came of them."""
    planned = kept_posts.between(scene.session, scene.workspace_id, *copying.month_of(on))
    return [post for post in planned if post.kind in set(AdKind) and not post.link]


def _with_what_came(shown: BudgetShown, scene: Scene) -> BudgetShown:
    """Add what was spent on ads lately, and of the leads tracked to them how many are booked."""
    first, last = scene.today - timedelta(weeks=_WEEKS), scene.today
    rows = spending.between(scene.session, scene.workspace_id, first, last)
    usual = usual_currency(scene)
    cents, currency = budgets.ads_only(rows, first, last, usual)
    if not cents:
        return shown
    until = last - enquiries.MATURE
    came = leads.came_between(scene.session, scene.workspace_id, first, until)
    tracked = spent.tracked_from(rows, came, first, until, currency=currency, usual=usual)
    return replace(
        shown,
        weeks=_WEEKS,
        cents=cents,
        traceable=spent.traceable(rows, first, last, currency=currency, usual=usual),
        currency=currency,
        booked=Share(sum(enquiries.came_to(lead, Stage.BOOKED) for lead in tracked), len(tracked)),
    )


def _may_plan(call: Call) -> bool:
    return roles.holds_one_of(_PLANNERS, call.member, members.holders(call.session, call.workspace_id))


def _check_may_plan(call: Call) -> None:
    if not _may_plan(call):
        raise budget_errors.not_yours(call.lead().name)
