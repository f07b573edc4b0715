"""What credited orders are worth without taxes: the share of goods in what the customer pays.

An order event has one amount, from which later returns are taken off, so that its part without
taxes is told by the documents that were sold on its day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cockpit.domain.reactivation import CreditedDay


@dataclass(frozen=True, slots=True)
class SoldColumns:
    """What customers bought on days, before any return, parallel; each customer and day once.

    Attributes:
        customer: Keys of 16 bytes: they outnumber the credited days by far, and are only compared.
        day: Proleptic ordinal.
        net_cents: Net value of that day's sales, above 0.
        goods_cents: Their value without taxes; of a document that tells none its net value.
    """

    customer: Sequence[bytes] = ()
    day: Sequence[int] = ()
    net_cents: Sequence[int] = ()
    goods_cents: Sequence[int] = ()


def with_goods(days: Iterable[CreditedDay], sold: SoldColumns) -> tuple[CreditedDay, ...]:
    """Return credited days with their value without taxes.

    Source: "value without taxes" in the definitions of the indicators (docs/indicators.md).

    Args:
        days: What is known at an instant, and no differences of it.
        sold: The sales of these customers and days, as they were known then.
    """
    shares = {
        (customer, day): share
        for customer, day, *share in zip(
            sold.customer, sold.day, sold.net_cents, sold.goods_cents, strict=True
        )
    }
    found = []
    for one in days:
        net, goods = shares.get((one.customer_id.bytes, one.ordered_on.toordinal()), (1, 1))
        value = shared(one.cents, goods, net)
        found.append(one if value == one.goods_cents else replace(one, goods_cents=value))
    return tuple(found)


def shared(cents: int, part: int, whole: int) -> int:
    """Return ``cents`` times ``part`` by ``whole``, exactly, half a cent to the even one.

    Args:
        cents: Whatever sign.
        part: 0 or more.
        whole: Above 0.
    """
    quotient, rest = divmod(cents * part, whole)
    is_up = 2 * rest > whole or (2 * rest == whole and quotient % 2 == 1)
    return quotient + is_up
