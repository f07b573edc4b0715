"""A trial tells what an import would do, and does nothing."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cockpit.domain.import_records import ImportRecord
from cockpit.domain.vocabulary import CustomerCategory
from models import Base
from tests.integration.data.conftest import World
from tests.integration.data.imports.conftest import Desk
from tests.integration.data.imports.records import ITEM, PARAFUSOS, PEDIDO, TITULO
from tests.integration.data.imports.test_undo import EVERY_KIND, FILES, by_store

COUNTED = [name for name in Base.metadata.tables if not name.startswith("import")]


def rows(world: World) -> dict[str, int]:
    return {
        name: len(world.all_rows(name)) for name in COUNTED if "id" in Base.metadata.tables[name].c
    }


def test_a_trial_of_files_that_refer_to_each_other_writes_nothing(world: World, desk: Desk) -> None:
    before = rows(world)
    memory = desk.trial()
    told = [desk.take(one, memory=memory).verdicts[0] for one in EVERY_KIND]
    assert told == ["new"] * 8 + ["changed"]
    again = [desk.take(one, memory=memory).verdicts[0] for one in EVERY_KIND[:8]]
    assert again == ["unchanged"] * 8
    assert rows(world) == before


def test_a_trial_knows_the_plain_orders_that_it_would_have_made(desk: Desk) -> None:
    memory = desk.trial()
    desk.take(PARAFUSOS, memory=memory)
    company_id = memory.names.company("01")
    assert company_id is not None
    memory.orders.add(company_id, "10", PEDIDO.kind, 5)
    assert desk.take(ITEM, TITULO, memory=memory).verdicts == ["new", "new"]
    assert desk.take(replace(ITEM, order="11"), memory=memory).verdicts == ["rejected"]
    same, other = replace(PEDIDO, digest=5), replace(PEDIDO, digest=6, net_cents=1)
    assert desk.take(same, other, memory=memory).verdicts == ["unchanged", "changed"]


def test_a_trial_remembers_that_a_prospect_bought(desk: Desk) -> None:
    memory = desk.trial()
    prospect = replace(PARAFUSOS, category=CustomerCategory.PROSPECT)
    desk.take(prospect, PEDIDO, memory=memory)
    assert desk.take(PARAFUSOS, memory=memory).verdicts == ["unchanged"]
    assert desk.take(prospect, memory=memory).verdicts == ["unchanged"]


@given(files=FILES, batch_size=st.integers(1, 12))
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_trial_tells_what_the_import_then_does(
    world: World, files: list[list[ImportRecord]], batch_size: int
) -> None:
    desk = Desk(world)
    memory = desk.trial()
    told = [
        desk.take(*by_store(records), memory=memory, batch_size=batch_size) for records in files
    ]
    done = [desk.take(*by_store(records), batch_size=batch_size) for records in files]
    for before, after in zip(told, done, strict=True):
        assert before.verdicts == after.verdicts
        assert before.reasons == after.reasons
    for ran in reversed(done):
        assert desk.undo(ran.import_id).obstacles == ()
