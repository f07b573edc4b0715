"""Every stored table says how it travels, and every way leads to a customer."""

from cockpit.domain.access import GRANTS
from cockpit.domain.replication import TRAVELS, Down, tables_down, way_to_customer
from models import Base


def test_every_table_says_how_it_travels() -> None:
    assert set(TRAVELS) == set(Base.metadata.tables) == set(GRANTS)


def test_ways_lead_along_columns_to_a_customer() -> None:
    for table in tables_down(Down.CARRIED):
        way = way_to_customer(table)
        assert way, table
        assert all(column in Base.metadata.tables[name].c for name, column in way)


def test_what_goes_down_is_found_by_its_feed() -> None:
    for name in tables_down():
        indexes = [
            [one.name for one in index.columns] for index in Base.metadata.tables[name].indexes
        ]
        assert ["feed_xid"] in indexes, name
