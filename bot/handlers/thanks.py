"""Thanks: what a sponsor is told of each week, passing thanks on, and telling the lead once where none were said."""

from datetime import time

from bot.commands.vocabulary import SayThanks, ShareThanks
from bot.domain import thanks as grateful
from bot.domain import thanks_errors
from bot.domain.digest import Thanks as Passed
from bot.domain.localtime import first_instant
from bot.domain.outcomes.setup import SponsorsMonth
from bot.domain.outcomes.sponsor import SponsorQuiet, SponsorTold, ThanksHeard
from bot.domain.thanks import Fact
from bot.domain.weeks import Week
from bot.handlers.call import Call, Scene
from storage import approvals, members, offers, posts, steps
from storage import thanks as kept
from storage.tables import Delivery, Member, Role, Thanks

TOLD, QUIET = "sponsor-week", "sponsor-quiet"


def say_thanks(command: SayThanks, call: Call) -> SponsorTold:
    """Pass thanks on to whoever finished something; the second click passes nothing on."""
    sponsor = _sponsor(call)
    if sponsor is None or sponsor.id != call.member_id:
        raise thanks_errors.only_the_sponsor()
    known = kept.all_of(call.session, call.workspace_id)
    fact = _fact(command.fact)
    if not any((each.fact, each.about, each.to_id) == (fact, command.about, command.member_id) for each in known):
        whom = members.by_id(call.session, call.workspace_id, command.member_id)
        if whom is None or whom.is_deactivated:
            raise thanks_errors.nobody_there()
        row = Thanks(
            workspace_id=call.workspace_id,
            from_id=call.member_id,
            to_id=command.member_id,
            fact=fact,
            about=command.about,
            week=str(Week.of(call.today)),
            said_at=call.now,
        )
        call.session.add(row)
        call.session.flush()
        call.owe("thanks", f"thanks/{row.id}", whom.user_id, {"thanks": row.id})
    return _told(call, command.week, sponsor, in_place=True)


def share_thanks(command: ShareThanks, call: Call) -> ThanksHeard:
    """Remember whether the digest may tell; only who was thanked says so."""
    row = kept.by_id(call.session, call.workspace_id, command.thanks_id)
    if row is None or row.to_id != call.member_id:
        raise thanks_errors.not_yours()
    row.shared, row.week = command.is_shared, str(Week.of(call.today))
    call.session.add(row)
    call.session.flush()
    return _heard(call, row, in_place=True)


def compose_sponsor_week(scene: Scene, delivery: Delivery) -> SponsorTold | None:
    """Tell the sponsor of two finished things; nothing in a week without any."""
    sponsor = _sponsor(scene)
    if sponsor is None or sponsor.user_id != delivery.recipient:
        return None
    told = _told(scene, Week.parse(delivery.about["week"]), sponsor)
    return told if told.finished else None


def compose_thanks(scene: Scene, delivery: Delivery) -> ThanksHeard | None:
    """Pass a word of thanks on."""
    row = kept.by_id(scene.session, scene.workspace_id, delivery.about["thanks"])
    return _heard(scene, row) if row is not None else None


def compose_sponsor_quiet(scene: Scene, _delivery: Delivery) -> SponsorQuiet | None:
    """Tell the lead, once in each silence, that the sponsor has thanked nobody for three weeks."""
    sponsor, lead = _sponsor(scene), scene.holder(Role.LEAD)
    if sponsor is None or lead is None or sponsor.id == lead.id:
        return None
    said = [each for each in kept.all_of(scene.session, scene.workspace_id) if each.from_id == sponsor.id]
    asked = [
        each
        for each in kept.sent(scene.session, scene.workspace_id, TOLD)
        if not said or each.made_at > said[-1].said_at
    ]
    if not asked or not grateful.is_silent(asked[0].made_at, scene.now):
        return None
    since = said[-1].said_at if said else asked[0].made_at
    if any(each.made_at > since for each in kept.sent(scene.session, scene.workspace_id, QUIET)):
        return None
    return SponsorQuiet(sponsor, since.astimezone(scene.zone).date(), len(said))


def shared_in(scene: Scene, week: Week) -> tuple[Passed, ...]:
    """Give the thanks that somebody agreed to in a week, for the digest of that week to tell of."""
    said = [each for each in kept.all_of(scene.session, scene.workspace_id) if each.shared and each.week == str(week)]
    people = {member.id: member for member in members.everybody(scene.session, scene.workspace_id)}
    heard = [(people[each.to_id], _heard(scene, each)) for each in said if each.to_id in people]
    return tuple(Passed(to, each.sponsor, each.step, each.post) for to, each in heard)


def sponsors_month(call: Call) -> SponsorsMonth | None:
    """Give what the sponsor has done this month to the lead alone; neither the backup nor the sponsor gets it."""
    sponsor, lead = _sponsor(call), call.holder(Role.LEAD)
    if sponsor is None or lead is None or lead.id != call.member_id or sponsor.id == lead.id:
        return None
    session, workspace_id, sponsor_id = call.session, call.workspace_id, sponsor.id or 0
    month = call.today.replace(day=1)
    since = first_instant(month, time.min, call.zone)
    said = [each for each in kept.all_of(session, workspace_id) if each.from_id == sponsor_id]
    return SponsorsMonth(
        sponsor,
        month,
        looks=approvals.answered_by(session, workspace_id, sponsor_id, since),
        thanks=sum(each.said_at >= since for each in said),
        answers=offers.answered_by(session, workspace_id, sponsor_id, since),
    )


def _told(scene: Scene, week: Week, sponsor: Member, *, in_place: bool = False) -> SponsorTold:
    session, workspace_id = scene.session, scene.workspace_id
    since, until = week.starts_at(scene.zone), week.next().starts_at(scene.zone)
    known = kept.all_of(session, workspace_id)
    done = kept.steps_done(session, workspace_id, since, until)
    logged = kept.leads_logged(session, workspace_id, since, until)
    before = [each for each in known if each.said_at < until]
    found = grateful.finished(done, logged, str(week), thanked=before, sponsor_id=sponsor.id or 0)
    people = {member.id or 0: member for member in members.everybody(session, workspace_id)}
    return SponsorTold(week, found, people, frozenset((each.fact, each.about) for each in known), in_place)


def _heard(scene: Scene, row: Thanks, *, in_place: bool = False) -> ThanksHeard:
    step = steps.by_id(scene.session, scene.workspace_id, int(row.about)) if row.fact == Fact.STEP else None
    post = posts.by_id(scene.session, scene.workspace_id, step.post_id) if step else None
    sponsor = members.by_id(scene.session, scene.workspace_id, row.from_id)
    return ThanksHeard(row, sponsor, step, post, in_place)


def _sponsor(scene: Scene) -> Member | None:
    return scene.holder(Role.SPONSOR)


def _fact(named: str) -> Fact:
    try:
        return Fact(named)
    except ValueError:
        raise thanks_errors.nobody_there() from None
