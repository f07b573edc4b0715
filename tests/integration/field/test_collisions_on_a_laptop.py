"""A laptop's user reads of a collision as the office does, from the rows that came down."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text

from cockpit.app.cli import main
from cockpit.app.options import Options
from cockpit.app.paths import HOME_VARIABLE, Paths
from cockpit.app.wiring import open_session
from cockpit.domain.collisions import Collision
from cockpit.domain.contact import ContactDraft
from cockpit.domain.ids import new_id
from cockpit.domain.sections import StoryKind
from cockpit.domain.vocabulary import Channel, LifecycleStatus, Role
from models import Customer, User
from tests.support.queues import callable_customers
from tests.support.team import TeamDatabase


def test_the_laptops_user_reads_of_it_and_the_office_knows_that_they_did(
    team_database: TeamDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    team = team_database
    rui, ana = team.join("rui", Role.EXTERNAL_SELLER), team.join("ana", Role.OPERATOR)
    (customer,), rows = callable_customers(1)
    with team.superuser.begin() as connection:
        owner = {"owner_id": rui.user.user_id}
        connection.execute(insert(Customer).values(rows["customers"][0] | owner))
        login = connection.execute(
            select(User.database_role).where(User.id == rui.user.user_id)
        ).scalar_one()
    home, now = tmp_path / "home", datetime.now(UTC)
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    assert main(["field", "setup", "--insecure", "--database", team.url(login or "")]) == 0
    with team.superuser.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO contacts (id, customer_id, user_id, occurred_at, channel, direction,"
                " outcome_id, device_id, device_seq, content_sha256, recorded_at)"
                " SELECT :id, :customer, :user, :at, 'phone', 'outbound', o.id, :device, 900,"
                " repeat('a', 64), :at FROM outcomes o WHERE o.code = 'busy'"
            ),
            {
                "id": new_id(), "customer": customer, "user": ana.user.user_id,
                "at": now - timedelta(minutes=50), "device": ana.user.device_id,
            },
        )  # fmt: skip
    with open_session(Options(is_field=True), Paths(home)) as session:
        with session.database.read() as unit:
            outcome = next(one for one in unit.reference.outcomes() if not one.needs_reason)
        draft = ContactDraft(
            new_id(), customer, now - timedelta(minutes=15), Channel.VISIT, outcome, note="Passei"
        )
        session.contacts.log(draft, status=LifecycleStatus.NEW)
    assert main(["sync", "--once"]) == 0
    assert main(["sync", "--once"]) == 0

    with open_session(Options(is_field=True), Paths(home)) as session:
        [notice] = session.notices.inbox()
        told = notice.told
        assert isinstance(told, Collision)
        assert ([one.who for one in told.talks], told.minutes) == (["Ana", "Rui"], 35)
        assert told.customer
        assert told.talks[0].outcome
        story = session.stories.story(customer)
        assert story is not None
        met = {
            one.who: [name for name, _ in one.colleagues]
            for one in story.timeline
            if one.kind is StoryKind.CONTACT
        }
        assert met == {"Ana": ["Rui"], "Rui": ["Ana"]}
        rows_read = session.review.rows([draft.contact_id])
        assert [[name for name, _ in one.colleagues] for one in rows_read] == [["Ana"]]
        session.notices.mark_read([notice.notice_id])
        assert not session.notices.unread_collisions()
    assert main(["sync", "--once"]) == 0
    with team.superuser.connect() as connection:
        read = connection.execute(
            text(
                "SELECT u.login, n.read_at IS NOT NULL FROM notifications n"
                " JOIN users u ON u.id = n.user_id ORDER BY u.login"
            )
        ).all()
    assert [tuple(one) for one in read] == [("ana", False), ("rui", True)]
