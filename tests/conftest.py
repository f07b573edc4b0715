"""Fixtures that every test may ask for."""

pytest_plugins = ["tests.support.databases", "tests.support.desktop"]
