"""What BG/NBD, MBG/NBD and MBG/CNBD-k predict."""

import numpy as np
import pytest
from scipy.special import hyp2f1

from cockpit.analytics.population.bg_nbd import BgNbd
from cockpit.analytics.population.mbg_cnbd_k import MbgCnbdK
from cockpit.analytics.population.mbg_nbd import MbgNbd
from tests.unit.analytics.population.cases import customers

CHOSEN = customers((0, 1, 4, 20), (0.0, 10.0, 30.0, 36.0), 39.0)


def test_expected_orders_are_those_of_the_closed_form() -> None:
    """Fader, Hardie & Lee (2005), Marketing Science 24(2), equation 10."""
    r, alpha, a, b, horizon = 0.243, 4.414, 0.793, 2.426, 39.0
    x, t_x, observed = CHOSEN.repeat_count, CHOSEN.last_at, CHOSEN.observed
    end = alpha + observed + horizon
    power = ((alpha + observed) / end) ** (r + x)
    series = hyp2f1(r + x, b + x, a + b + x - 1, horizon / end)
    left = (x > 0) * a / (b + np.maximum(x, 1) - 1)
    known = (
        (a + b + x - 1)
        / (a - 1)
        * (1 - power * series)
        / (1 + left * ((alpha + observed) / (alpha + t_x)) ** (r + x))
    )
    assert BgNbd(r, alpha, a, b).expected_orders(CHOSEN, horizon) == pytest.approx(known, rel=1e-8)


@pytest.mark.parametrize("k", [1, 3])
def test_expected_orders_and_no_order_are_those_of_drawn_futures(k: int) -> None:
    """A customer with four repeat orders: the posterior is drawn, then what comes after."""
    r, alpha, a, b = 1.3, 5.0, 0.6, 3.0
    x, t_x, observed, horizon, draws = 4, 30.0, 39.0, 60.0, 400_000
    draw = np.random.default_rng(5)
    rate = draw.gamma(r + k * x, 1 / (alpha + t_x), draws)
    chance = draw.beta(a, b + x, draws)
    stays = draw.random(draws) > chance
    arrival = draw.gamma(k, 1 / rate)
    is_possible = ~stays | (arrival > observed - t_x)
    stays, arrival = stays[is_possible], arrival[is_possible] - (observed - t_x)
    rate, chance = rate[is_possible], chance[is_possible]
    count = np.zeros(len(rate))
    going = stays & (arrival <= horizon)
    none = 1 - going.mean()
    while going.any():
        count[going] += 1
        arrival = arrival + draw.gamma(k, 1 / rate)
        going &= (draw.random(len(rate)) > chance) & (arrival <= horizon)

    one = customers((x,), (t_x,), observed)
    model = MbgCnbdK(r, alpha, a, b, k)
    assert model.p_alive(one)[0] == pytest.approx(stays.mean(), abs=0.005)
    assert model.p_none(one, horizon)[0] == pytest.approx(none, abs=0.005)
    assert model.expected_orders(one, horizon)[0] == pytest.approx(count.mean(), rel=0.01)


def test_mbg_nbd_is_mbg_cnbd_with_one_phase() -> None:
    plain, phased = MbgNbd(0.5, 6.0, 0.9, 1.6), MbgCnbdK(0.5, 6.0, 0.9, 1.6, 1)
    assert np.array_equal(plain.log_likelihood(CHOSEN), phased.log_likelihood(CHOSEN))
    assert np.array_equal(plain.p_none(CHOSEN, 9.0), phased.p_none(CHOSEN, 9.0))


def test_only_bg_nbd_takes_who_never_came_back_for_alive() -> None:
    assert BgNbd(0.5, 6.0, 0.9, 1.6).p_alive(CHOSEN)[0] == 1.0
    assert MbgNbd(0.5, 6.0, 0.9, 1.6).p_alive(CHOSEN)[0] < 0.7


def test_a_customer_is_judged_alone_as_among_others() -> None:
    model = MbgCnbdK(1.3, 5.0, 0.6, 3.0, 3)
    alone = customers((4,), (30.0,), 39.0)
    assert model.expected_orders(alone, 39.0)[0] == model.expected_orders(CHOSEN, 39.0)[2]
    assert model.p_none(alone, 39.0)[0] == model.p_none(CHOSEN, 39.0)[2]
