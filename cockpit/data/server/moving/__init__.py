"""A single user's file on its way to a prepared server: in one transaction, compared row by row."""

from cockpit.data.server.moving.move import Move, MoveProgress, move

__all__ = ["Move", "MoveProgress", "move"]
