"""All that is ever written to the database, by name."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.sql.base import Executable

from kiosk.store import schema

_interaction, _visit, _note = schema.interaction, schema.visit, schema.note
_keeping = upsert(schema.kept)


def _last_of_visit(column: str) -> Any:
    query = select(_interaction.c[column]).where(_interaction.c.visit == _visit.c.id, _interaction.c.visit != "")
    return query.order_by(_interaction.c.log.desc(), _interaction.c.seq.desc()).limit(1).scalar_subquery()


STATEMENTS: Final[dict[str, Executable]] = {
    "interaction": insert(_interaction),
    "begin": upsert(_visit).on_conflict_do_nothing(),
    "end": update(_visit)
    .where(_visit.c.id == bindparam("of"), _visit.c.ended.is_(None))
    .values(ended=bindparam("at"), how=bindparam("by"), lasted=bindparam("now") - _visit.c.offset),
    "interrupt": update(_visit)
    .where(_visit.c.id == bindparam("of"), _visit.c.ended.is_(None))
    .values(
        how="interrupted",
        ended=func.coalesce(_last_of_visit("time"), _visit.c.started),
        lasted=func.coalesce(_last_of_visit("offset"), _visit.c.offset) - _visit.c.offset,
    ),
    "note": upsert(_note).on_conflict_do_nothing(),
    "decide": update(_note).where(_note.c.id == bindparam("of")).values(state=bindparam("to"), decided=bindparam("at")),
    "purge": delete(_note).where(_note.c.retain_until < bindparam("before")),
    "keep": _keeping.on_conflict_do_update(
        index_elements=["key"],
        set_={"value": _keeping.excluded.value, "changed": _keeping.excluded.changed},
    ),
    "quarantine": upsert(schema.quarantine).on_conflict_do_nothing(),
}
"""What can be written. All but `interaction` can be done twice with the effect of once."""


class Write:
    """One thing to write: which statement, and the values for it."""

    __slots__ = ("statement", "values")

    def __init__(self, statement: str, values: dict[str, Any]) -> None:
        self.statement = statement
        self.values = values
