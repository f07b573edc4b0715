"""One module per report; each asks one service and only arranges what it says."""
