"""Who works with the program: companies, teams, users, devices, settings."""
