"""A mark of the policies and functions as ``prepare`` made them, to tell those changed by hand.

The server stores conditions in a form of its own, so they cannot be compared with the text that
they were made from. Who could change policies could change the mark as well: it tells of mistakes,
not of an attack by the owner.
"""

from sqlalchemy import Connection, text

_STATE = """(
    SELECT md5(coalesce(string_agg(line, '' ORDER BY line COLLATE "C"), '')) FROM (
        SELECT concat_ws('|', tablename, policyname, permissive, qual, with_check) AS line
        FROM pg_policies WHERE schemaname = 'public'
        UNION ALL
        SELECT concat_ws('|', proname, prosecdef, prosrc, array_to_string(proconfig, ','))
        FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'giro\\_%'
    ) AS state)"""
#: Sets the mark, as the owner of the functions; the last thing of a preparation.
MARK = f"""DO $$ BEGIN
    EXECUTE format('COMMENT ON FUNCTION public.giro_me() IS %L', {_STATE});
END $$"""
_IS_MARKED = text(
    f"SELECT obj_description('public.giro_me()'::regprocedure, 'pg_proc') = {_STATE}".replace(
        ":'", "\\:'"
    )
)


def is_marked(connection: Connection) -> bool:
    """Return whether policies and functions are as they were made."""
    return bool(connection.execute(_IS_MARKED).scalar())
