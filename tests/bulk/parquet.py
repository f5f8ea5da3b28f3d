"""Writes Parquet files for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq


def write(file: Path, rows: list[dict[str, Any]], *, rows_a_group: int = 100) -> Path:
    pq.write_table(pa.Table.from_pylist(rows), file, row_group_size=rows_a_group)
    return file
