"""Coming into a team's server: the invitation, and the password where no keyring keeps it."""
