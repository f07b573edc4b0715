"""``server standby``: where everybody's reports read."""

from cockpit.app.commands.server.texts import Words
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_administration import administration
from cockpit.data.repositories.settings import SqlSettingsRepository
from cockpit.data.server.roles import act_as_owner
from cockpit.data.standby import STANDBY_KEY, place_of

_OFF = "off"


def run(options: Options, paths: Paths) -> int:
    """Store the standby's address for all programs, or that there is none."""
    address = options.server.standby
    is_off = address == _OFF
    if not is_off:
        place_of(address)
    with administration(options, paths) as connection, connection.begin():
        act_as_owner(connection)
        settings = SqlSettingsRepository(connection)
        settings.put("company", None, STANDBY_KEY, None if is_off else address)
    words = Words(options.language)
    words("standby_off") if is_off else words("standby_on", address=address)
    return 0
