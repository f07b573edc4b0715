"""Taking a portfolio along, by real keys and from a real server."""
