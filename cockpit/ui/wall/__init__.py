"""The wall of those who answer for others: who does what now, how queues stand, whose customers."""
