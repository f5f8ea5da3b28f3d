"""Prints how well sourcing alone tells rumour stories from others: ``python -m evaluation.sourcing SHARED``.

A finding about sourcing, not a lie detector: see docs/sourcing.md.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from evaluation import cases
from onrecord.model.case import Case

CORPUS = "celebrity-open.jsonl"
FOLDS = 5
_NAME = re.compile(r"(\d+)(fake|legit)")


class Scores(NamedTuple):
    """Accuracy and area under the ROC curve, in percent, each with its spread over the folds (standard deviation)."""

    accuracy: float
    accuracy_spread: float
    area: float
    area_spread: float


def main() -> int:
    """Print the table and return the exit code: 2 without the shared folder."""
    corpus = Path(sys.argv[1]) / "data" / CORPUS if len(sys.argv) == 2 else None
    if corpus is None or not corpus.is_file():
        print(f"usage: python -m evaluation.sourcing SHARED, a folder with data/{CORPUS}", file=sys.stderr)
        return 2
    rows = {row["text"]: _NAME.fullmatch(row["story"]) for row in cases.rows(corpus)}
    read = [(case, name) for case in cases.read(corpus) if (name := rows.get(case.story.text))]
    stories = [case for case, _ in read]
    pairs, rumours = [int(name[1]) for _, name in read], [name[2] == "fake" for _, name in read]
    print("\n".join(report(stories, pairs, rumours)))
    return 0


def report(stories: Sequence[Case], pairs: Sequence[int], rumours: Sequence[bool]) -> list[str]:
    """Return the lines of the table: the profile alone, the words alone, and the weight of each sign of the profile."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    told = np.array([list(signs(case).values()) for case in stories])
    texts = np.array([case.story.text for case in stories], dtype=object)
    profile = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
    words = make_pipeline(TfidfVectorizer(min_df=2, sublinear_tf=True), LogisticRegression(C=10, max_iter=1000))
    lines = [
        f"{len(stories)} stories, {sum(rumours)} of them rumours, in {len(set(pairs))} pairs; {FOLDS} folds by pair"
    ]
    for name, model, given in (("sourcing profile", profile, told), ("bag of words", words, texts)):
        one = scores(model, given, rumours, pairs)
        lines.append(
            f"{name:20}accuracy {one.accuracy:.1f} ± {one.accuracy_spread:.1f}  "
            f"area under the curve {one.area:.1f} ± {one.area_spread:.1f}"
        )
    profile.fit(told, rumours)
    lines.append("weights of the profile, per standard deviation; above 0 speaks for a rumour:")
    weighed = zip(signs(stories[0]), profile[-1].coef_[0], strict=True)
    lines += [f"  {name:24}{weight:+.2f}" for name, weight in sorted(weighed, key=lambda one: -abs(one[1]))]
    return lines


def scores(model: Any, given: Any, rumours: Sequence[bool], pairs: Sequence[int]) -> Scores:
    """Score a model on folds that never part a pair."""
    from sklearn.model_selection import GroupKFold, cross_validate

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = cross_validate(
            model, given, np.array(rumours), groups=np.array(pairs),
            cv=GroupKFold(FOLDS, shuffle=True, random_state=0), scoring=("accuracy", "roc_auc"),
        )  # fmt: skip
    accuracy, area = 100 * found["test_accuracy"], 100 * found["test_roc_auc"]
    return Scores(float(accuracy.mean()), float(accuracy.std()), float(area.mean()), float(area.std()))


def signs(case: Case) -> dict[str, float]:
    """Return the profile of a story as numbers, by name; nothing of its words, its people or its length."""
    profile = case.sourcing
    every = max(profile.sentences, 1)
    shares = {f"share {basis}": count / every for basis, count in profile.counts().items() if basis != "story"}
    origins = max(len(profile.origins), 1)
    people = max(len(case.people), 1)
    return {
        **shares,
        "origins a sentence": len(profile.origins) / every,
        "people among origins": sum(origin.person is not None for origin in profile.origins) / origins,
        "outlets among origins": sum(origin.outlet is not None for origin in profile.origins) / origins,
        "people who speak": sum(bool(side.said) for side in profile.sides) / people,
        "somebody denies": float(any(side.denied for side in profile.sides)),
        "somebody was asked": float(any(side.requests for side in profile.sides)),
        "nobody answers": float(not profile.origins),
    }


if __name__ == "__main__":
    sys.exit(main())
