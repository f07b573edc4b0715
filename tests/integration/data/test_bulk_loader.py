"""Loading a whole company at once."""

from sqlalchemy import text

from cockpit.domain.ids import new_id
from tests.integration.data.conftest import World


def test_a_team_and_its_supervisor_refer_to_each_other(world: World) -> None:
    team_id, user_id = new_id(), new_id()
    world.load(
        teams=[{"id": team_id, "name": "Norte", "supervisor_id": user_id}],
        users=[
            {
                "id": user_id,
                "login": "sara",
                "name": "Sara",
                "role": "supervisor",
                "team_id": team_id,
            }
        ],
    )
    leaders = (
        "SELECT login FROM teams JOIN users ON supervisor_id = users.id WHERE team_id = teams.id"
    )
    with world.engines.reading() as connection:
        assert connection.execute(text(leaders)).scalars().all() == ["sara"]
