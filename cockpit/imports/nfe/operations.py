"""Which operations are sales and which are returns of them, by CFOP.

Source: Convênio SINIEF s/nº of 15/12/1970, annex "Código Fiscal de Operações e de Prestações", as
last worded by the Ajustes SINIEF. The first digit says where the other party is (outgoing: 5 same
state, 6 another state, 7 abroad; incoming: 1, 2, 3), the other three what is done; the same three
digits mean the same with 5, 6 and 7.
"""

_OUTGOING = frozenset("567")
_INCOMING = frozenset("123")

_SALES = frozenset(
    {
        # Own production (odd) and resold goods (even): plain, outside the premises, not passing
        # through them, to those who pay no ICMS, to the Manaus free zone.
        *("101", "102", "103", "104", "105", "106", "107", "108", "109", "110"),
        # Out of a consignment; the delivery of what was ordered for later; on third parties' order.
        *("111", "112", "113", "114", "115", "116", "117", "118", "119", "120", "122", "123"),
        # Work done for another company; special customs regimes.
        *("124", "125", "127", "129"),
        # Electric energy.
        *("251", "252", "253", "254", "255", "256", "257", "258"),
        # Goods under tax substitution.
        *("401", "402", "403", "404", "405"),
        # To a trading company that exports them and pays for them; what was so bought, exported.
        *("501", "502", "504"),
        # Fuels and lubricants.
        *("651", "652", "653", "654", "655", "656", "667"),
        # An invoice for what a shop's receipt already sold (receipts are not imported), and
        # services on an invoice of goods.
        *("929", "933"),
    }
)

#: "501" abroad is the export of goods bought for it.
_RETURNS_TO_SELLER = frozenset(
    {
        *("201", "202", "203", "204", "211", "212", "213", "214", "215", "216"),
        *("410", "411", "503", "504", "660", "661", "662"),
    }
)

#: What the customer writes who sends goods back: they were bought to resell, to use or to keep.
_RETURNS_BY_BUYER = frozenset(
    {
        *("201", "202", "210", "211", "410", "411", "412", "413"),
        *("503", "553", "556", "660", "661", "662"),
    }
)


def is_sale(cfop: str) -> bool:
    """Return whether goods go out because they were sold.

    No sales, though goods go out: transfers between branches (x.15x), consignments, gifts and
    samples (x.91x), the bill of what will be delivered and invoiced later (x.922), sales of the
    company's own machines (x.551), and the rest of x.9xx.
    """
    return cfop[:1] in _OUTGOING and cfop[1:] in _SALES


def is_return_to_seller(cfop: str) -> bool:
    """Return whether goods that were sold come back, on the seller's own invoice."""
    return cfop[:1] in _INCOMING and cfop[1:] in _RETURNS_TO_SELLER


def is_return_by_buyer(cfop: str) -> bool:
    """Return whether goods go back to who sold them, on the buyer's invoice."""
    return cfop[:1] in _OUTGOING and cfop[1:] in _RETURNS_BY_BUYER
