"""What the pages ask: who did what to whom by pair and day, dyads by day, topics by standing."""

import zlib

import orjson
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the indexes, and fill the table from the records."""
    op.create_table(
        "deeds",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("cameo", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("deeds_by_dyad", "deeds", ["a", "b", "id"], unique=False)
    op.create_index(op.f("ix_deeds_report"), "deeds", ["report"], unique=False)
    op.create_index("dyads_by_day", "dyads", ["day", "a", "b"], unique=False)
    op.create_index("agenda_by_standing", "agenda", ["standing", "id"], unique=False)
    fill(op.get_bind())


def downgrade() -> None:
    """Take them out."""
    op.drop_index("agenda_by_standing", table_name="agenda")
    op.drop_index("dyads_by_day", table_name="dyads")
    op.drop_index(op.f("ix_deeds_report"), table_name="deeds")
    op.drop_index("deeds_by_dyad", table_name="deeds")
    op.drop_table("deeds")


def fill(connection: sa.Connection) -> None:
    """The deeds of the records that are there, as ingesting writes them."""
    from dateline.archive.lines import deeds_of, renumbered
    from dateline.archive.schema import Deed

    used: set[int] = set()
    last = ""
    page = sa.text("SELECT id, record FROM reports WHERE id > :last ORDER BY id LIMIT 200")
    while found := connection.execute(page, {"last": last}).all():
        rows = [row for _, data in found for row in deeds_of(orjson.loads(zlib.decompress(data)))]
        if rows:
            connection.execute(sa.insert(Deed), renumbered(rows, "id", used))
        last = found[-1][0]
