"""Named models of a customer base, fitted by maximum likelihood: the field's published yardsticks.

The engine's k-grid is a mixture of ``erlang``; the others serve for comparison and for tests.
"""
