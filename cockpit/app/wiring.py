"""A session made ready: the store that a run means, and the use cases wired to it. Qt-free."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial

from cockpit.analytics.engine import KGridEngine
from cockpit.app.addresses import address_of, clock_of
from cockpit.app.late_parts import (
    load_analyst,
    load_renderer,
    load_table_maker,
)
from cockpit.app.open_store import OpenStore
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.data.url import SqliteFile
from cockpit.domain.clock import Clock
from cockpit.services.contacts import ContactService
from cockpit.services.customers import CustomerService
from cockpit.services.cycle_fits import FitService
from cockpit.services.cycle_reports import CycleReportService
from cockpit.services.cycle_state import CycleStates
from cockpit.services.metrics import MetricsService
from cockpit.services.objections import ObjectionService
from cockpit.services.pitch import PitchService
from cockpit.services.policies import PolicyService
from cockpit.services.preferences import PreferenceService
from cockpit.services.queue import QueueService
from cockpit.services.reach import ReachService
from cockpit.services.reminders import ReminderService
from cockpit.services.stories import StoryService
from cockpit.services.wishes import WishService
from cockpit.services.work_list import KeptPlace, WorkListService


@contextmanager
def open_session(options: Options, paths: Paths) -> Iterator[Session]:
    """Open the database that the options mean, and close it afterwards.

    Raises:
        BadInputError: The database cannot be what the options say.
        DatabaseError: It cannot be opened.
    """
    from cockpit.app.store import open_store  # noqa: PLC0415 - a window opens it after its list

    store = open_store(options, paths)
    try:
        yield wire(store, options, paths)
    finally:
        store.close()


def wire(store: OpenStore, options: Options, paths: Paths) -> Session:
    """Return the use cases on a store."""
    clock, user, database = clock_of(options), store.user, store.database
    states = CycleStates(database, KGridEngine(zone=clock.zone), load_analyst, clock)
    metrics = MetricsService(states)
    contacts, pitches, preferences = _keeping_services(store, clock)
    return Session(
        store=store,
        clock=clock,
        user=user,
        work_list=WorkListService(
            states,
            user,
            partial(load_table_maker, clock.zone),
            _kept_place(store, options, paths),
        ),
        customers=CustomerService(states),
        contacts=contacts,
        queue=QueueService(database, clock, user),
        reach=ReachService(database, clock, user),
        wishes=WishService(database, clock, user),
        stories=StoryService(database, clock),
        pitches=pitches,
        objections=ObjectionService(database, clock, user),
        reminders=ReminderService(database, clock, user),
        metrics=metrics,
        fits=FitService(states, metrics),
        policies=PolicyService(states, metrics, user),
        reports=CycleReportService(states),
        preferences=preferences,
    )


def _keeping_services(
    store: OpenStore, clock: Clock
) -> tuple[ContactService, PitchService, PreferenceService]:
    """Return those that keep what a server does not take, where the store is a server's."""
    database, user, keeping = store.database, store.user, store.keeping
    renderer = cache(load_renderer)
    if keeping is None:
        return (
            ContactService(database, clock, user),
            PitchService(database, clock, user, renderer),
            PreferenceService(database, user),
        )
    return (
        keeping.contacts(database, clock, user),
        keeping.pitches(database, clock, user, renderer),
        keeping.preferences(database, clock, user),
    )


def _kept_place(store: OpenStore, options: Options, paths: Paths) -> KeptPlace | None:
    address = address_of(options, paths)
    if not store.list_mark or not isinstance(address, SqliteFile):
        return None
    return KeptPlace(paths.kept_list(address.path), store.list_mark)
