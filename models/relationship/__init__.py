"""What was said: contacts, outcomes, campaigns, objections, pitches."""
