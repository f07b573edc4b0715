"""Plain lines of orders as records, to compare them with what the line reader says."""

from cockpit.domain.import_batches import LineBatch, OrderLines
from cockpit.domain.import_records import ImportRecord, OrderRecord, RowProblem


def order_records(orders: OrderLines) -> dict[int, OrderRecord]:
    """Return the lines one by one, by line, each with its digest."""
    return {
        line: OrderRecord(
            number=orders.number[at],
            customer=orders.customer.values[orders.customer.index[at]],
            ordered_on=orders.ordered_on.values[orders.ordered_on.index[at]],
            net_cents=orders.net_cents[at],
            goods_cents=orders.goods_cents[at],
            kind=orders.kind.values[orders.kind.index[at]],
            state_text=orders.state_text.values[orders.state_text.index[at]],
            seller=orders.seller.values[orders.seller.index[at]],
            company=orders.company.values[orders.company.index[at]],
            promised_on=orders.promised_on.values[orders.promised_on.index[at]],
            delivered_on=orders.delivered_on.values[orders.delivered_on.index[at]],
            digest=orders.digest[at],
        )
        for at, line in enumerate(orders.line)
    }


def contents(batch: LineBatch) -> dict[int, ImportRecord | RowProblem]:
    """Return what each line of a batch holds, whichever way it was read."""
    found: dict[int, ImportRecord | RowProblem] = dict(batch.records)
    if batch.orders:
        found.update(order_records(batch.orders))
    assert len(found) == batch.count
    return found
