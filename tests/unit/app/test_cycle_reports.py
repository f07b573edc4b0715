"""The reports on the purchase cycle, as text in both languages and as JSON."""

import json
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from cockpit.app.commands.cycle_policies import changed, simulation_lines
from cockpit.app.commands.cycle_reports import backtest_lines, histogram_lines
from cockpit.app.report_text import ReportText, text_table, write_json, write_lines
from cockpit.domain.cycle_policy import CyclePolicy, PolicyKind
from cockpit.domain.cycle_reports import (
    Backtest,
    BacktestRow,
    CalibrationBin,
    GapBin,
    GapHistogram,
    ReturnRow,
    Simulation,
    StatusMove,
    StatusTotal,
    ThresholdRow,
)
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import LifecycleStatus

PORTUGUESE, ENGLISH = ReportText(Language.PORTUGUESE), ReportText(Language.ENGLISH)
DAY = date(2024, 12, 30)


def test_numbers_stand_to_the_right_and_texts_to_the_left() -> None:
    assert text_table(["a", "number"], [["long text", "1"], ["b", "1,000"]], numeric={1}) == [
        "a          number",
        "long text       1",
        "b           1,000",
    ]


def test_a_backtest_tells_scores_calibration_and_who_came_back() -> None:
    backtest = Backtest(
        as_of=DAY,
        horizon_days=90,
        cutoffs=(date(2024, 9, 1), date(2024, 10, 1)),
        rows=(
            BacktestRow("own_cycle", 0.7654, 0.312, 0.0412, 0.051),
            BacktestRow("fixed_days", None, None, None, 0.207),
        ),
        calibration=(CalibrationBin(0.05, 0.031, 1705),),
        returns=(ReturnRow("own_cycle", date(2024, 7, 3), 1004, 261),),
        lost_factor=0.953,
    )
    text = "\n".join(backtest_lines(backtest, PORTUGUESE))
    assert "Previsões de 2 dias passados, conferidas nos 90 dias seguintes (até 30/12/2024)" in text
    assert "0,765" in text
    assert "31,2%" in text
    assert "1.705" in text
    assert (
        "Dos 1.004 que o próprio ciclo marcava como inativos em 03/07/2024, 261 (26%) voltaram"
        in text
    )
    assert "previsto / acontecido = 0,95." in text
    english = "\n".join(backtest_lines(backtest, ENGLISH))
    assert "Of the 1,004 that the own cycle called inactive" in english
    fixed = next(line for line in english.splitlines() if line.startswith("fixed days"))
    assert fixed.split()[-1] == "20.7%"


def test_a_history_too_short_is_told() -> None:
    assert backtest_lines(Backtest(DAY, 90), PORTUGUESE) == [
        "A história até 30/12/2024 é curta demais para conferir previsões."
    ]


def test_a_histogram_tells_bins_concentration_and_thresholds() -> None:
    histogram = GapHistogram(
        bins=(GapBin(0, 15, 0.25, 1500), GapBin(15, None, 0.75, 4500)),
        concentration_low_days=5,
        concentration_high_days=40,
        concentration_share=0.801,
        customer_count=320,
        gap_count=6000,
        open_gap_count=320,
        thresholds=(ThresholdRow(60, 48, 0.15, 0.08),),
        is_per_customer=False,
    )
    lines = histogram_lines(histogram, PORTUGUESE)
    assert lines[0] == (
        "Intervalos entre compras · 320 clientes · 6.000 intervalos completos, "
        "320 silêncios em aberto"
    )
    assert lines[1] == "Cada intervalo pesa igual."
    assert "80% dos intervalos ficam entre 5 e 40 dias." in lines
    assert any(line.startswith("mais de 15 dias") and line.endswith("#" * 30) for line in lines)
    assert lines[-1].split() == ["60", "dias", "48", "15,0%", "8,0%"]
    nothing = GapHistogram((), 0, 0, 0.0, 0, 0, 0, ())
    assert "0 customers" in histogram_lines(nothing, ENGLISH)[0]


def test_a_simulation_tells_totals_and_who_moves() -> None:
    moved = (UUID(int=1), UUID(int=2))
    tried = Simulation(
        CyclePolicy(),
        totals=(StatusTotal(LifecycleStatus.AT_RISK, 1200, 900, 123456, 100000),),
        moves=(StatusMove(LifecycleStatus.AT_RISK, LifecycleStatus.ACTIVE, moved, 23456),),
    )
    lines = simulation_lines(tried, PORTUGUESE)
    assert lines[1].split() == ["Em", "risco", "1.200", "900", "-300", "1.234,56", "1.000,00"]
    assert lines[-1].split() == ["Em", "risco", "Ativo", "2", "234,56"]
    assert simulation_lines(Simulation(CyclePolicy()), ENGLISH)[-1] == "Nobody would change status."


def test_records_become_json_with_days_in_iso_8601(capsys: pytest.CaptureFixture[str]) -> None:
    write_json(Backtest(DAY, 90, cutoffs=(DAY,)))
    assert json.loads(capsys.readouterr().out)["cutoffs"] == ["2024-12-30"]
    write_json({"at": datetime(2024, 1, 1, 9, tzinfo=UTC), "key": UUID(int=5)})
    assert json.loads(capsys.readouterr().out) == {
        "at": "2024-01-01T09:00:00+00:00",
        "key": str(UUID(int=5)),
    }


def test_a_name_cannot_break_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    write_lines(["a\nb\x1b[2J"])
    assert capsys.readouterr().out.count("\n") == 1


def test_a_changed_policy_keeps_what_is_not_said() -> None:
    policy = CyclePolicy(version=3, lost_days=900)
    found = changed(policy, [("false_alarm_budget", 0.15), ("kind", "own_cycle")])
    assert (found.version, found.lost_days, found.false_alarm_budget) == (3, 900, 0.15)


@pytest.mark.parametrize(
    ("before", "changes", "kind"),
    [
        ("own_cycle", {"fixed_at_risk_days": 45}, "fixed_days"),
        ("fixed_days", {"false_alarm_budget": 0.1}, "own_cycle"),
        ("fixed_days", {"lost_days": 800}, "fixed_days"),
        ("own_cycle", {"fixed_at_risk_days": 45, "false_alarm_budget": 0.1}, "own_cycle"),
        ("own_cycle", {"fixed_at_risk_days": 45, "kind": "own_cycle"}, "own_cycle"),
    ],
)
def test_whose_numbers_are_changed_decides_unless_a_rule_is_named(
    before: str, changes: dict[str, str | float], kind: str
) -> None:
    policy = CyclePolicy(kind=PolicyKind(before))
    assert changed(policy, list(changes.items())).kind == kind


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ([], "error.policy_unchanged"),
        ([("lost_days", 10)], "error.bad_policy_value"),
        ([("fixed_at_risk_days", 300)], "error.bad_policy_days"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(
    changes: list[tuple[str, str | float]], key: str
) -> None:
    with pytest.raises(BadInputError) as refused:
        changed(CyclePolicy(), changes)
    assert refused.value.message.key == key
