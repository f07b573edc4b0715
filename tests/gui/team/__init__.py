"""The dialogs by which somebody comes into a team's server."""
