"""Reading facts for figures: large ones as rows of one width, small ones as lists."""

from cockpit.data.repositories.figures.repository import SqlFigureRepository

__all__ = ["SqlFigureRepository"]
