"""Judging everybody in a laptop's file that was filled just now: its first list is whole."""

from contextlib import suppress

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.domain.errors import GiroError


def judge_everybody(options: Options, paths: Paths) -> None:
    """Open the laptop's file once and judge whom nobody judged yet.

    Where that breaks, the first start does it: what was set up is there.

    Args:
        options: Means the laptop's file, with the passphrase where its key lies under one.
        paths: Where it is.
    """
    with suppress(GiroError), open_session(options, paths) as session:
        session.metrics.refresh_if_stale()
