"""What runs in Spark's Python workers: record batches of texts → record batches of answers."""

import atexit
from collections import deque
from dataclasses import dataclass
from typing import Any, Iterable, Iterator, Optional

import pyarrow as pa
import pyarrow.compute as pc

from .answers import read_answers
from .child import Child
from .conversation import Conversation, error_answer
from .errors import YoronError
from .home import command, find_home
from .questions import questions
from .schemas import ERROR, layer_type, table_type

#: A batch that is given on has at most so many rows, and about so many bytes of answers.
ROWS = 1_024
BYTES = 8 << 20
#: So many errors never end a task, unless no share at all is allowed: of three texts one is a third.
EXCUSED = 10


@dataclass(frozen=True)
class Plan:
    """What is asked of the workers; all of it can be sent."""

    #: Columns that go through as they are: what they are called behind, and in the batch.
    kept: tuple[tuple[str, str], ...]
    #: For each key of a line (text, published …) the column of the batch.
    asked: tuple[tuple[str, str], ...]
    #: What each line says beside.
    always: tuple[str, ...]
    layers: tuple[str, ...]
    tables: tuple[str, ...]
    #: Further arguments of `yoron annotate`.
    arguments: tuple[str, ...]
    home: Optional[str]
    max_error_share: float
    patience: float
    heap_megabytes: int


def annotated(batches: Iterable[pa.RecordBatch], plan: Plan) -> Iterator[pa.RecordBatch]:
    """
    Returns the rows of batches with their layers, or tables, and errors, in their order.

    The child outlives the task, since its start takes half a second; but one that somebody stopped listening to (`limit`, an
    error, an interrupt) has answers left in its pipe and is killed.
    """
    conversation = _lent(plan)
    done = False
    try:
        yield from _batches(batches, plan, conversation)
        done = True
    finally:
        if done:
            _keep(plan, conversation)
        else:
            conversation.close()


class _Taken:
    """A batch whose rows are being answered."""

    def __init__(self, batch: pa.RecordBatch):
        self.batch = batch
        self.undecodable: set[int] = set()
        self.given = 0


def _batches(batches: Iterable[pa.RecordBatch], plan: Plan, conversation: Conversation) -> Iterator[pa.RecordBatch]:
    taken: deque[_Taken] = deque()
    keys = [key for key, _ in plan.asked]
    columns = [column for _, column in plan.asked]

    def asked() -> Iterator[Iterator[bytes]]:
        for batch in batches:
            if batch.num_rows == 0:
                continue
            one = _Taken(batch)
            taken.append(one)
            named = pa.RecordBatch.from_arrays([batch.column(batch.schema.get_field_index(c)) for c in columns], keys)
            yield questions(named, keys, plan.always, one.undecodable)

    count = _Count(plan.max_error_share)
    answers: list[bytes] = []
    weight = 0
    for answer in conversation.answers(asked()):
        one = taken[0]
        if one.given + len(answers) in one.undecodable:
            answer = error_answer("undecodable", "the text is no UTF-8")
        answers.append(answer)
        weight += len(answer)
        whole = one.given + len(answers) == one.batch.num_rows
        if not whole and len(answers) < ROWS and weight < BYTES:
            continue
        yield _made(one.batch.slice(one.given, len(answers)), answers, plan, count)
        one.given += len(answers)
        answers, weight = [], 0
        if whole:
            taken.popleft()
    count.check()


class _Count:
    """How many texts of the task failed. Rows without a text are told as errors, too, but are no failure of the reading."""

    def __init__(self, share: float):
        self.share = share
        self.texts = 0
        self.errors = 0
        self.first: Optional[dict[str, Any]] = None

    def add(self, texts: pa.Array, errors: pa.Array) -> None:
        self.texts += len(texts) - texts.null_count
        failed = pc.and_(texts.is_valid(), errors.is_valid())
        self.errors += pc.sum(failed).as_py() or 0
        if self.first is None and self.errors:
            self.first = errors.filter(failed)[0].as_py()

    def check(self) -> None:
        if self.errors <= self.share * self.texts or (self.share > 0 and self.errors <= EXCUSED):
            return
        first = self.first or {}
        raise YoronError(
            f"{self.errors} of the {self.texts} texts of this task failed, more than the share of {self.share:g} that "
            f"max_error_share allows; the first: {first.get('message')} [{first.get('code')}]"
        )


def fields(plan: Plan) -> list[pa.Field]:
    """Returns the columns that are made, behind those that go through."""
    made = [pa.field(name, layer_type(name)) for name in plan.layers]
    made += [pa.field(name, table_type(name)) for name in plan.tables]
    return [*made, pa.field("error", ERROR)]


def _made(rows: pa.RecordBatch, answers: list[bytes], plan: Plan, count: _Count) -> pa.RecordBatch:
    made = [pa.field(name, layer_type(name)) for name in plan.layers]
    if plan.tables:
        made.append(pa.field("tables", pa.struct([pa.field(name, table_type(name)) for name in plan.tables])))
    *columns, errors = read_answers(answers, [*made, pa.field("error", ERROR)])
    if plan.tables:
        # Not flatten's children as they are: those of a null struct hold anything.
        columns[-1:] = columns[-1].flatten()
    count.add(rows.column(rows.schema.get_field_index(dict(plan.asked)["text"])), errors)
    kept = [rows.column(rows.schema.get_field_index(column)) for _, column in plan.kept]
    names = [*(name for name, _ in plan.kept), *(field.name for field in fields(plan))]
    return pa.RecordBatch.from_arrays([*kept, *columns, errors], names)


#: The conversation of this process that nobody uses, by its command.
_kept: "dict[tuple[str, ...], Conversation]" = {}


def _command(plan: Plan) -> list[str]:
    layers = ["--layers", ",".join(plan.layers)] if plan.layers or not plan.tables else []
    tables = ["--tables", ",".join(plan.tables)] if plan.tables else []
    return command(find_home(plan.home), [*layers, *tables, *plan.arguments], plan.heap_megabytes)


def _lent(plan: Plan) -> Conversation:
    wanted = _command(plan)
    kept = _kept.pop(tuple(wanted), None)
    # A worker has one child at most: two would take twice the memory.
    close_kept()
    return kept if kept is not None else Conversation(lambda: Child(wanted, patience=plan.patience))


def _keep(plan: Plan, conversation: Conversation) -> None:
    close_kept()
    _kept[tuple(_command(plan))] = conversation


@atexit.register
def close_kept() -> None:
    """Ends the child that waits for another task."""
    while _kept:
        _kept.popitem()[1].close()
