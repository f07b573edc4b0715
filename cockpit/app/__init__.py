"""The outermost floor: command line, start-up and the only place where the parts are wired."""
