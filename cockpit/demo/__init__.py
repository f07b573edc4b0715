"""The demo company: a seeded generator of a believable industrial distributor.

It knows table and column names and nothing of how they are stored; ``ports.BulkLoader`` stores
what it makes. The same seed and the same day give the same company.
"""
