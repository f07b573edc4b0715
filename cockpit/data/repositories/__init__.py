"""One repository per port; each works on the one connection of its unit of work."""
