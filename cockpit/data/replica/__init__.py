"""A laptop's file: what its user writes is captured, sent, and what the server says is stored."""

from cockpit.data.replica.making import create_replica, open_replica
from cockpit.data.replica.names import SqlNameBook
from cockpit.data.replica.packs import SqlPackBook
from cockpit.data.replica.reading import ReplicaReader
from cockpit.data.replica.store import SqlReplicaStore

__all__ = [
    "ReplicaReader",
    "SqlNameBook",
    "SqlPackBook",
    "SqlReplicaStore",
    "create_replica",
    "open_replica",
]
