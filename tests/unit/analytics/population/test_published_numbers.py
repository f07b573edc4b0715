"""The published fits and predictions, reproduced."""

import numpy as np
import pytest

from cockpit.analytics.population import bg_nbd, mbg_cnbd_k, mbg_nbd, pareto_nbd
from cockpit.analytics.population.bg_nbd import BgNbd
from cockpit.analytics.population.mbg_cnbd_k import MbgCnbdK
from cockpit.analytics.population.models import fit_named
from cockpit.analytics.population.pareto_nbd import ParetoNbd
from tests.unit.analytics.population.cases import cdnow, customers

#: Fader, Hardie & Lee (2005), Marketing Science 24(2), table 2 (BG/NBD, Pareto/NBD); Batislam,
#: Denizel & Filiztekin (2007), IJRM 24(3), for the same orders (MBG/NBD).
PUBLISHED = {
    "bg_nbd": ((0.243, 4.414, 0.793, 2.426), -9582.43),
    "mbg_nbd": ((0.525, 6.183, 0.891, 1.614), -9582.14),
    "pareto_nbd": ((0.553, 10.578, 0.606, 11.669), -9594.98),
}

#: By their number, what the R packages BTYD and BTYDplus give with their own fits to CDNOW:
#: P(alive) on 1997-09-30 and expected orders in the 39 weeks after.
REFERENCE = {
    "bg_nbd": {
        4: (0.726618431577605, 1.22598481139164),
        18: (1.0, 0.196551516158017),
        21: (0.212395856504988, 0.203423214939125),
        111: (0.641822804175353, 3.33746322176932),
        167: (0.543434625532933, 1.37338217071537),
        564: (0.830394076974777, 7.22902011281409),
        1760: (0.969218981315876, 20.0547833790307),
    },
    "mbg_nbd": {
        4: (0.70613451972901, 1.26274696448364),
        18: (0.390916260033, 0.155743117032558),
        21: (0.170949136559617, 0.188942231309172),
        111: (0.622673727123423, 3.16711849476745),
        167: (0.513200001928555, 1.32361471355909),
        564: (0.818979726043437, 6.86088234049578),
        1760: (0.965937085068004, 18.9516959331481),
    },
    "pareto_nbd": {
        4: (0.869136805912779, 1.45522315440083),
        18: (0.297533840961998, 0.108773485397058),
        21: (0.167934306567557, 0.171058639630392),
        111: (0.749462640477571, 3.71206348404343),
        167: (0.624635145291463, 1.52314641744675),
        564: (0.910472212842983, 7.53181033245564),
        1760: (0.996187112912574, 19.5952177272754),
    },
}
#: The same customers: x, t_x and T in days.
CUSTOMERS = {
    4: (2, 213, 272),
    18: (0, 0, 269),
    21: (1, 12, 272),
    111: (7, 206, 272),
    167: (3, 146, 254),
    564: (12, 241, 270),
    1760: (29, 264, 266),
}


def test_cdnow_has_the_published_number_of_customers() -> None:
    assert len(cdnow()) == 2_357


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_model_fitted_to_cdnow_has_the_published_parameters(name: str) -> None:
    parameters, log_likelihood = PUBLISHED[name]
    fitted = fit_named(name, cdnow())
    assert tuple(round(one, 3) for one in fitted.parameters.values()) == parameters
    assert fitted.log_likelihood == pytest.approx(log_likelihood, abs=0.01)
    assert fitted.customer_count == 2_357
    assert not fitted.is_at_bound


def test_cdnow_buys_with_no_regularity() -> None:
    fitted = mbg_cnbd_k.choose_k(cdnow())
    assert fitted.model.k == 1
    assert fitted.log_likelihood == pytest.approx(mbg_nbd.fit(cdnow()).log_likelihood)


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_fitted_model_predicts_single_customers_as_the_reference_does(name: str) -> None:
    model = fit_named(name, cdnow()).model
    x, t_x, observed = zip(*CUSTOMERS.values(), strict=True)
    chosen = customers(x, np.array(t_x) / 7, np.array(observed) / 7)
    alive, expected = zip(*(REFERENCE[name][one] for one in CUSTOMERS), strict=True)
    assert model.p_alive(chosen) == pytest.approx(alive, abs=2e-4)
    assert model.expected_orders(chosen, 39.0) == pytest.approx(expected, rel=2e-4, abs=2e-4)


def test_the_chosen_customers_are_those_of_the_order_book() -> None:
    summary = cdnow()
    known = set(
        zip(
            summary.repeat_count.tolist(),
            np.rint(summary.last_at * 7).tolist(),
            np.rint(summary.observed * 7).tolist(),
            strict=True,
        )
    )
    assert set(CUSTOMERS.values()) <= known


#: P(alive) and P(no order in the next 39 weeks) at the published parameters, six digits.
CDNOW_CUSTOMERS = customers((0, 1, 2, 5, 26), (0.0, 10.0, 30.43, 35.0, 30.86), 38.86)


def test_bg_nbd_gives_the_golden_values() -> None:
    model = BgNbd(0.243, 4.414, 0.793, 2.426)
    assert model.p_alive(CDNOW_CUSTOMERS) == pytest.approx(
        (1.0, 0.438237, 0.726579, 0.832357, 0.139338), abs=1e-6
    )
    assert model.p_none(CDNOW_CUSTOMERS, 39.0) == pytest.approx(
        (0.855449, 0.758945, 0.445373, 0.196306, 0.860662), abs=1e-6
    )


def test_pareto_nbd_gives_the_golden_values() -> None:
    # The table of golden values has .728434 for the last one. Adaptive quadrature gives .7284175
    # both for the likelihoods' ratio and for 1 - P(alive) P(an order | alive); so does lifetimes.
    model = ParetoNbd(0.553, 10.578, 0.606, 11.669)
    assert model.p_alive(CDNOW_CUSTOMERS) == pytest.approx(
        (0.295287, 0.399182, 0.869168, 0.941209, 0.277652), abs=1e-6
    )
    assert model.p_none(CDNOW_CUSTOMERS, 39.0) == pytest.approx(
        (0.930715, 0.794136, 0.408063, 0.173612, 0.7284175), abs=1e-6
    )


def test_mbg_cnbd_2_gives_the_golden_values_of_the_grocery_shop() -> None:
    model = MbgCnbdK(1.329197, 2.8126, 0.424716, 0.79004, 2)
    chosen = customers((0, 1, 2, 5, 10, 20), (0.0, 4.0, 12.0, 30.0, 45.0, 50.0), 52.0)
    assert model.p_alive(chosen) == pytest.approx(
        (0.075091, 0.015698, 0.029211, 0.184322, 0.836922, 0.963529), abs=1e-6
    )
    assert model.p_none(chosen, 12.0) == pytest.approx(
        (0.982939, 0.992577, 0.981498, 0.839541, 0.186358, 0.037509), abs=1e-6
    )


def test_the_same_customers_give_the_same_parameters_to_the_last_bit() -> None:
    assert bg_nbd.fit(cdnow()) == bg_nbd.fit(cdnow())
    assert pareto_nbd.fit(cdnow()) == pareto_nbd.fit(cdnow())
