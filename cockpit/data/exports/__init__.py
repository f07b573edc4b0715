"""Whole tables on their way out, in the canonical columns."""

from cockpit.data.exports.repository import SqlExportRepository

__all__ = ["SqlExportRepository"]
