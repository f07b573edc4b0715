"""Storing a laptop's facts by statements that the server plans once for each table.

Made as text for each fact they were planned anew each time, which took longer than to store it.
"""

from collections.abc import Iterator

from sqlalchemy import Table

from cockpit.data.server.sync.catalogue import added_by, customer_of
from cockpit.domain.replication import FEED_COLUMNS, Up, tables_up
from models import Base

_SAFE = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_ONCE = "SET plan_cache_mode = force_generic_plan"


def arriving() -> Iterator[str]:
    """Return what makes the functions that look for a fact and store one."""
    tables = [Base.metadata.tables[name] for name in tables_up(Up.FACTS)]
    yield f"""CREATE OR REPLACE FUNCTION giro_sync_stored(of_entity text, of_key uuid)
        RETURNS text LANGUAGE plpgsql STABLE {_SAFE} {_ONCE} AS $$ BEGIN
            CASE of_entity {" ".join(map(_stored, tables))} END CASE;
        END $$"""
    yield f"""CREATE OR REPLACE FUNCTION giro_sync_put(
            of_entity text, said jsonb, OUT whose uuid, OUT is_allowed boolean
        ) LANGUAGE plpgsql {_SAFE} {_ONCE} AS $$ BEGIN
            CASE of_entity {" ".join(map(_put, tables))} END CASE;
        END $$"""


def _stored(table: Table) -> str:
    return f"""WHEN '{table.name}' THEN RETURN (
        SELECT t.content_sha256 FROM public.{table.name} t WHERE t.id = of_key);"""


def _put(table: Table) -> str:
    names = [column.name for column in table.columns if column.name not in FEED_COLUMNS]
    named = ", ".join(f'"{name}"' for name in names)
    told = ", ".join(f'r."{name}"' for name in names)
    return f"""WHEN '{table.name}' THEN
        INSERT INTO public.{table.name} ({named})
        SELECT {told} FROM jsonb_populate_record(NULL::public.{table.name}, said) AS r
        RETURNING {customer_of(table.name, table.name)}, {added_by(table.name)}
        INTO whose, is_allowed;"""
