"""The only place that knows who implements what: command line, start-up, wiring."""
