"""Named models of a customer base, fitted by maximum likelihood: the field's published yardsticks.

``summary.summary_from_documents`` says what a model sees of an order book, ``models.fit_named``
fits one by its name. The engine's k-grid is a mixture of ``erlang``.
"""
