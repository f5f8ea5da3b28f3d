"""Gives torch one thread: models this small gain nothing from more, and tests that run side by side would wait."""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
