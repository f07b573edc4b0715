"""``cycle refresh``: the stored judgements brought to today; run beside the window."""

import sys

import resources
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.errors import BadInputError


def run(options: Options, paths: Paths) -> int:
    """Bring the database to today, follow orders up, and say what the judgements took."""
    if options.as_of is not None:
        raise BadInputError("refresh_past_day")
    with open_session(options, paths) as session:
        if session.store.field is not None:
            # What is everybody's comes from the server: only the own customers are judged anew.
            key = "refreshed" if session.metrics.refresh_if_stale() else "fresh"
        else:
            key = _keep_all(session, is_refit=options.cycle.is_refit)
    sys.stdout.write(resources.text(f"upkeep.{key}", options.language) + "\n")
    return 0


def _keep_all(session: Session, *, is_refit: bool) -> str:
    """Do what keeps the figures of a whole company; return what ``refresh`` does."""
    key = refresh(session, is_refit=is_refit)
    session.mixes.refresh_if_stale()
    session.order_follow_ups.run()
    if session.store.is_sqlite:  # a server has its keeper for it
        session.frozen_periods.close_due()
    return key


def refresh(session: Session, *, is_refit: bool) -> str:
    """Fit where that is wanted or due, else bring everybody to today where they are not.

    Returns:
        The name of the sentence that says what was done.
    """
    # Asked right before it is done: another program may have fitted a moment ago.
    if is_refit or session.fits.is_due():
        session.fits.refit()
        return "fitted"
    return "refreshed" if session.metrics.refresh_if_stale() else "fresh"
