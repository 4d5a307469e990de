"""The tables. A step that has been released is history: it is never edited."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

PARTITIONS = 16


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False)


def _log(foreign: bool = True) -> sa.Column[int]:
    to = (sa.ForeignKey("log.number"),) if foreign else ()
    return sa.Column("log", sa.Integer, *to, primary_key=True, autoincrement=False, nullable=False)


def _seq(name: str = "seq") -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, primary_key=True, autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "device",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("token", sa.Text, nullable=False, unique=True),
        *map(_text, ("zone", "venue", "station", "app")),
        _number("enrolled"),
        sa.Column("revoked", sa.BigInteger),
        sa.Column("seen", sa.BigInteger),
        sa.Column("about", sa.Text),
    )
    op.create_table(
        "enrol_code",
        sa.Column("hash", sa.Text, primary_key=True, nullable=False),
        *map(_text, ("zone", "venue")),
        *map(_number, ("made", "expires")),
        sa.Column("used", sa.BigInteger),
        sa.Column("device", sa.Text, sa.ForeignKey("device.id")),
    )
    op.create_table(
        "enrol_try", sa.Column("number", sa.Integer, primary_key=True), _number("time"), _text("address")
    )  # fmt: skip
    op.create_table(
        "log",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("device", sa.Text, sa.ForeignKey("device.id")),
        _number("held"),
        _text("last_id"),
        *map(_number, ("begun", "received")),
        sa.Column("claimed", sa.BigInteger),
        sa.Column("claimed_through", sa.BigInteger),
        sa.Column("claimed_held", sa.BigInteger),
    )
    op.create_index("log_by_device", "log", ["device"])
    op.create_table(
        "interaction",
        _log(foreign=False),
        _seq(),
        _text("id"),
        *map(_number, ("time", "offset")),
        *map(_text, ("visit", "session", "group", "station", "face", "zone", "activity", "screen")),
        *map(_text, ("verb", "detail", "release", "app")),
        sqlite_with_rowid=False,
        postgresql_partition_by="HASH (log)",
    )
    if op.get_bind().dialect.name == "postgresql":
        for number in range(PARTITIONS):
            op.execute(
                f"CREATE TABLE interaction_{number:02d} PARTITION OF interaction "
                f"FOR VALUES WITH (MODULUS {PARTITIONS}, REMAINDER {number})"
            )
    for name, column, where in (
        ("interaction_begins", "time", sa.text("verb = 'begin'")),
        ("interaction_ends", "visit", sa.text("verb IN ('end', 'interrupted')")),
    ):
        op.create_index(name, "interaction", [column], sqlite_where=where, postgresql_where=where)
    op.create_table(
        "quarantine",
        _log(),
        _seq(),
        _text("id"),
        sa.Column("line", sa.LargeBinary, nullable=False),
        _text("why"),
        _number("time"),
    )
    op.create_table("claim", _log(), _seq("block"), _number("last"), _text("digest"))
    op.create_table(
        "fork",
        _log(),
        _seq(),
        sa.Column("device", sa.Text, sa.ForeignKey("device.id"), nullable=False),
        _number("time"),
    )
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, primary_key=True),
        _number("time"),
        *map(_text, ("who", "what", "detail")),
    )
