"""What is offered and what was bought, quoted, owed and complained about."""
