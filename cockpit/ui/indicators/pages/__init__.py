"""The pages: contacts, reactivation, objections, portfolio, bridge, campaigns, cycles."""
