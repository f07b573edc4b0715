"""Plots for a glance, on pyqtgraph: read with the mouse, the keys and a screen reader.

Reading pyqtgraph takes a third of a second: whoever shows plots imports them on a worker first (see
``cockpit.ui.indicators.corner``), and the program's start reads none of it.
"""
