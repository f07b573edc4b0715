"""Contacts as they are read and judged."""

from cockpit.data.repositories.review.repository import SqlReviewRepository

__all__ = ["SqlReviewRepository"]
