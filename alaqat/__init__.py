"""Alaqat turns Arabic news into the dated record of how two states get on."""

import os

__version__ = "0.1.0"

# Before numpy is imported: the products of the trained reader are small, and threads that wait for
# one another take five times the processor time of one (87 against 17 ms for an article).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
