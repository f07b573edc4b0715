"""Triggers that remember which rows went, so that laptops let go of them too.

Deletions are noted by the statement, all its rows at once: undoing an import removes thousands.
Where no laptop was ever registered nothing is noted: the first one reads everything. Whoever
deletes and whoever registers a laptop wait for each other, and whether there is one is told by a
sequence, which is seen at once by transactions that began before.
"""

from collections.abc import Iterator

from cockpit.domain.replication import TRAVELS, Down, Up, tables_down

_SAFE = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
#: What was erased stays so: its key never comes back.
_AGAIN = """ON CONFLICT (entity, entity_id) DO UPDATE SET deleted_at = excluded.deleted_at,
                reason = CASE noted.reason WHEN 'erased' THEN 'erased' ELSE excluded.reason END"""
#: Held by whoever deletes, together, and by whoever registers a laptop, alone.
_LOCK = 0x4769726F0009
_LAPTOPS = "giro_laptops"
_FIRST = (
    f"CREATE SEQUENCE IF NOT EXISTS {_LAPTOPS}",
    f"SELECT setval('{_LAPTOPS}', 1) FROM devices WHERE is_replica LIMIT 1",
    f"""CREATE OR REPLACE FUNCTION giro_sync_expect() RETURNS void
        LANGUAGE plpgsql {_SAFE} AS $$
        BEGIN
            PERFORM pg_advisory_xact_lock({_LOCK});
            PERFORM setval('public.{_LAPTOPS}', 1);
        END $$""",
)
#: A row that is new takes its place in the feed without a trigger of its own.
_FED = (
    """ALTER TABLE tombstones ALTER COLUMN feed_xid
        SET DEFAULT pg_current_xact_id()::text::bigint""",
    """CREATE OR REPLACE TRIGGER tr_tombstones_renew_feed BEFORE UPDATE ON tombstones
        FOR EACH ROW EXECUTE FUNCTION giro_renew_feed()""",
)
_BURY = f"""CREATE OR REPLACE FUNCTION giro_sync_bury() RETURNS trigger
    LANGUAGE plpgsql {_SAFE} AS $$
    BEGIN
        PERFORM pg_advisory_xact_lock_shared({_LOCK});
        IF NOT (SELECT is_called FROM public.{_LAPTOPS}) THEN
            RETURN NULL;
        END IF;
        EXECUTE format($one$INSERT INTO public.tombstones AS noted
                (id, entity, entity_id, deleted_at, reason)
            SELECT gen_random_uuid(), %L, one.%2$I, clock_timestamp(), 'deleted'
            FROM gone AS one ORDER BY one.%2$I {_AGAIN}$one$, TG_TABLE_NAME, TG_ARGV[0]);
        RETURN NULL;
    END $$"""
_MOVE = f"""CREATE OR REPLACE FUNCTION giro_sync_moved() RETURNS trigger
    LANGUAGE plpgsql {_SAFE} AS $$
    BEGIN
        INSERT INTO public.tombstones AS noted (id, entity, entity_id, deleted_at, reason)
        VALUES (gen_random_uuid(), TG_TABLE_NAME, OLD.id, clock_timestamp(), 'moved')
        {_AGAIN};
        -- What is part of it did not change, and has to come with it where it is.
        FOR place IN 0 .. TG_NARGS / 2 - 1 LOOP
            EXECUTE format('UPDATE public.%1$I SET %2$I = %2$I WHERE %2$I = $1',
                TG_ARGV[2 * place], TG_ARGV[2 * place + 1]) USING NEW.id;
        END LOOP;
        RETURN NULL;
    END $$"""


#: A table whose rows have no key is read anew as a whole.
_BURY_ANY = f"""CREATE OR REPLACE FUNCTION giro_sync_bury_any() RETURNS trigger
    LANGUAGE plpgsql {_SAFE} AS $$
    BEGIN
        INSERT INTO public.tombstones AS noted (id, entity, entity_id, deleted_at, reason)
        SELECT gen_random_uuid(), TG_TABLE_NAME, '00000000-0000-0000-0000-000000000000',
            clock_timestamp(), 'deleted'
        WHERE EXISTS (SELECT 1 FROM gone)
        {_AGAIN};
        RETURN NULL;
    END $$"""


def graves() -> Iterator[str]:
    """Return what makes the triggers on every table whose rows go down."""
    yield from (*_FIRST, *_FED, _BURY, _MOVE, _BURY_ANY)
    for table in tables_down():
        travel = TRAVELS[table]
        if not travel.key:
            yield (
                f"CREATE OR REPLACE TRIGGER tr_{table}_buried AFTER DELETE ON {table}"
                " REFERENCING OLD TABLE AS gone FOR EACH STATEMENT"
                " EXECUTE FUNCTION giro_sync_bury_any()"
            )
        else:
            yield (
                f"CREATE OR REPLACE TRIGGER tr_{table}_buried AFTER DELETE ON {table}"
                " REFERENCING OLD TABLE AS gone FOR EACH STATEMENT"
                f" EXECUTE FUNCTION giro_sync_bury('{travel.key}')"
            )
        if travel.down is Down.CARRIED and travel.via != travel.key:
            yield (
                f"CREATE OR REPLACE TRIGGER tr_{table}_moved AFTER UPDATE OF {travel.via}"
                f" ON {table} FOR EACH ROW"
                f" WHEN (OLD.{travel.via} IS DISTINCT FROM NEW.{travel.via})"
                f" EXECUTE FUNCTION giro_sync_moved({_parts(table)})"
            )


def _parts(parent: str) -> str:
    """Return the tables of a row's parts and the columns that lead to it, as arguments."""
    return ", ".join(
        f"'{table}', '{one.via}'"
        for table, one in TRAVELS.items()
        if one.parent == parent and one.up is not Up.FACTS
    )
