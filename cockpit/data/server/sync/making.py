"""What makes the server's functions for laptops; applied twice it changes nothing."""

from collections.abc import Iterator
from pathlib import Path

from cockpit.data.facts import FACT_TABLES
from cockpit.data.revisions import own_revisions
from cockpit.data.server.sync.arriving import arriving
from cockpit.data.server.sync.catalogue import forms
from cockpit.data.server.sync.graves import graves
from cockpit.data.server.sync.news import news
from cockpit.domain.changes import Topic
from cockpit.domain.sync import SCHEMAS_SERVED

_HERE = Path(__file__).parent
#: What nobody's row changed concerns no customer: ``cockpit.data.repositories.changes.NOBODY``.
_NOBODY = "ffffffff-ffff-ffff-ffff-ffffffffffff"
#: A row of changes tells its former topics again for so many transactions, as there.
_TOPICS_LAST = 1_000
_SAFE = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"


def sync_statements() -> Iterator[str]:
    """Return what makes the functions and triggers that laptops need."""
    yield forms()
    yield _last()
    yield _holders()
    yield _note()
    yield _tell_notices()
    yield _served()
    for name in ("field.sql", "push.sql", "commands.sql"):
        yield (_HERE / name).read_text(encoding="utf-8")
    yield from arriving()
    yield from graves()
    yield (_HERE / "sight.sql").read_text(encoding="utf-8")
    yield from news()
    for name in ("greet.sql", "packs.sql", "lent.sql"):
        yield (_HERE / name).read_text(encoding="utf-8")


def _last() -> str:
    """Return the function for the last number that the server has of a device, set aside or not."""
    tables = [table.name for table in FACT_TABLES] + ["quarantined_facts"]
    numbers = " UNION ALL ".join(
        f"SELECT max(device_seq) AS last FROM public.{table} WHERE device_id = of_device"
        for table in tables
    )
    return f"""CREATE OR REPLACE FUNCTION giro_sync_last(of_device uuid) RETURNS bigint
        LANGUAGE plpgsql STABLE {_SAFE} AS $$ BEGIN
            RETURN (SELECT coalesce(max(last), 0) FROM ({numbers}) AS numbers);
        END $$"""


def _holders() -> str:
    """Return the function for the keys that have a device's number; one, or none."""
    number = "WHERE device_id = of_device AND device_seq = of_number"
    rows = " UNION ALL ".join(
        [f"SELECT id FROM public.{table.name} {number}" for table in FACT_TABLES]
        + [
            f"SELECT entity_id FROM public.quarantined_facts {number}"
            " AND reason <> 'content_differs'"
        ]
    )
    return f"""CREATE OR REPLACE FUNCTION giro_sync_holders(of_device uuid, of_number bigint)
        RETURNS uuid[] LANGUAGE plpgsql STABLE {_SAFE} AS $$ BEGIN
            RETURN ARRAY({rows});
        END $$"""


def _note() -> str:
    """Return the function that tells office windows whose data a laptop changed."""
    return f"""CREATE OR REPLACE FUNCTION giro_sync_note(whose uuid[]) RETURNS void
        LANGUAGE sql {_SAFE} AS $$
            INSERT INTO public.customer_changes AS noted (customer_id, topics, feed_xid)
            SELECT DISTINCT coalesce(one, '{_NOBODY}'), {(1 << len(Topic)) - 1},
                pg_current_xact_id()::text::bigint
            FROM unnest(whose) AS one ORDER BY 1
            ON CONFLICT (customer_id) DO UPDATE SET feed_xid = excluded.feed_xid,
                topics = CASE WHEN noted.feed_xid >= excluded.feed_xid - {_TOPICS_LAST}
                    THEN noted.topics ELSE 0 END | excluded.topics
        $$"""


def _tell_notices() -> str:
    """Return the function that tells windows of a customer's contacts, and of notices.

    Notices are told as nobody's too: who supervises may not see the customer.
    """
    bits = {topic: 1 << place for place, topic in enumerate(Topic)}
    return f"""CREATE OR REPLACE FUNCTION giro_tell_notices(whose uuid) RETURNS void
        LANGUAGE sql {_SAFE} AS $$
            INSERT INTO public.customer_changes AS noted (customer_id, topics, feed_xid)
            SELECT one, topics, pg_current_xact_id()::text::bigint
            FROM (VALUES (whose, {bits[Topic.CONTACTS] | bits[Topic.NOTICES]}),
                ('{_NOBODY}', {bits[Topic.NOTICES]})) AS told (one, topics) ORDER BY 1
            ON CONFLICT (customer_id) DO UPDATE SET feed_xid = excluded.feed_xid,
                topics = CASE WHEN noted.feed_xid >= excluded.feed_xid - {_TOPICS_LAST}
                    THEN noted.topics ELSE 0 END | excluded.topics
                WHERE noted.feed_xid <> excluded.feed_xid
                    OR noted.topics & excluded.topics <> excluded.topics
        $$"""


def _served() -> str:
    """Return the function that judges a file's schema: welcome, too old, or newer than ours."""
    known = ", ".join(f"'{name}'" for name in sorted(own_revisions().known))
    return f"""CREATE OR REPLACE FUNCTION giro_sync_serves(schema text) RETURNS text
        LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
            SELECT CASE WHEN place IS NULL THEN 'server_behind'
                WHEN place <= {len(own_revisions().known) - SCHEMAS_SERVED} THEN 'update_first'
                ELSE 'welcome' END
            FROM array_position(ARRAY[{known}], schema) AS place
        $$"""
