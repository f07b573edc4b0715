"""Asking whether anything that a laptop carries was written: an index probe a table."""

from cockpit.domain.replication import SETTINGS_THAT_TRAVEL, TRAVELS, Down, tables_down

_IN_WINDOW = "t.feed_xid >= since AND t.feed_xid < ended"


def news() -> str:
    """Return the function that says whether there are news since a transaction."""
    tables = [*tables_down(Down.VISIBLE, Down.COPIED), *tables_down(Down.CARRIED), "tombstones"]
    asked = "\n            OR ".join(_probe(table) for table in tables)
    return f"""CREATE OR REPLACE FUNCTION giro_sync_news(since bigint) RETURNS boolean
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
        SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
        SET plan_cache_mode = force_generic_plan AS $$
        DECLARE
            ended bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
            me uuid := public.giro_me();
            lent uuid[] := public.giro_lent();
        BEGIN
            RETURN {asked};
        END $$"""


def _probe(table: str) -> str:
    """Return the condition that a table has news; of a customer's own rows, for its carrier."""
    travel = TRAVELS[table]
    condition = _IN_WINDOW
    if table == "settings":
        condition += f" AND t.scope = '{SETTINGS_THAT_TRAVEL}'"
    if travel.down is Down.CARRIED and not travel.parent:
        condition += (
            f" AND EXISTS (SELECT 1 FROM public.customers AS c WHERE c.id = t.{travel.via}"
            " AND (c.owner_id = me OR c.id = ANY(lent)))"
        )
    return f"EXISTS (SELECT 1 FROM public.{table} AS t WHERE {condition})"
