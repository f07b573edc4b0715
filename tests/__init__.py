"""The tests: unit, integration (both engines), gui, journeys, architecture."""
