"""The stored parameters of the purchase-cycle engine, one row per fit."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from cockpit.domain.cycle_fit import CycleFit, FitFigures
from cockpit.domain.ids import new_id
from models import CycleFit as CycleFitRow

_FIGURES = frozenset(field.name for field in fields(FitFigures))


class SqlFitRepository:
    """Reads and adds fits; a stored one is never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def in_force(self, *, at: datetime | None = None) -> CycleFit | None:
        """Return the newest fit made up to an instant, by default of all; None without one."""
        return next(iter(self.history(1, at=at)), None)

    def history(self, limit: int, *, at: datetime | None = None) -> list[CycleFit]:
        """Return the newest fits made up to an instant, the newest first."""
        table = CycleFitRow.__table__
        # Keys grow with time: of two fits of one instant the later counts.
        statement = select(*table.columns).order_by(table.c.fitted_at.desc(), table.c.id.desc())
        if at is not None:
            statement = statement.where(table.c.fitted_at <= at)
        return [_fit(row) for row in self._connection.execute(statement.limit(limit))]

    def add(self, fit: CycleFit) -> CycleFit:
        """Store a fit and return it with its key."""
        stored = replace(fit, fit_id=new_id())
        self._connection.execute(
            insert(CycleFitRow).values(
                id=stored.fit_id,
                fitted_at=fit.fitted_at,
                data_from_on=fit.data_from_on,
                data_until_on=fit.data_until_on,
                customer_count=fit.customer_count,
                is_published=fit.is_published,
                engine=fit.engine,
                parameters=dict(fit.parameters),
                figures=_document(fit.figures),
            )
        )
        return stored


def _fit(row: Row[*tuple[Any, ...]]) -> CycleFit:
    return CycleFit(
        fit_id=row.id,
        fitted_at=row.fitted_at,
        data_from_on=row.data_from_on,
        data_until_on=row.data_until_on,
        customer_count=row.customer_count,
        is_published=row.is_published,
        engine=row.engine,
        parameters=row.parameters,
        figures=_figures(row.figures or {}),
    )


def _document(figures: FitFigures) -> dict[str, Any]:
    tested_on = figures.tested_on
    return asdict(figures) | {"tested_on": tested_on.isoformat() if tested_on else None}


def _figures(document: Mapping[str, Any]) -> FitFigures:
    """Return stored figures; those that this version does not know are left aside."""
    known = {name: value for name, value in document.items() if name in _FIGURES}
    if known.get("tested_on") is not None:
        known["tested_on"] = date.fromisoformat(known["tested_on"])
    return FitFigures(**known)
