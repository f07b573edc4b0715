"""``server doorbell``: whether the programs tell each other at once that something changed."""

from cockpit.app.commands.server.texts import Words
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_administration import administration
from cockpit.data.doorbell import DOORBELL_KEY
from cockpit.data.repositories.settings import SqlSettingsRepository
from cockpit.data.server.roles import act_as_owner


def run(options: Options, paths: Paths) -> int:
    """Store it for all programs; each takes it up when it connects anew."""
    is_on = options.server.doorbell == "on"
    with administration(options, paths) as connection, connection.begin():
        act_as_owner(connection)
        SqlSettingsRepository(connection).put("company", None, DOORBELL_KEY, is_on)
    Words(options.language)("doorbell_on" if is_on else "doorbell_off")
    return 0
