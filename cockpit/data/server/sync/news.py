"""Asking whether anything that a laptop carries was written.

Laptops ask each minute, mostly over a new connection, which has to learn of every table that it
asks: 60 tables are 30 ms of the server's time. So each statement that writes leaves a mark of its
table and transaction, and only what has marks since is asked, for the laptop's own rows. Marks are
rows of their own: nobody waits for another's.
"""

from collections.abc import Iterator

from cockpit.data.server.access import ACCESS
from cockpit.data.server.rows import KNOWN, OF_WIDE
from cockpit.domain.replication import (
    SETTINGS_THAT_TRAVEL,
    TRAVELS,
    Down,
    tables_down,
    way_to_customer,
)

_TOMBSTONES = "tombstones"
_SAFE = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_MARK = f"""CREATE OR REPLACE FUNCTION giro_sync_mark() RETURNS trigger
    LANGUAGE plpgsql {_SAFE} AS $$
    BEGIN
        INSERT INTO public.feed_marks (entity, feed_xid)
        VALUES (TG_TABLE_NAME, pg_current_xact_id()::text::bigint) ON CONFLICT DO NOTHING;
        RETURN NULL;
    END $$"""


def news() -> Iterator[str]:
    """Return what makes the marks and the function that asks them."""
    yield _MARK
    for table in _tables():
        yield (
            f"CREATE OR REPLACE TRIGGER tr_{table}_marked AFTER INSERT OR UPDATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION giro_sync_mark()"
        )
    yield _first_marks()
    yield _asking()


def _tables() -> tuple[str, ...]:
    down = (*tables_down(Down.VISIBLE, Down.COPIED), *tables_down(Down.CARRIED))
    return (_TOMBSTONES, *down)


def _first_marks() -> str:
    """Return what marks tables that nobody marked before: who wrote until now wrote unmarked.

    All of them have ended: the triggers above waited for them.
    """
    named = ", ".join(f"('{table}')" for table in _tables())
    return f"""INSERT INTO feed_marks (entity, feed_xid)
        SELECT entity, pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        FROM (VALUES {named}) AS one(entity)
        WHERE NOT EXISTS (SELECT FROM feed_marks AS f WHERE f.entity = one.entity)"""


def _asking() -> str:
    """Return the function that says up to which transaction there are no news; null if there are.

    Marks of later transactions than the asked ones count too: they cost a look at their table.
    """
    probes = ",\n            ".join(
        f"('{table}', $ask${_probe(table)}$ask$)" for table in _tables()
    )
    named = ", ".join(_tables())
    return f"""CREATE OR REPLACE FUNCTION giro_sync_news(since bigint) RETURNS bigint
        LANGUAGE plpgsql STABLE {_SAFE}
        SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
        DECLARE
            ended bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
            marked text[] := ARRAY(SELECT one FROM unnest('{{{named}}}'::text[]) AS one
                WHERE EXISTS (SELECT FROM public.feed_marks AS f
                    WHERE f.entity = one AND f.feed_xid >= since));
            me uuid;
            lent uuid[];
            asked text;
            is_found boolean;
        BEGIN
            -- What follows is costly to a new connection, and mostly there is nothing to ask.
            IF marked = '{{}}' THEN
                RETURN ended;
            END IF;
            me := public.giro_me();
            lent := public.giro_lent();
            FOR asked IN SELECT one.asked FROM (VALUES
            {probes}
            ) AS one(entity, asked) WHERE one.entity = ANY(marked)
            LOOP
                EXECUTE 'SELECT EXISTS (' || asked || ')' INTO is_found
                    USING since, ended, me, lent;
                IF is_found THEN
                    RETURN NULL;
                END IF;
            END LOOP;
            RETURN ended;
        END $$"""


def _probe(table: str) -> str:
    """Return the query for what is new in a table: of a customer's rows, for their carrier."""
    joined, conditions = "", ["t.feed_xid >= $1", "t.feed_xid < $2"]
    row = "t"
    if table != _TOMBSTONES and TRAVELS[table].down is Down.CARRIED:
        for number, (_, column) in enumerate(way := way_to_customer(table)):
            parent = way[number + 1][0] if number + 1 < len(way) else "customers"
            joined += f" JOIN public.{parent} AS p{number} ON p{number}.id = {row}.{column}"
            row = f"p{number}"
        conditions.append(f"({row}.owner_id = $3 OR {row}.id = ANY($4))")
    elif table != _TOMBSTONES:
        conditions += _visible(table)
    return f"SELECT FROM public.{table} AS t{joined} WHERE {' AND '.join(conditions)}"


def _visible(table: str) -> Iterator[str]:
    """Return the conditions on rows that the login may read."""
    if table == "settings":
        yield f"t.scope = '{SETTINGS_THAT_TRAVEL}'"
    scope = ACCESS[table].scope
    if scope.rows != KNOWN:
        rows = scope.rows if scope.is_private else scope.rows | OF_WIDE
        yield f"({rows.of('t')})"
