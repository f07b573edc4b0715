"""The shared server: roles, policies, people and upkeep, on a real PostgreSQL."""
