"""What the pages paint of the demo company is what plain loops count, by the real services."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.window import open_picture
from cockpit.app.wiring import open_session
from cockpit.domain.figures import Defined
from cockpit.domain.indicators import Comparison, Cut
from cockpit.domain.periods import Period, month_of, quarter_of
from cockpit.ui.indicators.filters import Filters
from cockpit.ui.indicators.screen import IndicatorScreen
from tests.support.plain_cycles import fixed_status, interval_shares, shortest_span
from tests.support.plain_demo import TODAY, Demo, credited, demo_on, newcombe, told_of
from tests.support.plain_events import plain_year, plain_yearly
from tests.support.plain_indicators import Plain, aware, text
from tests.support.plain_reactivation import ZONE, Told, order_days, plainly, rows
from tests.support.written import days, exact, moved, number, percent, points, share_of, whole

PATIENCE_MS = 120_000
#: The winter's last month, which is closed; and a quarter that is closed in part, and under way.
DECEMBER, QUARTER = month_of(date(2025, 12, 1)), quarter_of(TODAY)
EVER = Period(date(2024, 1, 1), TODAY)
CONTACTS, REACTIVATION, OBJECTIONS, PORTFOLIO, BRIDGE, CAMPAIGNS, CYCLES = range(7)

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def demo(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Demo]:
    folder = tmp_path_factory.mktemp("demo")
    with (
        demo_on(request.param, request, folder) as url,
        open_session(Options(database=url, as_of=TODAY), Paths(folder)) as session,
    ):
        yield Demo(session)


@dataclass(frozen=True)
class Credits:
    """What was credited at any time.

    Attributes:
        told: As closed months knew it.
        came_back: The days of returns as they are known now, by customer and contact.
        contacted: The days of all contacts.
    """

    told: Told
    came_back: dict[tuple[UUID, UUID], date]
    contacted: dict[UUID, date]


@pytest.fixture(scope="module")
def ever(demo: Demo) -> Credits:
    engines = demo.session.store.engines
    known = plainly(engines, EVER.first, EVER.last, today=TODAY)
    came_back = {key[:2]: key[2] for key, (count, *_) in known.items() if count}
    contacted = {
        one.id: aware(one.occurred_at).astimezone(ZONE).date() for one in rows(engines, "contacts")
    }
    return Credits(told_of(engines, EVER), came_back, contacted)


@pytest.fixture(scope="module")
def plain(demo: Demo, ever: Credits) -> Plain:
    engines = demo.session.store.engines
    return Plain(engines, credited(engines, ever.told))


@pytest.fixture
def screen(demo: Demo, qapp: QApplication, qtbot: QtBot) -> Iterator[IndicatorScreen]:
    """The screen in the real window, over the real services."""
    with open_picture(demo.session, qapp, Options()) as desk:
        desk.window.resize(1366, 768)
        desk.window.show()
        desk.window.start()
        desk.window.indicators.open()
        qtbot.waitUntil(lambda: desk.window.indicators.screen is not None, timeout=PATIENCE_MS)
        shown = desk.window.indicators.screen
        assert shown is not None
        qtbot.waitUntil(lambda: not shown.is_reading, timeout=PATIENCE_MS)
        yield shown
        qtbot.waitUntil(lambda: desk.ctx.runner.is_idle, timeout=PATIENCE_MS)
        desk.window.close()


def show(screen: IndicatorScreen, qtbot: QtBot, number: int, filters: Filters) -> Any:
    """Return a page with the answers to a filter."""
    screen.bar.set_filters(filters)
    screen.show_page(number)
    qtbot.waitUntil(lambda: not screen.is_reading, timeout=PATIENCE_MS)
    assert screen.page.asked is not None
    assert screen.page.asked.filters == filters
    return screen.page


def painted(page: Any, figures: Sequence[Defined]) -> list[str]:
    return [page.cards[one].value_text() for one in figures]


def lines(page: Any) -> list[list[str]]:
    return [page.table.texts(row) for row in range(page.table.records.rowCount())]


# --- contacts -------------------------------------------------------------------------------------


def contact_cells(line: tuple[Any, ...]) -> list[Any]:
    """Return the figures of the table's columns."""
    contacts, clients, reached, _, orders, cents, _, back, recovered, _, middle = line
    rate = share_of(reached, contacts)
    return [contacts, clients, reached, rate, orders, cents, back, recovered, middle]


CONTACT_WRITES = (number, number, number, percent, number, whole, number, whole, days)


@pytest.mark.parametrize("cut", [Cut.OPERATOR, Cut.SELLER])
def test_contacts(screen: IndicatorScreen, plain: Plain, qtbot: QtBot, cut: Cut) -> None:
    period, other = QUARTER, QUARTER.before()
    page = show(screen, qtbot, CONTACTS, Filters("1º tri 2026", Comparison.BEFORE, cut))
    total = contact_cells(plain.line(period.first, period.last, {}))
    before = contact_cells(plain.line(other.first, other.last, {}))
    assert total[0] > 100
    contacts, clients, _, rate, orders, cents, back, recovered, _ = total
    assert painted(page, page.figures[:7]) == [
        number(contacts), percent(rate), number(clients), number(orders), whole(cents),
        number(back), whole(recovered),
    ]  # fmt: skip
    now = plain.rows(cut.value, period.first, period.last, {})
    then = plain.rows(cut.value, other.first, other.last, {})
    nothing = plain.line(date(1990, 1, 1), date(1990, 1, 1), {})
    found = lines(page)
    assert found[0][1:] == row_of(total, before)
    expected = Counter(
        tuple(row_of(contact_cells(now.get(key, nothing)), contact_cells(then.get(key, nothing))))
        for key in {*now, *then}
    )
    assert Counter(tuple(one[1:]) for one in found[1:]) == expected
    assert {one[0] for one in found[1:] if one[0] in names(plain)} == {
        plain.people[key].name for key in {*now, *then} if key is not None
    }
    tries = plain.attempts(period.first, period.last, {})
    readings = [spot.reading for spot in page.attempts.spots]
    for reading, (place, count, reached, sold) in zip(readings, tries, strict=True):
        label = f"{place}+" if place == 5 else str(place)
        assert f" {label}:" in reading
        assert f"{number(reached)} de {number(count)}" in reading
        assert f"({percent(share_of(reached, count))}), {number(sold)} " in reading
    hours = plain.hours(period.first, period.last, {})
    assert len(page.hours.spots) == len(hours)


def names(plain: Plain) -> set[str]:
    return {one.name for one in plain.people.values()}


def row_of(now: list[Any], before: list[Any]) -> list[str]:
    return [
        moved(one, other, write)
        for one, other, write in zip(now, before, CONTACT_WRITES, strict=True)
    ]


# --- reactivation ---------------------------------------------------------------------------------


def totals(told: Told, waited: list[int]) -> list[Any]:
    """Return clients, returns, orders, goods, cents and the median of days."""
    clients = {key[0] for key, (count, *_) in told.items() if count}
    returns, cents, goods = (sum(one) for one in zip(*told.values(), strict=True))
    middle = float(median(waited)) if waited else None
    return [len(clients), returns, len(told), goods, cents, middle]


def clients_of(ever: Credits, period: Period) -> tuple[Told, Counter[tuple[str, ...]], list[int]]:
    """Return what is told of a period, the rows of its clients, and the days to their returns."""
    lines_: dict[tuple[UUID, UUID], list[tuple[date, int, int]]] = defaultdict(list)
    told_back = {key[:2]: key[2] for key, (count, *_) in ever.told.items() if count}
    for (customer, contact, day), (_, cents, goods) in ever.told.items():
        if day in period:
            lines_[customer, contact].append((day, cents, goods))
    found: Counter[tuple[str, ...]] = Counter()
    waited = []
    for (customer, contact), bought in lines_.items():
        on = ever.contacted[contact]
        # Who came back in a closed month that did not know of it yet is told as an adjustment.
        back = told_back.get((customer, contact), ever.came_back.get((customer, contact), on))
        if (customer, contact) in told_back and back in period:
            waited.append((back - on).days)
        shown = (max(day for day, *_ in bought), on, back)
        last, contacted, returned = (f"{one:%d/%m/%Y}" for one in shown)
        found[
            number(len(bought)), exact(sum(one[2] for one in bought)), last,
            exact(sum(one[1] for one in bought)), contacted, returned, number((back - on).days),
        ] += 1  # fmt: skip
    return {key: one for key, one in ever.told.items() if key[2] in period}, found, waited


@pytest.mark.parametrize(
    ("period", "typed"),
    [(DECEMBER, "12/2025"), (QUARTER, "1º tri 2026"), (Period(date(2025, 3, 1), TODAY), "")],
)
def test_reactivation(
    screen: IndicatorScreen, ever: Credits, qtbot: QtBot, period: Period, typed: str
) -> None:
    typed = typed or f"{period.first:%d/%m/%Y} a {period.last:%d/%m/%Y}"
    filters = Filters(typed, Comparison.BEFORE, Cut.OPERATOR)
    page = show(screen, qtbot, REACTIVATION, filters)
    told, clients, waited = clients_of(ever, period)
    now = totals(told, waited)
    assert now[1] > 3
    figures = (Defined.REACTIVATED, Defined.RECOVERED, Defined.DAYS_TO_RETURN)
    assert painted(page, figures) == [number(now[0]), whole(now[4]), days(now[5])]
    assert whole(now[3]) in page.cards[Defined.RECOVERED].change_text()
    found = lines(page)
    assert (found[0][2], found[0][3], found[0][5], found[0][8]) == (
        number(now[2]), exact(now[3]), exact(now[4]), days(now[5]),
    )  # fmt: skip
    assert Counter(tuple(one[2:9]) for one in found[1:]) == clients
    page.chips[1].click()
    other, _, waited_before = clients_of(ever, period.before())
    before = totals(other, waited_before) if other else [0, 0, 0, 0, 0, None]
    writes = (number, number, number, exact, exact, days)
    cells = [moved(*one) for one in zip(now, before, writes, strict=True)]
    assert lines(page)[0][1:] == cells
    contacts = show(screen, qtbot, CONTACTS, filters)
    assert painted(contacts, (Defined.REACTIVATED, Defined.RECOVERED)) == [
        number(now[0]), whole(now[4]),
    ]  # fmt: skip


# --- objections -----------------------------------------------------------------------------------


def test_objections(screen: IndicatorScreen, demo: Demo, plain: Plain, qtbot: QtBot) -> None:
    period, other = QUARTER, QUARTER.before()
    page = show(screen, qtbot, OBJECTIONS, Filters("1º tri 2026", Comparison.BEFORE, None))
    raised = plain.raised(period.first, period.last, {})
    earlier = plain.raised(other.first, other.last, {})
    assert len(raised) > 20
    assert painted(page, page.figures[:4]) == [
        number(len(raised)),
        *(number(sum(one[2] == state for one in raised))
          for state in ("open", "waiting", "overcome")),
    ]  # fmt: skip
    kinds = {one.id: one.name for one in rows(demo.session.store.engines, "objection_kinds")}
    found = lines(page)
    assert found[0][1] == number(len(raised))
    expected = set()
    for kind in {one[1] for one in raised}:
        own, then = ([one for one in some if one[1] == kind] for some in (raised, earlier))
        cells = [kinds[kind]]
        for part in (None, "clients", "open", "waiting", "overcome"):
            now, past = (
                len({one[0] for one in some}) if part == "clients"
                else sum(part in {None, one[2]} for one in some)
                for some in (own, then)
            )  # fmt: skip
            cells.append(moved(now, past, number))
        overcome = sum(one[2] == "overcome" for one in own)
        expected.add((*cells, percent(overcome / len(own))))
    assert {tuple(one) for one in found[1:]} == expected
    page.chips[1].click()
    used = plain.used(period.first, period.last, {})
    told = {one[0]: one[2:5] for one in lines(page)}
    texts = {one.id: one.text for one in rows(demo.session.store.engines, "counter_arguments")}
    assert set(told) == {texts[key] for _, key, _ in used}
    for key in {one[1] for one in used}:
        own_uses = [worked for _, argument, worked in used if argument == key]
        judged = [one for one in own_uses if one is not None]
        assert told[texts[key]] == [number(len(own_uses)), number(len(judged)), number(sum(judged))]


# --- the portfolio, the bridge --------------------------------------------------------------------


@pytest.mark.parametrize("cut", [Cut.SEGMENT, Cut.SELLER])
def test_the_portfolio(
    screen: IndicatorScreen, demo: Demo, plain: Plain, qtbot: QtBot, cut: Cut
) -> None:
    page = show(screen, qtbot, PORTFOLIO, Filters("12/2025", Comparison.BEFORE, cut))
    customers = set(plain.customers)
    now, before = Day(demo, DECEMBER.last), Day(demo, DECEMBER.before().last)
    figures, then = now.figures(customers), before.figures(customers)
    writes = (number, number, whole, percent, whole, exact, whole)
    shown = [figures[place] for place in (0, 2, 3, 5, 6, 7, 8)]
    assert painted(page, page.figures[:7]) == [
        write(one) for write, one in zip(writes, shown, strict=True)
    ]
    stopped = plain.stopped(DECEMBER.last, {})
    quotes = page.cards[Defined.QUOTES]
    assert quotes.value_text() == number(len(stopped))
    assert whole(sum(one[2] for one in stopped)) in quotes.change_text()
    found = lines(page)
    assert found[0][1:] == portfolio_row(figures, then)
    parts: dict[object, set[UUID]] = defaultdict(set)
    for key in customers:
        parts[plain.cut(cut.value, key, {})].add(key)
    expected = Counter(
        tuple(portfolio_row(now.figures(part), before.figures(part))) for part in parts.values()
    )
    assert Counter(tuple(one[1:]) for one in found[1:]) == expected
    spots = [spot.reading for spot in page.statuses.spots]
    for status in ("at_risk", "inactive", "lost", "blocked", "prospect"):
        those = [key for key in customers if now.status[key] == status]
        yearly = whole(sum(now.yearly[key] for key in those))
        is_drawn = those or any(one == status for one in before.status.values())
        assert not is_drawn or any(
            f"{number(len(those))} clientes, {yearly}" in one for one in spots
        ), status


class Day:
    """Everybody on a day on which a fixed number of days ruled, by loops."""

    def __init__(self, demo: Demo, day: date) -> None:
        events = demo.events(day)
        self.events = events
        self.status = {
            key: fixed_status(sorted(own), demo.known_blocks(key, day), day)
            for key, own in events.items()
        }
        self.yearly = {key: plain_yearly(own) for key, own in events.items()}
        self.year = {key: plain_year(own, day) for key, own in events.items()}
        states = demo.session.past_states.states(day)
        #: Estimates, which have a second computation of their own.
        self.estimates = {
            key: (states.at_risk_cents[at], states.lost_so_far_cents[at])
            for at, key in enumerate(states.customer_id)
        }

    def figures(self, chosen: set[UUID]) -> list[Any]:
        """Return the figures of some customers, as the table's columns tell them."""
        of = Counter(self.status[key] for key in chosen)
        steady = sum(
            self.yearly[key] for key in chosen
            if len(self.events[key]) >= 3 and self.status[key] in {"buying", "at_risk"}
        )  # fmt: skip
        orders, cents = (sum(self.year[key][place] for key in chosen) for place in (0, 1))
        known = of["inactive"] + of["buying"] + of["at_risk"]
        at_risk, lost = (sum(self.estimates[key][place] for key in chosen) for place in (0, 1))
        return [
            len(chosen), of["buying"], of["at_risk"], at_risk, of["inactive"],
            share_of(of["inactive"], known), (2 * steady + 12) // 24,
            (2 * cents + orders) // (2 * orders) if orders else None, lost,
        ]  # fmt: skip


def portfolio_row(now: list[Any], before: list[Any]) -> list[str]:
    writes = (number, number, number, whole, number, percent, whole, exact, whole)
    return [moved(*one) for one in zip(now, before, writes, strict=True)]


def test_the_bridge(screen: IndicatorScreen, demo: Demo, qtbot: QtBot) -> None:
    page = show(screen, qtbot, BRIDGE, Filters("02/2026", Comparison.NONE, None))
    assert page.month.count() == 24
    assert page.month.currentText() == "fev/2026"
    closes(page)
    start, end = demo.standing(date(2026, 1, 31)), demo.standing(date(2026, 2, 28))
    for is_money, write in ((False, number), (True, whole)):
        page.units[is_money].click()
        expected = []
        for state in STATES:
            came = [key for key in end if start[key][0] != state and end[key][0] == state]
            went = [key for key in end if start[key][0] == state and end[key][0] != state]
            stays = [key for key in end if start[key][0] == state == end[key][0]]
            begin, finish = (
                [key for key in some if some[key][0] == state] for some in (start, end)
            )
            if is_money:
                change = whole(sum(end[key][1] - start[key][1] for key in stays))
                first, last = (sum(some[key][1] for key in some if some[key][0] == state)
                               for some in (start, end))  # fmt: skip
                entered = sum(end[key][1] for key in came)
                left = sum(start[key][1] for key in went)
            else:
                change = ""
                first, last, entered, left = len(begin), len(finish), len(came), len(went)
            expected.append([write(first), write(entered), write(-left), change, write(last)])
        assert [one[1:] for one in lines(page)] == expected
        assert any(one[1:3] != ["0", "0"] for one in expected)


STATES = ("active", "at_risk", "inactive", "lost", "recovered", "blocked", "prospect")


def closes(page: Any) -> None:
    """Each month of each state: what is painted begins, comes in, goes and ends as sums do."""
    for is_money in (False, True):
        page.units[is_money].click()
        later: list[int] | None = None
        for row in range(page.month.count()):
            page.month.setCurrentIndex(row)
            page.month.activated.emit(row)
            read = [[amount(cell) for cell in one[1:]] for one in lines(page)]
            for start, came, went, change, end in read:
                # Five figures that are each rounded to whole reais.
                assert abs(start + came + went + change - end) <= (2 if is_money else 0)
            if later is not None:
                assert [one[4] for one in read] == later
            later = [one[0] for one in read]
        page.month.setCurrentIndex(page.month.findText("fev/2026"))
        page.month.activated.emit(page.month.currentIndex())


def amount(cell: str) -> int:
    return int(cell.replace("R$ ", "").replace(".", "").replace("−", "-") or 0)


# --- campaigns, cycles ----------------------------------------------------------------------------


def test_campaigns(screen: IndicatorScreen, demo: Demo, qtbot: QtBot) -> None:
    filters = Filters(f"01/06/2025 a {TODAY:%d/%m/%Y}", Comparison.NONE, None)
    page = show(screen, qtbot, CAMPAIGNS, filters)
    engines = demo.session.store.engines
    bought = order_days(engines, TODAY)
    members = rows(engines, "campaign_members")
    begun = {
        one.id: one for one in rows(engines, "campaigns")
        if one.starts_on <= TODAY and any(row.campaign_id == one.id for row in members)
    }  # fmt: skip
    found = {one[0]: one for one in lines(page)}
    assert found
    everybody: set[UUID] = set()
    bought_any: set[UUID] = set()
    for campaign in begun.values():
        if campaign.name not in found:
            assert campaign.ends_on is not None
            assert campaign.ends_on < date(2025, 6, 1)
            continue
        parts = []
        for arm in ("treated", "hold_out"):
            drawn = {
                one.customer_id for one in members
                if one.campaign_id == campaign.id and text(one.arm) == arm
                and one.status_at_draw is not None
            }  # fmt: skip
            last = min(campaign.ends_on or TODAY, TODAY)
            buyers = {
                key for key in drawn
                if any(campaign.starts_on <= day <= last for day in bought.get(key, {}))
            }  # fmt: skip
            everybody |= drawn
            bought_any |= buyers
            parts.append((len(buyers), len(drawn)))
        (hits, count), (other, left) = parts
        line = found[campaign.name]
        assert line[1:3] == [number(count), number(left)]
        rates = [share_of(*one) for one in parts]
        for cell, (buyers_, _), rate in zip(line[5:7], parts, rates, strict=True):
            assert cell == ("–" if rate is None else f"{number(buyers_)} ({percent(rate)})")
        gain = None if None in rates else rates[0] - rates[1]  # type: ignore[operator]
        assert line[7] == points(gain)
        if min(count, left) >= 30 and hits + other >= 10:
            low, high = newcombe(hits, count, other, left)
            assert line[8] == f"{points(low)} … {points(high)}"
        else:
            assert line[8] == "–"
    assert painted(page, (Defined.CAMPAIGN_MEMBERS, Defined.CAMPAIGN_BUYERS)) == [
        number(len(everybody)), number(len(bought_any)),
    ]  # fmt: skip


def test_cycles(screen: IndicatorScreen, demo: Demo, qtbot: QtBot) -> None:
    page = show(screen, qtbot, CYCLES, Filters(f"{TODAY:%d/%m/%Y}", Comparison.NONE, None))
    with demo.session.database.read() as unit:
        state = demo.session.metrics.states.everyone(unit)
    judged = demo.session.metrics.states.verdicts(state)
    alive = dict(zip(state.statistics.customer_id, judged.alive_bp, strict=True))
    histories = demo.histories(TODAY, {key: (one or 0) / 10_000 for key, one in alive.items()})
    gaps = sum(len(one.gaps) for one in histories)
    assert painted(page, (Defined.CYCLE_HISTOGRAM,)) == [number(gaps)]
    span = page.cards[Defined.CYCLE_CONCENTRATION].value_text()
    low, high = (int(one) for one in span.replace(" dias", "").split(" a "))
    shares = interval_shares(histories)
    assert high - low + 1 == shortest_span(shares, 0.8)
    held = percent(sum(shares[low : high + 1]))
    assert held in page.cards[Defined.CYCLE_CONCENTRATION].change_text()
