"""Whose role or team changes is found out while their window is open."""

from sqlalchemy import update

from cockpit.data.server_probe import SqlServerProbe
from cockpit.domain.vocabulary import Role
from models import User
from tests.support.team import TeamDatabase


def test_a_members_move_and_ones_own_role_change_what_a_probe_tells(
    team_database: TeamDatabase,
) -> None:
    rui = team_database.join("rui", Role.SUPERVISOR)
    south = team_database.team("Sul", supervisor=rui.user.user_id)
    north = team_database.team("Norte")
    ana = team_database.join("ana", Role.OPERATOR, team=south)
    probe = SqlServerProbe(rui.engines)
    assert probe.standing == ""
    told = []
    for values in ({}, {"name": "Ana P."}, {"team_id": north}, {"team_id": south}):
        if values:
            with team_database.superuser.begin() as connection:
                whose = update(User).where(User.id == ana.user.user_id)
                connection.execute(whose.values(values))
        probe.look()
        told.append(probe.standing)
    assert told[0] == told[1] == told[3] != told[2]

    with team_database.superuser.begin() as connection:
        me = update(User).where(User.id == rui.user.user_id)
        connection.execute(me.values(role=Role.MANAGER))
    probe.look()
    assert probe.standing not in told
