"""Leads from the web: the private address that forms send them to, and logging what they send.

An enquiry that was sent before is known by its id and changes nothing. Nothing of who it is comes this far.
"""

import secrets
from datetime import datetime

from bot.commands.vocabulary import OpenMetaForm, RenewLeadWeb, SetMetaSecret, ShowLeadWeb
from bot.domain import lead_errors, lead_words, posts, roles, sources
from bot.domain.enquiries import A_MINUTE, EnquiriesLogged, Enquiry, LogEnquiries
from bot.domain.errors import Misread
from bot.domain.outcomes.leads import LeadWebShown, MetaFormOpened
from bot.handlers.call import Call, Scene
from storage import lead_addresses, leads, members
from storage import posts as kept_posts
from storage.tables import Lead, LeadAddress, Role

_MAY = (Role.LEAD, Role.BACKUP, Role.MARKETING)
_RANDOM_BYTES = 32
_LONGEST_SECRET = 200


def show_lead_web(command: ShowLeadWeb, call: Call) -> LeadWebShown:  # noqa: ARG001 - every handler takes its command
    """Show the address and what forms sign with, made now where there are none yet."""
    return _shown(call)


def renew_lead_web(command: RenewLeadWeb, call: Call) -> LeadWebShown:
    """Give the address or what forms sign with anew; the old one opens nothing from now on."""
    _check_may(call)
    what = command.what if command.what in ("address", "secret") else "secret"
    if call.web_at:
        setattr(_address(call), "token" if what == "address" else "secret", secrets.token_urlsafe(_RANDOM_BYTES))
    return _shown(call, renewed=what)


def open_meta_form(command: OpenMetaForm, call: Call) -> MetaFormOpened:  # noqa: ARG001 - as above
    """Open the form for the secret of the practice's app at Meta; one that is kept is not shown again."""
    _check_may(call)
    found = lead_addresses.of_workspace(call.session, call.workspace_id)
    return MetaFormOpened(has_one=bool(found and found.meta_secret))


def set_meta_secret(command: SetMetaSecret, call: Call) -> LeadWebShown:
    """Remember the secret of the practice's app at Meta."""
    _check_may(call)
    secret = command.secret.strip()
    if len(secret) > _LONGEST_SECRET or not secret.isascii() or len(secret.split()) > 1:
        raise lead_errors.no_app_secret()
    if call.web_at:
        _address(call).meta_secret = secret
    return _shown(call, renewed="meta")


def check_pace(address: LeadAddress, now: datetime) -> None:
    """Count one more signed request; refuse it where it is one too many of its minute."""
    minute = now.replace(second=0, microsecond=0)
    if address.minute_at != minute:
        address.minute_at, address.asked = minute, 0
    if address.asked >= A_MINUTE:
        raise lead_errors.too_fast()
    address.asked += 1


def log_enquiries(command: LogEnquiries, scene: Scene) -> EnquiriesLogged:
    """Log the enquiries that are new, each under the next running number."""
    new = [lead for enquiry in command.enquiries if (lead := log(scene, enquiry)) is not None]
    return EnquiriesLogged(len(new), len(command.enquiries) - len(new))


def log(scene: Scene, enquiry: Enquiry) -> Lead | None:
    """Log one enquiry; None where its id is known already."""
    session, workspace_id = scene.session, scene.workspace_id
    if leads.with_outside_id(session, workspace_id, enquiry.outside_id) is not None:
        return None
    said = sources.kept(sources.usual(enquiry.said) or sources.UNKNOWN)
    lead = Lead(
        workspace_id=workspace_id,
        number=leads.next_number(session, workspace_id),
        came_on=enquiry.came_at.astimezone(scene.zone).date(),
        came_at=enquiry.came_at,
        logged_at=scene.now,
        tracked=enquiry.tracked,
        said=said,
        network=enquiry.network or sources.network_of(said),
        service=lead_words.read_service(enquiry.service, scene.workspace.services),
        area=_area(enquiry, scene),
        outside_id=enquiry.outside_id,
        post_id=_post_id(enquiry, scene),
    )
    session.add(lead)
    session.flush()
    return lead


def _area(enquiry: Enquiry, scene: Scene) -> str:
    """Give the first three digits of the postcode; nothing of what is none, for nobody is there to be asked."""
    try:
        return lead_words.read_area(enquiry.area, scene.today)[0]
    except Misread:
        return ""


def _post_id(enquiry: Enquiry, scene: Scene) -> int | None:
    number = posts.number_of(enquiry.post)
    found = kept_posts.numbered(scene.session, scene.workspace_id, number, number) if number else ()
    return found[0].id if found else None


def _shown(call: Call, renewed: str = "") -> LeadWebShown:
    _check_may(call)
    if not call.web_at:
        return LeadWebShown("", "", "")
    address = _address(call)
    where = f"{call.web_at}/leads/{address.token}"
    return LeadWebShown(where, address.token, address.secret, bool(address.meta_secret), renewed)


def _address(call: Call) -> LeadAddress:
    found = lead_addresses.of_workspace(call.session, call.workspace_id)
    if found is None:
        found = LeadAddress(
            workspace_id=call.workspace_id,
            token=secrets.token_urlsafe(_RANDOM_BYTES),
            secret=secrets.token_urlsafe(_RANDOM_BYTES),
            told=call.workspace.leads_numbered,
            made_at=call.now,
        )
        call.session.add(found)
        call.session.flush()
    return found


def _check_may(call: Call) -> None:
    holders = members.holders(call.session, call.workspace_id)
    if not roles.holds_one_of(_MAY, call.member, holders):
        raise lead_errors.not_yours_to_look_after(call.lead().name)
