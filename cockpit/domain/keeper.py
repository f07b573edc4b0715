"""The duty of who keeps a team's server."""

from datetime import timedelta

DUTY = "keeper"
#: How long the others wait for a keeper that is gone.
LEASE = timedelta(minutes=2)
