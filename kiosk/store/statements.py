"""All that is ever written to the database, by name."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Integer, bindparam, case, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.sql.base import Executable

from kiosk.store import schema

_interaction, _visit, _note = schema.interaction, schema.visit, schema.note
_keeping = upsert(schema.kept)
_taking = upsert(schema.taken)
_marking = upsert(schema.mark)


def _last_of_visit(column: str) -> Any:
    query = select(_interaction.c[column]).where(_interaction.c.visit == _visit.c.id, _interaction.c.visit != "")
    return query.order_by(_interaction.c.log.desc(), _interaction.c.seq.desc()).limit(1).scalar_subquery()


def _lasted(ended: Any, offset: Any) -> Any:
    """Milliseconds. An iPad goes on through a restart of the kiosk, when offsets begin anew: there the times count."""
    by_times = func.max(0, ended - _visit.c.started)
    return case((_visit.c.face == "kiosk", offset - _visit.c.offset), else_=by_times)


STATEMENTS: Final[dict[str, Executable]] = {
    "interaction": insert(_interaction),
    "begin": upsert(_visit).on_conflict_do_nothing(),
    "end": update(_visit)
    .where(_visit.c.id == bindparam("of"), _visit.c.ended.is_(None))
    .values(ended=bindparam("at"), how=bindparam("by"), lasted=_lasted(bindparam("at"), bindparam("now"))),
    "interrupt": update(_visit)
    .where(_visit.c.id == bindparam("of"), _visit.c.ended.is_(None))
    .values(
        how="interrupted",
        ended=func.coalesce(_last_of_visit("time"), _visit.c.started),
        lasted=_lasted(
            func.coalesce(_last_of_visit("time"), _visit.c.started),
            func.coalesce(_last_of_visit("offset"), _visit.c.offset),
        ),
    ),
    "note": upsert(_note).on_conflict_do_nothing(),
    "decide": update(_note).where(_note.c.id == bindparam("of")).values(state=bindparam("to"), decided=bindparam("at")),
    "purge": delete(_note).where(_note.c.retain_until < bindparam("before")),
    "keep": _keeping.on_conflict_do_update(
        index_elements=["key"],
        set_={"value": _keeping.excluded.value, "changed": _keeping.excluded.changed},
    ),
    "take": _taking.on_conflict_do_update(
        index_elements=["ipad"],
        set_={"number": func.max(schema.taken.c.number, _taking.excluded.number)},
    ),
    "sent": _marking.from_select(
        ["log", "sent_through"],
        select(schema.log.c.number, bindparam("through", type_=Integer)).where(schema.log.c.id == bindparam("of")),
    ).on_conflict_do_update(index_elements=["log"], set_={"sent_through": _marking.excluded.sent_through}),
    "quarantine": upsert(schema.quarantine).on_conflict_do_nothing(),
}
"""What can be written. All but `interaction` can be done twice with the effect of once."""


class Write:
    """One thing to write: which statement, and the values for it; of an iPad's, `taken` is the iPad and the number."""

    __slots__ = ("statement", "taken", "values")

    def __init__(self, statement: str, values: dict[str, Any], taken: tuple[str, int] | None = None) -> None:
        self.statement = statement
        self.values = values
        self.taken = taken
