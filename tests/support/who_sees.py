"""Who must see and may change which row, said in Python over plain rows: no SQL, no policies."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from cockpit.domain.access import ADMINISTRATORS, GRANTS, STAFF, WIDE, Verb
from cockpit.domain.vocabulary import Role
from tests.support.company_rows import GONE, LEADS, LENT, OWNERS, PEOPLE, Company, Row

#: What is somebody's own, for managers and administrators too.
_PRIVATE = {
    "reminder_raises": "user_id",
    "work_sessions": "user_id",
    "work_corrections": "user_id",
}
_PARENTS = {
    "breaks": "work_session_id", "argument_uses": "contact_id",
    "contact_review_receipts": "review_id",
    "order_items": "order_id", "order_follow_ups": "order_id", "quote_items": "quote_id",
    "objection_events": "objection_id", "reminder_events": "reminder_id",
    "post_it_recipients": "post_it_id", "post_it_customers": "post_it_id",
    "post_it_receipts": "post_it_id", "attachment_contents": "attachment_id",
}  # fmt: skip
_NOBODYS = (UUID(int=0), UUID(int=2**128 - 1), UUID(int=2**128 - 2))


def people_of(name: str) -> set[str]:
    """Return somebody and those whom they supervise."""
    led = {team for team, lead in LEADS.items() if lead == name}
    return {name} | {one for one, (_, team) in PEOPLE.items() if team in led}


def customers_of(name: str) -> set[str]:
    """Return the codes of the customers whom somebody sees."""
    role, _ = PEOPLE[name]
    if name == GONE:
        return set()
    if role in WIDE:
        return set(OWNERS)
    lent = {code for code, whom, is_over in LENT if whom == name and not is_over}
    own = {code for code, owner in OWNERS.items() if owner in people_of(name)}
    shared = {code for code, owner in OWNERS.items() if owner is None}
    return own | lent | (shared if role is not Role.EXTERNAL_SELLER else set())


def sees(company: Company, name: str, table: str, row: Row) -> bool:
    """Return whether somebody must see a row."""
    role, _ = PEOPLE[name]
    if name == GONE or role not in GRANTS[table].reads:
        return False
    if table in _PRIVATE:
        return company.name_of(row[_PRIVATE[table]]) == name
    if table in _PARENTS:
        (reference,) = company.tables.tables[table].columns[_PARENTS[table]].foreign_keys
        parent = company.parent(table, row, _PARENTS[table])
        return sees(company, name, reference.column.table.name, parent)
    return _SEEN.get(table, _of_customer)(company, name, row)


def _of_customer(company: Company, name: str, row: Row) -> bool:
    if "customer_id" not in row or row["customer_id"] in _NOBODYS:
        return True
    return row["customer_id"] in {company.customers[code] for code in customers_of(name)}


def _customer(_: Company, name: str, row: Row) -> bool:
    return row["code"] in customers_of(name)


def _own(company: Company, name: str, row: Row) -> bool:
    return company.name_of(row["user_id"]) == name or PEOPLE[name][0] in WIDE


def _setting(company: Company, name: str, row: Row) -> bool:
    return row["scope"] == "company" or company.name_of(row["owner_id"]) == name


def _device(company: Company, name: str, row: Row) -> bool:
    own = company.name_of(row["user_id"]) == name
    return own or PEOPLE[name][0] is Role.ADMINISTRATOR


def _view(company: Company, name: str, row: Row) -> bool:
    return bool(row["is_shared"]) or company.name_of(row["owner_id"]) == name


def _post_it(company: Company, name: str, row: Row) -> bool:
    meant = {
        one["user_id"] for one in company.rows["post_it_recipients"]
        if one["post_it_id"] == row["id"]
    }  # fmt: skip
    return company.name_of(row["author_id"]) == name or company.users[name] in meant


def _entry(company: Company, name: str, row: Row) -> bool:
    whose = company.name_of(row["user_id"])
    is_own = whose in people_of(name) or PEOPLE[name][0] in WIDE
    return is_own or (row.get("is_pack", False) and _of_customer(company, name, row))


def _departure(company: Company, name: str, row: Row) -> bool:
    if row["user_id"] == _NOBODYS[0]:
        return PEOPLE[name][0] is not Role.EXTERNAL_SELLER
    return _entry(company, name, row)


def _import_row(company: Company, name: str, row: Row) -> bool:
    if PEOPLE[name][0] in WIDE:
        return True
    about = company.rows.get(row["entity"] or "", [])
    return any(sees(company, name, row["entity"], one) for one in about
               if one["id"] == row["entity_id"])  # fmt: skip


_Rule = Callable[[Company, str, Row], bool]


#: Whatever is not named is everybody's who sees its customer, where it has one.
def _review(company: Company, name: str, row: Row) -> bool:
    made = company.parent("contact_reviews", row, "contact_id")
    is_own = company.name_of(made["user_id"]) == name
    return is_own or (sees(company, name, "contacts", made) and PEOPLE[name][0] in STAFF)


_SEEN: dict[str, _Rule] = {
    "customers": _customer,
    "settings": _setting,
    "devices": _device,
    "saved_filters": _view,
    "post_its": _post_it,
    "portfolio_entries": _entry,
    "customer_departures": _departure,
    "import_rows": _import_row,
    "contact_reviews": _review,
    **dict.fromkeys(("notifications", "audit_events", "report_schedules"), _own),
}


def may_change(company: Company, name: str, table: str, row: Row) -> bool:
    """Return whether somebody who may update or delete in a table may touch this row."""
    rule = _CHANGED.get(table)
    return sees(company, name, table, row) and (rule is None or rule(company, name, row))


def _user_changed(company: Company, name: str, row: Row) -> bool:
    return company.name_of(row["id"]) in people_of(name) or PEOPLE[name][0] in WIDE


def _setting_changed(_: Company, name: str, row: Row) -> bool:
    role, is_servers = PEOPLE[name][0], str(row["key"]).startswith("server.")
    return row["scope"] != "company" or role in (ADMINISTRATORS if is_servers else STAFF)


def _view_changed(company: Company, name: str, row: Row) -> bool:
    is_own = company.name_of(row["owner_id"]) == name
    return PEOPLE[name][0] in STAFF or (is_own and not row["is_shared"])


def _authored(company: Company, name: str, row: Row) -> bool:
    return company.name_of(row["author_id"]) == name


def _entry_changed(company: Company, name: str, row: Row) -> bool:
    return _of_customer(company, name, row)


def _claim_changed(company: Company, name: str, row: Row) -> bool:
    is_over = row["lease_until"] <= datetime.now(UTC) and row["state"] in ("active", "expired")
    return is_over or company.name_of(row["user_id"]) in people_of(name) or PEOPLE[name][0] in WIDE


def _quote(company: Company, name: str, row: Row) -> bool:
    """One's own while it is open; whoever imports writes all of them."""
    is_own = company.name_of(row["seller_id"]) == name and row["state"] == "open"
    return is_own or PEOPLE[name][0] in WIDE


def _quote_item(company: Company, name: str, row: Row) -> bool:
    return _quote(company, name, company.parent("quote_items", row, "quote_id"))


def _content(company: Company, name: str, row: Row) -> bool:
    made = company.parent("attachment_contents", row, "attachment_id")
    return company.name_of(made["user_id"]) == name


_CHANGED: dict[str, _Rule] = {
    "quotes": _quote,
    "quote_items": _quote_item,
    "users": _user_changed,
    "settings": _setting_changed,
    "saved_filters": _view_changed,
    "post_its": _authored,
    "portfolio_entries": _entry_changed,
    "claims": _claim_changed,
}


#: The column of a new row that must say who added it.
_AUTHORS = {
    **dict.fromkeys(
        (
            "contacts", "sent_messages", "appointment_events", "cadence_decisions",
            "objection_events", "reminder_events", "claims", "queue_events", "post_it_receipts",
            "audit_events", "contact_review_receipts", "frozen_periods", "attachments",
        ),
        "user_id",
    ),
    **dict.fromkeys(("contact_permissions", "pitch_notes", "post_its"), "author_id"),
    "contact_reviews": "reviewer_id",
}  # fmt: skip
#: Tables whose new rows must come from a computer of one's own.
_FROM_DEVICE = (frozenset(_AUTHORS) - {"post_its", "frozen_periods"}) | {
    "argument_uses",
    "work_corrections",
}


def may_add(company: Company, name: str, table: str, row: Row) -> bool:
    """Return whether somebody may add a row as it is."""
    if PEOPLE[name][0] not in GRANTS[table].who(Verb.ADD) or not sees(company, name, table, row):
        return False
    if table in _AUTHORS and company.name_of(row[_AUTHORS[table]]) != name:
        return False
    if table in _FROM_DEVICE and row["device_id"] != company.devices[name]:
        return False
    return table not in _ADDED or _ADDED[table](company, name, row)


def _pinned(company: Company, name: str, row: Row) -> bool:
    return _authored(company, name, company.parent("post_it_recipients", row, "post_it_id"))


def _view_added(company: Company, name: str, row: Row) -> bool:
    is_own = company.name_of(row["owner_id"]) == name
    return is_own and (not row["is_shared"] or PEOPLE[name][0] in STAFF)


def _published(company: Company, name: str, row: Row) -> bool:
    """The rule that held before the first one was published is nobody's."""
    is_first = row["author_id"] is None and row["version"] == 1
    return is_first or company.name_of(row["author_id"]) == name


_ADDED: dict[str, _Rule] = {
    **dict.fromkeys(
        (
            "cycle_policies",
            "cadence_policies",
            "calling_window_policies",
            "offer_policies",
            "catalogue_versions",
        ),
        _published,
    ),
    **dict.fromkeys(("post_it_recipients", "post_it_customers"), _pinned),
    "settings": _setting_changed,
    "saved_filters": _view_added,
    "portfolio_entries": _entry_changed,
    "quotes": _quote,
    "quote_items": _quote_item,
    "attachment_contents": _content,
}
