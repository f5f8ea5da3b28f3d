import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 60


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes that die are forked")
def test_killed_at_sixty_points_and_started_again_a_corpus_comes_to_the_same_bytes(corpus, tmp_path):
    command = (sys.executable, "-m", "tests.bulk.killing", corpus, tmp_path, str(KILLS))
    # One thread: a process with several should not be forked.
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{KILLS} kills over ")
    assert "0 runs came" not in done.stdout
