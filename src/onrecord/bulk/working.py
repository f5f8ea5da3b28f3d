"""Does a task: writes its files, each whole, and then the note that it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from onrecord.bulk import repeats, slices, tables, who
from onrecord.bulk.asking import Answer, Made, Make, Question, Read, Refused, Told
from onrecord.bulk.documents import documents
from onrecord.bulk.folder import Done, Folder, workplace
from onrecord.bulk.met import STORIES_A_CHUNK, Met
from onrecord.bulk.tasks import Collect, Extract, Part, Task, stage
from onrecord.bulk.writing import writer
from onrecord.model.errors import BadInput

Ask = Callable[[Question], Answer]
Tell = Callable[[int], None]

STEPS = {
    "compare": ("alike", repeats.compare),
    "spread": ("spread", who.spread),
    "near": ("near", who.near),
    "settle": ("who", who.settle),
    "identify": ("identities", who.identify),
}


def work(task: Task, ask: Ask, tell: Tell) -> Done:
    """Do a task; ``tell`` is told of every document.

    Raises ``OSError`` when the input cannot be read or the output cannot be written.
    """
    return _part(task) if isinstance(task, Part) else _shard(task, ask, tell)


def _shard(task: Collect | Extract, ask: Ask, tell: Tell) -> Done:
    folder = Folder(task.settings.output)
    counts: Counter[str] = Counter()
    with writer(folder, _files(folder, task)) as out:
        for became, rows in _collected(task, ask) if isinstance(task, Collect) else _extracted(task, folder, ask):
            out.add(rows)
            if became:
                counts[became] += 1
                tell(1)
    done = out.done(task.name, made_from=task.made_from, counts=counts)
    folder.note(stage(task), done)
    return done


def _part(task: Part) -> Done:
    output, work = Folder(task.settings.output), workplace(task.settings.output, task.workplace)
    table, step = STEPS[task.step]
    into = output if table in tables.schemas() else work
    with writer(into, {table: into.table(table, task.name)}) as out:
        for rows in step(output, work, task.shards, task.part, task.parts):
            out.add({table: rows})
            out.flush()
    done = out.done(task.name, made_from=task.made_from, counts={})
    into.note(task.step, done)
    return done


def _files(folder: Folder, task: Collect | Extract) -> dict[str, str]:
    """Return where each table of a shard goes; both stages have errors, each in a file of its own."""
    if isinstance(task, Collect):
        return {name: folder.table(name, task.name) for name in tables.OF_COLLECTING}
    names = ["repeats", *tables.written(task.settings.select), *(("met", "groups") if task.settings.joins else ())]
    files = {name: folder.table(name, task.name) for name in names}
    return {**files, "errors": folder.table("errors", f"{task.name}-{stage(task)}")}


def _collected(task: Collect, ask: Ask) -> Iterator[tuple[str, tables.Rows]]:
    found = documents(task.shard, text_column=task.settings.text_column)
    for number, document in enumerate(islice(found, task.most), 1):
        key = tables.key(task.name, number)
        if isinstance(document, BadInput):
            yield "refused", _error(task, key, document.where, Refused("refused", document.reason))
            continue
        answer = ask(Make(document))
        if isinstance(answer, Made):
            row = tables.of_story(answer.story, key)
            yield "stories", {"stories": [row], "signatures": [{"story": key, "signature": answer.signature}]}
        else:
            yield _refused(task, key, document.where, answer)


def _extracted(task: Extract, folder: Folder, ask: Ask) -> Iterator[tuple[str | None, tables.Rows]]:
    """Yield the rows of each story, and behind some thousand stories those of who is who among them."""
    select, met = task.settings.select, Met(task.name)
    same = _repeats(task)
    for number, row in enumerate(folder.rows("stories", task.name), 1):
        key = row["story"]
        if key in same:
            yield "repeats", {"repeats": [{"story": key, "same_as": same[key]}]}
        else:
            asked = Read(story=tables.to_story(row), check="findings" in select, rules_alone=task.settings.rules_alone)
            answer = ask(asked)
            if isinstance(answer, Told):
                met.add(answer.case, key)
                yield "read", tables.of_case(answer.case, key, select)
            else:
                yield _refused(task, key, row["path"], answer)
        if task.settings.joins and number % STORIES_A_CHUNK == 0:
            yield None, met.rows()
    if task.settings.joins:
        yield None, met.rows()


def _repeats(task: Extract) -> dict[str, str]:
    """Return which stories of a shard repeat which."""
    if task.repeats is None:
        return {}
    found = workplace(task.settings.output, "repeats").between("firsts", "all", *slices.span(task.ordinal))
    return {row["story"]: row["same_as"] for row in found}


def _refused(task: Collect | Extract, key: str, where: str | None, answer: Answer) -> tuple[str, tables.Rows]:
    if not isinstance(answer, Refused):
        raise TypeError(f"{answer!r} answers another question")
    return answer.kind, _error(task, key, where, answer)


def _error(task: Collect | Extract, key: str, where: str | None, why: Refused) -> tables.Rows:
    row = {"story": key, "path": where, "stage": stage(task), "kind": why.kind, "reason": why.reason}
    return {"errors": [row]}
