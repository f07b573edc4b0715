"""What the roles may set out to do follows from the declaration of tables."""

import pytest

from cockpit.domain.access import ADMINISTRATORS, EVERYBODY, GRANTS, STAFF, WIDE, Verb
from cockpit.domain.rights import Rights, Task
from cockpit.domain.vocabulary import Role


@pytest.mark.parametrize(
    ("task", "roles"),
    [
        (Task.IMPORT, WIDE),
        (Task.EXPORT_TABLES, WIDE),
        (Task.KEEP_FIGURES, WIDE),
        (Task.REASSIGN, STAFF),
        (Task.LEND, STAFF),
        (Task.BRING_BACK, STAFF),
        (Task.TAKE_OVER, STAFF),
        (Task.SHARE_VIEWS, STAFF),
        (Task.EDIT_CAMPAIGNS, STAFF),
        (Task.EDIT_TEMPLATES, STAFF),
        (Task.PUBLISH_POLICIES, STAFF),
        (Task.WRITE_POST_ITS, STAFF),
        (Task.MANAGE_PEOPLE, ADMINISTRATORS),
    ],
)
def test_a_task_is_whose_tables_it_writes(task: Task, roles: frozenset[Role]) -> None:
    assert {role for role in Role if Rights(role).may(task)} == roles


def test_every_task_is_somebodys_and_not_everybodys() -> None:
    for task in Task:
        who = {role for role in Role if Rights(role).may(task)}
        assert who
        assert who < EVERYBODY


def test_contacts_and_other_facts_are_changed_and_removed_by_nobody() -> None:
    for table in ("contacts", "audit_events", "queue_events", "contact_permissions"):
        assert not GRANTS[table].who(Verb.CHANGE)
        assert not GRANTS[table].who(Verb.REMOVE)


def test_who_may_not_read_a_table_does_nothing_with_it() -> None:
    for table, grant in GRANTS.items():
        for verb in Verb:
            assert grant.who(verb) <= grant.reads, table
