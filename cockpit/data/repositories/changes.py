"""The memory of whose data changed last, by which other programs read those customers alone.

``customer_changes`` holds one row per customer, so it never outgrows them. Its rows are ordered by
the transaction that wrote them last: a reader keeps the number up to which it has read and asks
for the later ones. On SQLite, which has one writer at a time, a transaction takes the last number
plus one; on PostgreSQL the number is the transaction's own, put there by a trigger.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Connection,
    Integer,
    Text,
    bindparam,
    case,
    cast,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from cockpit.data.prepared import Prepared
from cockpit.data.repositories.upsert import Upsert
from cockpit.domain.changes import ChangeNotice, Topic
from models import CustomerChange

EVERYBODY = UUID(int=0)
#: What changed concerns no customer, such as a preference. Without a word of it other programs
#: would have to take the commit for one about which nothing is known.
NOBODY = UUID(int=2**128 - 1)
#: Nothing changed that anybody sees. On a file the commit has to be named all the same; it has a
#: row of its own, for the rows above tell the topics of former transactions again.
NOTHING = UUID(int=2**128 - 2)
#: Beyond so many customers, reading everybody is as fast.
MOST_NAMED = 2_000
#: A row tells the topics of so many transactions; who is farther behind believes in all topics.
_TOPICS_LAST = 1_000
_OWN_KEPT = 1_000
_SNAPSHOT = func.pg_current_snapshot()
_RUNNING = select(
    cast(cast(func.pg_snapshot_xmin(_SNAPSHOT), Text), BigInteger),
    cast(cast(func.pg_snapshot_xmax(_SNAPSHOT), Text), BigInteger),
)
_LAST_NUMBER = select(func.max(CustomerChange.feed_xid))
WHOSE = bindparam("customer_id", type_=CustomerChange.customer_id.type)
LAST_OF = _LAST_NUMBER.where(
    or_(CustomerChange.customer_id == WHOSE, CustomerChange.customer_id == EVERYBODY)
)

TopicBits = {topic: 1 << place for place, topic in enumerate(Topic)}


def _noting(insert: Upsert) -> Upsert:
    """Let a row that is there tell its former topics again, while they are of late."""
    table = CustomerChange.__table__
    is_recent = table.c.feed_xid >= insert.excluded.feed_xid - _TOPICS_LAST
    former = case((is_recent, table.c.topics), else_=literal(0))
    return insert.on_conflict_do_update(
        index_elements=["customer_id"],
        set_={
            "topics": former.op("|")(insert.excluded.topics),
            "feed_xid": insert.excluded.feed_xid,
        },
    )


_NOTE_IN_FILE = _noting(sqlite.insert(CustomerChange))
#: A server's transactions know their own number; the rows go in the keys' order.
_NOTE = Prepared(
    _noting(
        postgresql.insert(CustomerChange).from_select(
            ["customer_id", "topics", "feed_xid"],
            select(
                func.unnest(bindparam("keys", type_=ARRAY(CustomerChange.customer_id.type))),
                bindparam("of_topics", type_=Integer),
                cast(cast(func.pg_current_xact_id(), Text), BigInteger),
            ),
        )
    ).returning(CustomerChange.feed_xid)
)


class OwnCommits:
    """The numbers of this program's last commits, which its own listeners were told of."""

    def __init__(self) -> None:
        self._numbers: deque[int] = deque(maxlen=_OWN_KEPT)

    def add(self, number: int) -> None:
        """Remember a commit."""
        self._numbers.append(number)

    def __contains__(self, number: int) -> bool:
        """Return whether a commit was this program's."""
        return number in self._numbers


def note_change(connection: Connection, notice: ChangeNotice) -> int:
    """Store whose data the running transaction changes; return the transaction's number.

    It is the last thing before the commit, in the keys' order, so that two transactions on a
    server neither wait long for each other nor lock each other up.
    """
    topics = sum(TopicBits[topic] for topic in notice.topics)
    if connection.dialect.name == "postgresql":
        row = _NOTE.one(connection, {"keys": list(_named(notice)), "of_topics": topics})
        return int(row.feed_xid)
    number = last_number(connection) + 1
    connection.execute(
        _NOTE_IN_FILE,
        [{"customer_id": key, "topics": topics, "feed_xid": number} for key in _named(notice)],
    )
    return number


def read_changes(
    connection: Connection,
    *,
    seen: int,
    below: int | None = None,
    is_own: Callable[[int], bool],
) -> tuple[ChangeNotice | None, int | None]:
    """Return what changed after a number, and the last number found.

    Args:
        connection: Where.
        seen: The last number that was read.
        below: Leaves out the numbers from this one on, which may not be complete.
        is_own: Tells the numbers of commits that need not be told.

    Returns:
        What others changed, None where they changed nothing; and the newest number after ``seen``,
        None where there is none.
    """
    columns = (CustomerChange.customer_id, CustomerChange.topics, CustomerChange.feed_xid)
    statement = select(*columns).where(CustomerChange.feed_xid > seen)
    if below is not None:
        statement = statement.where(CustomerChange.feed_xid < below)
    rows = connection.execute(statement).all()
    last = max((row.feed_xid for row in rows), default=None)
    foreign = [row for row in rows if row.customer_id != NOTHING and not is_own(row.feed_xid)]
    if last is None or not foreign:
        return None, last
    return _notice(foreign, is_far_behind=last - seen > _TOPICS_LAST), last


def last_number(connection: Connection) -> int:
    """Return the newest number of all, 0 where nothing was ever noted."""
    return int(connection.execute(_LAST_NUMBER).scalar() or 0)


def last_change_of(connection: Connection, customer_id: UUID) -> int:
    """Return the number of the newest change that concerns a customer, 0 without any."""
    return int(connection.execute(LAST_OF, {"customer_id": customer_id}).scalar() or 0)


def running_from(connection: Connection) -> int:
    """Return the oldest running transaction of a server: all before it have ended."""
    return running_between(connection)[0]


def running_between(connection: Connection) -> tuple[int, int]:
    """Return the oldest running transaction of a server and the next to begin: one, if none runs.

    What is committed between the two may hide behind the oldest until that has ended.
    """
    oldest, following = connection.execute(_RUNNING).one()
    return oldest, following


def seen_until(connection: Connection) -> int:
    """Return the number up to which whatever is read from now on is complete."""
    if connection.dialect.name == "sqlite":
        return last_number(connection)
    return running_from(connection) - 1


def _named(notice: ChangeNotice) -> Iterable[UUID]:
    customer_ids = notice.customer_ids
    if not notice.topics:
        return (NOTHING,)
    if customer_ids is None or len(customer_ids) > MOST_NAMED:
        return (EVERYBODY,)
    return sorted(customer_ids) or (NOBODY,)


def _notice(rows: Sequence[Any], *, is_far_behind: bool) -> ChangeNotice:
    bits = 0
    for row in rows:
        bits |= row.topics
    topics = frozenset(topic for topic, bit in TopicBits.items() if bits & bit or is_far_behind)
    keys = frozenset(row.customer_id for row in rows)
    return ChangeNotice(topics, None if EVERYBODY in keys else keys - {NOBODY})
