"""The purchase cycle in numbers: the only floor that knows numpy."""
