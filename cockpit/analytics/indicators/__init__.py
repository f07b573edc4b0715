"""What the calls earned and what the portfolio loses, as whole columns."""
