"""What the tests share: engines, servers, migrated databases."""
