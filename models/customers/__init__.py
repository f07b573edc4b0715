"""Who buys: customers, their people, numbers, places and wishes."""
