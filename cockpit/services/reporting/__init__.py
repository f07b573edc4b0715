"""Reports: what the indicators' services say, put together for paper, sheets and programs."""
