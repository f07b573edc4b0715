"""``cycle``: the purchase cycle without a window, on the database or on an order file."""

from importlib import import_module

from cockpit.app.options import Options
from cockpit.app.paths import Paths

#: Modules by command: only the chosen one is imported.
_MODULES = {
    "score": "cycle_score",
    "fit": "cycle_fit",
    "refresh": "cycle_refresh",
    "backtest": "cycle_reports",
    "histogram": "cycle_reports",
    "simulate": "cycle_policies",
    "policy": "cycle_policies",
}


def run(options: Options, paths: Paths) -> int:
    """Run the chosen command."""
    module = import_module(f"cockpit.app.commands.{_MODULES[options.cycle.action]}")
    code: int = module.run(options, paths)
    return code
