"""How sure each line is: the reader's confidence, and whether participants are people told by the record itself."""

import zlib

import orjson
import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SCORED = ("contacts", "statements", "positions", "agenda", "events")
FIRST_LOOKED_AT = ("contacts", "statements", "positions")
"""Those of which a review begins with the least sure."""


def upgrade() -> None:
    """Make the columns and indexes. Records of older readers tell no confidence: `dateline reread` fills them."""
    for table in SCORED:
        op.add_column(table, sa.Column("confidence", sa.Float(), nullable=True))
    for table in FIRST_LOOKED_AT:
        op.create_index(f"{table}_by_confidence", table, ["confidence", "id"], unique=False)
    kinds(op.get_bind())


def downgrade() -> None:
    """Take them out."""
    for table in FIRST_LOOKED_AT:
        op.drop_index(f"{table}_by_confidence", table_name=table)
    for table in SCORED:
        op.drop_column(table, "confidence")


def kinds(connection: sa.Connection) -> None:
    """Write the participants that accounts mark as persons as of that kind."""
    last = ""
    page = sa.text("SELECT key, data FROM accounts WHERE key > :last ORDER BY key LIMIT 500")
    store = sa.text("UPDATE accounts SET data = :data WHERE key = :key")
    while found := connection.execute(page, {"last": last}).all():
        for key, data in found:
            contact = orjson.loads(zlib.decompress(data))
            for party in contact["participants"]:
                if party.pop("person", False) and not party.get("kind"):
                    party["kind"] = "person"
            connection.execute(store, {"key": key, "data": zlib.compress(orjson.dumps(contact), 1)})
        last = found[-1][0]
