"""``server``: what an administrator does with the team's database, one module per action."""

from importlib import import_module

from cockpit.app.options import Options
from cockpit.app.paths import Paths

_MODULES = {
    "init": "init",
    "upgrade": "upgrade",
    "invite": "invite",
    "accept": "accept",
    "revoke": "revoke",
    "doctor": "doctor",
    "keep": "keep",
    "migrate-from": "migrate_from",
    "standby": "standby",
    "doorbell": "doorbell",
    "devices": "devices",
    "quarantine": "quarantine",
    "packs": "packs",
}


def run(options: Options, paths: Paths) -> int:
    """Run the chosen action; its code alone is imported."""
    action = import_module(f"{__name__}.{_MODULES[options.server.server_action]}")
    code: int = action.run(options, paths)
    return code
