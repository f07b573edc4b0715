"""Where the last work list is kept, for the next start to paint before it reads anything."""

from cockpit import __version__
from cockpit.app.paths import Paths
from cockpit.data.engine import Engines
from cockpit.data.repositories.metrics import ENGINE
from cockpit.data.revisions import own_revisions
from cockpit.data.url import SqliteFile
from cockpit.services.ports import CurrentUser
from cockpit.services.work_list import KeptPlace


def kept_place(paths: Paths, engines: Engines, user: CurrentUser) -> KeptPlace | None:
    """Return where a database's list is kept, None where it must not be.

    It lies beside an open file, where it tells nothing more than the file does; what is encrypted
    or on a server leaves nothing on this machine. The device is another in each database.
    """
    if engines.key is not None or not isinstance(engines.address, SqliteFile):
        return None
    mark = (__version__, own_revisions().head, ENGINE, user.user_id.hex, user.device_id.hex)
    return KeptPlace(paths.kept_list(engines.address.path), " ".join(mark))
