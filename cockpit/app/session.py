"""Opens the database of a run and wires the services to it. Qt-free."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cockpit.analytics.engine import PlainCycleEngine
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.data.database import SqlDatabase
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.domain.clock import AsOfClock, Clock, SystemClock
from cockpit.imports.reader import CsvReader
from cockpit.services.contacts import ContactService
from cockpit.services.customers import CustomerService
from cockpit.services.importing import ImportService
from cockpit.services.metrics import MetricsService
from cockpit.services.ports import CurrentUser
from cockpit.services.reminders import ReminderService
from cockpit.services.work_list import WorkListService
