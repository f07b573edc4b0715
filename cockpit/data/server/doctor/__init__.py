"""The examination of a team's server; see ``examine``."""

from cockpit.data.server.doctor.examination import examine

__all__ = ["examine"]
