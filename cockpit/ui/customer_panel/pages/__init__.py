"""The sections of the client panel, each built when it is first looked at."""
