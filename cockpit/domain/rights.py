"""What somebody may set out to do with the program, from the declaration of ``access.py``.

Screens and menus show, and services allow, what these say; on a shared server the database holds
everybody to the same declaration, whatever their program shows.
"""

from dataclasses import dataclass
from enum import Enum, auto

from cockpit.domain.access import ADMINISTRATORS, EVERYBODY, GRANTS, STAFF, WIDE, Roles, Verb
from cockpit.domain.vocabulary import Role


class Task(Enum):
    """Something that not everybody may do."""

    IMPORT = auto()
    EXPORT_TABLES = auto()
    KEEP_FIGURES = auto()
    REASSIGN = auto()
    LEND = auto()
    BRING_BACK = auto()
    TAKE_OVER = auto()
    SHARE_VIEWS = auto()
    EDIT_TEMPLATES = auto()
    EDIT_CAMPAIGNS = auto()
    CHANGE_COMPANY_SETTINGS = auto()
    CHANGE_ADDRESSEES = auto()
    PUBLISH_POLICIES = auto()
    PLAN_DAYS_OFF = auto()
    WRITE_POST_ITS = auto()
    CHANGE_COLLEAGUES_AGENDA = auto()
    MANAGE_PEOPLE = auto()
    READ_AUDIT = auto()
    SEAL_AUDIT = auto()
    REVIEW_CONTACTS = auto()


#: Who is left where rows, not tables, decide; the server's row conditions name the same roles.
_AMONG: dict[Task, Roles] = {
    Task.EXPORT_TABLES: WIDE,
    Task.TAKE_OVER: STAFF,
    Task.BRING_BACK: STAFF,
    Task.SHARE_VIEWS: STAFF,
    Task.CHANGE_COMPANY_SETTINGS: STAFF,
    Task.CHANGE_COLLEAGUES_AGENDA: STAFF,
    Task.MANAGE_PEOPLE: ADMINISTRATORS,
    Task.READ_AUDIT: ADMINISTRATORS,
}
#: Which tables a task writes.
_WRITES: dict[Task, tuple[tuple[str, Verb], ...]] = {
    Task.IMPORT: (
        ("imports", Verb.ADD),
        ("customers", Verb.ADD),
        ("orders", Verb.ADD),
        ("order_items", Verb.REMOVE),
    ),
    Task.KEEP_FIGURES: (
        ("duties", Verb.CHANGE),
        ("cycle_fits", Verb.CHANGE),
        ("customer_metrics", Verb.CHANGE),
    ),
    Task.LEND: (("portfolio_entries", Verb.ADD),),
    Task.EDIT_TEMPLATES: (("message_templates", Verb.CHANGE),),
    Task.EDIT_CAMPAIGNS: (("campaigns", Verb.ADD), ("campaign_members", Verb.ADD)),
    Task.PUBLISH_POLICIES: (("cycle_policies", Verb.ADD), ("cadence_policies", Verb.ADD)),
    Task.PLAN_DAYS_OFF: (("calendar_days", Verb.ADD),),
    Task.WRITE_POST_ITS: (("post_its", Verb.ADD),),
    Task.TAKE_OVER: (("claims", Verb.CHANGE),),
    Task.REVIEW_CONTACTS: (("contact_reviews", Verb.ADD),),
    Task.SEAL_AUDIT: (("audit_seals", Verb.ADD),),
    Task.MANAGE_PEOPLE: (("users", Verb.ADD), ("teams", Verb.ADD)),
}
#: Columns that a task writes.
_COLUMNS: dict[Task, tuple[tuple[str, str], ...]] = {
    Task.REASSIGN: (("customers", "owner_id"),),
    Task.CHANGE_ADDRESSEES: (("users", "email"),),
}


def _who(task: Task) -> Roles:
    """Return who may do everything that a task needs."""
    roles = _AMONG.get(task, EVERYBODY)
    for table, verb in _WRITES.get(task, ()):
        roles &= GRANTS[table].who(verb)
    for table, column in _COLUMNS.get(task, ()):
        roles &= {role for role in Role if GRANTS[table].changeable(role, column)}
    return roles


_WHO: dict[Task, Roles] = {task: _who(task) for task in Task}


@dataclass(frozen=True, slots=True)
class Rights:
    """What a role may do."""

    role: Role

    def may(self, task: Task) -> bool:
        """Return whether they may do this."""
        return self.role in _WHO[task]
