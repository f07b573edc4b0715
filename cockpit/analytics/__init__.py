"""The purchase cycle in numbers: the only floor that knows numpy."""

import os

# A fit's matrices have ten rows: threads would double its processor time, and the last bit of the
# parameters would depend on the number of processors. Read when numpy is loaded, which is below.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
