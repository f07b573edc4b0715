"""The eligibility ledger: who is in the queue, who is not, why, and until when."""
