"""A customer's whole story: each module reads one section, ``repository`` puts them together."""

from cockpit.data.repositories.stories.repository import SqlStoryRepository

__all__ = ["SqlStoryRepository"]
